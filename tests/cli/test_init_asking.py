"""`init` on a real terminal: what a person types, and what is there afterwards."""

import os
import pty
import re
import select
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress

import pyotp

from tests.cli.place import PROGRAM, ROOT, Place
from tests.cli.tampering import sql, value

PASSPHRASE = "Vier Enten rudern heim"
SECONDS = 60


class Terminal:
    def __init__(self, place: Place, *words: str) -> None:
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [*PROGRAM, *words],
            cwd=ROOT,
            env=place.environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
        )
        os.close(theirs)
        self.shown = ""

    def wait_for(self, text: str) -> None:
        self.find(re.escape(text))

    def find(self, pattern: str) -> re.Match[str]:
        until = time.monotonic() + SECONDS
        while not (found := re.search(pattern, self.shown)):
            assert time.monotonic() < until, self.shown
            if select.select([self.ours], [], [], 0.1)[0]:
                self.shown += os.read(self.ours, 65536).decode(errors="replace")
        return found

    def answer(self, question: str, typed: str) -> None:
        self.wait_for(question)
        self.shown = self.shown.partition(question)[2]
        os.write(self.ours, f"{typed}\n".encode())

    def end(self) -> int:
        return self.process.wait(SECONDS)


ANSWERS: Sequence[tuple[str, str]] = (
    ("Name der Gemeinde", "Beispielstadt"),
    ("Leere Zeile beendet.", "Eichenschule;Eiche;Grundschule;2\n"),
    ("Sitze für andere Schulen", "1"),
    ("Leere Zeile beendet.", "Arbeitsgruppe Mitreden;AG\n"),
    ("Name des Jugendbüros", "Villa"),
    ("Wo man es findet", "Am Markt"),
    ("Telefon", ""),
    ("E-Mail", ""),
    ("Name des Parlaments", ""),
    ("Name des ersten Kontos", "Erika"),
    ("Passphrase, mindestens", "zu kurz"),
)


def test_everything_is_asked_and_the_second_factor_is_tried(place: Place) -> None:
    terminal = Terminal(place, "init")
    for question, typed in ANSWERS:
        terminal.answer(question, typed)
    terminal.wait_for("Die Passphrase braucht mindestens 12 Zeichen.")
    terminal.shown = terminal.shown.partition("Die Passphrase braucht")[2]
    terminal.answer("(leer: eine erzeugen): ", PASSPHRASE)
    terminal.answer("Noch einmal: ", PASSPHRASE)
    secret = terminal.find(r"secret=([A-Z2-7]{32})")
    terminal.answer("Code aus der App", "000000")
    terminal.answer("Code aus der App", pyotp.TOTP(secret[1]).now())
    terminal.wait_for("Starten: zukunftsparlament serve")

    assert terminal.end() == 0
    assert PASSPHRASE not in terminal.shown
    assert value(place, "SELECT count(*) FROM seat") == 3
    assert sql(place, "SELECT name FROM staff") == [("Erika",)]
    assert sql(place, "SELECT short FROM body") == [("AG",)]


def test_whoever_stops_halfway_leaves_nothing(place: Place) -> None:
    terminal = Terminal(place, "init")
    terminal.answer("Name der Gemeinde", "Beispielstadt")
    terminal.wait_for("Schulen")
    while terminal.process.poll() is None:  # a signal just before the keyboard is read is only noticed at the next key
        terminal.process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):  # a second one while it ends would kill it
            terminal.process.wait(5)
    terminal.wait_for("Abgebrochen")

    assert terminal.end() == 1
    assert value(place, "SELECT count(*) FROM municipality") == 0
