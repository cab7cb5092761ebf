"""Data and a Typst file in, an accessible PDF (PDF/UA-1) out.

It blocks for 10 to 55 milliseconds: call it in a thread (`asyncio.to_thread`), never on the event loop.
The data travel as JSON through Typst's inputs, so a text is never markup and no pupil can write a formula.
Only our own fonts are seen and the date is the document's, so the same input gives the same bytes on any machine.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import typst

from zukunftsparlament.kernel.printable import FONTS, printable_data

PACKAGE = Path(__file__).parent.parent  # so that a Typst file can say `#import "/kernel/paper.typ"`


def pdf(
    source: Path,
    data: Mapping[str, object],
    *,
    made_on: datetime,
    drawings: Mapping[str, str] | None = None,
    root: Path = PACKAGE,
) -> bytes:
    """Set the Typst file `source` with `data`, and `drawings` (our own SVGs) by name. It may read files below `root`.

    Every text in `data` is cleaned; a drawing is not, so it must never come from a person.
    A `made_on` without a time zone is taken as UTC.
    """
    return typst.compile(
        str(source),
        root=str(root),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=_inputs(data, drawings or {}),
        pdf_standards=["ua-1"],
        timestamp=made_on if made_on.tzinfo else made_on.replace(tzinfo=UTC),
    )


def pictures(source: Path, data: Mapping[str, object], *, dots_per_inch: int) -> list[bytes]:
    """Each page of the Typst file `source` as a PNG."""
    found = typst.compile(
        str(source),
        root=str(PACKAGE),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="png",
        ppi=dots_per_inch,
        sys_inputs=_inputs(data, {}),
    )
    return found if isinstance(found, list) else [found]


def _inputs(data: Mapping[str, object], drawings: Mapping[str, str]) -> dict[str, str]:
    shown, boxed = printable_data(data)
    return {"data": json.dumps(shown), "drawings": json.dumps(dict(drawings)), "boxed": json.dumps(boxed)}


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Read once: looking through the folder takes longer than a page."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
