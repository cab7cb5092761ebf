"""A vote about an item behind closed doors is for the parliament: for all others it is not there."""

import pytest

from tests import makers, makers_votes
from tests.client import Client
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import queries

pytestmark = pytest.mark.usefixtures("store")

SECRET = "Streit im Vorstand"
PAGES = (
    "", "/stand", "/stimme", "/ergebnis", "/liste.json", "/liste.sig", "/pruefen.py", "/zettel", "/nachzaehlen",
    "/nachzaehlen.html",
)  # fmt: skip


@pytest.mark.parametrize("over", [False, True])
async def test_nobody_outside_reads_of_it(client: Client, over: bool) -> None:
    room = await makers_votes.room()
    await Sql("UPDATE agenda_item SET public = $2 WHERE id = $1").rows(room.item.id, False)
    number = await makers_votes.opened(room, question=f"Reden wir über den {SECRET}?")
    if over:
        await makers_votes.shown(room, number, ["yes"])
        assert [one.poll.number for one in await queries.counted_polls()] == []
    young = await Client().sign_in(member=await makers.member(role="young"))
    for somebody in (client, young):
        for page in PAGES:
            answer = await somebody.get(f"/abstimmungen/{number}{page}")
            assert answer.status_code == 404 or answer.headers.get("location"), page
        for page in ("/", "/abstimmungen", f"/suche?q={SECRET.split()[0]}", "/geld"):
            assert SECRET not in (await somebody.get(page)).text, page
    inside = await Client().sign_in(member=room.voters[0])
    assert SECRET in (await inside.get(f"/abstimmungen/{number}")).text
