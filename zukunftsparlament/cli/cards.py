"""`zukunftsparlament cards`"""

import argparse
import asyncio
import os
from pathlib import Path

from zukunftsparlament.cli.faults import Fault, sentence_about
from zukunftsparlament.cli.store import must_be_current, no_new_store, on_a_loop
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Wrong
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.people import queries, texts
from zukunftsparlament.people.batches import BatchWish
from zukunftsparlament.people.card_sheet import card_sheet
from zukunftsparlament.people.cards import make_batch

__all__ = ["HELP", "arguments", "run", "texts"]  # texts: loaded so that its sentences are told

HELP = N_("""
Macht einen Satz Anmelde-Karten für eine Schule und schreibt ihn als PDF, zehn Karten je Blatt.
Namen gibt es nicht: Wer welche Karte hat, steht nur auf Papier im Büro. Die Geheimnisse stehen
danach nur in dieser Datei: drucken und die Datei löschen. Der Server darf dabei laufen.

Dateien:   DATEI (nur für Sie lesbar; eine vorhandene wird nicht überschrieben), der Datenbestand
Beispiel:  zukunftsparlament cards --school Nordschule --count 30 \\
             --premoderated-until 2031-07 --delete-after 2037-09 --out karten.pdf
""")


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--school", metavar="SCHULE", help=_("Name oder Kurzname; ohne: für die, die woanders zur Schule gehen"))
    add("--count", type=int, required=True, metavar="ZAHL", help=_("wie viele Karten"))
    add(
        "--premoderated-until",
        default="",
        metavar="JJJJ-MM",
        help=_("bis zu diesem Monat wird vorher gelesen (14. Geburtstag)"),
    )
    add("--delete-after", required=True, metavar="JJJJ-MM", help=_("Monat des 20. Geburtstags"))
    add("--out", type=Path, required=True, metavar="DATEI", help=_("wohin das PDF soll"))


def run(args: argparse.Namespace) -> int:
    no_new_store()
    if args.out.exists():
        raise Fault(_("Die Datei gibt es schon: {path}").format(path=args.out))
    if not os.access(args.out.resolve().parent, os.W_OK):  # before the cards exist, not after
        raise Fault(_("In diesen Ordner lässt sich nichts schreiben: {path}").format(path=args.out.resolve().parent))
    try:
        number, pdf = on_a_loop(_make(args))
    except Wrong as wrong:
        raise Fault("\n".join(wrong.problems.values()), code=2) from None
    _save(args.out, pdf, number)
    print(_("Satz {number} mit {count} Karten: {path}").format(number=number, count=args.count, path=args.out))
    return 0


async def _make(args: argparse.Namespace) -> tuple[int, bytes]:
    await must_be_current()
    wish = BatchWish(await _school(args.school), args.count, args.premoderated_until, args.delete_after)
    batch = await make_batch(wish, actor="system")
    title = await queries.school_name(wish.school) or _("Lernt anderswo")
    helps = [await queries.office_line(), _("Nummer gegen Kummer: 116 111 – kostenlos, ohne Namen")]
    sheet = await asyncio.to_thread(
        card_sheet,
        batch.cards,
        batch=f"{title}, {batch.number}",
        base_url=settings().base_url,
        help_lines=helps,
        made_on=now().replace(microsecond=0),  # Typst takes whole seconds
    )
    return batch.number, sheet


def _save(path: Path, sheet: bytes, number: int) -> None:
    try:
        with path.open("xb") as file:
            file.write(sheet)
    except OSError as error:
        path.unlink(missing_ok=True)
        said = _("Satz {number} ist angelegt, aber das PDF ließ sich nicht speichern. Bitte einen neuen machen. {why}")
        raise Fault(said.format(number=number, why=sentence_about(error))) from None


async def _school(name: str | None) -> int | None:
    if name is None:
        return None
    for row in await queries.schools():
        if name.casefold() in (row["name"].casefold(), row["short"].casefold()):
            return int(row["id"])
    raise Fault(_("Diese Schule gibt es hier nicht: {name}").format(name=name), code=2)
