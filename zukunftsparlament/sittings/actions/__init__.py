"""Acts of this room."""

from zukunftsparlament.sittings.actions.course import close_sitting, open_sitting, pause, resume
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.items import begin_item, end_item, reopen_item, unbegin_item
from zukunftsparlament.sittings.actions.leading import must_lead

__all__ = [
    "begin_item",
    "close_sitting",
    "end_item",
    "happened",
    "must_lead",
    "open_sitting",
    "pause",
    "reopen_item",
    "resume",
    "unbegin_item",
]
