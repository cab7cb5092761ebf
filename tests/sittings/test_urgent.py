"""An urgent item: as public as the item in which it was asked for, and nothing for a second call."""

import pytest

from tests import makers, makers_sittings, makers_votes
from tests.client import Client, as_read
from tests.makers_sittings import CHAIR
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions import begin_item, end_item
from zukunftsparlament.sittings.actions.urgent import ask_for_urgent, take_urgent
from zukunftsparlament.sittings.rules import End
from zukunftsparlament.sittings.rules.agenda import MOST_ITEMS, ItemFlaw

pytestmark = pytest.mark.usefixtures("store")

TITLE = "Jemand hat geplaudert"


@pytest.mark.parametrize("public", [True, False])
async def test_what_is_asked_for_behind_closed_doors_stays_there(client: Client, public: bool) -> None:
    """Also when a public item runs by the time it is taken on."""
    room = await makers_votes.room(public=public)
    number = room.sitting.number
    after = await makers_sittings.item(room.sitting, "Bänke")
    await ask_for_urgent(number, 1, TITLE, "Es eilt.", actor=CHAIR)
    await end_item(number, room.item.mark, End.DONE, reason="", actor=CHAIR)
    await begin_item(number, after.mark, actor=CHAIR)
    await take_urgent(number, 1, accepted=True, actor=CHAIR)
    (added,) = [item for item in await queries.agenda(room.sitting.id) if item.urgent_at]
    assert (added.title, added.public, added.parent) == (TITLE, public, after.id)
    assert (TITLE in (await client.get(f"/sitzungen/{number}")).text) is public


async def test_a_second_call_is_about_nothing_new_however_urgent(client: Client) -> None:
    """Nobody votes for nothing: it is said before the question is on the phones."""
    first = await makers_sittings.sitting(closed=True)
    room = await makers_votes.room(led=False)
    await Sql("UPDATE sitting SET second_call_of = $2 WHERE id = $1").rows(room.sitting.id, first.id)
    here = f"/vorsitz/{room.sitting.number}"
    await client.sign_in(member=await makers.chair())
    asked = await client.send_form(f"{here}/dringend", {"title": TITLE, "reason": "Es eilt."})
    assert asked.status_code == 409
    page = (await client.get(f"{here}/dringend")).text
    assert "In einer zweiten Einladung geht es nur um die Punkte" in as_read(page) and "Alle fragen" not in page
    assert "/dringend" not in (await client.get(here)).text + (await client.get(f"{here}/punkte")).text
    with pytest.raises(Refused) as refused:
        await ask_for_urgent(room.sitting.number, 1, TITLE, "Es eilt.", actor=CHAIR)
    assert refused.value.reason is ItemFlaw.ONLY_THE_SAME


async def test_a_full_agenda_takes_on_nothing_and_says_so() -> None:
    room = await makers_votes.room()
    await ask_for_urgent(room.sitting.number, 1, TITLE, "Es eilt.", actor=CHAIR)
    for number in range(len(await queries.agenda(room.sitting.id)), MOST_ITEMS):
        await makers_sittings.item(room.sitting, f"Punkt {number}")
    for act in (
        take_urgent(room.sitting.number, 1, accepted=True, actor=CHAIR),
        ask_for_urgent(room.sitting.number, 2, TITLE, "Es eilt.", actor=CHAIR),
    ):
        with pytest.raises(Refused) as refused:
            await act
        assert refused.value.reason is ItemFlaw.TOO_MANY
