"""Who leads from now on: nobody puts the other chair out of office without an election."""

from collections.abc import Set as AbstractSet

from zukunftsparlament.sittings.rules.course_words import Halt


def why_not_chairs(
    seats: AbstractSet[int], *, before: AbstractSet[int], elected: AbstractSet[int], actor: str
) -> Halt | None:
    """`before`: seats of the chairs now. `elected`: those who have accepted in an election of this sitting.

    Without an election the office does it (`actor` as in the journal), and a chair may go by an own tap.
    """
    if seats <= elected or actor.startswith("office:"):
        return None
    if not seats - before <= elected:
        return Halt.NOT_ELECTED_HERE
    gone = {f"chair:{seat}" for seat in before - seats}
    return None if gone <= {actor} else Halt.OTHER_CHAIR_GOES
