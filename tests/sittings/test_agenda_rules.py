"""Numbering, places and deadlines, for whatever somebody plans."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from zukunftsparlament.procedure.rules import HOLZWICKEDE
from zukunftsparlament.sittings.deadline_texts import before_it, last_day
from zukunftsparlament.sittings.rules import ItemKind, numbered
from zukunftsparlament.sittings.rules.deadlines import Deadline, Period, invitation
from zukunftsparlament.sittings.rules.tree import neighbour, place_for


@dataclass(frozen=True)
class One:
    id: int
    parent: int | None
    place: int
    kind: ItemKind = ItemKind.OTHER
    waits: bool = True


@st.composite
def trees(draw: st.DrawFn) -> list[One]:
    """Each item hangs on an earlier one or on nothing."""
    items: list[One] = []
    for id_ in range(1, draw(st.integers(1, 12)) + 1):
        parent = draw(st.sampled_from([None, *(item.id for item in items)]))
        items.append(One(id_, parent, draw(st.integers(1, 5)), waits=draw(st.booleans())))
    return items


@settings(max_examples=80)
@given(trees())
def test_every_item_has_one_number_and_stands_below_its_parent(items: list[One]) -> None:
    found = numbered(items)
    numbers = {item.id: number for number, item in found}
    assert len(set(numbers.values())) == len(items) == len(found)
    for item in items:
        before = f"{numbers[item.parent]}." if item.parent else ""
        assert numbers[item.id].startswith(before)
        assert numbers[item.id].count(".") == before.count(".")
    whole = [tuple(int(part) for part in number.split(".")) for number, _item in found]
    assert whole == sorted(whole)


@settings(max_examples=80)
@given(trees(), st.booleans())
def test_up_is_what_down_undoes_and_what_has_begun_stays(items: list[One], up: bool) -> None:
    for item in items:
        other = neighbour(items, item, up=up)
        if other is not None:
            assert item.waits and other.waits and other.parent == item.parent
            assert neighbour(items, other, up=not up) == item


def test_new_items_stand_before_the_questions_unless_these_have_begun() -> None:
    questions = One(2, None, 7, ItemKind.QUESTIONS)
    items = [One(1, None, 3), questions]
    assert place_for(items, parent=None, kind=ItemKind.PROPOSAL) == 7
    assert place_for(items, parent=None, kind=ItemKind.QUESTIONS) == 8
    assert place_for(items, parent=1, kind=ItemKind.OTHER) == 1
    begun = [One(1, None, 3), One(2, None, 7, ItemKind.QUESTIONS, waits=False)]
    assert place_for(begun, parent=None, kind=ItemKind.PROPOSAL) == 8


@settings(max_examples=80)
@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(0, 365), st.integers(-400, 400))
def test_late_begins_on_the_day_after_the_last_one(day: date, before: int, off: int) -> None:
    deadline = Deadline(day, before)
    today = deadline.last_day + timedelta(days=off)
    assert deadline.late_by(today) == max(0, off)
    assert (deadline.left(today) >= 0) is (deadline.late_by(today) == 0)
    assert deadline.school_day.weekday() < 5 and 0 <= (deadline.last_day - deadline.school_day).days <= 2


def test_which_period_an_invitation_keeps() -> None:
    """14 days, 7 when it is urgent, for a sitting on Wednesday the 18th."""
    day = date(2026, 3, 18)

    def kept(today: date, *, is_urgent: bool) -> tuple[Period, bool]:
        found = invitation(day, HOLZWICKEDE, is_urgent=is_urgent)
        return found.kept(today), found.urgent_would_do(today)

    assert kept(date(2026, 3, 4), is_urgent=False) == (Period.NORMAL, False)
    assert kept(date(2026, 3, 5), is_urgent=False) == (Period.NONE, True)
    assert kept(date(2026, 3, 5), is_urgent=True) == (Period.URGENT, False)
    assert kept(date(2026, 3, 11), is_urgent=True) == (Period.URGENT, False)
    assert kept(date(2026, 3, 12), is_urgent=True) == (Period.NONE, False)
    assert kept(date(2026, 3, 12), is_urgent=False) == (Period.NONE, False)


def test_deadlines_are_said_in_weekdays_and_weeks() -> None:
    assert last_day(Deadline(date(2026, 3, 18), 14)) == "spätestens Mittwoch, 4. März (zwei Wochen vorher)"
    assert last_day(Deadline(date(2026, 3, 18), 3)) == (
        "spätestens Sonntag, 15. März (3 Tage vorher), besser schon am Freitag, 13. März"
    )
    assert [before_it(days) for days in (0, 1, 5, 7, 35)] == [
        "am selben Tag",
        "am Tag vorher",
        "5 Tage vorher",
        "eine Woche vorher",
        "5 Wochen vorher",
    ]
