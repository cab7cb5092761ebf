"""What was handed over and answered is seen by everybody whom it concerns."""

from tests import makers_handovers
from tests.client import Client
from tests.dossiers.test_handover_json import problems
from zukunftsparlament.handovers import queries
from zukunftsparlament.kernel.dates import day


async def test_an_answer_stands_on_the_proposal_and_on_meins_of_author_and_backers(client: Client) -> None:
    poll, proposal, people = await makers_handovers.about("Ein Nachtbus", backers=1)
    number = await makers_handovers.handed_over(poll)
    assert makers_handovers.AG in (await client.get(f"/vorschlaege/{proposal}")).text
    soon = await makers_handovers.answered(number, answer="later", reason="Erst braucht es einen Fahrer.")

    page = (await client.get(f"/vorschlaege/{proposal}")).text
    assert "Erst braucht es einen Fahrer." in page and day(soon) in page
    for member in people:
        mine = (await (await client.sign_in(member=member)).get("/meins")).text
        assert "Ein Nachtbus" in mine and "Es gibt eine Antwort: Später." in mine


async def test_what_is_frozen_has_the_published_shape(client: Client) -> None:
    first, _, _ = await makers_handovers.about("Ein Nachtbus")
    choice = await makers_handovers.decision("1", "1", "2", question="Was zuerst?", options="Rampe\nBank")
    number = await makers_handovers.handed_over(first, choice)
    assert problems((await queries.handover(number)).frozen) == []

    await makers_handovers.answered(number, 2)

    assert problems((await queries.handover(number)).frozen) == []
