"""Elections of persons, from the list to who is in: on both stores, with exact results."""

from dataclasses import replace

import pytest

from tests import makers, makers_elections, makers_sittings
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import Chosen, answering_election, electing, stepping_back
from zukunftsparlament.polls.checks import CHECKS
from zukunftsparlament.polls.rules import Kind, TieState, Way
from zukunftsparlament.polls.rules.elections import Office, Shape, WhyNotElect
from zukunftsparlament.polls.shown import ResultShown
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Majority, MajorityOf, RuleSet, Tie

pytestmark = pytest.mark.usefixtures("store")

BODY = replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES)
A, B, C, D = (f"Kandidatur {letter}" for letter in "ABCD")


async def test_two_of_four_with_deputies_in_the_order_of_their_votes() -> None:
    held = await makers_elections.held(standing=4, places=2, deputies=1)
    await held.voted(["1", "2"], ["1", "2"], ["1", "3"], ["2", "4"], ["1", "3"], ["2"])
    side = (await held.now()).sides[0]
    assert side.elected == (A, B) and side.deputies == ((C,),) and side.free == 0
    assert [(one.place, one.label, one.votes) for one in side.ranking] == [(1, A, 4), (1, B, 4), (3, C, 2), (4, D, 1)]


async def tied_at_the_border(rules: RuleSet = BODY) -> makers_elections.Held:
    """A is in; B and C want the second place with three votes each; D has one."""
    held = await makers_elections.held(standing=4, places=2, deputies=2, rules=rules)
    await held.voted(["1", "2"], ["1", "3"], ["1", "2"], ["1", "3"], ["2", "3"], ["1", "4"])
    side = (await held.now()).sides[0]
    assert side.elected == (A,) and side.tied == (B, C) and side.free == 1
    return held


async def test_who_steps_back_leaves_the_place_to_the_other() -> None:
    held = await tied_at_the_border(HOLZWICKEDE)  # whose rule about ties says nothing about persons
    poll = (await held.now()).polls[0].number
    await stepping_back.withdraw(*held.at, held.members[2])
    await stepping_back.withdraw(*held.at, held.members[2])  # twice is once
    found = await held.now()
    assert found.sides[0].elected == (A, B) and found.is_complete and found.sides[0].deputies == ((D,),)
    tie = await queries.tie_of(await queries.counted(poll))
    assert tie and tie.stands.state is TieState.SETTLED and [step.way for step in tie.steps] == [Way.STEPS_BACK]
    with pytest.raises(Refused):
        await stepping_back.withdraw(*held.at, held.members[1])


async def test_a_run_off_is_between_the_tied_alone() -> None:
    held = await tied_at_the_border()
    poll = (await held.now()).sides[0].poll
    assert poll
    run_off = await actions.settle_tie(poll, Chosen(way=Way.RUN_OFF), actor=makers_elections.CHAIR)
    assert (await queries.poll(run_off)).options == (B, C) and (await queries.poll(run_off)).persons
    await makers_elections.run(held.room, run_off, ["2", "2", "1", "2"])
    assert (await held.now()).sides[0].elected == (A, C)


async def test_the_body_takes_both_in_and_says_no_only_once() -> None:
    held = await tied_at_the_border()
    poll = (await held.now()).sides[0].poll
    assert poll
    vote = await actions.settle_tie(poll, Chosen(way=Way.ENLARGE), actor=makers_elections.CHAIR)
    assert (await queries.poll(vote)).yes_means.endswith("Es gibt 1 Platz mehr.")
    await makers_elections.run(held.room, vote, ["yes", "yes", "yes", "no"])
    found = await held.now()
    assert found.sides[0].elected == (A, B, C) and found.is_complete
    await answering_election.answer_myself(*held.at, held.members[0], accepts=False)
    side = (await held.now()).sides[0]  # the third place is there to stay: D moves up
    assert side.elected == (B, C, D) and side.free == 0

    other = await tied_at_the_border()
    poll = (await other.now()).sides[0].poll
    assert poll
    vote = await actions.settle_tie(poll, Chosen(way=Way.ENLARGE), actor=makers_elections.CHAIR)
    await makers_elections.run(other.room, vote, ["yes", "no", "no", "no"])
    tie = await queries.tie_of(await queries.counted(poll))
    assert tie and tie.stands.state is TieState.WAITS and Way.ENLARGE not in tie.offered and Way.LOT in tie.offered


async def test_a_lot_is_drawn_for_the_last_place() -> None:
    held = await tied_at_the_border()
    poll = (await held.now()).sides[0].poll
    assert poll
    await actions.settle_tie(poll, Chosen(way=Way.LOT), actor=makers_elections.CHAIR)
    await actions.draw_lot(poll, "Fahrrad", actor=makers_elections.CHAIR)
    assert (await held.now()).sides[0].elected in {(A, B), (A, C)}


