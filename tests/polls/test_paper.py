"""Some vote on paper: same box, same list, entered by two; and nothing counts before it is in."""

import asyncio

import pytest

from tests import makers_paper
from tests.makers_paper import HELPER, OTHER, closed, refused
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, pruefen, queries
from zukunftsparlament.polls.checks import CHECKS
from zukunftsparlament.polls.rules import WhyNot
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
