"""QR codes for pages."""

from io import BytesIO

import segno
from minijinja import safe


def qr_svg(text: str) -> str:
    """Stands in a page as it is: without size, colour or script of its own (class `qr` gives it them)."""
    file = BytesIO()
    segno.make(text, error="m", micro=False).save(
        file, kind="svg", border=2, xmldecl=False, svgns=False, svgclass=None, lineclass=None, omitsize=True
    )
    return safe(file.getvalue().decode())
