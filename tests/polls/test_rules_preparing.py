from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zukunftsparlament.polls.rules import (
    Draft,
    Electorate,
    Kind,
    Secrecy,
    Terms,
    WhyNot,
    costed_in,
    options_in,
    why_not_prepare,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)

SKATE_PARK = Draft(
    question="Soll es einen Skatepark geben?",
    yes_means="Wir wollen ihn.",
    no_means="Wir wollen ihn nicht.",
    kind=Kind.YES_NO_ABSTAIN,
    secrecy=Secrecy.SECRET,
    electorate=Electorate.SEATS,
    opens_at=NOON + HOUR,
    closes_at=NOON + 2 * HOUR,
)
WHERE = replace(SKATE_PARK, kind=Kind.ONE_OF, yes_means="", no_means="", options=("Emscherpark", "Am Bahnhof"))


@pytest.mark.parametrize("draft", [SKATE_PARK, WHERE, replace(SKATE_PARK, opens_at=None, closes_at=None)])
def test_a_careful_draft_has_no_problem(draft: Draft) -> None:
    assert why_not_prepare(draft, now=NOON) == {}


@pytest.mark.parametrize(
    ("draft", "change", "problems"),
    [
        (SKATE_PARK, {"question": " "}, {"question": WhyNot.QUESTION_MISSING}),
        (SKATE_PARK, {"question": "ä" * 200}, {}),
        (SKATE_PARK, {"question": "ä" * 201}, {"question": WhyNot.QUESTION_TOO_LONG}),
        (SKATE_PARK, {"yes_means": ""}, {"yes_means": WhyNot.MEANING_OF_YES_MISSING}),
        (SKATE_PARK, {"no_means": "x" * 201}, {"no_means": WhyNot.MEANING_TOO_LONG}),
        (SKATE_PARK, {"options": ("was noch im Feld stand",)}, {}),
        (WHERE, {"kind": Kind.UP_TO, "terms": Terms(at_most=2, places=2)}, {}),
        (WHERE, {"kind": Kind.UP_TO, "terms": Terms(at_most=3)}, {"at_most": WhyNot.AT_MOST_WRONG}),
        (WHERE, {"kind": Kind.UP_TO, "terms": Terms(places=0)}, {"places": WhyNot.PLACES_WRONG}),
        (WHERE, {"kind": Kind.RANKED}, {}),
        (WHERE, {"kind": Kind.BUDGET, "terms": Terms(costs=(1, 500), amount=500)}, {}),
        (WHERE, {"kind": Kind.BUDGET, "terms": Terms(costs=(1, 501), amount=500)}, {"options": WhyNot.COST_TOO_HIGH}),
        (WHERE, {"kind": Kind.BUDGET, "terms": Terms(costs=(0, 1), amount=9)}, {"options": WhyNot.COST_TOO_HIGH}),
        (WHERE, {"kind": Kind.BUDGET, "terms": Terms(costs=(1,), amount=9)}, {"options": WhyNot.COST_NOT_READABLE}),
        (SKATE_PARK, {"secrecy": Secrecy.NAMED}, {}),
        (SKATE_PARK, {"persons": True, "secrecy": Secrecy.NAMED}, {"secrecy": WhyNot.PERSONS_ARE_SECRET}),
        (SKATE_PARK, {"persons": True, "secrecy": Secrecy.OPEN}, {"secrecy": WhyNot.PERSONS_ARE_SECRET}),
        (
            SKATE_PARK,
            {"secrecy": Secrecy.NAMED, "electorate": Electorate.CARDS},
            {"secrecy": WhyNot.NAMED_NOT_BINDING},
        ),
        (WHERE, {"options": ("nur eine",)}, {"options": WhyNot.TOO_FEW_OPTIONS}),
        (WHERE, {"options": tuple(map(str, range(12)))}, {}),
        (WHERE, {"options": tuple(map(str, range(13)))}, {"options": WhyNot.TOO_MANY_OPTIONS}),
        (WHERE, {"options": ("a", "b" * 101)}, {"options": WhyNot.OPTION_TOO_LONG}),
        (WHERE, {"options": ("Straße  1", "STRASSE 1")}, {"options": WhyNot.OPTION_TWICE}),
        (SKATE_PARK, {"opens_at": NOON - HOUR}, {}),
        (SKATE_PARK, {"opens_at": NOON - 2 * HOUR}, {"opens_at": WhyNot.OPENS_IN_THE_PAST}),
        (SKATE_PARK, {"closes_at": NOON + HOUR}, {"closes_at": WhyNot.CLOSES_BEFORE_OPENING}),
        (SKATE_PARK, {"opens_at": None, "closes_at": NOON}, {"closes_at": WhyNot.CLOSES_IN_THE_PAST}),
    ],
)
def test_each_problem_stands_at_its_field(draft: Draft, change: dict[str, Any], problems: dict[str, WhyNot]) -> None:
    assert why_not_prepare(replace(draft, **change), now=NOON) == problems


def test_all_problems_come_at_once() -> None:
    draft = replace(
        SKATE_PARK,
        question="",
        yes_means="",
        no_means="",
        closes_at=NOON - HOUR,
        secrecy=Secrecy.NAMED,
        electorate=Electorate.CARDS,
    )
    assert set(why_not_prepare(draft, now=NOON)) == {"question", "yes_means", "no_means", "closes_at", "secrecy"}


def test_options_stand_one_a_line() -> None:
    assert options_in(" Emscherpark \r\n\r\nAm Bahnhof\n\tSportplatz\n ") == ("Emscherpark", "Am Bahnhof", "Sportplatz")


@given(st.text())
def test_any_text_gives_options_without_blanks_around_them(text: str) -> None:
    assert all(option and option == option.strip() for option in options_in(text))


@given(st.lists(st.text(max_size=120), max_size=14), st.text(max_size=220))
def test_any_text_is_a_draft_or_a_problem(options: list[str], question: str) -> None:
    draft = replace(WHERE, options=options_in("\n".join(options)), question=question)
    assert set(why_not_prepare(draft, now=NOON)) <= {"question", "options"}


def test_projects_and_what_they_cost() -> None:
    assert costed_in("Tore; 333,34\n\n Netze ;; 5\nA; B; 1") == (("Tore", "Netze", "A; B"), (33334, 500, 100))
    assert costed_in("; 5\n5\nNetze") == (("; 5", "5", "Netze"), ())  # no project, no sum
