"""Out of what happened, the content of the minutes: no database, no clock, the same record gives the same content."""

from zukunftsparlament.minutes.composing.content import composed
from zukunftsparlament.minutes.composing.record import Motion, Record
from zukunftsparlament.minutes.composing.room import led_by

__all__ = ["Motion", "Record", "composed", "led_by"]
