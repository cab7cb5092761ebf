"""Reading about sittings."""

from zukunftsparlament.sittings.queries.presence import Here, Meeting, here, meeting
from zukunftsparlament.sittings.queries.rows import Item, Sitting
from zukunftsparlament.sittings.queries.sittings import (
    agenda,
    going_on,
    item,
    running_item,
    sitting,
    sitting_by_id,
    sitting_for_changing,
    sitting_for_reading,
    sitting_of_screen,
    sitting_to_join,
)

__all__ = [
    "Here",
    "Item",
    "Meeting",
    "Sitting",
    "agenda",
    "going_on",
    "here",
    "item",
    "meeting",
    "running_item",
    "sitting",
    "sitting_by_id",
    "sitting_for_changing",
    "sitting_for_reading",
    "sitting_of_screen",
    "sitting_to_join",
]
