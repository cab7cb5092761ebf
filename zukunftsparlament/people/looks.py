"""What a name looks like, after UTS 39: two names with one skeleton are the same name to the eye."""

import unicodedata
from functools import cache

from confusable_homoglyphs.confusables import confusables_data

GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# Plain signs that pass for one another in one font or the other; i and l by way of capital I.
PLAIN = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "!": "l"})
PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
LEET = str.maketrans({"4": "a", "3": "e", "5": "s", "7": "t", "8": "b"})
KEPT = frozenset("äöüÄÖÜß")


def skeleton(text: str) -> str:
    """Small letters and digits alone: no case, no marks, no spaces, every look-alike as the plainest of its kind."""
    plain = "".join(_plainest(sign) for sign in unicodedata.normalize("NFKC", text))
    bare = unicodedata.normalize("NFD", plain.casefold().translate(GERMAN))
    letters = "".join(sign for sign in bare if sign.isalnum()).translate(PLAIN)
    for pair, one in PAIRS:
        letters = letters.replace(pair, one)
    return letters


@cache
def _plainest(sign: str) -> str:
    """А (Cyrillic) is A. Of look-alikes without a plain one all stand for the same, whichever it is."""
    if sign.isascii() or sign in KEPT:
        return sign
    likes = [like["c"] for like in confusables_data.get(sign, ()) if len(like["c"]) == 1]
    if plain := [like for like in likes if like.isascii() and like.isalpha()]:
        return str(plain[0])
    if len(likes) != 1:
        return sign  # the middle of its group: the others point at it
    other = str(likes[0])
    return min(sign, other) if len(confusables_data.get(other, ())) == 1 else _plainest(other)
