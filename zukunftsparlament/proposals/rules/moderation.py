"""What moderators may decide about a held post or a report, and what is wrong with a decision."""

from enum import Enum, StrEnum

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


def why_not_moderate(*, author: int | None, moderator: int | None) -> WhyNotModerate | None:
    """`moderator` is a member's row id, None for the office. Nobody decides about their own words."""
    return WhyNotModerate.OWN_POST if author is not None and author == moderator else None


def problem_with(words: str, *, are_needed: bool) -> Problem | None:
    """Words to the author: asking back, declining and removing need a reason."""
    return problem_of(words, limit=OFFICE_WORDS, needed=are_needed)
