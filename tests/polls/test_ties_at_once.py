"""Two who settle a tie at once, ties among the last of several places, and what nobody may pick."""

import asyncio
from dataclasses import replace

import pytest

from tests import makers, makers_polls
from tests.makers_polls import CHAIR
from tests.polls.test_ties import final, go, run, tie, tied
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import (
    Draft,
    Electorate,
    Kind,
    PollState,
    Secrecy,
    Terms,
    Way,
)
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie
from zukunftsparlament.proposals.queries import by_id

pytestmark = pytest.mark.usefixtures("store")

ACTS = Sql("SELECT count(*) FROM journal_entry WHERE verb = 'settle_tie'")


async def test_five_taps_prepare_one_run_off() -> None:
    number = await tied(Tie.RUN_OFF)
    found = await asyncio.gather(*(go(number, Way.RUN_OFF) for _ in range(5)))
    assert (set(found), await ACTS.value()) == ({number + 1}, 1)
    assert [poll.state for poll in await queries.to_lead()] == [PollState.PREPARED]


async def test_two_chairs_who_choose_different_ways_at_once_have_chosen_one() -> None:
    number = await tied(Tie.BODY_DECIDES)
    ways = [Way.LOT, Way.RUN_OFF, Way.WAYS, Way.LOT]
    await asyncio.gather(*(go(number, way) for way in ways))
    found = await tie(number)
    assert (len(found.steps), await ACTS.value()) == (1, 1)


async def test_two_chairs_who_decide_differently_at_once_have_decided_once() -> None:
    number = await tied(Tie.CHAIR_DECIDES)
    await asyncio.gather(*(go(number, Way.CHAIR, picked=[choice], reason="So!") for choice in "12312"))
    (step,) = (await tie(number)).steps
    assert await final(number) == (Outcome.CHOSEN, step.picked)


async def test_two_who_draw_at_once_have_drawn_once() -> None:
    number = await tied(Tie.BODY_DECIDES)
    await go(number, Way.LOT)
    await asyncio.gather(*(actions.draw_lot(number, word, actor=CHAIR) for word in ("Igel", "Maus", "Wal")))
    assert len((await tie(number)).steps) == 2


async def test_the_last_places_of_several_are_run_off_for_themselves() -> None:
    """Three places: one is safe, and three others have the same number of votes for the other two."""
    await makers_polls.rules(replace(HOLZWICKEDE, tie=Tie.RUN_OFF))
    voters = [await makers.seated() for _ in range(4)]
    draft = Draft(
        question="Wer kommt in den Ausschuss?",
        kind=Kind.UP_TO,
        options=("A", "B", "C", "D"),
        terms=Terms(at_most=2, places=3),
        secrecy=Secrecy.OPEN,
        electorate=Electorate.SEATS,
    )
    number = await actions.prepare_poll(draft, actor=CHAIR)
    await actions.open_poll(number, actor=CHAIR)
    for voter, chosen in zip(voters, (["1", "4"], ["2", "4"], ["3", "4"]), strict=False):
        await actions.cast_vote(number, chosen, voter=voter)
    for act in (actions.close_poll, actions.count_poll, actions.publish_poll):
        await act(number, actor=CHAIR)

    later = await go(number, Way.RUN_OFF)
    again = await queries.poll(later)
    assert (again.options, again.terms) == (("A", "B", "C"), Terms(at_most=2, places=2))
    await actions.open_poll(later, actor=CHAIR)
    for voter, chosen in zip(voters, (["1", "3"], ["1", "3"], ["2"]), strict=False):
        await actions.cast_vote(later, chosen, voter=voter)
    for act in (actions.close_poll, actions.count_poll, actions.publish_poll):
        await act(later, actor=CHAIR)
    assert await final(number) == (Outcome.CHOSEN, ("1", "3", "4"))


@pytest.mark.parametrize("way", [Way.WAYS, Way.RUN_OFF, Way.LOT])
@pytest.mark.parametrize("picked", ["1", "6", "99"])
async def test_nobody_picks_a_winner_on_a_way_that_is_not_theirs(way: Way, picked: str) -> None:
    await makers_polls.proposal()
    number = await tied(Tie.BODY_DECIDES, proposal=7)
    await go(number, way, picked=[picked], reason="Weil ich es sage. " * 200, amount=900)
    found = await tie(number)
    (step,) = found.steps
    assert (step.picked, step.reason, step.shares, found.final) == ((), "", (), None)
    assert (await by_id(found.counted.poll.proposal or 0)).stage == "tied"


async def test_sharing_is_between_all_of_the_tied_whatever_was_typed() -> None:
    number = await tied(Tie.BODY_DECIDES)
    await run(await go(number, Way.WAYS), "111112")
    await go(number, Way.SHARE, picked=["6"], reason="Darum.", amount=900)
    step = (await tie(number)).steps[-1]
    assert (step.picked, step.reason, step.shares) == (("1", "2", "3"), "", (300, 300, 300))


async def test_a_run_off_between_ways_is_about_the_way_and_names_one() -> None:
    number = await tied(Tie.BODY_DECIDES)
    vote = await go(number, Way.WAYS)
    await run(vote, "111222")
    between = await go(vote, Way.RUN_OFF)
    await run(between, "111222")
    assert (await tie(between)).offered == (Way.RUN_OFF, Way.LOT)
    with pytest.raises(Refused):
        await go(between, Way.WAYS)
    assert await makers_polls.decided(between) is None
    await run(await go(between, Way.RUN_OFF), "222221")
    assert (await tie(number)).offered == (Way.RUN_OFF,)
