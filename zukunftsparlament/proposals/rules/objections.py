"""One objection against a removal: who may make it, until when, and who decides."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import Enum, StrEnum

from zukunftsparlament.proposals.rules.moderation import WhyNotModerate

TIME_TO_OBJECT = timedelta(days=14)
OBJECTION = 1000  # characters


class Ruling(StrEnum):
    """About an objection."""

    PUT_BACK = "put_back"
    UPHOLD = "uphold"


class ObjectionWhyNot(Enum):
    TOO_LATE = "too_late"
    OBJECTED_ALREADY = "objected_already"
    NOT_OBJECTED = "not_objected"


def until(removed_at: datetime) -> datetime:
    """The last moment in which somebody may object."""
    return removed_at + TIME_TO_OBJECT


def why_not_object(
    removed_at: datetime, *, has_objected: bool, is_wiped: bool, now: datetime
) -> ObjectionWhyNot | None:
    if has_objected:
        return ObjectionWhyNot.OBJECTED_ALREADY
    return ObjectionWhyNot.TOO_LATE if is_wiped or now > until(removed_at) else None


def why_not_rule(
    *,
    authors: Collection[int],
    reporters: Collection[int],
    removed_by: tuple[int | None, int | None],
    who: tuple[int | None, int | None],
    for_the_office: bool,
) -> WhyNotModerate | None:
    """Against deciding about an objection. `removed_by` and `who`: row ids of staff and member, one of them None."""
    if who == removed_by:
        return WhyNotModerate.OWN_REMOVAL
    staff, member = who
    if member in authors:
        return WhyNotModerate.OWN_POST
    if member in reporters:
        return WhyNotModerate.OWN_REPORT
    return WhyNotModerate.FOR_THE_OFFICE if for_the_office and staff is None else None
