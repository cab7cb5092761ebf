from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from tests import makers, makers_polls
from tests.makers_polls import CHAIR, minutes_ago
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.clockwork import Clockwork
from zukunftsparlament.polls.rules import Secrecy

pytestmark = pytest.mark.usefixtures("store")

ENDED = Sql("UPDATE poll SET closes_at = $2 WHERE number = $1")


@pytest.mark.parametrize("secrecy", [Secrecy.SECRET, Secrecy.OPEN])
async def test_no_event_tells_of_a_vote_but_a_step_of_the_turnout_does(secrecy: Secrecy) -> None:
    poll, clock = await makers_polls.opened(voters=11, secrecy=secrecy), Clockwork()
    told = []
    for voter in poll.voters:
        before = dict(hub.versions), hub.everything
        await makers_polls.vote(poll, voter)
        assert (dict(hub.versions), hub.everything) == before
        await clock.tick()
        told.append(hub.versions[f"poll-{poll.number}"] - before[0].get(f"poll-{poll.number}", 0))
    assert told == [0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1]


async def test_a_tick_with_nothing_to_do_tells_nothing_and_writes_nothing() -> None:
    await makers_polls.voted(["yes"] * 3)
    clock = Clockwork()
    await clock.tick()
    before = hub.everything
    await clock.tick()
    assert hub.everything == before


Step = Callable[[int], Awaitable[None]]
STEPS: list[Step] = [
    lambda number: actions.open_poll(number, actor=CHAIR),
    lambda number: actions.close_poll(number, countdown=10, actor=CHAIR),
    lambda number: actions.stop_closing(number, actor=CHAIR),
    lambda number: actions.close_poll(number, actor=CHAIR),
    lambda number: actions.count_poll(number, actor=CHAIR),
    lambda number: actions.publish_poll(number, actor=CHAIR),
    lambda number: actions.void_poll(number, "Grund", actor=CHAIR),
]


async def test_every_step_is_told_once_to_who_looks_at_the_poll_and_at_the_list() -> None:
    for _ in range(3):
        await makers.seated()
    number = await makers_polls.prepared()
    for step in STEPS:
        before = hub.versions[f"poll-{number}"], hub.versions["polls"]
        await step(number)
        assert (hub.versions[f"poll-{number}"], hub.versions["polls"]) == (before[0] + 1, before[1] + 1)


async def test_what_is_refused_at_its_time_is_not_tried_again_at_every_tick(caplog: pytest.LogCaptureFixture) -> None:
    number = await makers_polls.prepared(opens_at=minutes_ago(1))
    clock = Clockwork()
    for _ in range(3):
        await clock.tick()
    assert (await makers_polls.state(number), len(caplog.messages)) == ("prepared", 1)


@pytest.mark.parametrize("hours", [25, -25])
async def test_nothing_opens_or_closes_by_a_clock_that_has_just_jumped(
    caplog: pytest.LogCaptureFixture, hours: int
) -> None:
    running = await makers_polls.opened(closes_at=now() + timedelta(hours=1))
    await ENDED.rows(running.number, minutes_ago(1))
    planned = await makers_polls.prepared(opens_at=minutes_ago(1), question="Soll morgen alles anders sein?")
    clock = Clockwork()
    clock.wall -= hours * 3600  # as if the tick before had been so long ago

    for _ in range(2):
        await clock.tick()
    assert await queries.due_to_close() == [running.number]
    assert await makers_polls.state(planned) == "prepared"
    assert len(caplog.messages) == 1 and f"jumped by {hours * 3600} s" in caplog.messages[0]

    clock.believe_at = 0.0
    await clock.tick()
    assert await queries.due_to_close() == []
    assert await makers_polls.state(planned) == "open"
