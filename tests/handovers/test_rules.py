from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zukunftsparlament.handovers import refusals, rules
from zukunftsparlament.handovers.rules import Clock, ClockState, WhyNot, clock, why_not_answer, why_not_hand_over

TODAY = date(2027, 2, 3)
DAYS = st.dates(date(2020, 1, 1), date(2060, 1, 1))


def asked(**changed: Any) -> dict[str, WhyNot]:
    usual: dict[str, Any] = {
        "asked": [7, 8],
        "known": {7, 8, 9},
        "published": {7, 8},
        "handed_over": set(),
        "body_known": True,
        "answer_by": TODAY + timedelta(weeks=8),
        "today": TODAY,
    }
    return why_not_hand_over(**usual | changed)


def test_published_polls_go_to_a_known_body_until_a_day_ahead() -> None:
    assert asked() == {}


@pytest.mark.parametrize(
    ("changed", "field", "why_not"),
    [
        ({"asked": []}, "polls", WhyNot.NO_POLLS),
        ({"asked": [7, 10]}, "polls", WhyNot.POLL_UNKNOWN),
        ({"asked": [7, 9]}, "polls", WhyNot.NOT_PUBLISHED),
        ({"handed_over": {8}}, "polls", WhyNot.HANDED_OVER_ALREADY),
        ({"body_known": False}, "body", WhyNot.BODY_UNKNOWN),
        ({"answer_by": None}, "answer_by", WhyNot.ANSWER_BY_MISSING),
        ({"answer_by": TODAY}, "answer_by", WhyNot.ANSWER_BY_NOT_AHEAD),
        ({"answer_by": date(2029, 2, 4)}, "answer_by", WhyNot.ANSWER_BY_TOO_FAR),
    ],
)
def test_each_field_has_its_reason(changed: dict[str, Any], field: str, why_not: WhyNot) -> None:
    assert asked(**changed) == {field: why_not}


def test_all_problems_are_said_at_once() -> None:
    assert set(asked(asked=[], body_known=False, answer_by=None)) == {"polls", "body", "answer_by"}


def test_tomorrow_and_two_years_are_days_ahead() -> None:
    assert asked(answer_by=TODAY + timedelta(days=1)) == {}
    assert asked(answer_by=date(2029, 2, 3)) == {}


def answer(**changed: Any) -> dict[str, WhyNot]:
    usual: dict[str, Any] = {"answer": "no", "reason": "Weil.", "next_date": TODAY, "today": TODAY}
    return why_not_answer(**usual | changed)


@pytest.mark.parametrize("kind", ["yes", "differently", "later", "no"])
def test_four_answers_each_with_a_reason_and_a_next_date(kind: str) -> None:
    assert answer(answer=kind) == {}
    assert answer(answer=kind, reason=" \n", next_date=None) == {
        "reason": WhyNot.REASON_MISSING,
        "next_date": WhyNot.NEXT_DATE_MISSING,
    }


@pytest.mark.parametrize(
    ("changed", "field", "why_not"),
    [
        ({"answer": "maybe"}, "answer", WhyNot.ANSWER_UNKNOWN),
        ({"answer": ""}, "answer", WhyNot.ANSWER_UNKNOWN),
        ({"reason": "a" * 1001}, "reason", WhyNot.REASON_TOO_LONG),
        ({"next_date": date(2027, 2, 2)}, "next_date", WhyNot.NEXT_DATE_PAST),
        ({"next_date": date(2033, 1, 1)}, "next_date", WhyNot.NEXT_DATE_TOO_FAR),
    ],
)
def test_each_field_of_an_answer_has_its_reason(changed: dict[str, Any], field: str, why_not: WhyNot) -> None:
    assert answer(**changed) == {field: why_not}


def test_a_thousand_characters_are_a_reason() -> None:
    assert answer(reason="a" * 1000) == {}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (15, Clock(ClockState.OPEN, 15)),
        (14, Clock(ClockState.SOON, 14)),
        (0, Clock(ClockState.SOON, 0)),
        (-1, Clock(ClockState.OVERDUE, 1)),
        (-12, Clock(ClockState.OVERDUE, 12)),
    ],
)
def test_the_clock_of_an_open_answer(days: int, expected: Clock) -> None:
    assert clock(TODAY + timedelta(days=days), answered=None, today=TODAY) == expected


@given(answer_by=DAYS, today=DAYS)
def test_an_open_clock_is_overdue_from_the_day_after_on(answer_by: date, today: date) -> None:
    measured = clock(answer_by, answered=None, today=today)

    assert (measured.state is ClockState.OVERDUE) == (today > answer_by)
    assert measured.days == abs((answer_by - today).days)


@given(answer_by=DAYS, answered=DAYS, today=DAYS)
def test_an_answered_clock_stands_still(answer_by: date, answered: date, today: date) -> None:
    measured = clock(answer_by, answered=answered, today=today)

    assert measured.state is ClockState.ANSWERED
    assert measured.days == (answered - answer_by).days if answered > answer_by else measured.days == 0


@pytest.mark.parametrize("typed", ["", "3.2.2027", "2027-02-30", "2027-2-3", "2027-W05-3", "20270203", "٢٠٢٧-٠٢-٠٣"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert rules.read_day(typed) is None


def test_a_day_as_the_field_sends_it() -> None:
    assert rules.read_day("2027-02-03") == TODAY


def test_every_refusal_has_its_sentence() -> None:
    assert set(refusals.REFUSALS) == set(WhyNot)
    said = refusals.said(dict.fromkeys((why_not.value for why_not in WhyNot), WhyNot.REASON_TOO_LONG))
    assert set(said.values()) == {"Die Begründung darf höchstens 1000 Zeichen lang sein."}
