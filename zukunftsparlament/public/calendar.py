"""Calendar files (RFC 5545), by hand: a handful of lines, folded at 75 bytes, and everything typed is text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

# What such a file cannot hold at all: control characters but for the line end and the tab.
_NEVER = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_MEANS_SOMETHING = re.compile(r"([\\;,])")
LONGEST_LINE = 75  # bytes, the line end not counted


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """`uid` stays the same for ever, `sequence` rises with every change that calendars must follow. Times in UTC."""

    uid: str
    sequence: int
    changed_at: datetime
    starts_at: datetime
    ends_at: datetime | None
    title: str
    place: str
    text: str
    address: str
    is_cancelled: bool


def calendar(events: Sequence[Event], *, name: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Zukunftsparlament//Sitzungen//DE", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{said(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT6H"]
    for event in events:
        lines += _event(event)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) for line in lines).encode()


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{moment(event.changed_at)}"
    yield f"LAST-MODIFIED:{moment(event.changed_at)}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTART:{moment(event.starts_at)}"
    if event.ends_at:
        yield f"DTEND:{moment(event.ends_at)}"
    yield f"SUMMARY:{said(event.title)}"
    yield f"LOCATION:{said(event.place)}"
    yield f"DESCRIPTION:{said(event.text)}"
    yield f"URL:{event.address}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def said(text: str) -> str:
    """As the value of a line: what means something there is escaped, line ends become `\\n`."""
    clean = _NEVER.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _MEANS_SOMETHING.sub(r"\\\1", clean).replace("\n", r"\n")


def folded(line: str) -> str:
    """With its line end; what is longer goes on in the next line behind a blank. No character is cut in two."""
    parts, part, size = [], "", 0
    for character in line:
        wide = len(character.encode())
        if size + wide > LONGEST_LINE:
            parts.append(part)
            part, size = " ", 1
        part, size = part + character, size + wide
    return "\r\n".join([*parts, part]) + "\r\n"


def moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
