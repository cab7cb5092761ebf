"""Rules of answering, and of saying that something is done."""

from datetime import date, timedelta
from enum import StrEnum

from zukunftsparlament.handovers.rules.reasons import Problems, WhyNot

LONGEST_WAY = timedelta(days=1827)  # five years: roads take long, but a date must be one that somebody will look at
LONGEST_REASON = 1000  # characters, as the words on what is done


class AnswerKind(StrEnum):
    YES = "yes"
    DIFFERENTLY = "differently"
    LATER = "later"
    NO = "no"


def why_not_answer(*, answer: str, reason: str, next_date: date | None, today: date) -> Problems:
    """What speaks against this answer, by field. A reason and a next date belong to every answer, to a no as well:
    who is refused is told when the body will explain itself or look at it again."""
    found = {
        "answer": None if answer in list(AnswerKind) else WhyNot.ANSWER_UNKNOWN,
        "reason": _why_not_reason(reason),
        "next_date": _why_not_next_date(next_date, today),
    }
    return {field: why_not for field, why_not in found.items() if why_not}


def _why_not_reason(reason: str) -> WhyNot | None:
    if not reason.strip():
        return WhyNot.REASON_MISSING
    return WhyNot.REASON_TOO_LONG if len(reason) > LONGEST_REASON else None


def _why_not_next_date(next_date: date | None, today: date) -> WhyNot | None:
    if next_date is None:
        return WhyNot.NEXT_DATE_MISSING
    if next_date < today:
        return WhyNot.NEXT_DATE_PAST
    return WhyNot.NEXT_DATE_TOO_FAR if next_date - today > LONGEST_WAY else None


def why_not_done(*, answered: bool, is_void: bool) -> WhyNot | None:
    """What speaks against calling it done at all."""
    if is_void:
        return WhyNot.VOID
    return None if answered else WhyNot.NOT_ANSWERED


def why_not_words_of_done(*, done_on: date | None, words: str, handed_over: date, today: date) -> Problems:
    """What is wrong in the form, by field."""
    found = {"done_on": _why_not_done_on(done_on, handed_over, today), "words": _why_not_words(words)}
    return {field: why_not for field, why_not in found.items() if why_not}


def _why_not_done_on(done_on: date | None, handed_over: date, today: date) -> WhyNot | None:
    if done_on is None:
        return WhyNot.DONE_ON_MISSING
    if done_on > today:
        return WhyNot.DONE_ON_AHEAD
    return WhyNot.DONE_ON_TOO_EARLY if done_on < handed_over else None


def _why_not_words(words: str) -> WhyNot | None:
    if not words.strip():
        return WhyNot.WORDS_MISSING
    return WhyNot.WORDS_TOO_LONG if len(words) > LONGEST_REASON else None
