"""Sign-in cards to print and cut: ten on a sheet of A4, as an accessible PDF.

Thirty take 0.2 seconds, so call it in a thread. Nothing is kept: the codes and words go from memory onto paper,
and only their hashes stay in the store.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import segno

from zukunftsparlament.kernel.place import place
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.kernel.typeset import PACKAGE, pdf

SHEET = Path(__file__).parent / "card_sheet.typ"
PICTURES = PACKAGE / "static" / "pictures"


class Pictured(Protocol):
    """A word and the name of its picture, as the list of picture words has them."""

    @property
    def word(self) -> str: ...
    @property
    def slug(self) -> str: ...


@dataclass(frozen=True)
class PrintedCard:
    name: str  # "Igel 27"
    code: str  # 26 characters, Crockford alphabet
    words: Sequence[Pictured]


def card_sheet(
    cards: Sequence[PrintedCard],
    *,
    batch: str,
    base_url: str,
    help_lines: Sequence[str],
    made_on: datetime,
    pictures: Path = PICTURES,
) -> bytes:
    """The sheets for one batch. `batch` stands at the top of each sheet ("Clara-Schumann-Gymnasium, 3. Februar 2027").

    `help_lines` (one or two, 70 characters each) say who helps: the youth office and 116 111. A word without a picture
    in `pictures` stands alone.
    """
    drawings = {f"qr {card.name}": _qr(link(base_url, card)) for card in cards}
    drawings |= _drawn({word.slug for card in cards for word in card.words}, pictures)
    data = {
        "title": _("Karten: {batch}").format(batch=batch),
        "from": place().whole,
        "cut": _("An den Linien schneiden. Jede Karte nur der Person geben, der sie gehört."),
        "without_camera": _("Ohne Kamera:"),
        "address": urlsplit(base_url).netloc + "/anmelden",
        "help": list(help_lines),
        "cards": [_card(card, drawings) for card in cards],
    }
    return pdf(SHEET, data, made_on=made_on, drawings=drawings)


def link(base_url: str, card: PrintedCard) -> str:
    """The secret is in the fragment: a browser never sends it, so it reaches no log."""
    return f"{base_url.rstrip('/')}/karte#{card.code}"


def _card(card: PrintedCard, drawings: dict[str, str]) -> dict[str, object]:
    return {
        "name": card.name,
        "qr": f"qr {card.name}",
        "qr_alt": _("QR-Code zum Anmelden mit der Karte {name}").format(name=card.name),
        "words": [
            {
                "word": word.word,
                "drawing": word.slug if word.slug in drawings else None,
                "alt": _("Bild: {word}").format(word=word.word),
            }
            for word in card.words
        ],
    }


def _qr(text: str) -> str:
    """Level M survives a fold and a coffee stain; the white border of four modules is what cameras need."""
    file = BytesIO()
    segno.make(text, error="m", micro=False).save(file, kind="svg", border=4, xmldecl=False)
    return file.getvalue().decode()


def _drawn(slugs: set[str], folder: Path) -> dict[str, str]:
    files = {slug: folder / f"{slug}.svg" for slug in slugs}
    return {slug: file.read_text(encoding="utf-8") for slug, file in files.items() if file.is_file()}
