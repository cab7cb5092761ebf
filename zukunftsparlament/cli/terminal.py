"""What a terminal can show."""

import io

import segno


def qr(text: str) -> str:
    """A QR code out of half blocks, readable on dark and on light terminals."""
    drawn = io.StringIO()
    segno.make(text, error="l", boost_error=False, micro=False).terminal(drawn, compact=True, border=2)
    return drawn.getvalue().rstrip("\n")
