"""Reading minutes, and what they are made from."""

from zukunftsparlament.minutes.queries.confirming import confirmed, standing
from zukunftsparlament.minutes.queries.record import record
from zukunftsparlament.minutes.queries.versions import Version, last_minutes, newest, version, versions

__all__ = [
    "Version",
    "confirmed",
    "last_minutes",
    "newest",
    "record",
    "standing",
    "version",
    "versions",
]
