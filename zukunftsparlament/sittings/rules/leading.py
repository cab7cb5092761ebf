"""Who leads a sitting: the chairs, each alone or together. The office accompanies, and watches."""

from zukunftsparlament.sittings.rules.words import WhyNot


def why_not_lead(actor: str, *, chairs: int) -> WhyNot | None:
    """`actor` as in the journal. `chairs`: how many there are in the parliament.

    Until the first chairs are elected somebody has to open the founding sitting: the office.
    """
    if actor.startswith("chair:"):
        return None
    if actor.startswith("office:"):
        return WhyNot.HELPERS_WATCH if chairs else None
    return WhyNot.ONLY_CHAIRS_LEAD
