"""Points of one paper, put to the vote one by one; some need no vote, for a reason that everybody reads."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from zukunftsparlament.polls.rules.preparing import (
    LONGEST_QUESTION,
    Draft,
    folded,
    options_in,
    why_not_prepare,
    why_not_text,
)
from zukunftsparlament.polls.rules.words import WhyNot

MOST_POINTS = 20
LONGEST_NO_VOTE = 200  # characters
_NO_VOTE = re.compile(r"(?P<point>[0-9]{1,2})\s*[:.)]\s*(?P<reason>\S.*)")


@dataclass(frozen=True)
class Point:
    """With a `reason` there is no vote about it."""

    text: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class SeriesDraft:
    """The form, read. `paper` is what every point has in common; its question is the heading of them all.

    `unread`: whether a line about a point without a vote could not be understood.
    """

    paper: Draft
    points: tuple[Point, ...] = ()
    unread: bool = False

    @property
    def voted_on(self) -> list[tuple[int, Point]]:
        """With their numbers, from 1."""
        return [(number, point) for number, point in enumerate(self.points, start=1) if not point.reason]

    def draft_of(self, point: Point) -> Draft:
        return replace(self.paper, question=point.text)


def points_in(text: str, no_vote: str) -> tuple[tuple[Point, ...], bool]:
    """The points, one a line, and whether a line of `no_vote` (`4: Das gilt schon`) could not be understood."""
    points = [Point(line) for line in options_in(text)]
    unread = False
    for line in options_in(no_vote):
        found = _NO_VOTE.fullmatch(line)
        number = int(found["point"]) if found else 0
        if found is None or not 1 <= number <= len(points) or points[number - 1].reason:
            unread = True
        else:
            points[number - 1] = replace(points[number - 1], reason=found["reason"])
    return tuple(points), unread


def why_not_series(draft: SeriesDraft, *, now: datetime, binding: bool = True) -> Mapping[str, WhyNot]:
    """The problem of each field that has one, as in `why_not_prepare`."""
    reasons = [point.reason for point in draft.points]
    problems = {
        **why_not_prepare(draft.paper, now=now, binding=binding),
        "points": _points(draft),
        "no_vote": WhyNot.NO_VOTE_NOT_READABLE
        if draft.unread or any(len(reason) > LONGEST_NO_VOTE for reason in reasons)
        else None,
    }
    return {field: problem for field, problem in problems.items() if problem}


def _points(draft: SeriesDraft) -> WhyNot | None:
    texts = [point.text for point in draft.points]
    if not draft.voted_on:
        return WhyNot.POINTS_MISSING
    if len(texts) > MOST_POINTS:
        return WhyNot.TOO_MANY_POINTS
    if any(why_not_text(text, LONGEST_QUESTION, WhyNot.POINTS_MISSING, WhyNot.POINT_TOO_LONG) for text in texts):
        return WhyNot.POINT_TOO_LONG
    return WhyNot.OPTION_TWICE if len({folded(text) for text in texts}) < len(texts) else None
