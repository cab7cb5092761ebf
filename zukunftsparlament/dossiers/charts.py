"""Results as pictures, for documents that cannot draw. Some 10 milliseconds each: call it in a thread."""

import struct
from pathlib import Path

from zukunftsparlament.dossiers.blocks import Drawing
from zukunftsparlament.dossiers.results import drawn, in_words
from zukunftsparlament.dossiers.shape import Handover
from zukunftsparlament.kernel.typeset import pictures

PAGE = Path(__file__).parent / "charts_alone.typ"
DOTS_PER_INCH = 150
MOST = 40  # rows: what is longer is told by its table alone
MILLIMETRES = 25.4 / DOTS_PER_INCH


def charts(frozen: Handover) -> dict[int, Drawing]:
    """By the number of the decision."""
    results = [(decision, drawn(decision)) for decision in frozen["decisions"] if len(decision["counts"]) <= MOST]
    if not results:
        return {}
    images = pictures(PAGE, {"results": [result for _, result in results]}, dots_per_inch=DOTS_PER_INCH)
    pairs = zip(results, images, strict=True)
    return {decision["number"]: _drawing(png, in_words(decision)) for (decision, _), png in pairs}


def _drawing(png: bytes, alt: str) -> Drawing:
    width, height = struct.unpack(">II", png[16:24])  # where every PNG says its size in dots
    return Drawing(png, alt, width * MILLIMETRES, height * MILLIMETRES)
