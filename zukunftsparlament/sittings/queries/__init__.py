"""Reading about sittings."""

from zukunftsparlament.sittings.queries.course import (
    Course,
    NextStep,
    Urgent,
    course,
    may_reopen,
    next_step,
    why_not_reopen,
)
from zukunftsparlament.sittings.queries.half_circle import SeatShown, by_school, half_circle, meeting_and_seats
from zukunftsparlament.sittings.queries.leading import Chair, Lead, lead, lead_from, may_decide
from zukunftsparlament.sittings.queries.presence import Here, Meeting, free_seat_for, here, meeting, places
from zukunftsparlament.sittings.queries.rows import Item, Sitting
from zukunftsparlament.sittings.queries.sittings import (
    agenda,
    at_the_door,
    going_on,
    item,
    running_item,
    sitting,
    sitting_by_id,
    sitting_for_changing,
    sitting_of_screen,
    sitting_to_join,
)
from zukunftsparlament.sittings.queries.speaking import Speaker, Speaking, speaking_of
from zukunftsparlament.sittings.queries.steps import Step, steps

__all__ = [
    "Chair",
    "Course",
    "Here",
    "Item",
    "Lead",
    "Meeting",
    "NextStep",
    "SeatShown",
    "Sitting",
    "Speaker",
    "Speaking",
    "Step",
    "Urgent",
    "agenda",
    "at_the_door",
    "by_school",
    "course",
    "free_seat_for",
    "going_on",
    "half_circle",
    "here",
    "item",
    "lead",
    "lead_from",
    "may_decide",
    "may_reopen",
    "meeting",
    "meeting_and_seats",
    "next_step",
    "places",
    "running_item",
    "sitting",
    "sitting_by_id",
    "sitting_for_changing",
    "sitting_of_screen",
    "sitting_to_join",
    "speaking_of",
    "steps",
    "why_not_reopen",
]
