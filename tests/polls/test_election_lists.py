"""Who is on the list of an election, and what becomes of its ballots when somebody comes or goes."""

from dataclasses import replace

import pytest

from tests import makers_elections
from tests.client import Client, as_read
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import Chosen, electing, stepping_back
from zukunftsparlament.polls.actions.planning_election import plan_election
from zukunftsparlament.polls.rules import Way
from zukunftsparlament.polls.rules.elections import ElectionDraft, Office, Shape, WhyNotElect
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie

pytestmark = pytest.mark.usefixtures("store")

BODY = replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES)
A, C = "Kandidatur A", "Kandidatur C"


async def test_stepping_back_before_the_vote_makes_the_ballot_anew() -> None:
    held = await makers_elections.held(standing=3)
    first = await held.prepared()
    await stepping_back.withdraw(*held.at, held.members[1])
    assert (await queries.poll(first[0])).times.voided_at is not None
    assert (await queries.poll((await held.prepared())[0])).options == (A, C)
    await actions.open_poll((await held.now()).prepared[0].number, actor=makers_elections.CHAIR)
    with pytest.raises(Refused) as refused:
        await stepping_back.withdraw(*held.at, held.members[0])
    assert refused.value.reason is WhyNotElect.BALLOT_IS_OUT


async def test_an_election_of_the_same_name_has_ballots_of_its_own() -> None:
    held = await makers_elections.held(standing=2)
    [first] = await held.prepared()
    draft = ElectionDraft(title="Sitz", office=Office.SEATS)
    mark = await plan_election(*held.at[:2], draft, actor=makers_elections.CHAIR)
    other = replace(held, mark=mark)
    for member in held.members:
        await electing.stand(*other.at, member, "")
    assert await other.prepared() != [first] == await held.prepared()


async def test_a_newcomer_on_one_list_leaves_the_other_and_its_run_off_alone() -> None:
    held = await makers_elections.held(standing=4, office=Office.CHAIRS, shape=Shape.PAIR, age=14, rules=BODY)
    younger, older = await held.prepared()
    await makers_elections.run(held.room, younger, ["1", "1", "1", "2", "2", "2"])
    run_off = await actions.settle_tie(younger, Chosen(way=Way.RUN_OFF), actor=makers_elections.CHAIR)
    with pytest.raises(Refused) as refused:
        await electing.stand(*held.at, held.room.voters[4], "younger")
    assert refused.value.reason is WhyNotElect.LIST_CLOSED
    await electing.stand(*held.at, held.room.voters[4], "older")
    assert [poll.number for poll in (await held.now()).prepared] == [run_off]
    assert (await queries.poll(older)).times.voided_at is not None
    first, second = await held.prepared()
    assert first == run_off and len((await queries.poll(second)).options) == 3
    await stepping_back.withdraw(*held.at, held.room.voters[4])
    assert [poll.number for poll in (await held.now()).prepared] == [run_off]


async def test_who_is_tied_may_step_back_until_the_lot_lies_sealed(client: Client) -> None:
    held = await makers_elections.held(standing=4, places=2, deputies=2, rules=BODY)
    await held.voted(["1", "2"], ["1", "3"], ["1", "2"], ["1", "3"], ["2", "3"], ["1", "4"])
    found = await held.now()
    poll, tied = found.sides[0].poll, found.candidates[1]
    assert poll and found.may_withdraw(tied) and found.may_withdraw(found.candidates[3])
    await client.sign_in(member=held.members[1])
    phone = f"/sitzungen/{held.at[0]}/raum"
    assert "Ich trete zurück" in as_read((await client.get(phone)).text)
    await actions.settle_tie(poll, Chosen(way=Way.LOT), actor=makers_elections.CHAIR)
    found = await held.now()
    assert "Ich trete zurück" not in as_read((await client.get(phone)).text)
    assert not found.may_withdraw(tied) and found.may_withdraw(found.candidates[3])
    with pytest.raises(Refused) as refused:
        await stepping_back.withdraw(*held.at, held.members[1])
    assert refused.value.reason is WhyNotElect.NOT_TIED and (await held.now()).candidates[1].stands
