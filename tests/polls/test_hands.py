"""Hands are counted by two people who do not see each other's numbers; only what both say alike is a result."""

import asyncio
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import makers, makers_polls, makers_sittings, makers_votes
from tests.client import Client, as_read
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.queries import chair_seats
from zukunftsparlament.polls import actions, pruefen, queries
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import PollState
from zukunftsparlament.polls.rules.in_sitting import HeldAs, WhyNotHere, ballots_of, why_not_hands
from zukunftsparlament.sittings.actions.attendance import leave
from zukunftsparlament.sittings.rules import WhyNot

pytestmark = pytest.mark.usefixtures("store")

WANTED = ("yes", "no", "abstain")
SEEN = {"yes": 3, "no": 1, "abstain": 0}
HANDS = HeldAs(by_hands=True)
ROUNDS = Sql("SELECT round, actor FROM hand_count ORDER BY round, id")


@given(st.tuples(*3 * [st.integers(0, 40)]), st.integers(0, 60))
def test_as_many_ballots_as_hands_and_never_more_than_votes(numbers: tuple[int, ...], present: int) -> None:
    counts = dict(zip(WANTED, numbers, strict=True))
    why_not = why_not_hands(counts, wanted=WANTED, present=present)
    assert (why_not is WhyNotHere.TOO_MANY_HANDS) == (sum(numbers) > present)
    assert [ballots_of(counts, wanted=WANTED).count((choice,)) for choice in WANTED] == list(numbers)


async def test_two_who_agree_make_a_result_at_once() -> None:
    room = await makers_votes.room(voters=5)
    number = await makers_votes.opened(room, held=HANDS)
    assert not await actions.count_hands(number, SEEN, actor="chair:1")
    assert await actions.count_hands(number, SEEN, actor="chair:2")

    counted = await queries.published_poll(number)
    assert counted.result.outcome is Outcome.ACCEPTED
    assert dict(counted.result.counts.votes) == SEEN
    assert (counted.list_["turnout"], counted.list_["electorate_size"]) == (4, 5)
    pruefen.check(counted.list_)
    assert (await makers_votes.steps(room))[-2:] == ["hands", "poll_closed"]


async def test_two_who_differ_count_again() -> None:
    room = await makers_votes.room(voters=5)
    number = await makers_votes.opened(room, held=HANDS)
    await actions.count_hands(number, SEEN, actor="chair:1", round=1)
    assert not await actions.count_hands(number, SEEN | {"no": 2}, actor="chair:2", round=1)
    assert not await actions.count_hands(number, SEEN | {"no": 2}, actor="chair:2", round=1)  # a second tap
    vote = await queries.vote_of(room.sitting)
    assert vote and vote.hands and (vote.hands.round, vote.hands.counted) == (2, 0)
    await actions.count_hands(number, SEEN, actor="chair:1", round=2)
    assert await actions.count_hands(number, SEEN, actor="chair:2", round=2)
    assert [row["round"] for row in await ROUNDS.rows()] == [1, 1, 2, 2]


async def test_both_at_once_are_two() -> None:
    room = await makers_votes.room(voters=5)
    number = await makers_votes.opened(room, held=HANDS)
    told = await asyncio.gather(*(actions.count_hands(number, SEEN, actor=f"chair:{n}") for n in (1, 2)))
    assert sorted(told) == [False, True]


async def test_who_may_count_and_what_cannot_be() -> None:
    room = await makers_votes.room(voters=5)
    number = await makers_votes.opened(room, held=HANDS)
    seat = await Sql("SELECT seat FROM attendance WHERE member = $1").value(room.voters[2])
    teller = f"seat:{seat}"
    for actor, counts, why_not in (
        (teller, SEEN, WhyNotHere.NO_TELLER),
        (CHAIR, SEEN | {"yes": 6}, WhyNotHere.TOO_MANY_HANDS),
        (CHAIR, SEEN | {"yes": -1}, WhyNotHere.COUNT_NOT_READABLE),
        (CHAIR, {"yes": 1}, WhyNotHere.COUNT_NOT_READABLE),
    ):
        with pytest.raises(Refused) as refused:
            await actions.count_hands(number, counts, actor=actor)
        assert refused.value.reason is why_not
    with pytest.raises(Refused) as refused:
        await makers_polls.vote(makers_polls.Opened(number), room.voters[0])
    assert refused.value.reason is WhyNotHere.HANDS_ARE_COUNTED
    with pytest.raises(Refused) as refused:
        await actions.close_poll(number, actor=CHAIR)
    assert refused.value.reason is WhyNotHere.HANDS_ARE_COUNTED
    await actions.name_teller(number, teller, actor=CHAIR)
    await actions.count_hands(number, SEEN, actor=teller)
    assert await actions.count_hands(number, SEEN, actor=CHAIR)


