"""Votes of a sitting: who votes, when they may be opened, and what they decide."""

import json
from collections.abc import Awaitable, Callable

import pytest

from tests import makers, makers_polls, makers_sittings, makers_votes
from tests.client import Client
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, pruefen, queries
from zukunftsparlament.polls.actions import Cast
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import PollState, Secrecy, WhyNot
from zukunftsparlament.polls.rules.in_sitting import HeldAs, WhyNotHere, is_rehearsed
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.actions import end_item, floor, speaking
from zukunftsparlament.sittings.rules import End, SittingKind
from zukunftsparlament.sittings.rules import WhyNot as WhyNotLead

pytestmark = pytest.mark.usefixtures("store")

ON_ROLL = Sql("SELECT member, seat FROM on_roll ORDER BY id")
ENTRIES = Sql("SELECT count(*) FROM journal_entry WHERE subject_kind = 'poll'")


async def test_those_in_the_room_vote_and_the_quorum_is_asked_of_them() -> None:
    room = await makers_votes.room(voters=9, absent=9)

    number = await makers_votes.opened(room)

    poll = await queries.poll(number)
    assert {row["member"] for row in await ON_ROLL.rows()} == set(room.voters)
    assert (poll.electorate_size, poll.present, poll.seats, poll.binding) == (9, 9, 18, True)
    await makers_votes.shown(room, number, ["yes", "yes", "no"])
    counted = await queries.counted(number)
    assert counted.result.outcome is Outcome.ACCEPTED  # three ballots, nine present: quorate all the same
    assert counted.list_["rule"]["present"] == 9
    pruefen.check(counted.list_)


async def test_a_deputy_votes_for_the_seat() -> None:
    room = await makers_votes.room(voters=3, absent=1)
    deputy = await makers.member(role="deputy")
    seat = await Sql("SELECT number FROM seat WHERE member = $1").value(room.absent[0])
    await Sql("UPDATE seat SET deputy = $2 WHERE number = $1").rows(seat, deputy)
    await makers_sittings.present(room.sitting, deputy)

    number = await makers_votes.opened(room, secrecy=Secrecy.NAMED)

    assert {row["member"]: row["seat"] for row in await ON_ROLL.rows()}[deputy] == seat
    await makers_votes.shown(makers_votes.Room(room.sitting, room.item, [deputy], []), number, ["yes"])
    assert (await queries.counted(number)).list_["ballots"] == [{"receipt": "", "choice": ["yes"], "seat": seat}]


async def test_without_a_quorum_nothing_opens_and_the_minutes_say_so() -> None:
    room = await makers_votes.room(voters=8, absent=10)
    number = await makers_votes.prepared(room)

    with pytest.raises(Refused) as refused:
        await actions.open_poll(number, actor=CHAIR)

    assert refused.value.reason is WhyNotHere.NOT_QUORATE
    assert "poll_refused" in await makers_votes.steps(room)
    facts = json.loads(await makers_votes.FACTS.value(room.sitting.id, "poll_refused"))
    assert (facts["present"], facts["needed"], facts["poll"]) == (8, 9, number)
    straw = await makers_votes.prepared(room, held=HeldAs(straw=True), question="Mögt ihr das?")
    await actions.open_poll(straw, actor=CHAIR)  # decides nothing, so nobody has to be there
    assert not (await queries.poll(straw)).binding


async def test_one_question_at_a_time() -> None:
    room = await makers_votes.room()
    first = await makers_votes.opened(room)
    second = await makers_votes.prepared(room, question="Soll es eine Bank geben?")

    with pytest.raises(Refused) as refused:
        await actions.open_poll(second, actor=CHAIR)

    assert refused.value.reason is WhyNotHere.ANOTHER_POLL_RUNS
    await makers_votes.shown(room, first, ["yes"])
    await actions.open_poll(second, actor=CHAIR)
    await actions.open_poll(second, actor="chair:2")  # the other chair was slower: no error
    assert (await makers_votes.steps(room)).count("poll_opened") == 2


async def _pause(room: makers_votes.Room) -> None:
    await Sql("UPDATE sitting SET paused_at = opened_at WHERE id = $1").rows(room.sitting.id)


async def _close(room: makers_votes.Room) -> None:
    await Sql("UPDATE sitting SET closed_at = opened_at WHERE id = $1").rows(room.sitting.id)


async def _end(room: makers_votes.Room) -> None:
    await Sql("UPDATE agenda_item SET ended_at = begun_at, ended_as = 'done' WHERE id = $1").rows(room.item.id)


async def _wait(room: makers_votes.Room) -> None:
    await Sql("UPDATE agenda_item SET begun_at = NULL WHERE id = $1").rows(room.item.id)


@pytest.mark.parametrize(
    ("happens", "why_not"),
    [
        (_pause, WhyNotHere.SITTING_PAUSED),
        (_close, WhyNotHere.SITTING_OVER),
        (_end, WhyNotHere.ITEM_OVER),
        (_wait, WhyNotHere.ITEM_NOT_BEGUN),
    ],
)
async def test_only_while_the_item_is_dealt_with(
    happens: Callable[[makers_votes.Room], Awaitable[None]], why_not: WhyNotHere
) -> None:
    room = await makers_votes.room()
    waiting = await makers_votes.prepared(room)
    open_one = makers_polls.Opened(await makers_votes.opened(room, question="Läuft die schon?"), room.voters)
    await happens(room)

    for act in (lambda: actions.open_poll(waiting, actor=CHAIR), lambda: makers_polls.vote(open_one, room.voters[0])):
        with pytest.raises(Refused) as refused:
            await act()
        assert refused.value.reason is why_not


