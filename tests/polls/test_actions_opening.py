from datetime import timedelta

import pytest

from tests import makers, makers_polls
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.clockwork import Clockwork
from zukunftsparlament.polls.rules import WhyNot

pytestmark = pytest.mark.usefixtures("store")

VERBS = Sql("SELECT verb, actor FROM journal_entry WHERE subject_kind = 'poll' ORDER BY number")
SET_TIME = {
    name: Sql(f"UPDATE poll SET {name} = $2 WHERE number = $1") for name in ("opens_at", "closes_at", "closing_at")
}


async def test_opening_freezes_the_roll() -> None:
    poll = await makers_polls.opened(voters=4)
    await makers.seated()
    assert (await queries.poll(poll.number)).electorate_size == 4


async def test_a_roll_of_many_is_written_whole() -> None:
    poll = await makers_polls.opened(voters=203)
    last = await queries.place_of(poll.voters[-1], await queries.poll(poll.number))
    assert ((await queries.poll(poll.number)).electorate_size, last.on_roll) == (203, True)


async def test_a_poll_for_nobody_or_for_two_in_secret_does_not_open() -> None:
    number = await makers_polls.prepared()
    for reason in (WhyNot.NOBODY_ON_THE_ROLL, WhyNot.TOO_FEW_FOR_SECRECY, WhyNot.TOO_FEW_FOR_SECRECY):
        with pytest.raises(Refused) as refused:
            await actions.open_poll(number, actor=CHAIR)
        assert refused.value.reason is reason
        await makers.seated()
    await actions.open_poll(number, actor=CHAIR)
    assert await makers_polls.state(number) == "open"


async def test_all_problems_of_a_draft_come_at_once_with_that_of_the_proposal() -> None:
    with pytest.raises(Wrong) as wrong:
        await makers_polls.prepared(question="", proposal=99)
    assert set(wrong.value.problems) == {"question", "proposal"}


async def test_a_countdown_takes_votes_and_can_be_stopped() -> None:
    poll = await makers_polls.opened()
    await actions.close_poll(poll.number, countdown=10, actor=CHAIR)
    assert await makers_polls.state(poll.number) == "closing"
    await makers_polls.vote(poll, poll.voters[0])

    await actions.stop_closing(poll.number, actor=CHAIR)
    await actions.stop_closing(poll.number, actor=CHAIR)
    assert await makers_polls.state(poll.number) == "open"


async def test_the_clock_opens_and_closes_when_its_time_has_come() -> None:
    for _ in range(3):
        await makers.seated()
    number = await makers_polls.prepared(opens_at=now() + timedelta(hours=1))
    clock = Clockwork()
    await clock.tick()
    assert await makers_polls.state(number) == "prepared"

    await SET_TIME["opens_at"].rows(number, now())
    await clock.tick()
    assert await makers_polls.state(number) == "open"

    await SET_TIME["closes_at"].rows(number, now())
    await clock.tick()
    found = await queries.poll(number)
    assert (found.state, found.times.closed_at) == ("closed", found.times.closes_at)
    assert [row["actor"] for row in await VERBS.rows()] == [CHAIR, "system", "system"]


async def test_a_countdown_that_is_over_takes_no_vote_even_before_the_clock_has_written_it_down() -> None:
    poll = await makers_polls.opened()
    await SET_TIME["closing_at"].rows(poll.number, now() - timedelta(milliseconds=1))
    with pytest.raises(Refused) as refused:
        await makers_polls.vote(poll, poll.voters[0])
    assert refused.value.reason is WhyNot.ALREADY_CLOSED
    await actions.count_poll(poll.number, actor=CHAIR)
    assert await makers_polls.state(poll.number) == "counted"


async def test_a_poll_about_a_proposal_that_was_withdrawn_meanwhile_does_not_open() -> None:
    for _ in range(3):
        await makers.seated()
    proposal = await makers_polls.proposal()
    number = await makers_polls.prepared(proposal=7)
    await Sql("UPDATE proposal SET stage = 'withdrawn' WHERE id = $1").rows(proposal)
    with pytest.raises(Refused) as refused:
        await actions.open_poll(number, actor=CHAIR)
    assert refused.value.reason is WhyNot.PROPOSAL_GIVEN_UP
