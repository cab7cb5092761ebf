"""`zukunftsparlament backup`"""

import argparse
from pathlib import Path

import uvloop

from zukunftsparlament.cli.faults import Fault
from zukunftsparlament.cli.store import is_in_use, must_be_current, no_new_store, on_a_loop, quiet_libraries
from zukunftsparlament.kernel.backups import write_backup
from zukunftsparlament.kernel.clock import HERE, now
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.texts import N_, _

HELP = N_("""
Schreibt eine Sicherung, auch während der Server läuft: den Stand eines Augenblicks. Die Datei
passt zu beiden Datenbanken, SQLite und PostgreSQL.

Nicht darin sind: Schlüssel (ZP_DATA/keys – server.key getrennt sichern, siehe docs/running.md),
Anmeldungen und die Urnen laufender Abstimmungen. Wird eine Sicherung zurückgespielt, werden
Abstimmungen, die damals liefen, ungültig.

Dateien:   DATEI (.tar.gz, nur für Sie lesbar), sonst ZP_DATA/backups/zukunftsparlament-DATUM.tar.gz
Beispiele: zukunftsparlament backup
           zukunftsparlament backup /mnt/sicherung/heute.tar.gz
""")

# Not in a backup: sessions end with a restore, and polls that were open become void. Ballot boxes in an attic would
# only wait for somebody who finds a key.
# What can be found is made anew.
LEFT_OUT = frozenset(
    {
        "session",
        "turnout",
        "sealed_ballot",
        "open_vote",
        "poll_key_card",
        "paper_slip",
        "paper_seat",
        "paper_voter",
        "paper_entry",
        "search_entry",
        "search_occurrence",
        "search_word",
    }
)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="DATEI", help=_("wohin; eine vorhandene wird ersetzt"))


def run(args: argparse.Namespace) -> int:
    target = (args.file or default_target()).resolve()
    if target.is_dir():
        raise Fault(_("Das ist ein Ordner, keine Datei: {path}").format(path=target), code=2)
    quiet_libraries()
    no_new_store()
    on_a_loop(_must_hold_something())
    manifest = uvloop.run(write_backup(target, leave_out=LEFT_OUT))
    rows = sum(about["rows"] for about in manifest.tables.values())
    size = target.stat().st_size / 1_000_000
    print(_("Gesichert: {path} ({rows} Zeilen, {size:.1f} MB)").format(path=target, rows=rows, size=size))
    return 0


async def _must_hold_something() -> None:
    """Else a wrong ZP_DATA in a nightly job would look like a backup until the day it is needed."""
    await must_be_current()
    if not await is_in_use():
        raise Fault(_("In diesem Datenbestand ist noch nichts eingerichtet: {path}").format(path=settings().data))


def default_target() -> Path:
    moment = now().astimezone(HERE).strftime("%Y-%m-%d-%H%M%S")
    return settings().data / "backups" / f"zukunftsparlament-{moment}.tar.gz"
