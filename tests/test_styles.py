"""What other tests rely on in the style sheets."""

import re
from pathlib import Path

STATIC = Path(__file__).parents[1] / "zukunftsparlament" / "static"
IN_THE_DARK = re.compile(r"@media[^{]*prefers-color-scheme: *dark[^{]*\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}")
COLOURS = re.compile(r"\s*:root\s*\{\s*(?:--[\w-]+:[^;{}]+;\s*)*(?:--[\w-]+:[^;{}]+)?\}\s*")


def test_in_the_dark_nothing_but_colours_differs() -> None:
    found = [
        (path.name, block)
        for path in STATIC.rglob("*.css")
        if "vendor" not in path.parts
        for block in IN_THE_DARK.findall(re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL))
    ]

    assert found
    assert [name for name, block in found if not COLOURS.fullmatch(block)] == []
