"""Minutes on paper (PDF/UA-1). Takes 30 to 100 ms: call it in a thread."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from zukunftsparlament.dossiers.blocks import Block, Drawing, Grid, Heading, Points, Words
from zukunftsparlament.dossiers.minutes_outline import paper
from zukunftsparlament.dossiers.minutes_shape import Written
from zukunftsparlament.kernel.typeset import pdf

PAGES = Path(__file__).parent / "blocks.typ"


def minutes_pdf(minutes: Written) -> bytes:
    """The same minutes give the same bytes: their own day is the date of the file."""
    told = paper(minutes)
    data = {"title": told.title, "from": told.author, "foot": told.foot, "blocks": [_block(one) for one in told.blocks]}
    return pdf(PAGES, data, made_on=minutes.made_on)


def _block(block: Block) -> Mapping[str, Any]:
    match block:
        case Heading():
            return {"is": "heading", "text": block.text, "level": block.level}
        case Words():
            return {"is": "words", "text": block.text, "lead": block.lead, "style": block.style}
        case Points():
            return {"is": "points", "texts": list(block.texts)}
        case Grid():
            rows = [list(row) for row in block.rows]
            return {
                "is": "grid",
                "title": block.title,
                "widths": list(block.widths),
                "header": list(block.header),
                "rows": rows,
            }
        case Drawing():
            return {"is": "nothing"}  # none of our papers has one here
