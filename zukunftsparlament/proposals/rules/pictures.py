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


class InEdit(StrEnum):
    """What an open edit does with the picture. Nothing: ""."""

    NEW = "new"
    GONE = "gone"


class PictureChange(StrEnum):
    """What is different about the picture in a version. Of the same picture it may be what is said to be on it."""

    ADDED = "added"
    REPLACED = "replaced"
    GONE = "removed"
    DESCRIBED = "described"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a picture stands. `is_submitted`: its proposal, or its edit, waits to be read, or has been."""

    is_public: bool
    is_submitted: bool
    is_removed: bool


def may_see(standing: Standing, *, is_author: bool, is_office: bool) -> bool:
    """A removed one only whoever decides about an objection; one that nobody has looked at, authors and the office."""
    if standing.is_removed:
        return is_office
    return standing.is_public or is_author or (standing.is_submitted and is_office)


def problem_with_alt(alt: str, *, has_picture: bool) -> Problem | None:
    return problem_of(alt, limit=ALT, needed=has_picture)


def width_of_copy(width: int, size: tuple[int, int]) -> int:
    """How wide the copy for `width` really is; `size` is that of the largest. None is twice as high as wide."""
    return max(1, round(size[0] * min(1.0, width / size[0], 2 * width / size[1])))
