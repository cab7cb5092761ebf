"""An item that is not public: the parliament reads it, listeners and the wall do not."""

import pytest

from tests import makers, makers_sittings, makers_votes
from tests.client import Client
from tests.hall.test_room_page import CHAIR, QUESTION, Hall, hall, put, read
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.actions import begin_item, end_item
from zukunftsparlament.sittings.actions.attendance import come
from zukunftsparlament.sittings.actions.speaking import raise_hand
from zukunftsparlament.sittings.queries.questions import released_questions
from zukunftsparlament.sittings.rules import End

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


async def test_its_question_stays_hidden_when_another_item_has_begun(client: Client) -> None:
    """Its result is not out yet: those with a seat still see it, whatever is dealt with by then."""
    found = await hall()
    await CLOSE.rows(found.item.id, False)
    following = await makers_sittings.item(found.sitting, "Bänke")
    await makers_votes.closed(await put(found))
    number, wall = found.sitting.number, f"/leinwand/{found.sitting.screen_token}"
    listener = await makers.member()
    await come(number, listener, actor="card")
    await end_item(number, found.item.mark, End.DONE, actor=CHAIR)
    for title in ("", following.title):
        if title:
            await begin_item(number, following.mark, actor=CHAIR)
        await client.sign_in(member=listener)
        for shown in (await read(client, found.address), await read(client, wall)):
            assert QUESTION not in shown and title in shown
        await client.sign_in(member=found.members[0])
        assert QUESTION in await read(client, found.address)


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
