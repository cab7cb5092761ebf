"""An edit may take a picture away, say anew what is on it, or be given up with its picture."""

import pytest

from tests import makers, makers_pictures, makers_proposals
from tests.client import Client
from tests.proposals.test_edit_pictures import OFFICE, TOKEN, all_is_well, own, seen, send
from tests.proposals.test_pictures import ALT, addresses, files
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.proposals.actions import edits
from zukunftsparlament.proposals.actions.clearing import clear
from zukunftsparlament.proposals.actions.moderation import decide
from zukunftsparlament.proposals.queries import held, pages, versions
from zukunftsparlament.proposals.rules.moderation import Decision

__all__ = ["all_is_well"]  # after each test here too
pytestmark = pytest.mark.usefixtures("store")


async def test_what_is_on_it_is_needed_read_by_the_guard_and_may_be_said_anew(client: Client) -> None:
    number, _ = await own(client)
    assert (await send(client, number, alt="")).status_code == 422
    await send(client, number, alt="Ruf mich an: 0171 2345678")
    assert (await held.queue(1)).posts[0].codes == ["phone"]
    await decide(await TOKEN.value(), Decision.DECLINE, "Ohne Nummer.", by=OFFICE)

    sent = await send(client, number)

    assert sent.headers["location"] == f"/vorschlaege/{number}"  # nothing new is to be seen: public at once
    shown = (await pages.proposal(number, member=None)).picture
    assert shown is not None and shown.alt == ALT
    assert [one.picture for one in await versions.versions(number)] == ["described", ""]
    assert "steht neu dabei" in (await client.get(f"/vorschlaege/{number}/fassungen")).text


async def test_taking_it_away_needs_nobody_and_can_be_thought_over(client: Client) -> None:
    number, _ = await own(client)
    await send(client, number, makers_pictures.photo(), later="1")
    await send(client, number, remove_picture="1", later="1")
    assert (
        len(files()) == 1
        and 'name="remove_picture" checked' in (await client.get(f"/vorschlaege/{number}/aenderung")).text
    )
    await send(client, number, later="1", alt="Die alte Bank")
    assert (await send(client, number, alt="Die alte Bank")).status_code == 422  # as it was: nothing has changed

    sent = await send(client, number, remove_picture="1", alt="")

    second_tap = await send(client, number, remove_picture="1", alt="")
    assert sent.headers["location"] == second_tap.headers["location"] == f"/vorschlaege/{number}" and not files()
    assert (await pages.proposal(number, member=None)).picture is None
    assert "Das Bild wurde entfernt." in (await client.get(f"/vorschlaege/{number}/fassungen")).text


@pytest.mark.parametrize("end", ["decline", "throw away", "wipe", "leave"])
async def test_an_edit_given_up_takes_its_picture_along(client: Client, end: str) -> None:
    number, author = await own(client)
    await send(client, number, makers_pictures.photo())
    token = await TOKEN.value()
    await decide(token, Decision.ASK, "Wer ist das?", by=OFFICE)
    assert len(files()) == 2
    (address,) = addresses((await client.get(f"/vorschlaege/{number}/aenderung")).text)
    await send(client, number)
    assert (await held.queue(1)).posts[0].codes == ["asked_back", "picture"]

    if end == "decline":
        await decide(token, Decision.DECLINE, "Das geht nicht.", by=OFFICE)
        await client.sign_in(staff=await makers.staff())
        assert "Das neue Bild ist gelöscht." in (await client.get(f"/buero/freigaben/{token}")).text
    elif end == "throw away":
        await edits.throw_away(number, author)
    else:
        async with writing():
            if end == "wipe":
                await edits.wipe_versions(await makers_proposals.proposal_id(number))
            else:
                await clear(Leaver(author, with_texts=False))

    assert await seen(address, member=author) == 404 and len(files()) == 1
    shown = (await pages.proposal(number, member=author)).picture
    assert shown is not None and shown.alt == "Die alte Bank"
