"""A vote about an item behind closed doors is for the parliament: for all others it is not there."""

from dataclasses import replace

import pytest

from tests import makers, makers_sittings, makers_votes
from tests.client import Client
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.actions import Chosen, settle_tie
from zukunftsparlament.polls.rules import Way
from zukunftsparlament.polls.rules.in_sitting import WhyNotHere
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie
from zukunftsparlament.sittings.actions import begin_item, end_item
from zukunftsparlament.sittings.rules import End

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


@pytest.mark.parametrize("way", [Way.RUN_OFF, Way.WAYS])
@pytest.mark.parametrize("public", [False, True])
async def test_what_follows_a_tie_stays_where_the_tied_vote_was(public: bool, way: Way) -> None:
    """Its own item is done: an item that is as open, or as closed, must be called first."""
    room = await makers_votes.room(rules=replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES), public=public)
    tied = await makers_votes.opened(room, question=f"Reden wir über den {SECRET}?")
    await makers_votes.shown(room, tied, ["yes", "no"])
    other, alike = [await makers_sittings.item(room.sitting, f"{one}", public=one) for one in (not public, public)]
    last = room.item
    for item in (other, alike):
        await end_item(room.sitting.number, last.mark, End.DONE, reason="", actor=CHAIR)
        await begin_item(room.sitting.number, item.mark, actor=CHAIR)
        last = item
        if item is other:
            with pytest.raises(Refused) as refused:
                await settle_tie(tied, Chosen(way=way), actor=CHAIR)
            assert refused.value.reason is (
                WhyNotHere.TIE_NEEDS_SITTING if public else WhyNotHere.TIE_NEEDS_CLOSED_DOORS
            )
    follow_up = await queries.poll(await settle_tie(tied, Chosen(way=way), actor=CHAIR))
    assert (follow_up.item, follow_up.is_public) == (alike.id, public)
