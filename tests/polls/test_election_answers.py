"""Who was elected has the last word about it; a chair's tick can be taken back; who was only named takes up no room."""

import pytest

from tests import makers_elections
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import answering_election, electing, stepping_back
from zukunftsparlament.polls.rules.answers import Answer
from zukunftsparlament.polls.rules.elections import MOST_NAMED, Office, WhyNotElect
from zukunftsparlament.sittings.queries.course import course

pytestmark = pytest.mark.usefixtures("store")

CHAIR = makers_elections.CHAIR
A, B, C = (f"Kandidatur {letter}" for letter in "ABC")


async def aloud(held: makers_elections.Held, place: int, answer: Answer) -> None:
    await answering_election.answer_aloud(*held.at, place, answer, actor=CHAIR)


async def myself(held: makers_elections.Held, place: int, *, accepts: bool) -> None:
    await answering_election.answer_myself(*held.at, held.members[place - 1], accepts=accepts)


async def test_a_chairs_no_does_not_hold_against_the_word_of_the_elected() -> None:
    held = await makers_elections.held(standing=3)
    await held.voted("1", "1", "1", "2", "2", "3")
    await aloud(held, 1, Answer.NO)
    assert (await held.now()).elected == []
    again = await held.prepared()
    await myself(held, 1, accepts=True)
    found = await held.now()
    assert found.elected == [A] and found.candidates[0].answered_themselves
    assert (await queries.poll(again[0])).times.voided_at is not None  # made because of the no
    for answer in (Answer.NO, Answer.OPEN):
        with pytest.raises(Refused) as refused:
            await aloud(held, 1, answer)
        assert refused.value.reason is WhyNotElect.SAID_THEMSELVES
    await aloud(held, 1, Answer.YES)  # it is so already


async def test_a_wrong_tick_is_taken_back_until_another_ballot_is_open() -> None:
    held = await makers_elections.held(standing=3)
    await held.voted("1", "1", "1", "2", "2", "3")
    await aloud(held, 1, Answer.OPEN)  # nothing to take back
    await aloud(held, 1, Answer.NO)
    await aloud(held, 1, Answer.OPEN)
    assert (await held.now()).elected == [A] and (await held.now()).candidates[0].answer is Answer.OPEN
    await aloud(held, 1, Answer.NO)
    with pytest.raises(Refused) as declined:
        await electing.stand(*held.at, held.members[0], "")
    assert declined.value.reason is WhyNotElect.HAS_DECLINED
    await actions.open_poll((await held.prepared())[0], actor=CHAIR)
    for act in (aloud(held, 1, Answer.OPEN), myself(held, 1, accepts=True)):
        with pytest.raises(Refused) as refused:
            await act
        assert refused.value.reason is WhyNotElect.IS_FOLLOWED


async def test_whoever_has_moved_up_and_accepted_keeps_the_place() -> None:
    held = await makers_elections.held(standing=3, deputies=2)
    await held.voted("1", "1", "1", "2", "2", "3")
    await aloud(held, 1, Answer.NO)
    assert (await held.now()).elected == [B]
    await myself(held, 2, accepts=True)
    with pytest.raises(Refused) as refused:
        await myself(held, 1, accepts=True)
    assert refused.value.reason is WhyNotElect.IS_FOLLOWED
    await myself(held, 2, accepts=False)  # thinks better of it: the place is free again, and so is the word
    await myself(held, 1, accepts=True)
    assert (await held.now()).elected == [A] and (await held.now()).sides[0].deputies == ((C,),)


async def test_only_who_has_accepted_and_not_taken_it_back_may_lead() -> None:
    held = await makers_elections.held(standing=3, office=Office.CHAIRS)
    await held.voted("1", "1", "1", "2", "2", "3")
    with pytest.raises(Refused) as refused:
        await stepping_back.withdraw(*held.at, held.members[0])  # an old page: the question is another one now
    assert refused.value.reason is WhyNotElect.IS_ELECTED
    seat = (await held.now()).candidates[0].seat
    for answer, may_lead in ((Answer.YES, {seat}), (Answer.OPEN, set()), (Answer.YES, {seat}), (Answer.NO, set())):
        await aloud(held, 1, answer)
        assert (await course(held.room.sitting)).elected_chairs == may_lead


async def test_who_was_only_named_keeps_nobody_from_standing() -> None:
    held = await makers_elections.held(standing=0, voters=16, office=Office.OTHER)
    named, standing = held.room.voters[:MOST_NAMED], held.room.voters[MOST_NAMED:]
    for actor, member in zip([CHAIR] * MOST_NAMED, named, strict=True):
        await electing.name_candidate(*held.at, member, "", actor=actor)
    with pytest.raises(Refused) as flood:
        await electing.name_candidate(*held.at, standing[0], "", actor=CHAIR)
    assert flood.value.reason is WhyNotElect.NAMED_ENOUGH
    for member in standing:
        await electing.stand(*held.at, member, "")
    await stepping_back.withdraw(*held.at, named[0])  # says no, and so makes room for another name
    for member in named[1:3]:
        await electing.stand(*held.at, member, "")
    assert len([one for one in (await held.now()).candidates if one.stands]) == 12
    with pytest.raises(Refused) as full:
        await electing.stand(*held.at, named[3], "")
    assert full.value.reason is WhyNotElect.TOO_MANY_STAND


async def test_one_place_is_one_place_however_often_it_was_voted_on() -> None:
    held = await makers_elections.held(standing=3)
    await held.voted("1", "1", "1", "1", "2", "2")
    await myself(held, 1, accepts=False)
    await held.voted("1", "1", "1", "1", "2", "2")
    found = await held.now()
    assert found.elected == [B] and found.is_complete and not found.takes_candidates
    with pytest.raises(Refused) as refused:
        await held.prepared()
    assert refused.value.reason is WhyNotElect.NOTHING_LEFT
