from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zukunftsparlament.proposals import rules
from zukunftsparlament.proposals.rules import Next, Stage, Who, WhyNot, walls, writing
from zukunftsparlament.proposals.rules.writing import Problem

TODAY = date(2027, 3, 1)
stages = st.sampled_from(Stage)


@given(stages, st.booleans())
def test_a_proposal_can_be_backed_only_while_it_collects_and_never_by_its_author(stage: Stage, is_author: bool) -> None:
    may = rules.why_not_back(stage, is_author=is_author) is None

    assert may == (stage in (Stage.PUBLIC, Stage.RIPE) and not is_author)


@given(stages)
def test_what_has_been_given_up_is_not_talked_about(stage: Stage) -> None:
    assert (rules.why_not_talk(stage) is None) == (stage not in rules.GIVEN_UP)


@pytest.mark.parametrize(
    ("stage", "why_not"),
    [
        (Stage.IN_VOTE, WhyNot.IN_VOTE),
        (Stage.REJECTED, WhyNot.DECIDED),
        (Stage.ANSWERED, WhyNot.DECIDED),
        (Stage.WITHDRAWN, WhyNot.WITHDRAWN),
        (Stage.MERGED, WhyNot.MERGED),
        (Stage.NOT_TAKEN_UP, WhyNot.NOT_TAKEN_UP),
    ],
)
def test_the_reason_against_a_backing_says_where_it_stands(stage: Stage, why_not: WhyNot) -> None:
    assert rules.why_not_back(stage, is_author=True) is why_not


@given(st.booleans(), st.booleans(), st.booleans())
def test_only_a_draft_or_what_was_asked_back_can_be_changed(submitted: bool, asked: bool, declined: bool) -> None:
    why_not = rules.why_not_edit(is_submitted=submitted, is_asked_back=asked, is_declined=declined)

    assert (why_not is None) == (not declined and (asked or not submitted))


@given(st.integers(0, 50), st.integers(1, 50))
def test_it_becomes_ripe_with_enough_backings(backings: int, needed: int) -> None:
    assert rules.becomes_ripe(Stage.PUBLIC, backings, needed=needed) == (backings >= needed)
    assert not rules.becomes_ripe(Stage.RIPE, backings, needed=needed)
    assert not rules.becomes_ripe(Stage.PUBLIC, backings, needed=None)


def test_a_post_is_held_for_the_age_for_what_was_asked_and_for_what_the_guard_found() -> None:
    assert rules.why_held(premoderated=False, was_asked_back=False, flags=()) == ()
    all_of_it = rules.why_held(premoderated=True, was_asked_back=True, flags=("phone",), new_picture=True)
    assert all_of_it == ("under_14", "asked_back", "picture", "phone")


@given(stages, st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)))
def test_an_answer_is_overdue_from_the_day_after_the_promised_one(stage: Stage, by: date | None) -> None:
    facts = {"answer_by": str(by) if by else None, "next_date": str(by) if by else None, "body": "AG", "answer": "yes"}

    ahead = rules.next_step(stage, facts, today=TODAY)

    owes = stage in (Stage.HANDED_OVER, Stage.ANSWERED)
    assert (ahead.who is Who.BODY) == owes
    assert ahead.is_overdue == (owes and by is not None and by < TODAY)
    assert ahead.by == (by if owes else None)


@pytest.mark.parametrize(
    ("answer", "what"),
    [("yes", Next.CARRY_OUT), ("differently", Next.CARRY_OUT), ("later", Next.ANSWER), ("no", Next.NOTHING)],
)
def test_after_an_answer_comes_what_was_promised(answer: str, what: Next) -> None:
    assert rules.next_step(Stage.ANSWERED, {"answer": answer}, today=TODAY).what is what


@given(st.text() | st.none() | st.integers() | st.dates().map(str))
def test_a_day_in_a_fact_is_a_day_or_nothing(fact: object) -> None:
    found = rules.day_in(fact)

    assert found is None or found + timedelta(0) == found


@given(st.integers(0, 10_000), st.text(max_size=8))
def test_a_page_is_always_one_that_is_there(count: int, asked: str) -> None:
    pages = walls.pages_for(count)

    assert 1 <= walls.page_asked(asked, pages=pages) <= pages
    assert (pages - 1) * walls.PER_PAGE < max(count, 1) <= pages * walls.PER_PAGE


def test_every_public_stage_can_be_chosen_on_the_wall() -> None:
    chosen = {stage for group in walls.GROUPS.values() for stage in group}

    assert chosen == set(Stage) - rules.WAITING
    assert walls.stages_for("draft") == walls.stages_for("held") == walls.stages_for("'; --") == ()


@pytest.mark.parametrize("blank", ["", "   ", "\u200b", "\u202e\u2066", "\n\t"])
def test_a_title_that_nobody_can_see_is_empty(blank: str) -> None:
    assert writing.problems_of({"title": blank}) == {"title": Problem.EMPTY}


@given(st.sampled_from(["title", "text", "reason", "for_whom", "place"]), st.integers(1, 20_000))
def test_a_text_may_be_as_long_as_its_limit(name: str, length: int) -> None:
    too_long = length > writing.LIMITS[name]

    assert writing.problems_of({name: "x" * length}) == ({name: Problem.TOO_LONG} if too_long else {})


def test_all_problems_are_found_at_once() -> None:
    typed = {"title": "", "text": "x" * 2001, "reason": "", "for_whom": "", "topic": "wetter", "place": ""}

    assert list(writing.problems_of(typed)) == ["title", "text", "reason", "topic"]