async def test_a_pair_has_two_lists_and_a_ballot_for_each() -> None:
    held = await makers_elections.held(standing=3, office=Office.CHAIRS, shape=Shape.PAIR, age=14)
    found = await held.now()
    younger, older = ([one.label for one in found.on(side)] for side in ("younger", "older"))
    polls = [await queries.poll(number) for number in await held.prepared()]
    assert [(poll.kind, poll.options) for poll in polls] == [
        (Kind.ONE_OF, tuple(younger)),
        (Kind.YES_NO_ABSTAIN, ()),
    ]
    assert polls[0].question == "Vorsitz (unter 14): Wer soll es sein?"
    assert polls[1].question == f"Vorsitz (ab 14): Soll {older[0]} es sein?"
    await makers_elections.run(held.room, polls[0].number, ["2", "2", "1"])
    await makers_elections.run(held.room, polls[1].number, ["yes", "yes", "no"])
    assert (await held.now()).elected == [younger[1], older[0]]


async def test_who_does_not_accept_makes_room_for_the_next_or_for_another_ballot() -> None:
    held = await makers_elections.held(standing=4, places=2, deputies=2)
    await held.voted(["1", "2"], ["1", "2"], ["1", "3"], ["2", "4"], ["1", "3"], ["2"])
    await answering_election.answer_myself(*held.at, held.members[0], accepts=False)
    await answering_election.answer_myself(*held.at, held.members[1], accepts=True)
    side = (await held.now()).sides[0]
    assert side.elected == (B, C) and side.moved_up == (C,) and side.deputies == ((D,),)
    with pytest.raises(Refused) as refused:
        await answering_election.answer_myself(*held.at, held.members[3], accepts=True)
    assert refused.value.reason is WhyNotElect.NOT_ELECTED

    alone = await makers_elections.held(standing=2, places=1)
    await alone.voted("1", "1", "2")
    await answering_election.answer_myself(*alone.at, alone.members[0], accepts=False)
    assert (await alone.now()).sides[0].free == 1
    again = await alone.prepared()
    assert (await queries.poll(again[0])).question == f"Sitz: Soll {B} es sein?"


async def test_nobody_with_the_majority_means_a_run_off_of_the_two_best() -> None:
    absolute = replace(HOLZWICKEDE, majority=Majority(MajorityOf.PRESENT, 1, 2, True))
    held = await makers_elections.held(standing=3, rules=absolute)
    await held.voted("1", "1", "1", "2", "2", "3")
    side = (await held.now()).sides[0]
    assert side.best == (A, B) and side.elected == ()
    await held.voted("1", "1", "1", "1", "2", "2")
    assert (await held.now()).elected == [A]


async def test_verify_finds_an_answer_that_cannot_be() -> None:
    held = await tied_at_the_border()
    await answering_election.answer_myself(*held.at, held.members[0], accepts=True)
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)
    await Sql("UPDATE candidacy SET declined_at = accepted_at").rows()
    found = [said for check in CHECKS if (said := await check.find())]
    assert found[0] == "Sitzung 1, Kandidatur A: Eine Antwort auf die Wahl, die es nicht geben kann."


async def test_verify_follows_who_stepped_back() -> None:
    held = await tied_at_the_border()
    await stepping_back.withdraw(*held.at, held.members[2])
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)
    await Sql("UPDATE tie_step SET stepped_back = '4'").rows()
    assert len([found for check in CHECKS if (found := await check.find())]) == 1


async def test_who_was_elected_before_stands_on_top() -> None:
    held = await makers_elections.held(standing=3, places=2)
    for one in held.members[1:]:
        await stepping_back.withdraw(*held.at, one)
    first = await held.voted("yes", "yes", "yes", "no")
    assert ResultShown(await queries.published_poll(first)).word == "Gewählt"
    assert (await queries.published_poll(first)).sentence == "Gewählt: 3 dafür, 1 dagegen."
    for member in [await makers.member() for _ in range(2)]:
        await makers_sittings.present(held.room.sitting, member)
        await electing.stand(*held.at, member, "")
    await held.voted("1", "2", "1")
    side = (await held.now()).sides[0]
    top = side.ranking[0]
    assert (top.place, top.label, top.votes) == (1, A, 3)
    assert [one.place for one in side.ranking] == [1, 2, 3] and side.ranking[1].label in side.elected


async def test_nobody_is_rejected_and_no_ballot_that_was_never_held_is_listed() -> None:
    held = await makers_elections.held(standing=2)
    never = (await held.prepared())[0]
    await stepping_back.withdraw(*held.at, held.members[1])
    lost = await held.voted("no", "no", "yes")
    found = await queries.published_poll(lost)
    assert ResultShown(found).lost_alone
    assert (ResultShown(found).word, found.sentence) == ("Nicht gewählt", "Nicht gewählt: 1 dafür, 2 dagegen.")
    assert [poll.number for poll in (await queries.ended(1)).polls] == [lost]
    assert (await queries.poll(never)).times.voided_at is not None
