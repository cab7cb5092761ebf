"""The guard: what in a text a grown-up should read before everybody can.

It looks for ways to reach a child outside (number, address, handle, link, e-mail), for words
that hurt, and for words of somebody who may be in danger. It decides nothing: a flagged post is held until somebody
has read it. Every pattern has bounded repetition, so that the time grows with the length of the text and no faster.
"""

import re

from zukunftsparlament.proposals.guard import plain, words
from zukunftsparlament.proposals.guard.contacts import has_address, has_e_mail, has_handle, has_link, has_phone
from zukunftsparlament.proposals.guard.starred import has_starred_insult
from zukunftsparlament.proposals.guard.worry import is_worrying

LETTERS_TO_SHOUT = 12
SHOUTING_SHARE = (60, 100)  # more than this share of the letters are capitals

CODES = ("phone", "address", "handle", "link", "e_mail", "shouting", "insult", "worry")

# How a letter is written to slip through: digits, signs, a star for a vowel; each may stand twice.
DISGUISES = {
    "a": "[a4@*]",
    "b": "[b8]",
    "c": "[c(<]",
    "e": "[e3*]",
    "g": "[g9]",
    "i": "[i1l!|*]",
    "l": "[l1i|]",
    "o": "[o0*]",
    "s": "[s5$]",
    "t": "[t7+]",
    "u": "[uv*]",
}


def _disguised(stem: str) -> str:
    """A pattern for `stem` (folded). A letter that stands twice already is not doubled again."""
    pattern = ""
    for index, letter in enumerate(stem):
        sign = " " if letter == " " else DISGUISES.get(letter, letter)
        twice = letter in (stem[index - 1 : index], stem[index + 1 : index + 2]) or letter == " "
        pattern += sign if twice else sign + "{1,2}"
    return pattern


def _one_of(stems: list[str]) -> str:
    return "|".join(_disguised(stem) for stem in stems)


INSULT = re.compile(
    rf"(?<![a-z])(?:(?:{_one_of(words.WHOLE)})(?:{words.ENDINGS})?(?![a-z])"
    rf"|(?:{_one_of(words.BEGINNINGS)})|(?:{_one_of(words.PHRASES)})(?![a-z]))"
)


def is_shouting(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    share, whole = SHOUTING_SHARE
    return len(letters) >= LETTERS_TO_SHOUT and capitals * whole > len(letters) * share


def flags(*texts: str) -> tuple[str, ...]:
    """The `CODES` that speak against showing `texts` (the fields of one post) unread; mostly none."""
    composed = [plain.composed(text) for text in texts]
    folded = plain.folded(" ".join(composed))
    joined = plain.joined(folded)
    found = {
        "phone": has_phone(joined) or has_phone(folded),
        "address": has_address(folded) or has_address(joined),
        "handle": has_handle(folded),
        "link": has_link(folded) or has_link(joined),
        "e_mail": has_e_mail(folded) or has_e_mail(joined),
        "shouting": any(map(is_shouting, composed)),
        "insult": bool(INSULT.search(folded) or INSULT.search(joined)) or has_starred_insult(folded),
        "worry": is_worrying(folded) or is_worrying(joined),
    }
    return tuple(code for code in CODES if found[code])
