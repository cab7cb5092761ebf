"""Dates as people in Holzwickede say them."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_datetime

from zukunftsparlament.kernel.clock import HERE, today
from zukunftsparlament.kernel.texts import _, locale, ngettext


def _local_day(moment: date | datetime) -> date:
    return moment.astimezone(HERE).date() if isinstance(moment, datetime) else moment


@lru_cache(maxsize=2_000)
def _written(day: date, pattern: str, code: str) -> str:
    """Remembered, as a page repeats few days often and Babel takes 50 µs for each."""
    return format_date(day, pattern, locale=code)


def day(moment: date | datetime) -> str:
    """`3. Februar 2027`"""
    return _written(_local_day(moment), "d. MMMM y", locale())


def short_day(moment: date | datetime) -> str:
    """`03.02.2027`"""
    return _written(_local_day(moment), "dd.MM.y", locale())


def month_name(moment: date | datetime) -> str:
    """`Februar 2027`"""
    return _written(_local_day(moment), "MMMM y", locale())


def day_and_time(moment: datetime) -> str:
    """`3. Februar 2027, 14:05 Uhr`"""
    return format_datetime(moment, "d. MMMM y, HH:mm 'Uhr'", tzinfo=HERE, locale=locale())


def clock_time(moment: datetime) -> str:
    """`14:05`"""
    return moment.astimezone(HERE).strftime("%H:%M")


def machine(moment: date | datetime) -> str:
    """For `<time datetime>`."""
    return moment.isoformat()


def ago(moment: date | datetime) -> str:
    """`heute`, `gestern`, `vor 5 Tagen`; from three weeks on the day itself."""
    days = (today() - _local_day(moment)).days
    if days <= 0:
        return _("heute")
    if days == 1:
        return _("gestern")
    if days <= 21:
        return ngettext("vor {days} Tag", "vor {days} Tagen", days).format(days=days)
    return day(moment)


def local_input(moment: datetime) -> str:
    """For `<input type=datetime-local>`."""
    return moment.astimezone(HERE).strftime("%Y-%m-%dT%H:%M")


FILTERS: dict[str, Callable[[Any], str]] = {
    "day": day,
    "short_day": short_day,
    "day_and_time": day_and_time,
    "clock_time": clock_time,
    "machine": machine,
    "ago": ago,
    "local_input": local_input,
}
