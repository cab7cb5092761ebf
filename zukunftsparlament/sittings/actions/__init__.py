"""Acts of this room."""

from zukunftsparlament.sittings.actions.bell import hand_bell, take_bell
from zukunftsparlament.sittings.actions.course import close_sitting, open_sitting, pause, resume
from zukunftsparlament.sittings.actions.due import (
    announce_chairs,
    announce_closing,
    announce_end,
    count_down_again,
    stop_countdown,
    take_due_step,
)
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.items import begin_item, end_item, reopen_item, unbegin_item
from zukunftsparlament.sittings.actions.leading import must_lead

__all__ = [
    "announce_chairs",
    "announce_closing",
    "announce_end",
    "begin_item",
    "close_sitting",
    "count_down_again",
    "end_item",
    "hand_bell",
    "happened",
    "must_lead",
    "open_sitting",
    "pause",
    "reopen_item",
    "resume",
    "stop_countdown",
    "take_bell",
    "take_due_step",
    "unbegin_item",
]
