"""Which characters each font can show, written to coverage.json: `python zukunftsparlament/fonts/make_coverage.py`.

Needs fonttools, which is a test dependency only; the running program reads the JSON. A test says when it is stale.
"""

import json
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FOLDER = Path(__file__).parent
# In the order in which a document asks them. The first that has a character shows it.
FAMILIES = {
    "Atkinson Hyperlegible Next": ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf"),
    "Noto Sans": ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    "Noto Sans Arabic": ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
    "Noto Emoji": ("NotoEmoji-Regular.ttf",),
    "Noto Sans Symbols 2": ("NotoSansSymbols2-Regular.ttf",),
    "Noto Sans Math": ("NotoSansMath-Regular.ttf",),
}


def ranges(points: set[int]) -> str:
    """Hexadecimal, as short as it gets: {65, 66, 67, 80} is "41-43 50"."""
    runs = []
    for _, run in groupby(enumerate(sorted(points)), key=lambda pair: pair[1] - pair[0]):
        numbers = [point for _, point in run]
        runs.append(f"{numbers[0]:x}-{numbers[-1]:x}" if len(numbers) > 1 else f"{numbers[0]:x}")
    return " ".join(runs)


def characters(file: str) -> set[int]:
    with TTFont(FOLDER / file) as font:
        return set(font.getBestCmap())


def coverage() -> dict[str, str]:
    """Per family what all of its weights can show."""
    return {family: ranges(set.intersection(*map(characters, files))) for family, files in FAMILIES.items()}


if __name__ == "__main__":
    (FOLDER / "coverage.json").write_text(json.dumps(coverage(), indent=1) + "\n", encoding="utf-8")
