"""Rules of handing over: plain values in, plain answers out. No database, no browser, no clock."""

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from zukunftsparlament.handovers.rules.reasons import Problems, WhyNot

LONGEST_WAIT = timedelta(days=731)  # two years, a leap day included
USUAL_WAIT = timedelta(weeks=8)
LONGEST_LETTER = 2000  # characters
LONGEST_CHANGE = 1000


def why_not_hand_over(
    *,
    asked: Sequence[int],
    known: Collection[int],
    published: Collection[int],
    undecided: Collection[int] = (),
    handed_over: Collection[int],
    body_known: bool,
    answer_by: date | None,
    letter: str = "",
    today: date,
) -> Problems:
    """What speaks against handing over, by field; empty when nothing does.

    `asked`, `known`, `published`, `undecided`: numbers of polls. `handed_over`: those that this body has been given
    already.
    """
    found = {
        "polls": _why_not_polls(asked, known, published, handed_over, undecided),
        "body": None if body_known else WhyNot.BODY_UNKNOWN,
        "answer_by": why_not_answer_by(answer_by, today=today),
        "letter": why_not_letter(letter),
    }
    return {field: why_not for field, why_not in found.items() if why_not}


def _why_not_polls(
    asked: Sequence[int],
    known: Collection[int],
    published: Collection[int],
    handed_over: Collection[int],
    undecided: Collection[int],
) -> WhyNot | None:
    if not asked:
        return WhyNot.NO_POLLS
    if not set(asked) <= set(known):
        return WhyNot.POLL_UNKNOWN
    if not set(asked) <= set(published):
        return WhyNot.NOT_PUBLISHED
    if set(asked) & set(undecided):
        return WhyNot.NOT_DECIDED
    return WhyNot.HANDED_OVER_ALREADY if set(asked) & set(handed_over) else None


def why_not_answer_by(answer_by: date | None, *, today: date) -> WhyNot | None:
    if answer_by is None:
        return WhyNot.ANSWER_BY_MISSING
    if answer_by <= today:
        return WhyNot.ANSWER_BY_NOT_AHEAD
    return WhyNot.ANSWER_BY_TOO_FAR if answer_by - today > LONGEST_WAIT else None


def why_not_letter(letter: str) -> WhyNot | None:
    return WhyNot.LETTER_TOO_LONG if len(letter) > LONGEST_LETTER else None


def why_not_correct(*, letter: str, because: str) -> Problems:
    """What speaks against a new version, by field. It has to say itself what is different."""
    found = {"letter": why_not_letter(letter), "because": _why_not_because(because)}
    return {field: why_not for field, why_not in found.items() if why_not}


def _why_not_because(because: str) -> WhyNot | None:
    if not because.strip():
        return WhyNot.WHAT_CHANGED_MISSING
    return WhyNot.WHAT_CHANGED_TOO_LONG if len(because) > LONGEST_CHANGE else None


def moved(polls: Sequence[int], *, up: int | None = None, down: int | None = None) -> list[int]:
    """The order after one poll (by its number) has changed places with the one before or behind it."""
    order = list(polls)
    wanted, step = (up, -1) if up is not None else (down, 1)
    if wanted in order:
        here = order.index(wanted)
        there = here + step
        if 0 <= there < len(order):
            order[here], order[there] = order[there], order[here]
    return order


def read_day(typed: str) -> date | None:
    """`YYYY-MM-DD` as a date field sends it; None for anything else."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed):
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
