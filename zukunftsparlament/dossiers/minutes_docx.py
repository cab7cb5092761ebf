"""Minutes for Word. Call it in a thread."""

from zukunftsparlament.dossiers.handover_docx import docx
from zukunftsparlament.dossiers.minutes_outline import paper
from zukunftsparlament.dossiers.minutes_shape import Written


def minutes_docx(minutes: Written) -> bytes:
    """The same minutes give the same bytes."""
    return docx(paper(minutes))
