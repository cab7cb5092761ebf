"""`zukunftsparlament verify`"""

import argparse
import sys

from zukunftsparlament.cli.store import must_be_current, no_new_store, on_a_loop
from zukunftsparlament.concerns import checks as concerns
from zukunftsparlament.departures import checks as departures
from zukunftsparlament.handovers import checks as handovers
from zukunftsparlament.journal import verify as journal
from zukunftsparlament.kernel import checks as kernel
from zukunftsparlament.kernel.progress import Progress
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.minutes import checks as minutes
from zukunftsparlament.people import checks as people
from zukunftsparlament.polls import checks as polls
from zukunftsparlament.procedure import checks as procedure
from zukunftsparlament.proposals import checks as proposals
from zukunftsparlament.search import checks as search
from zukunftsparlament.sittings import checks as sittings

HELP = N_("""
Prüft den Datenbestand, ohne ihn zu ändern; der Server darf dabei laufen: die Prüfsummen-Kette des
Journals und ihr Ende, jede Auszählung noch einmal aus den Stimmzetteln, Urnen gegen Beteiligung,
Abstimmungen, Übergaben und Rückmeldungen gegen das Journal, mitgezählte Zahlen gegen die Zeilen, Sitze
gegen Rollen, den Gang jeder Sitzung und woraus ihr Protokoll entsteht, alle Verweise.

Der erste Fehler jeder Prüfung wird mit seinem Datensatz genannt, und der Befehl endet mit 1.

Dateien:   liest den Datenbestand, ZP_DATA/keys (server.key, journal.head), ZP_DATA/deletions.jsonl
Beispiel:  zukunftsparlament verify || mail -s "Zukunftsparlament prüfen" it@example.org </dev/null
""")

ROOMS = (
    kernel, journal, procedure, people, concerns, proposals, sittings, polls, handovers, minutes, departures, search,
)  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(args: argparse.Namespace) -> int:
    no_new_store()
    return on_a_loop(broken_records())


async def broken_records() -> int:
    """Tells every check that found something. 0 when none did."""
    await must_be_current()
    checks = [check for room in ROOMS for check in room.CHECKS]
    found = []
    with Progress(len(checks)) as done:
        for check in checks:
            if sentence := await check.find():
                found.append(sentence)
            done()
    for sentence in found:
        print(sentence, file=sys.stderr)
    if not found:
        print(_("{number} Prüfungen, alles stimmt.").format(number=len(checks)))
    return 1 if found else 0
