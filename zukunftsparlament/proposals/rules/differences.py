"""What is different between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

_WORDS = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)
WORDS_AT_MOST = 3_000  # in both together, blanks and signs too: more takes over 0.2 s, and is shown whole


class Kind(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    kind: Kind
    text: str


@lru_cache(maxsize=500)
def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order. Without the new ones it is `before`, without those gone `after`."""
    if before == after:
        return (Piece(Kind.SAME, before),) if before else ()
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > WORDS_AT_MOST:
        return tuple(piece for piece in (Piece(Kind.GONE, before), Piece(Kind.NEW, after)) if piece.text)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Kind.SAME, "".join(old[i1:i2])))
            continue
        pieces += [
            Piece(kind, text)
            for kind, text in ((Kind.GONE, "".join(old[i1:i2])), (Kind.NEW, "".join(new[j1:j2])))
            if text
        ]
    return _joined(pieces)


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """A blank between two changed words belongs to both: „rote Bank“ → „grüne Tür“ is one change, not two."""
    joined: list[Piece] = []
    for index, piece in enumerate(pieces):
        is_between = 0 < index < len(pieces) - 1 and piece.kind is Kind.SAME and piece.text.isspace()
        joined += [Piece(Kind.GONE, piece.text), Piece(Kind.NEW, piece.text)] if is_between else [piece]
    return _in_turn(joined)


def _in_turn(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Between two places that stayed: first all that is gone, then all that is new."""
    found: list[Piece] = []
    gone = new = ""
    for piece in [*pieces, Piece(Kind.SAME, "")]:
        if piece.kind is Kind.GONE:
            gone += piece.text
        elif piece.kind is Kind.NEW:
            new += piece.text
        else:
            found += [Piece(Kind.GONE, gone)] if gone else []
            found += [Piece(Kind.NEW, new)] if new else []
            found += [piece] if piece.text else []
            gone = new = ""
    return tuple(found)
