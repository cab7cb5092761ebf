"""Pictures of proposals: how wide they are kept, who gets them, and why one is not taken."""

from dataclasses import dataclass
from enum import StrEnum

from zukunftsparlament.proposals.rules.writing import Problem, problem_of

WIDTHS = (320, 640, 1280)  # in points: for the smallest phone, for most, for a large screen
ALT = 200


class NotTakenBecause(StrEnum):
    EMPTY = "empty"
    TOO_HEAVY = "too_heavy"
    TOO_LARGE = "too_large"
    NOT_A_PICTURE = "not_a_picture"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a picture stands. `is_submitted`: its proposal waits to be read, or has been."""

    is_public: bool
    is_submitted: bool
    is_removed: bool
    is_worrying: bool


def may_see(standing: Standing, *, is_author: bool, moderates: bool, is_office: bool) -> bool:
    """A removed one only whoever decides about an objection; a draft only its author."""
    if standing.is_removed:
        return is_office
    if standing.is_public or is_author:
        return True
    if not standing.is_submitted:
        return False
    return is_office if standing.is_worrying else moderates


def problem_with_alt(alt: str, *, has_picture: bool) -> Problem | None:
    return problem_of(alt, limit=ALT, needed=has_picture)


def width_of_copy(width: int, size: tuple[int, int]) -> int:
    """How wide the copy for `width` really is; `size` is that of the largest. None is twice as high as wide."""
    return max(1, round(size[0] * min(1.0, width / size[0], 2 * width / size[1])))
