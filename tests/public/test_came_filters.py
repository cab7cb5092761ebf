"""Looking through what became of it; the way from idea to done; how long answers take."""

from datetime import timedelta

import pytest

from tests import makers_handovers, makers_polls, makers_proposals
from tests.client import Client
from zukunftsparlament.handovers import queries
from zukunftsparlament.handovers.queries import Asked, Pace, State
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.actions import void_poll

pytestmark = pytest.mark.usefixtures("store")

PAGE = "/daraus-geworden"
EARLIER = Sql("UPDATE handover SET made_at = $2 WHERE number = $1")


async def some() -> None:
    """1: open, traffic. 2: overdue. 3: answered, by the council. 4: done."""
    for title, topic, body, days in (
        ("Ein Radweg", "verkehr", makers_handovers.AG, 40),
        ("Ein Nachtbus", "verkehr", makers_handovers.AG, -3),
        ("Ein Chor", "freizeit", "Rat", 40),
        ("Ein Baum", "umwelt", "Rat", 40),
    ):
        proposal = await makers_proposals.proposal(title=title, topic=topic)
        await makers_handovers.body(body, body)
        await makers_handovers.handed_over(await makers_handovers.decision(proposal=proposal), body_=body, days=days)
    await makers_handovers.answered(3)
    await makers_handovers.answered(4)
    await makers_handovers.done(4)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(), [2, 1, 4, 3]),
        (Asked(body="Rat"), [4, 3]),
        (Asked(topic="verkehr"), [2, 1]),
        (Asked(state=State.OPEN), [2, 1]),
        (Asked(state=State.OVERDUE), [2]),
        (Asked(state=State.ANSWERED), [3]),
        (Asked(state=State.DONE), [4]),
        (Asked(body="Rat", topic="verkehr"), []),
        (Asked(year=1999), []),
        (Asked(year=999999999), []),
    ],
)
async def test_one_finds_what_one_looks_for(asked: Asked, expected: list[int]) -> None:
    await some()

    found, pages = await queries.outcomes(1, asked)

    assert ([outcome.handover for outcome in found], pages) == (expected, 1)


async def test_the_year_is_that_of_the_hand_over_here() -> None:
    await some()

    assert len((await queries.outcomes(1, Asked(year=today().year)))[0]) == 4


async def test_the_filters_stand_in_the_address_and_stay_while_paging(client: Client) -> None:
    polls = [await makers_handovers.decision(question=f"Frage {n}?") for n in range(21)]
    await makers_handovers.handed_over(*polls)

    page = (await client.get(PAGE, params={"gremium": makers_handovers.AG, "stand": "offen"})).text

    assert "gremium=AG+Demokratie+f%C3%B6rdern&amp;stand=offen&amp;seite=2" in page
    assert "Dazu gibt es nichts." in (await client.get(f"{PAGE}?thema=sport")).text
    for nonsense in ("thema=x", "stand=x", "jahr=x", "jahr=-1", "gremium=x&seite=2", "jahr=99999999999999999999"):
        assert (await client.get(f"{PAGE}?{nonsense}")).status_code == 200


async def test_each_number_of_the_way_is_part_of_the_one_before() -> None:
    await some()  # straw polls: they decide nothing
    proposals = [await makers_proposals.proposal(title=f"Idee {n}") for n in range(4)]
    polls = [(await makers_polls.published(["yes", "yes", "no"], proposal=proposal)).number for proposal in proposals]
    number = await makers_handovers.handed_over(*polls[1:])
    await makers_handovers.answered(number, 1)
    await makers_handovers.answered(number, 2)
    await makers_handovers.done(number, 1)
    way = (await queries.counts()).funnel

    assert (way.ideas, way.decided, way.handed_over, way.answered, way.done) == (8, 4, 3, 2, 1)

    await void_poll(polls[1], "Falsch gezählt.", actor="chair:1")
    way = (await queries.counts()).funnel
    assert (way.ideas, way.decided, way.handed_over, way.answered, way.done) == (8, 3, 2, 1, 0)


async def test_time_to_answer_is_the_median_of_first_answers(client: Client) -> None:
    await some()
    for number, days in ((3, 10), (4, 20)):
        row = await Sql("SELECT made_at FROM handover WHERE number = $1").row(number)
        assert row
        await EARLIER.rows(number, row["made_at"] - timedelta(days=days))
    await makers_handovers.answered(3, answer="no", reason="Doch nicht.")  # only the first one counts

    assert (await queries.overview()).paces == [Pace("", 15, 2), Pace("Rat", 15, 2)]
    page = (await client.get(PAGE)).text
    assert "Alle zusammen" in page and "Was noch offen ist, ist nicht dabei." in page
