"""An item that is not public: the parliament reads it, listeners and the wall do not."""

import pytest

from tests import makers, makers_sittings
from tests.client import Client
from tests.hall.test_room_page import QUESTION, Hall, hall, put, read
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.actions.attendance import come
from zukunftsparlament.sittings.actions.speaking import raise_hand
from zukunftsparlament.sittings.queries.questions import released_questions

pytestmark = pytest.mark.usefixtures("store")

CLOSE = Sql("UPDATE agenda_item SET public = $2 WHERE id = $1")
INSIDE = "Was kostet uns der Streit?"


async def behind_closed_doors(client: Client) -> Hall:
    found = await hall()
    await CLOSE.rows(found.item.id, False)
    await client.sign_in(member=found.members[0])
    await client.send_form(f"/sitzungen/{found.sitting.number}/fragen", {"text": INSIDE})
    assert len(await released_questions(found.sitting.id)) == 1
    return found


async def test_a_listener_and_the_wall_read_nothing_of_it(client: Client) -> None:
    found = await behind_closed_doors(client)
    assert found.item.title in await read(client, found.address)
    listener = await makers.member()
    await come(found.sitting.number, listener, actor="card")
    await put(found)
    await raise_hand(found.sitting.number, found.members[1])

    await client.sign_in(member=listener)
    shown = await read(client, found.address) + await read(client, f"/sitzungen/{found.sitting.number}/fragen")
    wall = await read(client, f"/leinwand/{found.sitting.screen_token}")
    assert "Scanne den Code" not in wall and "Als Nächstes:" not in wall and "Jetzt spricht:" not in wall
    shown += wall
    assert shown.count("Nicht öffentlicher Punkt") == 2 and "Bitte geh so lange hinaus." in shown
    for secret in (found.item.title, QUESTION, INSIDE, "Wir fordern ihn."):
        assert secret not in shown


async def test_a_listener_is_told_what_they_can_do(client: Client) -> None:
    sitting = await makers_sittings.sitting(opened=True)
    await makers_sittings.item(sitting, begun=True)
    await client.sign_in(member=await makers.member())
    address = f"{sitting.address}/raum"
    assert "Wer einen Sitz hat, darf sich melden und abstimmen." in await read(client, address)
    await client.send_form(f"{sitting.address}/anwesenheit")
    shown = await read(client, address)
    assert "melde dich" not in shown and "Willst du etwas sagen? Dann frag den Vorsitz." in shown
    assert f'href="{sitting.address}/fragen"' in shown
