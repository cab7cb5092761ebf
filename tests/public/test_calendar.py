from datetime import UTC, datetime

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from zukunftsparlament.public.calendar import LONGEST_LINE, Event, calendar, folded

# Any text that can be typed; surrogates are no characters, and other line ends stay what they are.
TEXT = st.text(st.characters(codec="utf-8"), max_size=300)
AT = datetime(2027, 3, 4, 16, 0, tzinfo=UTC)


def event(**wished: str) -> Event:
    words = {"title": "Sitzung", "place": "Saal", "text": "Hinweis"} | wished
    return Event(
        uid="sitzung-3@example.org",
        sequence=2,
        changed_at=AT,
        starts_at=AT,
        ends_at=None,
        address="https://example.org/sitzungen/3",
        is_cancelled=True,
        **words,
    )


@settings(max_examples=60, deadline=None)
@given(title=TEXT, text=TEXT)
def test_whatever_is_typed_comes_back_and_no_line_is_too_long(title: str, text: str) -> None:
    body = calendar([event(title=title, text=text)], name="Sitzungen")

    assert body.endswith(b"\r\n")
    lines = body.split(b"\r\n")
    assert max(len(line) for line in lines) <= LONGEST_LINE
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    (found,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert _as_read(found["SUMMARY"]) == _as_typed(title)
    assert _as_read(found["DESCRIPTION"]) == _as_typed(text)


def _as_typed(text: str) -> str:
    for end in ("\r\n", "\r"):
        text = text.replace(end, "\n")
    return "".join("\N{REPLACEMENT CHARACTER}" if (c < " " and c not in "\t\n") or c == "\x7f" else c for c in text)


def _as_read(value: object) -> str:
    return str(value)


def test_times_state_and_order_of_a_cancelled_sitting() -> None:
    (found,) = icalendar.Calendar.from_ical(calendar([event()], name="Sitzungen")).walk("VEVENT")
    assert found.decoded("DTSTART") == AT
    assert (str(found["STATUS"]), found.decoded("SEQUENCE")) == ("CANCELLED", 2)
    assert str(found["UID"]) == "sitzung-3@example.org"


def test_a_long_line_is_cut_between_characters() -> None:
    assert folded("ä" * 40) == "ä" * 37 + "\r\n " + "ä" * 3 + "\r\n"
