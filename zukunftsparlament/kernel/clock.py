"""The one place that asks what time it is. Rules never do: they are given `now`."""

import time
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Berlin")


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    """The day on the calendar in Holzwickede, whatever the server's own zone is."""
    return _day_in(int(time.time()) // 60)


@lru_cache(maxsize=1)
def _day_in(minute: int) -> date:
    """Remembered for as long as this minute lasts: a page asks for each date on it."""
    return datetime.fromtimestamp(minute * 60, HERE).date()


def start_of_today() -> datetime:
    """In UTC."""
    return datetime.combine(today(), datetime.min.time(), HERE).astimezone(UTC)


def month(moment: datetime) -> str:
    """`YYYY-MM` of `moment` in Holzwickede."""
    return moment.astimezone(HERE).strftime("%Y-%m")


def from_local(text: str) -> datetime:
    """UTC of `YYYY-MM-DDTHH:MM` on the clocks of Holzwickede.

    An hour that occurs twice (the night clocks go back) means its first pass; one that never
    occurs (the night they go forward) means the same distance after the jump.
    Raises ValueError for anything else.
    """
    moment = datetime.strptime(text.strip(), "%Y-%m-%dT%H:%M").replace(tzinfo=HERE)
    return moment.astimezone(UTC)
