"""Words, how close two of them are, and where a hit is marked. Pure.

"Fahrradweg" has to find "Radwege", and no stemming leads there: three letters in a row do (trigrams).
"""
# ruff: noqa: SIM905 - a list of words is read more easily

import math
import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

KINDS = ("proposal", "comment", "poll", "answer")
WORDS_ASKED, LETTERS_ASKED, LETTERS_KEPT, WORDS_KEPT = 6, 200, 40, 500
SIMILAR = 0.2  # as pg_trgm counts: "fahrradweg" and "radwege" have 0.27
CLOSE = 0.3
A_SLIP = 0.36  # "skaetpark" and "skatepark": most of it is the same
_WORD = re.compile(r"[^\W_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# Words of which every text is full. Who types nothing else is told to say more.
COMMON = frozenset(
    "aber alle als also am an auch auf aus bei beim bin bis da damit dann das dass dein dem den der des die dir doch "
    "du durch ein eine einem einen einer eines er es fuer gar gibt habe haben hat hier ich ihr im in ist ja jede jeder "
    "kann kein keine man mehr mein mich mir mit muss nach nicht noch nur oder ohne schon sehr sein sich sie sind so "
    "soll sollen sollte ueber um und uns unser unsere viel viele vom von vor war was weil wenn wer werden wie wir wird "
    "wo wollen zu zum zur".split()
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text; `is_hit`: it is what was looked for."""

    text: str
    is_hit: bool = False


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """One way to write it: ä is ae, é is e, capital is small."""
    plain = unicodedata.normalize("NFKC", word).casefold().translate(_UMLAUTS)
    letters = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))[:LETTERS_KEPT]


def words_in(text: str) -> set[str]:
    """The words of a text that can be found, folded."""
    found = {folded(word) for word in _WORD.findall(text)}
    return {word for word in found if len(word) > 1 and word not in COMMON and word.isalnum()}


def words_asked(asked: str) -> list[str]:
    """What to look for, in the order in which it was typed."""
    found = [folded(word) for word in _WORD.findall(asked[:LETTERS_ASKED])]
    useful = [word for word in found if len(word) > 1 and word not in COMMON and word.isalnum()]
    return list(dict.fromkeys(useful))[:WORDS_ASKED]


def trigrams(word: str) -> set[str]:
    return {word[at : at + 3] for at in range(len(word) - 2)}


def pieces_of(word: str) -> set[str]:
    """The word and the parts of it, four letters and more, that may be words of their own: "muell" in "muelleimer"."""
    return {word} | {word[at:to] for at in range(len(word) - 3) for to in range(at + 4, len(word) + 1)}


def closeness(asked: str, word: str) -> float:
    """From 0 to 1, 1 for the same word."""
    if asked == word:
        return 1.0
    if len(asked) >= 3 and asked in word:
        return 0.9 if word.startswith(asked) else 0.75
    if len(word) >= 4 and word in asked:
        return 0.6
    alike = similarity(asked, word)
    if alike >= A_SLIP:
        return min(0.9, alike + 0.25)
    together = longest_common(asked, word) if alike >= SIMILAR else 0
    return (alike + together / len(asked)) / 2 if together >= 4 else 0.0


def similarity(one: str, other: str) -> float:
    """As pg_trgm counts it: a word begins with two blanks and ends with one."""
    ours, theirs = trigrams(f"  {one} "), trigrams(f"  {other} ")
    return len(ours & theirs) / len(ours | theirs)


def longest_common(one: str, other: str) -> int:
    """How many letters in a row both have."""
    for length in range(min(len(one), len(other)), 0, -1):
        if any(one[at : at + length] in other for at in range(len(one) - length + 1)):
            return length
    return 0


def rarity(uses: int) -> float:
    """A word that few texts have says more. 0.59 for one of them, 0.13 for a thousand."""
    return 1 / (1 + math.log(1 + uses))


def marked(text: str, words: Collection[str]) -> list[Piece]:
    """`text` in pieces; those whose folded form is in `words` are hits."""
    pieces, at = [], 0
    for found in _WORD.finditer(text):
        if folded(found[0]) in words:
            pieces += [Piece(text[at : found.start()]), Piece(found[0], is_hit=True)]
            at = found.end()
    return [piece for piece in (*pieces, Piece(text[at:])) if piece.text]


def cut_around(text: str, words: Collection[str], *, length: int = 180) -> str:
    """A part of `text` with the first hit in it, cut between words."""
    first = next((found.start() for found in _WORD.finditer(text) if folded(found[0]) in words), 0)
    start = max(0, first - length // 3)
    if start:
        start = text.rfind(" ", 0, start + 1) + 1
    part = text[start : start + length]
    if start + length < len(text):
        part = part.rpartition(" ")[0] or part
    return ("… " if start else "") + part.strip() + (" …" if start + length < len(text) else "")


def best(scores: Iterable[tuple[int, float]], *, at_most: int) -> list[tuple[int, float]]:
    """The highest first, the newer first among the same; what is far below the best is left out."""
    ranked = sorted(scores, key=lambda one: (-one[1], -one[0]))[:at_most]
    return [one for one in ranked if one[1] >= 0.25 * ranked[0][1]]