async def test_what_never_came_to_a_vote_says_so(client: Client) -> None:
    room = await makers_votes.room()
    number = await makers_votes.prepared(room)
    assert "Kommt bald" in (await client.get(f"/abstimmungen/{number}")).text
    await end_item(room.sitting.number, room.item.mark, End.DONE, reason="", actor=CHAIR)
    page = (await client.get(f"/abstimmungen/{number}")).text
    assert "Nicht abgestimmt" in page and "Kommt bald" not in page and "Lass diese Seite offen" not in page


async def test_whoever_has_left_does_not_vote_and_may_come_back() -> None:
    room = await makers_votes.room()
    poll = makers_polls.Opened(await makers_votes.opened(room), room.voters)
    await makers_votes.LEAVE.rows(room.voters[0])

    with pytest.raises(Refused) as refused:
        await makers_polls.vote(poll, room.voters[0])
    assert refused.value.reason is WhyNotHere.HAS_LEFT
    await makers_sittings.present(room.sitting, room.voters[0])
    assert await makers_polls.vote(poll, room.voters[0]) is Cast.NOTED

    late = await makers.seated()
    await makers_sittings.present(room.sitting, late)
    with pytest.raises(Refused) as refused:
        await makers_polls.vote(poll, late)
    assert refused.value.reason is WhyNot.NOT_ON_THE_ROLL


async def test_an_unofficial_sitting_only_asks_what_people_think() -> None:
    room = await makers_votes.room(kind=SittingKind.UNOFFICIAL, voters=1, absent=9)
    number = await makers_votes.opened(room)
    await makers_votes.shown(room, number, ["yes"])
    counted = await queries.counted(number)
    assert not counted.poll.binding
    assert counted.rule.quorum is None


async def test_a_rehearsal_leaves_no_trace_in_the_journal() -> None:
    room = await makers_votes.room(kind=SittingKind.REHEARSAL)
    before = await ENTRIES.value()
    number = await makers_votes.opened(room, secrecy=Secrecy.SECRET)
    await makers_votes.shown(room, number, ["yes", "yes", "no"])
    assert is_rehearsed(number)
    assert await ENTRIES.value() == before
    assert (await queries.poll(number)).practice


async def test_the_office_watches_while_there_are_chairs() -> None:
    room = await makers_votes.room()
    await makers.chair()
    number = await makers_votes.opened(room)
    with pytest.raises(Refused) as refused:
        await actions.close_poll(number, actor="office:Frau Vogt")
    assert refused.value.reason is WhyNotLead.HELPERS_WATCH


async def test_preparing_says_what_is_missing_and_twice_is_once() -> None:
    room = await makers_votes.room()
    with pytest.raises(Wrong) as wrong:
        await makers_votes.prepared(room, question=" ", options="Rot\nrot")
    assert set(wrong.value.problems) == {"question", "options"}
    assert await makers_votes.prepared(room) == await makers_votes.prepared(room, actor="chair:2")


async def test_the_question_that_counts_now() -> None:
    room = await makers_votes.room(voters=5)
    assert await queries.vote_of(room.sitting) is None
    number = await makers_votes.opened(room, secrecy=Secrecy.SECRET)
    await makers_votes.voted(room, number, ["yes", "yes", "yes", "no"])
    vote = await queries.vote_of(room.sitting)
    assert vote and (vote.poll.number, vote.step, vote.turnout) == (number, 0, "")  # four of five: no step yet
    await makers_polls.vote(makers_polls.Opened(number), room.voters[4], "no")
    vote = await queries.vote_of(room.sitting)
    assert vote and vote.turnout == "5 von 5 abgegeben"
    await actions.close_poll(number, actor=CHAIR)
    await actions.show_result(number, actor=CHAIR)
    vote = await queries.vote_of(room.sitting)
    assert vote and vote.state is PollState.PUBLISHED and vote.shown and vote.shown.word == "Angenommen"
    items = await sittings.agenda(room.sitting.id)
    chairs = await queries.chairs_votes(room.sitting, await sittings.meeting(room.sitting), items)
    assert chairs.is_quorate and not chairs.is_busy


async def test_those_in_the_room_may_ask_for_secrecy() -> None:
    """Also where hands were meant to be counted; whoever is at home asks for nothing."""
    room = await makers_votes.room(voters=4, absent=3)
    number = await makers_votes.prepared(room, held=HeldAs(by_hands=True))
    with pytest.raises(Refused):
        await actions.ask_for_secret(number, room.absent[0])
    for voter in room.voters:
        await actions.ask_for_secret(number, voter)
    poll = await queries.poll(number)
    assert poll.is_secret and not poll.by_hands


async def test_whoever_spoke_has_finished_when_a_vote_opens_and_who_waits_goes_on_waiting() -> None:
    room = await makers_votes.room(voters=9)
    speaks, waits = [await speaking.raise_hand(room.sitting.number, voter) for voter in room.voters[:2]]
    await floor.give_floor(room.sitting.number, speaks, instead=None, actor=CHAIR)

    await makers_votes.opened(room)

    listed = await sittings.speaking_of(room.sitting)
    assert listed.now is None and [one.mark for one in listed.waiting] == [waits]
