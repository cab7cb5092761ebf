"""Text that a PDF can show: whatever a person typed goes in, and what comes out never stops the export.

Typst refuses a whole PDF/UA document for one character without a font, or for one control character. So:
control and invisible format characters go (among them those that turn the reading direction), at most two
accents stay on a letter, what no font shows becomes □, and endless words may be broken.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path

FONTS = Path(__file__).parent.parent / "fonts"
BOX = "□"
BREAK_HERE = "\N{ZERO WIDTH SPACE}"
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"  # Persian words and emoji families need them
MARKS_SHOWN = 2
LONG_WORD = 30  # characters; everyday German ends at 28 ("Verkehrsberuhigungsmaßnahmen")
BREAK_EVERY = 8

_NEW_LINE = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_MANY_EMPTY_LINES = re.compile(r"\n\s*\n\s*\n")


def printable(text: str) -> tuple[str, bool]:
    """`text` as it can be printed, and whether a □ stands in it for something that cannot be shown."""
    calm = unicodedata.normalize("NFC", calmed(text))
    clusters = [_shown(cluster) for cluster in _clusters(calm)]
    boxed = any(hidden for _, hidden in clusters)
    return _breakable([shown for shown, _ in clusters]), boxed


def printable_data(data: object) -> tuple[object, bool]:
    """The same for every text inside of mappings and lists. Keys are ours and stay as they are."""
    match data:
        case str():
            return printable(data)
        case Mapping():
            values, boxed = printable_data(list(data.values()))
            assert isinstance(values, list)
            return dict(zip(data, values, strict=True)), boxed
        case Sequence():
            pairs = [printable_data(part) for part in data]
            return [part for part, _ in pairs], any(boxed for _, boxed in pairs)
    return data, False


def calmed(text: str) -> str:
    """One kind of line end, no control or invisible characters, no tower of accents. What no font shows is still in."""
    return "".join(_without_noise(_MANY_EMPTY_LINES.sub("\n\n", _NEW_LINE.sub("\n", text))))


def _breakable(clusters: Sequence[str]) -> str:
    """The text, with places to break in words so long that they would run off the page."""
    pieces: list[str] = []
    for is_space, run in groupby(clusters, key=str.isspace):
        word = list(run)
        if is_space or len(word) <= LONG_WORD:
            pieces += word
        else:
            pieces.append(BREAK_HERE.join("".join(word[i : i + BREAK_EVERY]) for i in range(0, len(word), BREAK_EVERY)))
    return "".join(pieces)


def _without_noise(text: str) -> Iterator[str]:
    """The characters without invisible ones and without the third and further accents on one letter.

    Before NFC on purpose: sorting 20,000 accents on one letter takes Python a second.
    """
    marks, joined = 0, False
    for character in text:
        category = _category(character)
        if category == "noise" or (character in JOINERS and joined):
            continue
        joined = character in JOINERS
        marks = marks + 1 if category == "mark" else 0
        if marks <= MARKS_SHOWN:
            yield " " if category == "space" else character


@lru_cache(maxsize=4096)
def _category(character: str) -> str:
    """What is done with it: noise goes, a space becomes a plain one, marks are counted."""
    code, category = ord(character), unicodedata.category(character)
    if character == "\n" or character in JOINERS:
        return "letter"
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF or character == "\N{COMBINING GRAPHEME JOINER}":
        return "noise"  # variation selectors: colour or outline, which is not ours to choose on paper
    if character == "\t" or (category == "Zs" and not _families(character)):
        return "space"
    if category in ("Cc", "Cf"):
        return "noise"
    return "mark" if category[0] == "M" else "letter"


def _clusters(text: str) -> Iterator[str]:
    """A letter with everything that hangs on it: one font has to show them together."""
    cluster = ""
    for character in text:
        if cluster and (_hangs_on(character) or _joined(cluster, character)):
            cluster += character
        else:
            if cluster:
                yield cluster
            cluster = character
    if cluster:
        yield cluster


@lru_cache(maxsize=4096)
def _hangs_on(character: str) -> bool:
    is_skin_tone = 0x1F3FB <= ord(character) <= 0x1F3FF
    return unicodedata.category(character)[0] == "M" or is_skin_tone or character in JOINERS


def _joined(cluster: str, character: str) -> bool:
    """Emoji families are people held together by joiners. Four people are the most that Unicode knows."""
    return cluster[-1] == JOINERS[1] and len(cluster) < 16 and "Noto Emoji" in _families(character)


@lru_cache(maxsize=4096)
def _shown(cluster: str) -> tuple[str, bool]:
    """The cluster, or as much of it as its font can show with □ for the rest; and whether there is a rest."""
    letter, rest = cluster[0], cluster[1:]
    if letter in "\n" + JOINERS:
        return ("\n" if letter == "\n" else ""), False
    families = _families(letter)
    if not families:
        return BOX, True
    needed = [character for character in rest if character not in JOINERS]
    if unicodedata.category(letter) != "Lo":
        cluster = cluster.rstrip(JOINERS)  # nothing joins here; a font would be asked for both sides together
    if any(all(family in _families(character) for character in needed) for family in families):
        return cluster, False
    kept = [character for character in needed if families[0] in _families(character)]
    return letter + "".join(kept) + BOX, True


@lru_cache(maxsize=8192)
def _families(character: str) -> tuple[str, ...]:
    """The vendored fonts that have this character, in the order in which a document asks them."""
    if unicodedata.category(character) in ("Co", "Cs", "Cn"):
        return ()  # private use: a font may have a picture there, but nobody knows what it means
    return tuple(family for family, points in _coverage().items() if ord(character) in points)


@lru_cache(maxsize=1)
def _coverage() -> dict[str, frozenset[int]]:
    ranges: dict[str, str] = json.loads((FONTS / "coverage.json").read_text(encoding="utf-8"))
    return {family: frozenset(_points(text)) for family, text in ranges.items()}


def _points(ranges: str) -> Iterator[int]:
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)
