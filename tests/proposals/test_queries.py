import pytest

from tests import makers, makers_proposals
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.proposals import queries
from zukunftsparlament.proposals.actions import record_step

pytestmark = pytest.mark.usefixtures("store")


async def test_a_number_that_nobody_has_is_missing() -> None:
    with pytest.raises(Missing):
        await queries.row_of(7)


async def test_the_author_is_told_first_and_nobody_twice() -> None:
    author, first, second = [await makers.member() for _ in range(3)]
    number = await makers_proposals.proposal(author=author, backers=(second, first))

    row = await queries.row_of(number)

    assert await queries.followers_of(row.id) == [author, second, first]


async def test_points_are_for_and_against_only_and_newest_first() -> None:
    number = await makers_proposals.proposal()
    for stance, text in (("for", "eins"), ("against", "zwei"), ("question", "drei"), ("for", "vier")):
        await makers_proposals.contribution(number, stance=stance, text=text)

    points = await queries.points_of((await queries.row_of(number)).id)

    assert points == queries.Points(for_=["vier", "eins"], against=["zwei"])


async def test_a_stage_moves_the_proposal_and_a_straw_poll_does_not() -> None:
    number = await makers_proposals.proposal()
    row = await queries.row_of(number)

    async with writing():
        await record_step(row.id, "ripe")
        await record_step(row.id, "straw_poll", poll=3)

    assert (await queries.row_of(number)).stage == "ripe"
    assert await queries.stage_before_vote(row.id) == "ripe"
