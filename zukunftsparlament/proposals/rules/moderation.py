"""What moderators may decide about a held post or a report, and what is wrong with a decision."""

from collections.abc import Collection
from enum import Enum, StrEnum

from zukunftsparlament.proposals.rules.acts import ReportReason
from zukunftsparlament.proposals.rules.stages import COLLECTING, Stage
from zukunftsparlament.proposals.rules.writing import OFFICE_WORDS, Problem, problem_of


class Decision(StrEnum):
    """About a held post."""

    RELEASE = "release"
    ASK = "ask"
    DECLINE = "decline"


class Verdict(StrEnum):
    """About a report."""

    REMOVE = "remove"
    KEEP = "keep"


class WhyNotModerate(Enum):
    OWN_POST = "own_post"
    OWN_REPORT = "own_report"
    OWN_REMOVAL = "own_removal"
    FOR_THE_OFFICE = "for_the_office"


# What is read first: who may be in danger, then what hurts more the longer it stands, then what annoys.
URGENCY = {
    ReportReason.DANGER: 0,
    ReportReason.THREAT: 0,
    ReportReason.SEXUAL: 1,
    ReportReason.PRIVATE: 1,
    ReportReason.PICTURE: 1,
    ReportReason.INSULT: 2,
    ReportReason.HATE: 2,
    ReportReason.OTHER: 2,
    ReportReason.UNTRUE: 3,
    ReportReason.ADVERT: 3,
}
URGENT = 0
# Young moderators are not shown these: it is for grown-ups to look at them, and no secret goes further than it must.
HELD_FOR_THE_OFFICE = ("worry", "picture")  # codes of why a post is held; anything may be on a picture
FOR_THE_OFFICE = frozenset(reason for reason, urgency in URGENCY.items() if urgency <= 1)


def why_not_moderate(*, author: int | None, moderator: int | None) -> WhyNotModerate | None:
    """`moderator` is a member's row id, None for the office. Nobody decides about their own words."""
    return WhyNotModerate.OWN_POST if author is not None and author == moderator else None


def why_not_settle(
    *, authors: Collection[int], reporters: Collection[int], moderator: int | None, stage: Stage | None
) -> WhyNotModerate | None:
    """About a report. `stage`: of a proposal that is reported itself; None for a contribution or a picture.

    What has got as far as a vote is not for a pupil alone to take away.
    """
    if moderator is None:
        return None
    if moderator in reporters:
        return WhyNotModerate.OWN_REPORT
    if stage is not None and stage not in COLLECTING:
        return WhyNotModerate.FOR_THE_OFFICE
    return WhyNotModerate.OWN_POST if moderator in authors else None


def is_more_urgent(new: ReportReason, old: ReportReason) -> bool:
    return URGENCY[new] < URGENCY[old]


def problem_with(words: str, *, are_needed: bool) -> Problem | None:
    """Words to the author: asking back, declining and removing need a reason."""
    return problem_of(words, limit=OFFICE_WORDS, needed=are_needed)
