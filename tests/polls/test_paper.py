"""Some vote on paper: same box, same list, entered by two; and nothing counts before it is in."""

import asyncio

import pytest

from tests import makers_paper, makers_polls, makers_votes
from tests.makers_paper import HELPER, OTHER, closed, refused
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, pruefen, queries
from zukunftsparlament.polls.actions import Cast
from zukunftsparlament.polls.checks import CHECKS
from zukunftsparlament.polls.rules import Secrecy, WhyNot
from zukunftsparlament.polls.rules.paper import INVALID, WhyNotPaper

pytestmark = pytest.mark.usefixtures("store")

LEFT = Sql(
    "SELECT (SELECT count(*) FROM paper_slip) + (SELECT count(*) FROM paper_voter) + (SELECT count(*) FROM paper_entry)"
)
BOXES = Sql("SELECT count(*) FROM sealed_ballot")
FINGERPRINTS = Sql("SELECT fingerprint FROM paper_entry")
FACTS = Sql("SELECT facts FROM sitting_step WHERE kind = 'paper'")


async def test_paper_and_phones_are_one_list() -> None:
    number, slips = await closed()
    assert await refused(actions.show_result(number, actor=CHAIR)) is WhyNot.PAPER_WAITS
    assert await makers_paper.entered(number, {slips[4]: ("no",), slips[1]: ("no",)}, second=HELPER)
    assert [said for check in CHECKS if (said := await check.find())] == []
    await actions.show_result(number, actor=CHAIR)

    counted = await queries.published_poll(number)
    assert dict(counted.result.counts.votes) == {"yes": 2, "no": 3, "abstain": 0}
    assert (counted.list_["turnout"], counted.list_["electorate_size"]) == (5, 7)
    listed = counted.list_["ballots"]
    assert [one["receipt"] for one in listed] == sorted(one["receipt"] for one in listed)
    assert {slips[1], slips[4]} <= {one["receipt"] for one in listed}
    pruefen.check(counted.list_)
    poll = counted.poll
    assert (poll.paper_given, poll.paper_returned, poll.paper_invalid) == (3, 2, 0)
    assert await LEFT.value() == 0
    assert [said for check in CHECKS if (said := await check.find())] == []


async def test_a_spoilt_slip_came_back_and_is_no_vote() -> None:
    number, slips = await closed()
    assert await makers_paper.entered(number, {slips[0]: INVALID, slips[2]: ("abstain",), slips[3]: ("yes",)})
    await actions.show_result(number, actor=CHAIR)
    counted = await queries.published_poll(number)
    assert dict(counted.result.counts.votes) == {"yes": 3, "no": 1, "abstain": 1}
    assert (counted.poll.turnout, counted.poll.paper_returned, counted.poll.paper_invalid) == (5, 3, 1)
    assert await FACTS.value() == f'{{"given": 3, "invalid": 1, "poll": {number}, "returned": 3}}'


async def test_two_who_differ_put_nothing_in() -> None:
    number, slips = await closed()
    here = {slips[0]: ("yes",), slips[1]: ("no",)}
    assert not await actions.enter_slips(number, here, round=1, actor=CHAIR)
    assert not await actions.enter_slips(number, here | {slips[1]: ("yes",)}, round=1, actor=OTHER)
    assert not await actions.enter_slips(number, here, round=1, actor=OTHER)  # a second tap of the same form
    assert await BOXES.value() == 3
    papers = await queries.papers_of(await queries.poll(number))
    assert (papers.round, papers.now) == (2, {})
    assert len({bytes(row["fingerprint"]) for row in await FINGERPRINTS.rows()}) == 2
    assert not await actions.enter_slips(number, here, round=2, actor=CHAIR)
    assert await actions.enter_slips(number, dict(reversed(here.items())), round=2, actor=OTHER)
    assert await BOXES.value() == 5
    assert await actions.enter_slips(number, here, actor=OTHER)  # it is in already
    assert await BOXES.value() == 5


async def test_one_alone_is_never_two() -> None:
    number, slips = await closed()
    for _tap in range(3):
        assert not await actions.enter_slips(number, {slips[0]: ("yes",)}, actor=CHAIR)
    assert await refused(actions.count_poll(number, actor=CHAIR)) is WhyNot.PAPER_WAITS


async def test_both_at_once_put_it_in_once() -> None:
    number, slips = await closed()
    acts = [actions.enter_slips(number, {slips[0]: ("no",)}, actor=actor) for actor in (CHAIR, OTHER, CHAIR, OTHER)]
    assert True in await asyncio.gather(*acts)
    assert await BOXES.value() == 4


