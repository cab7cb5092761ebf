"""What somebody writes down for somebody says so, and its author has the last word where they can be asked."""

import pytest

from tests import makers, makers_moderation, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.checks import CHECKS
from zukunftsparlament.proposals.queries import pages

pytestmark = pytest.mark.usefixtures("store")
SLIP = {"title": "Eine Schaukel", "text": "Am Bach.", "reason": "Macht Spaß.", "topic": "freizeit"}
CARD = Sql("SELECT card_name FROM member WHERE id = $1")


async def test_the_office_writes_a_slip_down_for_somebody_who_is_never_here(client: Client) -> None:
    author = await makers.member(name="Mutige Eule", under_14=True)
    await client.sign_in(staff=await makers.staff())

    done = await client.send_form("/buero/zettel", {**SLIP, "card_name": (await CARD.value(author)).upper()})

    assert done.headers["location"] == "/vorschlaege/1"
    client.token = None
    shown = (await client.get("/vorschlaege/1")).text
    assert "Eine Schaukel" in shown and "aufgeschrieben vom Jugendbüro" in shown and "Mutige Eule" not in shown
    assert (await pages.proposal(1, member=author)).is_mine
    assert await Sql("SELECT verb FROM journal_entry").value() == "release"
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)


async def test_somebody_who_is_signed_in_reads_it_first(client: Client) -> None:
    author = await makers.member()
    await makers_proposals.me(author)
    await client.sign_in(staff=await makers.staff())
    done = await client.send_form("/buero/zettel", {**SLIP, "card_name": await CARD.value(author)})
    assert done.headers["location"] == "/buero/zettel?fertig=wartet"
    assert (await client.get("/vorschlaege/1")).status_code == 404

    assert await makers_moderation.told(author) == ["written_down"]
    await client.sign_in(member=author)
    token = await Sql("SELECT token FROM proposal").value()
    assert "Zettel abgeschrieben" in (await client.get(f"/entwuerfe/{token}")).text
    await client.send_form(f"/entwuerfe/{token}/aufgeschrieben", {"for_somebody": "no"})
    await client.send_form(f"/entwuerfe/{token}/einreichung")

    assert (await pages.proposal(1, member=author)).written_down == "office"


async def test_an_idea_without_a_card_and_a_wrong_card(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())
    wrong = await client.send_form("/buero/zettel", {**SLIP, "card_name": "Igel 999", "title": ""})
    assert wrong.status_code == 422 and "Diese Karte gibt es nicht." in wrong.text and "Am Bach." in wrong.text

    await client.send_form("/buero/zettel", {**SLIP, "card_name": ""})

    shown = (await client.get("/vorschlaege/1")).text
    assert "aufgeschrieben vom Jugendbüro" in shown and "ehemaliges Mitglied" not in shown


async def test_a_helper_says_that_the_idea_is_not_theirs(client: Client) -> None:
    helper = await makers.member(name="Flinker Fuchs")
    token = await makers_proposals.draft(helper)
    await client.sign_in(member=helper)

    for answer in ("yes", "no", "yes"):
        await client.send_form(f"/entwuerfe/{token}/aufgeschrieben", {"for_somebody": answer})
    await client.send_form(f"/entwuerfe/{token}/einreichung")
    late = await client.send_form(f"/entwuerfe/{token}/aufgeschrieben", {"for_somebody": "no"})

    assert late.status_code == 404
    assert "aufgeschrieben von" in (await client.get("/vorschlaege/1")).text
    client.token = None
    assert "Flinker Fuchs" not in (await client.get("/vorschlaege/1")).text
    await client.sign_in(member=await makers.member())
    other = await makers_proposals.draft(helper)
    assert (await client.send_form(f"/entwuerfe/{other}/aufgeschrieben", {"for_somebody": "yes"})).status_code == 404
