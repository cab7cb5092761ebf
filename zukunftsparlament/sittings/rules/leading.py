"""Who leads a sitting: the chairs, each alone or together. The office accompanies, and watches."""

from collections.abc import Collection

from zukunftsparlament.sittings.rules.words import WhyNot


def why_not_lead(actor: str, *, chairs: Collection[int]) -> WhyNot | None:
    """`actor` as in the journal: what somebody was when they tapped. `chairs`: the seats of those who are chairs now.

    Until the first chairs are elected somebody has to open the founding sitting: the office.
    """
    role, _, seat = actor.partition(":")
    if role == "chair":
        return None if seat in {str(number) for number in chairs} else WhyNot.CHAIR_NO_MORE
    if role == "office":
        return WhyNot.HELPERS_WATCH if chairs else None
    return WhyNot.ONLY_CHAIRS_LEAD
