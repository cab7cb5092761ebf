"""An urgent item is as public as the item in which it was asked for."""

import pytest

from tests import makers_sittings, makers_votes
from tests.client import Client
from tests.makers_sittings import CHAIR
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions import begin_item, end_item
from zukunftsparlament.sittings.actions.urgent import ask_for_urgent, take_urgent
from zukunftsparlament.sittings.rules import End

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
