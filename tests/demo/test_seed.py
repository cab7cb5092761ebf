"""The demo: everything the README promises is in it, made by the real actions."""

from datetime import date, timedelta

import pytest

from zukunftsparlament.demo.past import moved_facts
from zukunftsparlament.demo.seed import is_empty, seed
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.sql import Row, Sql

pytestmark = pytest.mark.usefixtures("store")


async def counted(statement: str) -> list[Row]:
    return await Sql(statement).rows()


async def test_the_demo_has_everything_in_every_state() -> None:
    assert await is_empty()

    told = await seed()

    assert not await is_empty()
    assert await Sql("SELECT count(*) FROM school").value() == 7
    assert await Sql("SELECT count(*) FROM seat").value() == 18
    assert await Sql("SELECT count(*) FROM seat WHERE member IS NULL").value() == 3
    assert await Sql("SELECT count(*) FROM seat WHERE deputy IS NOT NULL").value() == 4
    assert await Sql("SELECT count(*) FROM member").value() == 60
    assert await Sql("SELECT count(*) FROM member WHERE premoderated_until IS NOT NULL").value() == 20
    assert await Sql("SELECT count(*) FROM comment").value() == 60
    stages = [row["stage"] for row in await counted("SELECT stage FROM proposal ORDER BY stage")]
    assert stages == [
        "answered", "draft", "handed_over", "held", "in_vote", "not_taken_up", "public", "public", "public", "public",
        "rejected", "ripe", "tied", "withdrawn",
    ]  # fmt: skip
    roles = {card["role"] for card in told["cards"]}
    assert roles == {"young", "member", "deputy", "chair", "moderator"}
    assert set(told["places"]) == {
        "open_secret_poll", "open_straw_poll", "tied_poll", "counted_secret_poll", "answered_handover",
        "overdue_handover", "held_proposal_author",
    }  # fmt: skip


async def test_the_polls_are_as_the_content_says() -> None:
    await seed()

    polls = await counted("SELECT turnout, secrecy, electorate, electorate_size FROM poll ORDER BY number")
    assert [poll["turnout"] for poll in polls] == [14, 14, 15, 14, None, None]
    assert [poll["electorate_size"] for poll in polls] == [15, 15, 15, 15, 60, 15]
    assert await Sql("SELECT count(*) FROM ballot").value() == 14
    assert await Sql("SELECT count(*) FROM sealed_ballot").value() == 6
    overdue = await Sql("SELECT answer_by FROM handover WHERE number = 2").value()
    assert overdue == today() - timedelta(days=24)


async def test_nothing_happened_in_the_future_and_steps_come_in_order() -> None:
    await seed()

    for row in await counted("SELECT proposal, stage, at FROM proposal_step ORDER BY proposal, id"):
        assert row["at"].date() <= today()
    steps = await counted("SELECT stage FROM proposal_step WHERE proposal = 1 ORDER BY at")
    assert [step["stage"] for step in steps] == ["public", "ripe", "in_vote", "accepted", "handed_over", "answered"]


def test_days_in_facts_move_with_their_event() -> None:
    facts = {"answer_by": "2026-05-03", "body": "AG", "next_date": "2026-09-01"}

    assert moved_facts(facts, timedelta(days=2)) == {**facts, "answer_by": str(date(2026, 5, 1))}
    assert moved_facts({"body": "AG"}, timedelta(days=2)) is None