async def test_what_cannot_be_entered() -> None:
    number, slips = await closed()
    for entered, why_not in (
        ({"igel-igel-igel-nein": ("yes",)}, WhyNotPaper.NO_SUCH_SLIP),
        (dict.fromkeys(slips[:4], ("yes",)), WhyNotPaper.MORE_THAN_GIVEN),
        ({slips[0]: ("1",)}, WhyNotPaper.NOT_ON_THE_SLIP),
        ({slips[0]: ("yes", "no")}, WhyNotPaper.NOT_ON_THE_SLIP),
    ):
        assert await refused(actions.enter_slips(number, entered, actor=CHAIR)) is why_not
    assert await makers_paper.entered(number, {})  # nothing came back: two have said so
    await actions.show_result(number, actor=CHAIR)
    assert (await queries.poll(number)).turnout == 3


async def test_who_has_a_slip_does_not_vote_by_phone_until_it_is_taken_back() -> None:
    room = await makers_votes.room(voters=5)
    number = await makers_votes.opened(room, secrecy=Secrecy.SECRET)
    poll = makers_polls.Opened(number, room.voters)
    seats = await makers_paper.seats(room.voters)
    assert await refused(actions.give_slip(number, seats[4], actor=CHAIR)) is WhyNotPaper.NO_SLIPS_LEFT
    await makers_paper.given(number, room, slips=2)
    assert await refused(makers_polls.vote(poll, room.voters[4])) is WhyNot.VOTES_ON_PAPER
    assert (await queries.paper_for(number, room.voters[4])).why_not is WhyNot.VOTES_ON_PAPER
    assert await makers_polls.vote(poll, room.voters[0]) is Cast.IS_IN_NOW
    assert await refused(actions.give_slip(number, seats[0], actor=CHAIR)) is WhyNotPaper.HAS_VOTED_BY_PHONE
    assert await refused(actions.give_slip(number, 99, actor=CHAIR)) is WhyNotPaper.NO_SUCH_SEAT
    assert await refused(actions.close_poll(number, countdown=10, actor=CHAIR)) is WhyNot.TOO_FEW_ON_PAPER
    for seat in seats[3:]:
        await actions.take_slip_back(number, seat, actor=HELPER)
    assert await makers_polls.vote(poll, room.voters[4]) is Cast.IS_IN_NOW
    await actions.close_poll(number, actor=CHAIR)
    assert await refused(actions.give_slip(number, seats[3], actor=CHAIR)) is WhyNotPaper.ONLY_WHILE_OPEN
    assert await refused(actions.enter_slips(number, {}, actor=CHAIR)) is WhyNotPaper.NOTHING_GIVEN


@pytest.mark.parametrize(("slips", "alone"), [(4, True), (5, True), (3, False), (6, False)])
async def test_who_votes_by_phone_is_not_alone_either(slips: int, alone: bool) -> None:
    """Chairs know what stands on the slips: one ballot without a slip would be known by its receipt."""
    room = await makers_votes.room(voters=6)
    number = await makers_votes.opened(room, secrecy=Secrecy.SECRET)
    await makers_paper.given(number, room, slips=slips)
    if alone:
        assert await refused(actions.close_poll(number, countdown=10, actor=CHAIR)) is WhyNot.TOO_FEW_ON_PAPER
    else:
        await actions.close_poll(number, actor=CHAIR)


@pytest.mark.parametrize("secrecy", [Secrecy.SECRET, Secrecy.OPEN])
async def test_a_slip_and_a_phone_in_the_same_moment_are_one_vote(secrecy: Secrecy) -> None:
    room = await makers_votes.room(voters=8)
    number = await makers_votes.opened(room, secrecy=secrecy)
    if secrecy is Secrecy.SECRET:
        await actions.draw_slips(number, 8, printed=0, actor=CHAIR)
    poll, seats = makers_polls.Opened(number, room.voters), await makers_paper.seats(room.voters)

    async def either(act: object) -> bool:
        try:
            await act  # type: ignore[misc]
        except Refused as why:
            assert why.reason in (WhyNot.VOTES_ON_PAPER, WhyNotPaper.HAS_VOTED_BY_PHONE)
            return False
        return True

    votes = [either(makers_polls.vote(poll, voter)) for voter in room.voters]
    slips = [either(actions.give_slip(number, seat, actor=CHAIR)) for seat in seats]
    told = await asyncio.gather(*(act for pair in zip(slips, votes, strict=True) for act in pair))
    assert all(paper != phone for paper, phone in zip(told[::2], told[1::2], strict=True))
