"""Many at once in a sitting: one transition, and every acknowledged vote is counted."""

import asyncio
from collections import Counter
from collections.abc import Awaitable

import pytest

from tests import makers_elections, makers_polls, makers_votes
from tests.makers_polls import CHAIR
from tests.polls import key_makers
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import Cast, electing, election_ballots, stepping_back
from zukunftsparlament.polls.rules import Secrecy, WhyNot
from zukunftsparlament.polls.rules.elections import WhyNotElect
from zukunftsparlament.polls.rules.in_sitting import WhyNotHere

pytestmark = pytest.mark.usefixtures("store")


@pytest.mark.parametrize("secrecy", [Secrecy.SECRET, Secrecy.OPEN])
async def test_fifty_votes_against_fifty_closings(secrecy: Secrecy) -> None:
    room = await makers_votes.room(voters=50)
    number = await makers_votes.opened(room, secrecy=secrecy)
    poll = makers_polls.Opened(number, room.voters)

    async def vote(voter: int, after: float) -> object:
        await asyncio.sleep(after)
        try:
            return await makers_polls.vote(poll, voter)
        except Refused as refused:
            return refused.reason

    async def close(chair: int, after: float) -> None:
        await asyncio.sleep(0.02 + after)
        await actions.close_poll(number, actor=f"chair:{chair % 2 + 1}")

    votes = [vote(voter, n / 1000) for n, voter in enumerate(room.voters)]
    closings = [close(n, n / 1000) for n in range(50)]
    answers = Counter((await asyncio.gather(*votes, *closings))[:50])

    assert set(answers) <= {Cast.NOTED, Cast.IS_IN_NOW, WhyNot.ALREADY_CLOSED}
    await actions.show_result(number, actor=CHAIR)
    counted = (await queries.counted(number)).result.counts
    assert counted.of("yes") == answers[Cast.NOTED] + answers[Cast.IS_IN_NOW]
    assert (await makers_votes.steps(room)).count("poll_closed") == 1


async def test_two_chairs_open_at_once_and_two_questions_are_one() -> None:
    room = await makers_votes.room()
    one, other = await makers_votes.prepared(room), await makers_votes.prepared(room, question="Und eine Bank?")

    async def tap(number: int, chair: int) -> object:
        try:
            await actions.open_poll(number, actor=f"chair:{chair + 1}")
        except Refused as refused:
            return refused.reason
        return None

    answers = await asyncio.gather(*(tap(one, n % 2) for n in range(4)), *(tap(other, n % 2) for n in range(4)))

    assert Counter(answers) == {None: 4, WhyNotHere.ANOTHER_POLL_RUNS: 4}
    assert (await makers_votes.steps(room)).count("poll_opened") == 1


async def test_two_chairs_show_the_result_at_once() -> None:
    room = await makers_votes.room()
    number = await makers_votes.opened(room, secrecy=Secrecy.SECRET)
    await makers_votes.voted(room, number, ["yes", "no", "yes"])
    await makers_votes.closed(number)
    await asyncio.gather(*(actions.show_result(number, actor=f"chair:{n}") for n in (1, 2, 1, 2)))
    assert (await queries.counted(number)).result.counts.of("yes") == 2


async def test_key_cards_are_taken_while_somebody_steps_back() -> None:
    """Two ballots are void at once then: nobody who holds one of them may wait for the other."""
    held = await makers_elections.held(standing=3, places=3)
    await key_makers.keepers()
    back, stays = held.members[0], (key_makers.CHAIR, key_makers.OTHER_CHAIR, key_makers.OFFICE)
    for _round in range(3):
        numbers = await election_ballots.prepare_ballots(*held.at, two_key=True, actor=CHAIR)
        cards = [actions.take_key_card(number, actor=keeper) for number in numbers for keeper in stays]

        async def soon(act: Awaitable[None]) -> None:
            await asyncio.sleep(0.05)
            await act

        told = await asyncio.gather(soon(stepping_back.withdraw(*held.at, back)), *cards, return_exceptions=True)
        assert [one for one in told if isinstance(one, Exception) and not isinstance(one, Refused)] == []
        await electing.stand(*held.at, back, "")


async def test_who_steps_back_as_the_tie_is_shown_is_out_of_it_or_was_too_early() -> None:
    held = await makers_elections.held(standing=2)
    [number] = await held.prepared()
    await actions.open_poll(number, actor=CHAIR)
    await makers_votes.voted(held.room, number, ["1", "1", "2", "2"])
    await makers_votes.closed(number)

    told = await asyncio.gather(
        *(stepping_back.withdraw(*held.at, held.members[0]) for _tap in range(2)),
        actions.show_result(number, actor=CHAIR),
        *(stepping_back.withdraw(*held.at, held.members[0]) for _tap in range(2)),
        return_exceptions=True,
    )

    assert {one.reason for one in told if isinstance(one, Refused)} <= {WhyNotElect.BALLOT_IS_OUT}
    one, other = (candidate.label for candidate in (await held.now()).candidates)
    side = (await held.now()).sides[0]
    out = (await held.now()).candidates[0].withdrew_at is not None
    assert (side.elected, side.tied) == (((other,), ()) if out else ((), (one, other)))
