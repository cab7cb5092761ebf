"""What a text looks like to the eye: tricks with letters undone, so that `guard` can look at it."""

import re
import unicodedata
from functools import cache

from confusable_homoglyphs.confusables import confusables_data

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
WHOLE_SENTENCES = {0xFDFA: " ", 0xFDFB: " "}  # one character that NFKC makes 18 or 8 of: a way to make us slow
SPACES = re.compile(r"\s+")
SPACED_OUT = re.compile(r"(?<![^\W_])(?:[^\W_][\W_]{1,3}){2,}[^\W_](?![^\W_])")
# Letters that nobody can see: fillers of other scripts, an empty Braille cell.
BLANKS = dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0\u2800"), " ")
# Latin letters with hooks and strokes, small capitals, letters in boxes, letters of flags.
BLOCKS = ((0x80, 0x2B0), (0x1D00, 0x1DC0), (0x1E00, 0x1F00), (0x2C60, 0x2C80), (0xA720, 0xAB70), (0x1F100, 0x1F200))
NAME_OF_LETTER = re.compile(
    r"(?:LATIN (?:SMALL |CAPITAL )?LETTER (?:SMALL CAPITAL )?|SYMBOL LETTER )([A-Z])(?: WITH .+)?$"
)
BETWEEN = re.compile(r"[\W_]+")
LONG_RUN = re.compile(r"([^\W\d])\1{2,}")


@cache
def _look_alikes() -> dict[int, str]:
    """Letters of other scripts (and Latin ones from far away) that look like a plain one: а (Cyrillic) is a."""
    found = _dressed_letters()
    for character, likes in confusables_data.items():
        if len(character) == 1 and not character.isascii() and unicodedata.category(character)[0] == "L":
            plain = [like["c"] for like in likes if like["c"].isascii() and like["c"].isalpha()]
            if plain and character not in "äöüÄÖÜß":
                found[ord(character)] = plain[0]
    return found


def _dressed_letters() -> dict[int, str]:
    """What Unicode calls a letter with something about it; marks that come off by themselves are left to `folded`."""
    found = {}
    for code in (code for first, end in BLOCKS for code in range(first, end)):
        named = NAME_OF_LETTER.search(unicodedata.name(chr(code), ""))
        if named and unicodedata.normalize("NFD", chr(code)) == chr(code):
            found[code] = named[1].lower()
    return found


def composed(text: str) -> str:
    """NFKC, without what cannot be seen; white space of any length is one space."""
    whole = unicodedata.normalize("NFKC", text.translate(WHOLE_SENTENCES)).translate(BLANKS)
    return SPACES.sub(" ", "".join(c for c in whole if unicodedata.category(c) != "Cf"))


def folded(text: str) -> str:
    """`composed` text in small letters: look-alikes plain, ä = ae, ß = ss, no marks above or below, no aaaaaa."""
    small = text.translate(_look_alikes()).casefold().translate(UMLAUTS)
    bare = "".join(c for c in unicodedata.normalize("NFD", small) if unicodedata.category(c)[0] != "M")
    return LONG_RUN.sub(r"\1\1", bare)


def joined(folded_text: str) -> str:
    """Words that were spelt out are words again: "f.i.c.k" is "fick", "0 1 5 1" is "0151"."""
    return SPACED_OUT.sub(lambda spelt: BETWEEN.sub("", spelt[0]), folded_text)
