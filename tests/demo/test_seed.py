"""The demo: everything the README promises is in it, made by the real actions."""

import json
from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any

import pytest

from tests.emptying import empty
from zukunftsparlament.demo.past import moved_facts
from zukunftsparlament.demo.seed import is_empty, seed
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.polls.queries import series

Told = dict[str, Any]


@pytest.fixture(scope="module", autouse=True)
async def told(migrated: None) -> AsyncIterator[Told]:
    """The demo, made once in an empty store. It is only looked at."""
    assert await is_empty()
    yield await seed()
    await empty()


async def counted(statement: str) -> list[Row]:
    return await Sql(statement).rows()


async def test_the_demo_has_everything_in_every_state(told: Told) -> None:
    assert not await is_empty()
    assert await Sql("SELECT count(*) FROM school").value() == 7
    assert await Sql("SELECT count(*) FROM seat").value() == 18
    assert await Sql("SELECT count(*) FROM seat WHERE member IS NULL").value() == 3
    assert await Sql("SELECT count(*) FROM seat WHERE deputy IS NOT NULL").value() == 4
    assert await Sql("SELECT count(*) FROM member").value() == 60
    assert await Sql("SELECT count(*) FROM member WHERE premoderated_until IS NOT NULL").value() == 20
    assert await Sql("SELECT count(*) FROM comment").value() == 65
    stages = [row["stage"] for row in await counted("SELECT stage FROM proposal ORDER BY stage")]
    assert stages == [
        "accepted", "answered", "done", "draft", "handed_over", "held", "in_vote", "not_taken_up", "public", "public",
        "public", "public", "rejected", "ripe", "tied", "withdrawn",
    ]  # fmt: skip
    roles = {card["role"] for card in told["cards"]}
    assert roles == {"young", "member", "deputy", "chair", "moderator"}
    assert set(told["places"]) == {
        "open_secret_poll", "open_straw_poll", "tied_poll", "counted_secret_poll", "answered_handover",
        "overdue_handover", "held_proposal_author",
    }  # fmt: skip


async def test_the_polls_are_as_the_content_says() -> None:
    polls = await counted("SELECT turnout, secrecy, electorate, electorate_size FROM poll ORDER BY number")
    assert [poll["turnout"] for poll in polls] == [14, 14, 15, 14, None, None, 14, 13, 15, 14, 13, 11, 10, None, 14, 14]
    assert [poll["electorate_size"] for poll in polls] == [*[15] * 4, 60, *[15] * 8, 60, 14, 14]
    assert await Sql("SELECT count(*) FROM ballot").value() == 3 * 14  # of the secret polls that are counted
    assert await Sql("SELECT count(*) FROM sealed_ballot").value() == 6
    overdue = await Sql("SELECT answer_by FROM handover WHERE number = 2").value()
    assert overdue == today() - timedelta(days=24)


async def test_nothing_happened_in_the_future_and_steps_come_in_order() -> None:
    for row in await counted("SELECT proposal, stage, at FROM proposal_step ORDER BY proposal, id"):
        assert row["at"].date() <= today()
    steps = await counted("SELECT stage FROM proposal_step WHERE proposal = 1 ORDER BY at")
    assert [step["stage"] for step in steps] == ["public", "ripe", "in_vote", "accepted", "handed_over", "answered"]


async def test_an_accepted_proposal_waits_for_its_hand_over() -> None:
    waiting = "SELECT p.number FROM poll p LEFT JOIN handed_decision d ON d.poll = p.id WHERE d.id IS NULL"
    accepted = await counted(waiting + " AND p.proposal IN (SELECT id FROM proposal WHERE stage = 'accepted')")
    assert [poll["number"] for poll in accepted] == [8]


async def test_one_proposal_was_carried_out_after_its_answer() -> None:
    done = await Sql("SELECT id FROM proposal WHERE number = 13").value()
    steps = await counted(f"SELECT stage, at FROM proposal_step WHERE proposal = {done} ORDER BY at")
    assert [step["stage"] for step in steps] == [
        "public", "ripe", "in_vote", "accepted", "handed_over", "answered", "done",
    ]  # fmt: skip
    promised = await Sql("SELECT next_date FROM answer ORDER BY id DESC LIMIT 1").value()
    assert steps[-2]["at"].date() < promised < steps[-1]["at"].date()


async def test_what_was_added_last_has_the_last_numbers() -> None:
    """Numbers that stand in addresses of a demo do not change when it tells more."""
    numbers = await counted("SELECT number, stage FROM proposal WHERE number > 11 ORDER BY number")
    assert [(row["number"], row["stage"]) for row in numbers] == [(12, "public"), (13, "done"), (14, "accepted")]


async def test_every_kind_of_poll_is_shown_with_the_last_numbers(told: Told) -> None:
    polls = await counted("SELECT kind, secrecy, result FROM poll WHERE number BETWEEN 9 AND 14 ORDER BY number")
    assert [(poll["kind"], poll["secrecy"]) for poll in polls] == [
        ("ranked", "open"), ("budget", "secret"), ("yes_no_abstain", "named"), ("yes_no_abstain", "open"),
        ("yes_no_abstain", "open"), ("ranked", "open"),
    ]  # fmt: skip
    results = [json.loads(poll["result"]) for poll in polls[:-1]]
    assert [result["outcome"] for result in results] == ["chosen", "chosen", "accepted", "accepted", "rejected"]
    assert results[0]["rounds"][-1]["either"] == {"2": ["1"], "3": ["1"]}  # a tie on the way, and one winner
    assert (results[1]["spent"], results[1]["left"]) == (993_34, 6_66)
    assert [(point.number, point.poll is None) for point in (await series(1)).points] == [
        (1, False), (2, True), (3, False),
    ]  # fmt: skip
    assert told["places"]["open_straw_poll"] == "/abstimmungen/5"


async def test_every_card_is_of_the_batch_of_its_school() -> None:
    batches = await counted(
        "SELECT b.number, b.size, count(c.id) AS cards, sum(CASE WHEN coalesce(m.school, 0) = coalesce(b.school, 0) "
        "THEN 1 ELSE 0 END) AS of_the_school FROM card_batch b JOIN card c ON c.batch = b.id "
        "JOIN member m ON m.id = c.member GROUP BY b.number, b.size ORDER BY b.number"
    )
    assert [batch["number"] for batch in batches] == list(range(1, 9))
    assert all(batch["size"] == batch["cards"] == batch["of_the_school"] for batch in batches)
    assert sum(batch["size"] for batch in batches) == 60


def test_days_in_facts_move_with_their_event() -> None:
    facts = {"answer_by": "2026-05-03", "body": "AG", "next_date": "2026-09-03"}

    moved = moved_facts(facts, timedelta(days=2))
    assert moved == {"answer_by": str(date(2026, 5, 1)), "body": "AG", "next_date": str(date(2026, 9, 1))}
    assert moved_facts({"body": "AG"}, timedelta(days=2)) is None


async def test_the_sitting_has_spent_money_and_elected_somebody() -> None:
    cents = await counted("SELECT cents FROM fund_entry ORDER BY id")
    assert [row["cents"] for row in cents] == [1_000_00, -85_00]
    elected = await Sql("SELECT count(*) FROM candidacy WHERE accepted_at IS NOT NULL").value()
    assert elected == await Sql("SELECT count(*) FROM attendance WHERE deputy").value() == 1
