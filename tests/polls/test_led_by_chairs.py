"""What chairs and the office may do to a vote while its sitting goes on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests import makers, makers_votes
from tests.client import Client
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import Chosen
from zukunftsparlament.polls.rules import PollState, Way
from zukunftsparlament.polls.rules.in_sitting import WhyNotHere
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie
from zukunftsparlament.sittings.actions import pause, resume
from zukunftsparlament.sittings.rules import Halt, WhyNot

pytestmark = pytest.mark.usefixtures("store")

OFFICE = "office:Frau Vogt"


async def test_no_pause_takes_the_late_taps_away() -> None:
    room = await makers_votes.room()
    number = await makers_votes.opened(room)
    await actions.close_poll(number, countdown=10, actor=CHAIR)
    with pytest.raises(Refused) as refused:
        await pause(room.sitting.number, 5, actor=CHAIR)
    assert refused.value.reason is Halt.VOTE_RUNS
    await makers_votes.shown(room, number, ["yes"])
    await pause(room.sitting.number, 5, actor=CHAIR)
    await resume(room.sitting.number, actor=CHAIR)


async def test_no_chair_closes_a_vote_in_the_same_second(client: Client) -> None:
    room = await makers_votes.room()
    number = await makers_votes.opened(room)
    await client.sign_in(member=await makers.chair())
    at_once = f"/abstimmungen/{number}/schluss", {"countdown": "0"}
    for _tap in range(2):
        assert (await client.send_form(*at_once)).status_code == 303
    assert (await queries.poll(number)).state is PollState.CLOSING
    await makers_votes.voted(room, number, ["yes"] * 4)
    assert (await client.send_form(*at_once)).status_code == 303  # nobody is late any more
    assert (await queries.poll(number)).state is PollState.CLOSED


async def test_ten_seconds_are_asked_for_behind_the_lock_and_no_vote_closes_in_a_pause() -> None:
    room = await makers_votes.room()
    number = await makers_votes.opened(room)
    await actions.close_poll(number, countdown=3, actor=CHAIR)
    ends = (await queries.poll(number)).times.closing_at
    assert ends is not None and ends > now() + timedelta(seconds=8)
    await actions.stop_closing(number, actor="chair:2")
    await Sql("UPDATE sitting SET paused_at = $1").rows(now())
    for seconds in (0, 10):
        with pytest.raises(Refused) as refused:
            await actions.close_poll(number, countdown=seconds, actor=CHAIR)
        assert refused.value.reason is WhyNotHere.SITTING_PAUSED


async def test_the_office_settles_nothing_while_chairs_lead() -> None:
    room = await makers_votes.room(rules=replace(HOLZWICKEDE, tie=Tie.RUN_OFF))
    await makers.chair()
    number = await makers_votes.opened(room, options="Rot\nBlau")
    with pytest.raises(Refused) as refused:
        await actions.void_poll(number, "Es gefällt uns nicht.", actor=OFFICE)
    assert refused.value.reason is WhyNot.HELPERS_WATCH
    await makers_votes.shown(room, number, ["1", "2"])
    with pytest.raises(Refused) as refused:
        await actions.settle_tie(number, Chosen(way=Way.RUN_OFF), actor=OFFICE)
    assert refused.value.reason is WhyNot.HELPERS_WATCH
    await actions.void_poll(number, "Der Schlüssel war offen zu sehen.", actor=OFFICE)  # what is over may be wrong
    assert (await queries.poll(number)).state is PollState.VOID
