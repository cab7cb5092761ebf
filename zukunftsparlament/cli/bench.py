"""`zukunftsparlament bench`"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zukunftsparlament.cli.faults import Fault
from zukunftsparlament.kernel.texts import N_, _

if TYPE_CHECKING:
    from zukunftsparlament.bench.report import Line

HELP = N_("""
Misst, wie schnell dieses Programm auf dieser Maschine ist, und stellt jede Zahl neben ihr Ziel.
Dafür entsteht in einem vorläufigen Ordner eine Vorführung mit 2.000 Stimmberechtigten; danach ist
sie wieder weg. Der Server läuft auf einem Kern, die Last auf dem anderen, 32 Verbindungen.

„Anteil“ heißt: CPU-Zeit einer blanken ASGI-Antwort, geteilt durch die der Seite. Nur unter Linux.
Mit ZP_DATABASE_URL wird auf PostgreSQL gemessen; diese Datenbank muss leer sein und wird gefüllt.

Mit --live misst es stattdessen, wie schnell alle sehen, was in einer Sitzung geschieht: die
Meldung an 30, 100 und 1.000 Ströme neben einer blanken Schleife, und vom Tipp im Cockpit, bis das
letzte von 30 Telefonen im Raum und die letzte von 1.000 Leinwänden es geholt hat.

Beispiele: zukunftsparlament bench --seconds 5 --json messung.json
           zukunftsparlament bench --live
""")

LIVE_ROUNDS = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seconds", type=float, default=3, metavar="ZAHL", help=_("je Seite (sonst 3)"))
    parser.add_argument("--json", type=Path, metavar="DATEI", help=_("schreibt alle Zahlen als JSON"))
    parser.add_argument("--live", action="store_true", help=_("misst Meldungen an viele Telefone zugleich"))
    parser.add_argument("--streams", type=int, nargs="+", default=[30, 100, 1_000], help=argparse.SUPPRESS)
    parser.add_argument("--taps", type=int, default=6, help=argparse.SUPPRESS)
    parser.add_argument("--serve", nargs=2, help=argparse.SUPPRESS)  # a server to compare with, and its port


def run(args: argparse.Namespace) -> int:
    if args.serve is not None:
        return _serve(*args.serve)
    if not sys.platform.startswith("linux"):
        raise Fault(_("Die CPU-Zeit eines anderen Prozesses lässt sich nur unter Linux lesen."))
    with tempfile.TemporaryDirectory(prefix="zukunftsparlament-bench-") as folder:
        os.environ["ZP_DATA"] = folder  # before anything reads the settings; the servers we start inherit it
        lines, figures = _measured_live(args.streams, args.taps) if args.live else _measured(args.seconds)
    _tell(lines, figures, args.json)
    return 0


def _measured(seconds: float) -> "tuple[Sequence[Line], dict[str, Any]]":
    from zukunftsparlament.bench import report, world
    from zukunftsparlament.bench.measure import measure
    from zukunftsparlament.cli.store import on_a_loop

    async def filled_and_measured() -> "tuple[Sequence[Line], dict[str, Any]]":
        await _fill()
        found = await measure(await world.make(), seconds=seconds)
        return report.lines(found), report.as_json(found, seconds=seconds)

    return on_a_loop(filled_and_measured())


def _measured_live(streams: Sequence[int], taps: int) -> "tuple[Sequence[Line], dict[str, Any]]":
    from zukunftsparlament.bench.live import report
    from zukunftsparlament.bench.live.measure import measure_live
    from zukunftsparlament.cli.store import on_a_loop

    async def filled_and_measured() -> "tuple[Sequence[Line], dict[str, Any]]":
        await _fill()
        found = await measure_live(streams=streams, spectators=max(streams), rounds=LIVE_ROUNDS, taps=taps)
        return report.lines(found), report.as_json(found)

    return on_a_loop(filled_and_measured())


async def _fill() -> None:
    from zukunftsparlament.demo.seed import seed
    from zukunftsparlament.kernel.migrations import has_tables, migrate

    if await has_tables():
        raise Fault(_("Die Datenbank ist nicht leer. Es wurde nichts geändert."))
    await migrate()
    await seed()


def _tell(lines: "Sequence[Line]", figures: "dict[str, Any]", file: Path | None) -> None:
    from zukunftsparlament.bench.report import table

    print(table(lines))
    if file:
        file.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _serve(what: str, port: str) -> int:
    import uvloop

    from zukunftsparlament.bench.compared import program
    from zukunftsparlament.cli.serving import serve_until_told

    uvloop.run(
        serve_until_told(program(what), host="127.0.0.1", port=int(port), cert=None, key=None, on_ready=lambda: None)
    )
    return 0
