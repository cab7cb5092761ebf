"""What pupils, and people who mean harm, type into fields that end up in a committee's spreadsheet."""

from functools import lru_cache

from tests.dossiers.example import decision, handover, one_of
from zukunftsparlament.dossiers.documents import DOCUMENTS
from zukunftsparlament.dossiers.shape import Handover

CELLS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "=cmd|' /C calc'!A0",
    '=DDE("cmd";"/C calc";"x")',
    '=HYPERLINK("https://example.org";"Klick")',
    '=WEBSERVICE("https://example.org/"&A1)',
    "{=1+1}",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "'=1+1",
    "https://example.org",
    "mailto:a@example.org",
    "file:///etc/passwd",
    "\x00\x01\x07\x08\x0b\x0c\x0e\x1f\x7f",
    "halb \ud83d und \udc00",
    "\ufffe\uffff\ufdd0",
    "\u202eabc\u202c \u2066def\u2069",
    "👩‍👩‍👧‍👦🏳️‍🌈" * 20,
    "مرحبا بالعالم",
    "Привет, мир",
    "\ue000\U000f0000",
    "Z\u0336\u0322\u0327\u0321" * 30,
    "_x0041_ &amp; <b>&</b> ]]> \"'",
    "W" * 40_000,
    "😀" * 33_000,
    "",
    "\u2028\u2029\u0085",
]


def all_in_one() -> Handover:
    """Each cell in every place where a person's text can stand; the longest in one place, to save time."""
    decisions = []
    for number, whole in enumerate(CELLS, start=1):
        cell = whole[:300]
        words = {"title": cell, "text": whole, "for_": [cell], "against": [cell], "rule": cell, "number": number}
        answer = {"answer": "no", "reason": cell, "next_date": None, "answered_on": "2027-03-01"}
        if number % 2:
            decisions.append(decision(**words, topic=cell, yes_means=cell, no_means=cell, answer=answer))
        else:
            decisions.append(one_of(**words, options=[{"value": "1", "label": cell}], counts={"1": 3}, winner="1"))
    return handover(*decisions, body="=1+1 [/*?:]", parliament="=1+1\x07")


@lru_cache
def made(ending: str) -> bytes:
    """The document of all that; made once, because it takes a while."""
    return DOCUMENTS[ending].write(all_in_one())
