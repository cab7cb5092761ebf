"""`zukunftsparlament bench`"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from zukunftsparlament.cli.faults import Fault
from zukunftsparlament.kernel.texts import N_, _

if TYPE_CHECKING:
    from zukunftsparlament.bench.measure import Measured

HELP = N_("""
Misst, wie schnell dieses Programm auf dieser Maschine ist, und stellt jede Zahl neben ihr Ziel.
Dafür entsteht in einem vorläufigen Ordner eine Vorführung mit 2.000 Stimmberechtigten; danach ist
sie wieder weg. Der Server läuft auf einem Kern, die Last auf dem anderen, 32 Verbindungen.

„Anteil“ heißt: CPU-Zeit einer blanken ASGI-Antwort, geteilt durch die der Seite. Nur unter Linux.
Mit ZP_DATABASE_URL wird auf PostgreSQL gemessen; diese Datenbank muss leer sein und wird gefüllt.

Beispiel:  zukunftsparlament bench --seconds 5 --json messung.json
""")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seconds", type=float, default=3, metavar="ZAHL", help=_("je Seite (sonst 3)"))
    parser.add_argument("--json", type=Path, metavar="DATEI", help=_("schreibt alle Zahlen als JSON"))
    parser.add_argument("--hello", type=int, metavar="PORT", help=argparse.SUPPRESS)  # the server to compare with


def run(args: argparse.Namespace) -> int:
    if args.hello is not None:
        return _serve_hello(args.hello)
    if not sys.platform.startswith("linux"):
        raise Fault(_("Die CPU-Zeit eines anderen Prozesses lässt sich nur unter Linux lesen."))
    with tempfile.TemporaryDirectory(prefix="zukunftsparlament-bench-") as folder:
        os.environ["ZP_DATA"] = folder  # before anything reads the settings; the servers we start inherit it
        found = _measured(args.seconds)
        _tell(found, args)
    return 0


def _measured(seconds: float) -> "Measured":
    from zukunftsparlament.bench import world
    from zukunftsparlament.bench.measure import measure
    from zukunftsparlament.cli.store import on_a_loop
    from zukunftsparlament.demo.seed import seed
    from zukunftsparlament.kernel.migrations import has_tables, migrate

    async def filled_and_measured() -> "Measured":
        if await has_tables():
            raise Fault(_("Die Datenbank ist nicht leer. Es wurde nichts geändert."))
        await migrate()
        await seed()
        return await measure(await world.make(), seconds=seconds)

    return on_a_loop(filled_and_measured())


def _tell(found: "Measured", args: argparse.Namespace) -> None:
    from zukunftsparlament.bench.report import as_json, table

    print(table(found))
    if args.json:
        args.json.write_text(json.dumps(as_json(found, seconds=args.seconds), indent=1) + "\n", encoding="utf-8")


def _serve_hello(port: int) -> int:
    import uvloop

    from zukunftsparlament.bench.hello import hello
    from zukunftsparlament.cli.serving import serve_until_told

    uvloop.run(serve_until_told(hello, host="127.0.0.1", port=port, cert=None, key=None, on_ready=lambda: None))
    return 0
