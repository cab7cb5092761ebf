"""A poll that somebody wants to prepare, and everything that is wrong with it, field by field."""

import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from zukunftsparlament.polls.rules.money import cents_in
from zukunftsparlament.polls.rules.terms import NO_TERMS, Terms, why_not_terms
from zukunftsparlament.polls.rules.words import Electorate, Kind, Secrecy, WhyNot

LONGEST_QUESTION = 200  # characters, as are the next two
LONGEST_MEANING = 200
LONGEST_OPTION = 100
FEWEST_OPTIONS, MOST_OPTIONS = 2, 12

# Whoever fills in a form slowly may be a little late; a slip in the year must not open a poll at once and for good.
LATE_AT_MOST = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The form, read: times are UTC, None means "by hand". `options` come from `options_in`."""

    question: str
    yes_means: str = ""
    no_means: str = ""
    kind: Kind
    options: tuple[str, ...] = ()
    terms: Terms = NO_TERMS
    persons: bool = False
    two_key: bool = False
    secrecy: Secrecy
    electorate: Electorate
    opens_at: datetime | None = None
    closes_at: datetime | None = None


def options_in(text: str) -> tuple[str, ...]:
    """One option a line; blank lines mean nothing."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(line.strip() for line in lines if line.strip())


def costed_in(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """`Neue Tornetze; 333,34`, one a line: the projects, and what they cost in cents where that can be read."""
    names, costs = [], []
    for line in options_in(text):
        name, _sign, cost = line.rpartition(";")
        name = name.rstrip("; ")  # the sign twice is a slip of the finger
        names.append(name or line)
        with suppress(ValueError):
            if name:  # a number alone is no project
                costs.append(cents_in(cost))
    return tuple(names), tuple(costs)


def why_not_prepare(draft: Draft, *, now: datetime, binding: bool = True) -> Mapping[str, WhyNot]:
    """The problem of each field that has one, by the name of the form field. Empty: nothing speaks against it."""
    problems: dict[str, WhyNot | None] = {
        "question": why_not_text(draft.question, LONGEST_QUESTION, WhyNot.QUESTION_MISSING, WhyNot.QUESTION_TOO_LONG),
        "secrecy": _secrecy(draft, binding),
        "two_key": WhyNot.TWO_KEYS_ONLY_SECRET if draft.two_key and draft.secrecy is not Secrecy.SECRET else None,
        "opens_at": _opens(draft, now),
        "closes_at": _closes(draft, now),
    }
    if draft.kind is Kind.YES_NO_ABSTAIN:
        for field, means, missing in (
            ("yes_means", draft.yes_means, WhyNot.MEANING_OF_YES_MISSING),
            ("no_means", draft.no_means, WhyNot.MEANING_OF_NO_MISSING),
        ):
            problems[field] = why_not_text(means, LONGEST_MEANING, missing, WhyNot.MEANING_TOO_LONG)
    else:
        in_terms = why_not_terms(draft.kind, draft.terms, options=len(draft.options))
        problems |= in_terms | {"options": _options(draft.options) or in_terms.get("options")}
    return {field: problem for field, problem in problems.items() if problem}


def _secrecy(draft: Draft, binding: bool) -> WhyNot | None:
    if draft.persons and draft.secrecy is not Secrecy.SECRET:
        return WhyNot.PERSONS_ARE_SECRET
    by_name = draft.secrecy is Secrecy.NAMED
    return WhyNot.NAMED_NOT_BINDING if by_name and not (binding and draft.electorate is Electorate.SEATS) else None


def why_not_text(text: str, longest: int, missing: WhyNot, too_long: WhyNot) -> WhyNot | None:
    if not text.strip():
        return missing
    return too_long if len(text.strip()) > longest else None


def _options(options: tuple[str, ...]) -> WhyNot | None:
    if len(options) < FEWEST_OPTIONS:
        return WhyNot.TOO_FEW_OPTIONS
    if len(options) > MOST_OPTIONS:
        return WhyNot.TOO_MANY_OPTIONS
    if any(len(option) > LONGEST_OPTION for option in options):
        return WhyNot.OPTION_TOO_LONG
    return WhyNot.OPTION_TWICE if len({folded(option) for option in options}) < len(options) else None


def folded(text: str) -> str:
    """The same for texts that look the same on a ballot paper: capitals, spaces and kinds of letters aside."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).split())


def _opens(draft: Draft, now: datetime) -> WhyNot | None:
    too_late = draft.opens_at is not None and draft.opens_at < now - LATE_AT_MOST
    return WhyNot.OPENS_IN_THE_PAST if too_late else None


def _closes(draft: Draft, now: datetime) -> WhyNot | None:
    if draft.closes_at is None:
        return None
    if draft.opens_at is not None and draft.closes_at <= draft.opens_at:
        return WhyNot.CLOSES_BEFORE_OPENING
    return WhyNot.CLOSES_IN_THE_PAST if draft.closes_at <= now else None
