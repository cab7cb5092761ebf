"""Asking the person at the keyboard."""

import getpass
import sys

from zukunftsparlament.cli.faults import Fault
from zukunftsparlament.kernel.texts import _


def ask(question: str, default: str = "") -> str:
    """What was typed, or `default`. Without a terminal only the default can be meant."""
    if not sys.stdin.isatty():
        return default
    hint = f" [{default}]" if default else ""
    return input(f"{question}{hint}: ").strip() or default


def ask_lines(question: str) -> list[str]:
    """One line after the other until an empty one."""
    print(question)
    lines = []
    while sys.stdin.isatty() and (line := input("  ").strip()):
        lines.append(line)
    return lines


def ask_secret(question: str) -> str:
    return getpass.getpass(f"{question}: ")


def must_say_yes(question: str) -> None:
    """Raises Fault unless the answer is a clear yes."""
    if not sys.stdin.isatty():
        raise Fault(_("Das braucht eine Bestätigung. Ohne Terminal: --yes angeben."))
    if input(f"{question} [ja/nein] ").strip().lower() not in ("ja", "j"):
        raise Fault(_("Nichts geändert."))
