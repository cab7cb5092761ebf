"""Minutes on paper (PDF/UA-1). Takes 30 to 100 ms: call it in a thread."""

from pathlib import Path

from zukunftsparlament.dossiers.block_data import as_data
from zukunftsparlament.dossiers.minutes_outline import paper
from zukunftsparlament.dossiers.minutes_shape import Written
from zukunftsparlament.kernel.typeset import pdf

PAGES = Path(__file__).parent / "blocks.typ"


def minutes_pdf(minutes: Written) -> bytes:
    """The same minutes give the same bytes: their own day is the date of the file."""
    told = paper(minutes)
    data = {
        "title": told.title,
        "from": told.author,
        "foot": told.foot,
        "blocks": [as_data(one) for one in told.blocks],
    }
    return pdf(PAGES, data, made_on=minutes.made_on)
