"""Make the small German font from the full one: python docs/recipes/font_subset.py FULL.woff2 SMALL.woff2

FULL is the latin file of npm `@fontsource-variable/atkinson-hyperlegible-next` (OFL 1.1). Needs fonttools and
brotli (test requirements). Keep GERMAN equal to the first `unicode-range` in static/css/02-tokens.css.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

GERMAN = (
    "U+20-7E,U+A0,U+A7,U+AB,U+B0,U+B7,U+BB,U+C4,U+D6-D7,U+DC,U+DF,U+E4,U+E9,U+F6,U+FC,"
    "U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+20AC,U+2212"
)
WEIGHTS = (400, 800)


def make(full: Path, small: Path) -> None:
    font = TTFont(full)
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "liga"]
    options.hinting = False
    options.flavor = "woff2"
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(GERMAN.replace("U+", "")))
    subsetter.subset(font)  # before narrowing the weights: the delivered file names glyphs that it lacks
    font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS})
    font.flavor = "woff2"
    font.save(small)


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]))
