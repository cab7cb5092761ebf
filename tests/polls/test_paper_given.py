"""Handing out slips, before the opening only: no answer tells who has voted by phone, and nobody votes both ways."""

import asyncio
from collections.abc import Awaitable
from itertools import zip_longest

import pytest

from tests import makers_paper, makers_polls, makers_votes
from tests.makers_paper import HELPER, refused
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import Cast
from zukunftsparlament.polls.checks import CHECKS
from zukunftsparlament.polls.rules import Secrecy, WhyNot
from zukunftsparlament.polls.rules.paper import WhyNotPaper

pytestmark = pytest.mark.usefixtures("store")


async def test_slips_are_given_and_taken_back_before_the_opening() -> None:
    room = await makers_votes.room(voters=6, absent=1)
    number = await makers_votes.prepared(room, secrecy=Secrecy.SECRET)
    seats = await makers_paper.seats(room.voters)
    assert await refused(actions.give_slip(number, seats[4], actor=CHAIR)) is WhyNotPaper.NO_SLIPS_LEFT
    await makers_paper.given(number, room, slips=4)
    for nobody in (99, *await makers_paper.holders(room.absent)):
        assert await refused(actions.give_slip(number, nobody, actor=CHAIR)) is WhyNotPaper.NO_SUCH_SEAT
    await actions.give_slip(number, seats[5], actor=CHAIR)  # a second tap
    for _tap in range(2):
        await actions.take_slip_back(number, seats[2], actor=HELPER)
    papers = await queries.papers_of(await queries.poll(number))
    assert (papers.given, list(papers.seats)) == (seats[3:], seats)
    await actions.open_poll(number, actor=CHAIR)
    poll = makers_polls.Opened(number, room.voters)
    assert await refused(makers_polls.vote(poll, room.voters[4])) is WhyNot.VOTES_ON_PAPER
    assert (await queries.paper_for(number, room.voters[4])).why_not is WhyNot.VOTES_ON_PAPER
    assert await makers_polls.vote(poll, room.voters[2]) is Cast.IS_IN_NOW
    assert (await queries.papers_of(await queries.poll(number))).given == seats[3:]


@pytest.mark.parametrize("secrecy", [Secrecy.SECRET, Secrecy.NAMED, Secrecy.OPEN])
async def test_the_desk_answers_alike_whoever_has_voted(secrecy: Secrecy) -> None:
    """With slips given while phones vote, a tap on each seat told the chairs who had voted already."""
    room = await makers_votes.room(voters=7)
    number, _slips = await makers_paper.opened(room, secrecy=secrecy)
    before = await queries.papers_of(await queries.poll(number))
    await makers_votes.voted(room, number, ["yes", "no"])
    for seat in (*await makers_paper.seats(room.voters), 99):
        for act in (actions.give_slip, actions.take_slip_back):
            assert await refused(act(number, seat, actor=CHAIR)) is WhyNotPaper.ONLY_BEFORE_OPENING
    assert await queries.papers_of(await queries.poll(number)) == before
    await makers_votes.closed(number)
    assert await refused(actions.give_slip(number, 1, actor=CHAIR)) is WhyNotPaper.ONLY_BEFORE_OPENING


async def test_nothing_is_entered_where_nobody_has_a_slip() -> None:
    number = await makers_votes.opened(await makers_votes.room(voters=3))
    await makers_votes.closed(number)
    assert await refused(actions.enter_slips(number, {}, actor=CHAIR)) is WhyNotPaper.NOTHING_GIVEN


@pytest.mark.parametrize(("slips", "alone"), [(1, True), (2, True), (4, True), (5, True), (3, False), (6, False)])
async def test_nobody_is_alone_on_paper_or_at_the_phones(slips: int, alone: bool) -> None:
    """Chairs know what stands on the slips: one ballot without a slip would be known by its receipt. It is said
    before anybody votes; afterwards nothing stands in the way of closing."""
    room = await makers_votes.room(voters=6)
    number = await makers_votes.prepared(room, secrecy=Secrecy.SECRET)
    await makers_paper.given(number, room, slips=slips)
    if alone:
        assert await refused(actions.open_poll(number, actor=CHAIR)) is WhyNot.TOO_FEW_ON_PAPER
        assert await refused(makers_polls.vote(makers_polls.Opened(number, room.voters), room.voters[0]))
        for seat in (await makers_paper.seats(room.voters))[-slips:]:
            await actions.take_slip_back(number, seat, actor=CHAIR)
    await actions.open_poll(number, actor=CHAIR)
    await makers_votes.closed(number)


async def test_a_slip_of_somebody_who_has_left_is_taken_back_first() -> None:
    room = await makers_votes.room(voters=8)
    number = await makers_votes.prepared(room, secrecy=Secrecy.SECRET)
    await makers_paper.given(number, room, slips=4)
    await makers_votes.LEAVE.rows(room.voters[-1])
    assert await refused(actions.open_poll(number, actor=CHAIR)) is WhyNotPaper.NOT_IN_THE_ROOM
    await actions.take_slip_back(number, (await makers_paper.seats(room.voters))[-1], actor=CHAIR)
    await actions.open_poll(number, actor=CHAIR)
    assert (await queries.poll(number)).on_paper == 3


async def test_a_vote_that_becomes_secret_needs_slips_without_seats() -> None:
    room = await makers_votes.room(voters=6)
    number = await makers_votes.prepared(room)
    await makers_paper.given(number, room)
    for voter in room.voters:
        await actions.ask_for_secret(number, voter)
    poll = await queries.poll(number)
    assert poll.is_secret and (await queries.papers_of(poll)).given == []


@pytest.mark.parametrize("secrecy", [Secrecy.SECRET, Secrecy.OPEN])
async def test_a_slip_and_a_phone_in_the_same_moment_are_one_vote(secrecy: Secrecy) -> None:
    room = await makers_votes.room(voters=9)
    number = await makers_votes.prepared(room, secrecy=secrecy)
    await makers_paper.given(number, room, printed=9)
    poll, seats = makers_polls.Opened(number, room.voters), await makers_paper.seats(room.voters)
    expected = (WhyNot.NOT_OPEN_YET, WhyNot.VOTES_ON_PAPER, WhyNot.TOO_FEW_ON_PAPER, WhyNotPaper.ONLY_BEFORE_OPENING)

    async def either(act: Awaitable[object]) -> bool:
        try:
            await act
        except Refused as why:
            assert why.reason in expected
            return False
        return True

    acts = [either(actions.give_slip(number, seat, actor=CHAIR)) for seat in seats]
    acts.insert(4, either(actions.open_poll(number, actor=CHAIR)))
    votes = [either(makers_polls.vote(poll, voter)) for voter in room.voters for _tap in range(2)]
    await asyncio.gather(*(act for pair in zip_longest(acts, votes) for act in pair if act))
    by_phone = [voter for voter in room.voters if (await queries.place_of(voter, await queries.poll(number))).has_voted]
    on_paper = (await queries.papers_of(await queries.poll(number))).given
    assert not set(await makers_paper.seats(by_phone)) & set(on_paper)
    assert [said for check in CHECKS if (said := await check.find())] == []