async def test_one_person_is_never_both() -> None:
    """Neither as teller of their own seat, nor when the chairs change while hands are up."""
    room = await makers_votes.room(voters=4)
    chair = await makers.chair()
    await makers_sittings.present(room.sitting, chair)
    seat = await Sql("SELECT number FROM seat WHERE member = $1").value(chair)
    number = await makers_votes.opened(room, held=HANDS)
    with pytest.raises(Refused) as refused:
        await actions.name_teller(number, f"seat:{seat}", actor=f"chair:{seat}")
    assert refused.value.reason is WhyNotHere.NO_TELLER
    await actions.count_hands(number, SEEN, actor=f"chair:{seat}")
    await Sql("UPDATE member SET role = 'member' WHERE id = $1").rows(chair)
    await actions.name_teller(number, f"seat:{seat}", actor=CHAIR)
    assert not await actions.count_hands(number, SEEN, actor=f"seat:{seat}")
    assert (await queries.poll(number)).state is PollState.OPEN


async def test_a_chair_who_is_not_in_the_room_counts_nothing(client: Client) -> None:
    room = await makers_votes.room(voters=3)
    number = await makers_votes.opened(room, held=HANDS)
    await client.sign_in(member=await makers.chair())
    address = f"/abstimmungen/{number}/haende"
    assert "Zum Zählen musst du im Raum sein" in as_read((await client.get(address)).text)
    fields = {"round": "1", "hands-yes": "3", "hands-no": "0", "hands-abstain": "0"}
    assert (await client.send_form(address, fields)).status_code == 409
    assert await ROUNDS.rows() == []


async def test_who_has_left_counts_nothing() -> None:
    """Neither a chair nor a teller, although both have the page open; nor a chair who is none any more."""
    room = await makers_votes.room(voters=4)
    number = await makers_votes.opened(room, held=HANDS)
    teller = f"seat:{await Sql('SELECT number FROM seat WHERE member = $1').value(room.voters[2])}"
    await actions.name_teller(number, teller, actor=CHAIR)
    for voter, actor in ((room.voters[0], CHAIR), (room.voters[2], teller)):
        await leave(room.sitting.number, voter, actor="member")
        with pytest.raises(Refused) as refused:
            await actions.count_hands(number, SEEN, actor=actor)
        assert refused.value.reason is WhyNot.NOT_IN_THE_ROOM
    await Sql("UPDATE member SET role = 'member' WHERE id = $1").rows(room.voters[1])
    with pytest.raises(Refused) as refused:
        await actions.count_hands(number, SEEN, actor="chair:2")
    assert refused.value.reason is WhyNot.CHAIR_NO_MORE
    assert await ROUNDS.rows() == []


async def test_the_pages_of_the_two_show_no_numbers(client: Client) -> None:
    room = await makers_votes.room(voters=3)
    one, other = await makers.chair(), await makers.chair()
    await makers_sittings.present(room.sitting, one, other)
    number = await makers_votes.opened(room, held=HANDS)
    address = f"/abstimmungen/{number}/haende"
    first = await Client().sign_in(member=one)
    fields = {"round": "1", "hands-yes": "3", "hands-no": "1", "hands-abstain": "0"}
    assert (await first.send_form(address, fields)).status_code == 303
    await client.sign_in(member=other)
    page = as_read((await client.get(address)).text)
    assert "Eine Zählung ist da" in page
    in_room = {row["seat"] for row in await Sql("SELECT seat FROM attendance WHERE seat IS NOT NULL").rows()}
    offered = {int(seat) for seat in re.findall(r'name="seat" value="(\d+)"', page)}
    assert offered and offered == in_room - await chair_seats()
    assert re.findall(r'name="hands-[a-z]+"[^>]*value="([^"]*)"', page) == ["", "", ""]
    wrong = await client.send_form(address, fields | {"hands-yes": ""})
    assert wrong.status_code == 409 and "Hier fehlt eine Zahl" in wrong.text and 'value="1"' in wrong.text
    assert (await client.send_form(address, fields)).status_code == 303
    assert "Fertig gezählt" in (await first.get(address)).text
    again = await makers_votes.opened(room, question="Und noch einmal?", held=HANDS)
    seat = await Sql("SELECT seat FROM attendance WHERE member = $1").value(room.voters[2])
    assert (await first.send_form(f"/abstimmungen/{again}/haende/mitzaehlen", {"seat": str(seat)})).status_code == 303
    teller = await Client().sign_in(member=room.voters[2])
    assert "Hände zählen" in (await teller.get(f"/sitzungen/{room.sitting.number}/raum")).text
    assert (await teller.get(f"/abstimmungen/{again}/haende")).status_code == 200
    outsider = await Client().sign_in(member=await makers.member())
    assert (await outsider.get(address)).status_code == 404
