"""`zukunftsparlament migrate`"""

import argparse

from zukunftsparlament.cli.finding import tell_everything_anew
from zukunftsparlament.cli.store import on_a_loop
from zukunftsparlament.kernel.migrations import is_current, migrate
from zukunftsparlament.kernel.texts import N_, _

HELP = N_("""
Bringt den Datenbestand auf den Stand dieses Programms: legt fehlende Tabellen und Spalten an.
Es wird nichts gelöscht; ein zweiter Aufruf ändert nichts. Die Suche wird neu aufgebaut. Nach jeder
Aktualisierung des Programms einmal aufrufen, vorher sichern.

Dateien:   der Datenbestand (ZP_DATABASE_URL, sonst ZP_DATA/zukunftsparlament.sqlite)
Beispiel:  zukunftsparlament backup && zukunftsparlament migrate
""")


def arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(args: argparse.Namespace) -> int:
    print(on_a_loop(_migrate()))
    return 0


async def _migrate() -> str:
    was_current = await is_current()
    await migrate()
    await tell_everything_anew()
    if was_current:
        return _("Der Datenbestand ist auf dem neuesten Stand.")
    await migrate()
    return _("Der Datenbestand ist jetzt auf dem neuesten Stand.")
