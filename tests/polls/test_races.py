"""Many at once: the store has the last word, and nobody gets an error for being second."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable

import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, keys, queries
from zukunftsparlament.polls.actions import Cast
from zukunftsparlament.polls.rules import Secrecy, WhyNot

pytestmark = pytest.mark.usefixtures("store")

ACTS = Sql("SELECT count(*) FROM journal_entry WHERE verb = $1")
BOXES = Sql("SELECT count(*) FROM sealed_ballot")
TURNOUT = Sql("SELECT count(*) FROM turnout")


async def test_five_taps_at_once_are_one_vote() -> None:
    poll = await makers_polls.opened()

    casts = await asyncio.gather(*(makers_polls.vote(poll, poll.voters[0]) for _ in range(5)))

    assert Counter(casts) == {Cast.IS_IN_NOW: 1, Cast.WAS_IN_ALREADY: 4}
    assert (await BOXES.value(), await TURNOUT.value()) == (1, 1)


async def test_five_taps_at_once_on_phones_are_one_vote(client: Client) -> None:
    poll = await makers_polls.opened()
    await client.sign_in(member=poll.voters[0])
    slips = [makers_polls.slip(poll.number) for _ in range(5)]
    address = f"/abstimmungen/{poll.number}/stimme"

    answers = await asyncio.gather(*(client.send_form(address, {"choice": "yes", "receipt": slip}) for slip in slips))

    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 200, 303]
    assert await BOXES.value() == 1


async def test_five_taps_at_once_in_an_open_poll_leave_one_choice() -> None:
    poll = await makers_polls.opened(secrecy=Secrecy.OPEN)
    choices = ["yes", "no", "abstain", "yes", "no"]
    await asyncio.gather(*(makers_polls.vote(poll, poll.voters[0], choice) for choice in choices))
    assert await queries.ballots_in(await queries.poll(poll.number)) == 1


async def test_fifty_votes_against_the_closing() -> None:
    """Every acknowledged vote is counted, and none that was refused."""
    poll = await makers_polls.opened(voters=50)

    async def close() -> str:
        await asyncio.sleep(0.02)
        await actions.close_poll(poll.number, actor=CHAIR)
        return "closed"

    async def vote(voter: int, after: float) -> object:
        await asyncio.sleep(after)
        try:
            return await makers_polls.vote(poll, voter)
        except Refused as refused:
            return refused.reason

    votes = (vote(voter, n / 1000) for n, voter in enumerate(poll.voters))
    *answers, _closed = await asyncio.gather(*votes, close())
    told = Counter(answers)
    assert set(told) <= {Cast.IS_IN_NOW, WhyNot.ALREADY_CLOSED}
    await actions.count_poll(poll.number, actor=CHAIR)
    assert (await queries.counted(poll.number)).result.counts.of("yes") == told[Cast.IS_IN_NOW]


async def test_votes_against_the_count_itself() -> None:
    poll = await makers_polls.opened(voters=30)
    early, late = poll.voters[:15], poll.voters[15:]
    for voter in early:
        await makers_polls.vote(poll, voter)

    async def vote(voter: int) -> object:
        try:
            return await makers_polls.vote(poll, voter)
        except Refused as refused:
            return refused.reason

    async def close_and_count() -> None:
        await actions.close_poll(poll.number, actor=CHAIR)
        await actions.count_poll(poll.number, actor=CHAIR)

    *answers, _counted = await asyncio.gather(*(vote(voter) for voter in late), close_and_count())
    told = Counter(answers)
    assert (await queries.counted(poll.number)).poll.turnout == 15 + told[Cast.IS_IN_NOW]


ActOn = Callable[[int], Awaitable[None]]


@pytest.mark.parametrize(
    ("verb", "before", "act"),
    [
        ("open_poll", "prepared", lambda number: actions.open_poll(number, actor=CHAIR)),
        ("close_poll", "opened", lambda number: actions.close_poll(number, actor=CHAIR)),
        ("close_poll", "opened", lambda number: actions.close_poll(number, countdown=10, actor=CHAIR)),
        ("count_poll", "closed", lambda number: actions.count_poll(number, actor=CHAIR)),
        ("publish_poll", "counted", lambda number: actions.publish_poll(number, actor=CHAIR)),
        ("void_poll", "opened", lambda number: actions.void_poll(number, "Falsche Frage", actor=CHAIR)),
    ],
)
async def test_two_chairs_pressing_at_once_are_one_transition(verb: str, before: str, act: ActOn) -> None:
    number = await _poll(before)
    await asyncio.gather(*(act(number) for _ in range(4)))
    assert await ACTS.value(verb) == 1


async def _poll(before: str) -> int:
    if before == "counted":
        return (await makers_polls.counted(["yes"] * 3)).number
    if before == "prepared":
        for _ in range(3):
            await makers.seated()
        return await makers_polls.prepared()
    poll = await makers_polls.voted(["yes"] * 3)
    if before == "closed":
        await actions.close_poll(poll.number, actor=CHAIR)
    return poll.number


async def test_of_two_openings_at_once_the_key_on_disk_is_that_of_the_box() -> None:
    number = await _poll("prepared")
    await asyncio.gather(*(actions.open_poll(number, actor=CHAIR) for _ in range(4)))
    voters = await queries.electorate((await queries.poll(number)).electorate)
    await asyncio.gather(*(makers_polls.vote(makers_polls.Opened(number), voter) for voter in voters))
    await actions.close_poll(number, actor=CHAIR)
    await actions.count_poll(number, actor=CHAIR)
    assert ((await queries.counted(number)).poll.turnout, keys.numbers("key")) == (3, [])


async def test_both_chairs_get_the_page_and_no_error(client: Client) -> None:
    poll = await makers_polls.opened()
    await client.sign_in(member=await makers.chair())
    sent = (client.send_form(f"/abstimmungen/{poll.number}/schluss", {"countdown": "0"}) for _ in range(2))
    assert [answer.status_code for answer in await asyncio.gather(*sent)] == [303, 303]
