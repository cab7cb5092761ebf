"""`zukunftsparlament seed`"""

import argparse
import json
from pathlib import Path
from typing import Any

from zukunftsparlament.cli.faults import Fault
from zukunftsparlament.cli.store import is_in_use, on_a_loop
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.keys import write_secret
from zukunftsparlament.kernel.migrations import migrate
from zukunftsparlament.kernel.progress import Progress
from zukunftsparlament.kernel.server import InUse, holding_the_store
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.tables import empty_everything
from zukunftsparlament.kernel.texts import N_, _

HELP = N_("""
Füllt einen leeren Datenbestand mit der Vorführung (Holzwickede, alle Personen erfunden) und
schreibt die Zugänge nach demo.json. Auf einem Datenbestand, in dem schon etwas steht, geschieht
nichts. „demo“ macht dasselbe und startet danach den Server.

Dateien:   der Datenbestand, ZP_DATA/demo.json, ZP_DATA/keys
Beispiel:  ZP_DATA=/srv/vorfuehrung zukunftsparlament seed
""")


def arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(args: argparse.Namespace) -> int:
    try:
        with holding_the_store(alone=True):
            found = on_a_loop(_seed())
    except InUse:
        raise Fault(_("Der Server läuft gerade. Bitte zuerst beenden.")) from None
    print(
        _("{cards} Karten und {staff} Konto stehen in {path}.").format(
            cards=len(found["cards"]), staff=len(found["staff"]), path=demo_json()
        )
    )
    return 0


async def _seed() -> dict[str, Any]:
    if await is_in_use() and not was_interrupted():
        raise Fault(_("Der Datenbestand ist nicht leer. Es wurde nichts geändert."))
    return await fill()


def demo_json() -> Path:
    return settings().data / "demo.json"


def _unfinished() -> Path:
    return settings().data / "demo.unfinished"


def was_interrupted() -> bool:
    """Whether filling was begun and never finished, so that what is in the store is ours to throw away."""
    return _unfinished().exists()


async def fill() -> dict[str, Any]:
    """The whole demo, and demo.json last: with it the store is complete."""
    from zukunftsparlament.demo.seed import seed
    from zukunftsparlament.handovers.minutes import write_down_again
    from zukunftsparlament.people.minutes import write_down_roles

    await migrate()
    if was_interrupted():
        await empty_everything()
    _unfinished().touch()
    with Progress(100) as done:
        found: dict[str, Any] = await seed(lambda told, of: done(100 * told // of - done.reached))
    async with writing():
        await write_down_again()
        await write_down_roles()
    write_secret(demo_json(), json.dumps(found, ensure_ascii=False, indent=1).encode())
    _unfinished().unlink()
    return found
