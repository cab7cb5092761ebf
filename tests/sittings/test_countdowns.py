"""What cannot be taken back waits ten seconds, can be stopped by either chair, and happens exactly once."""

from datetime import timedelta

import pytest

from tests.makers_sittings import CHAIR
from tests.sittings.test_course import kinds, marks, sitting, sound, why_not
from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import actions, queries
from zukunftsparlament.sittings.clockwork import Clockwork
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import End, Halt, SittingState

pytestmark = pytest.mark.usefixtures("store")

DUE_AT = Sql("UPDATE sitting SET due_at = $2 WHERE number = $1")


async def its_time_comes(found: Sitting) -> None:
    await DUE_AT.rows(found.number, now())


async def test_an_item_that_is_withdrawn_ends_after_the_countdown_and_not_before() -> None:
    found, clock = await sitting(items=1), Clockwork()
    (mark,) = await marks(found)
    await actions.announce_end(found.number, mark, "withdrawn", " Sie will nicht mehr ", actor=CHAIR)
    await actions.announce_end(found.number, mark, "withdrawn", "Sie will nicht mehr", actor="chair:2")
    await clock.tick()
    assert (await queries.item(found.id, mark)).waits
    waiting = await queries.sitting(found.number)
    assert waiting.due_at and timedelta(seconds=8) < waiting.due_at - now() <= timedelta(seconds=10)

    await its_time_comes(found)
    for _tick in range(2):
        await clock.tick()
    item = await queries.item(found.id, mark)
    assert (item.ended_as, item.end_reason) == (End.WITHDRAWN, "Sie will nicht mehr")
    assert (await kinds(found)).count("item_ended") == 1
    await actions.announce_end(found.number, mark, "withdrawn", "Nochmal", actor=CHAIR)
    assert (await queries.sitting(found.number)).due == {}
    await sound()


async def test_either_chair_stops_it_and_a_late_stop_harms_nobody() -> None:
    found = await sitting(items=1)
    (mark,) = await marks(found)
    await actions.announce_end(found.number, mark, "dropped", "Keine Zeit", actor=CHAIR)
    assert await why_not(actions.announce_closing(found.number, actor=CHAIR)) is Halt.ANOTHER_COUNTDOWN
    await actions.stop_countdown(found.number, "close", actor="chair:2")  # another than the page showed
    assert (await queries.sitting(found.number)).due
    for actor in ("chair:2", CHAIR):
        await actions.stop_countdown(found.number, "end_item", actor=actor)
    assert (await queries.sitting(found.number)).due_at is None
    assert (await kinds(found)).count("countdown_stopped") == 1
    await Clockwork().tick()
    assert (await queries.item(found.id, mark)).waits


async def test_what_became_impossible_meanwhile_is_dropped() -> None:
    found = await sitting(items=1)
    (mark,) = await marks(found)
    await actions.announce_closing(found.number, actor=CHAIR)
    await actions.begin_item(found.number, mark, actor="chair:2")
    await its_time_comes(found)
    await Clockwork().tick()
    assert (await queries.sitting(found.number)).state is SittingState.OPEN
    assert (await kinds(found))[-1] == "countdown_dropped"


async def test_a_program_that_starts_again_takes_the_step_that_was_due_meanwhile() -> None:
    found = await sitting(items=0)
    await actions.announce_closing(found.number, actor=CHAIR)
    await DUE_AT.rows(found.number, now() - timedelta(hours=2))
    await Clockwork().tick()
    assert (await queries.sitting(found.number)).state is SittingState.CLOSED
    (closed,) = await acts("closed", "sitting")
    assert closed.subject == found.number


@pytest.mark.parametrize("hours", [25, -25])
async def test_a_clock_that_jumps_leaves_the_time_to_say_stop(caplog: pytest.LogCaptureFixture, hours: int) -> None:
    found, clock = await sitting(items=0), Clockwork()
    await actions.announce_closing(found.number, actor=CHAIR)
    await DUE_AT.rows(found.number, now() + timedelta(seconds=5) - timedelta(hours=hours))
    clock.wall -= hours * 3600  # as if the tick before had been so long ago
    await clock.tick()
    assert (await queries.sitting(found.number)).state is SittingState.OPEN
    assert "sittings wait" in caplog.messages[0]

    clock.believe_at = 0.0
    await clock.tick()
    after = await queries.sitting(found.number)
    if hours > 0:
        assert after.state is SittingState.CLOSED
    else:  # it would have been due tomorrow
        assert after.due_at and after.due_at - now() <= timedelta(seconds=10)


async def test_a_tick_with_nothing_to_do_writes_nothing() -> None:
    found, clock = await sitting(items=1), Clockwork()
    before = await kinds(found)
    await clock.tick()
    assert await kinds(found) == before
