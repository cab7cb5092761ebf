"""Both chairs press at once: one transition happens, and nobody gets an error."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest

from tests import makers, makers_sittings
from tests.client import Client
from tests.sittings.test_course import kinds, marks, sitting, sound
from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import actions, queries
from zukunftsparlament.sittings.actions.due import take_due_step
from zukunftsparlament.sittings.rules import SittingState, WhyNot

pytestmark = pytest.mark.usefixtures("store")

ROUNDS = 50
A, B = "chair:1", "chair:2"
DUE_NOW = Sql("UPDATE sitting SET due_at = $2 WHERE number = $1")

Act = Callable[[str], Coroutine[Any, Any, None]]


async def both(act: Act) -> None:
    """Two transactions at the same time: on PostgreSQL two connections."""
    await asyncio.gather(act(A), act(B))


async def test_fifty_times_both_begin_and_both_end_the_same_item() -> None:
    found = await sitting(items=ROUNDS)
    for mark in await marks(found):
        await both(lambda actor, mark=mark: actions.begin_item(found.number, mark, actor=actor))  # type: ignore[misc]
        await both(lambda actor, mark=mark: actions.end_item(found.number, mark, "done", actor=actor))  # type: ignore[misc]
    told = Counter(await kinds(found))
    assert (told["item_begun"], told["item_ended"]) == (ROUNDS, ROUNDS)
    await sound()


async def test_fifty_times_both_call_up_different_items_and_one_of_them_runs() -> None:
    found = await sitting(items=ROUNDS)
    all_marks = await marks(found)
    for first, second in zip(all_marks[::2], all_marks[1::2], strict=True):
        ended = await asyncio.gather(
            actions.begin_item(found.number, first, actor=A),
            actions.begin_item(found.number, second, actor=B),
            return_exceptions=True,
        )
        (refused,) = [end for end in ended if end is not None]
        assert isinstance(refused, Refused) and refused.reason is WhyNot.ANOTHER_ITEM_RUNS
        running = [item for item in await queries.agenda(found.id) if item.runs]
        assert len(running) == 1
        await actions.end_item(found.number, running[0].mark, "done", actor=A)


async def test_fifty_times_both_pause_go_on_and_take_the_bell() -> None:
    found = await sitting(items=1)
    seats = [await _chair_seat(), await _chair_seat()]
    for _round in range(ROUNDS):
        await both(lambda actor: actions.pause(found.number, 5, actor=actor))
        await both(lambda actor: actions.resume(found.number, actor=actor))
        await asyncio.gather(*(actions.take_bell(found.number, actor=f"chair:{seat}") for seat in seats))
        assert (await queries.sitting(found.number)).bell in seats
    told = Counter(await kinds(found))
    assert (told["paused"], told["resumed"]) == (ROUNDS, ROUNDS)
    assert ROUNDS <= told["bell"] <= 2 * ROUNDS


async def _chair_seat() -> int:
    chair = await makers.chair()
    return int(await Sql("SELECT number FROM seat WHERE member = $1").value(chair))


async def test_fifty_sittings_opened_closed_and_taken_by_two_clocks_at_once() -> None:
    for _round in range(ROUNDS):
        found = await makers_sittings.sitting(starts_at=now() + timedelta(hours=1), invited=True)
        await both(lambda actor, number=found.number: actions.open_sitting(number, actor=actor))  # type: ignore[misc]
        await both(lambda actor, number=found.number: actions.announce_closing(number, actor=actor))  # type: ignore[misc]
        await DUE_NOW.rows(found.number, now())
        await asyncio.gather(*(take_due_step(found.number) for _clock in range(2)))
        assert (await queries.sitting(found.number)).state is SittingState.CLOSED
        told = Counter(await kinds(found))
        assert (told["opened"], told["countdown"], told["closed"]) == (1, 1, 1)
    assert (len(await acts("opened", "sitting")), len(await acts("closed", "sitting"))) == (ROUNDS, ROUNDS)
    await sound()


async def test_stopping_against_the_clock_has_one_winner() -> None:
    found = await sitting(items=0)
    for _round in range(ROUNDS):
        await actions.announce_closing(found.number, actor=A)
        await DUE_NOW.rows(found.number, now())
        await asyncio.gather(
            take_due_step(found.number), actions.stop_countdown(found.number, "close", actor=B), return_exceptions=True
        )
        here = await queries.sitting(found.number)
        assert (here.due, here.due_at) == ({}, None)
        told = Counter(await kinds(found))
        assert told["countdown"] == told["countdown_stopped"] + told["closed"]
        if here.state is SittingState.CLOSED:
            await Sql("UPDATE sitting SET closed_at = NULL WHERE number = $1").rows(found.number)


async def test_both_phones_get_the_page_and_no_error(client: Client) -> None:
    found = await sitting(items=1)
    (mark,) = await marks(found)
    await client.sign_in(member=await makers.chair())
    for act, fields in [("beginn", {}), ("ende", {"as": "done"})]:
        sent = (client.send_form(f"/vorsitz/{found.number}/punkte/{mark}/{act}", fields) for _phone in range(2))
        assert [answer.status_code for answer in await asyncio.gather(*sent)] == [303, 303]
