"""Whoever writes something that sounds like danger sees who helps, at once; and nobody floods a page."""

import pytest

from tests import makers, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.sql import Sql

pytestmark = pytest.mark.usefixtures("store")

WORRY = "Ich will nicht mehr leben."
HELP = "Unter dieser Nummer hört dir jemand zu"
TOKEN = Sql("SELECT token FROM comment ORDER BY id")
COUNT = Sql("SELECT count(*) FROM comment")


@pytest.mark.parametrize("htmx", [False, True])
async def test_a_contribution_of_somebody_in_danger_is_held_and_its_author_is_told_who_helps(
    client: Client, htmx: bool
) -> None:
    number = await makers_proposals.proposal()
    await client.sign_in(member=await makers.member())

    answer = await client.send_form(f"/vorschlaege/{number}/beitraege", {"text": WORRY, "stance": "for"}, htmx=htmx)

    assert answer.status_code == 200 and HELP in answer.text and "tel:116111" in answer.text
    await client.sign_in(member=await makers.member())
    assert WORRY not in (await client.get(f"/vorschlaege/{number}")).text


async def test_a_proposal_too(client: Client) -> None:
    author = await makers.member()
    token = await makers_proposals.draft(author, text=WORRY)
    await client.sign_in(member=author)
    answer = await client.send_form(f"/entwuerfe/{token}/einreichung")
    assert answer.headers["location"] == f"/entwuerfe/{token}"
    assert HELP in (await client.get(f"/entwuerfe/{token}")).text


async def test_the_office_reads_it_first_and_young_moderators_do_not(client: Client) -> None:
    number = await makers_proposals.proposal()
    await client.sign_in(member=await makers.member(under_14=True))
    await client.send_form(f"/vorschlaege/{number}/beitraege", {"text": "Au ja!", "stance": "for"})
    await client.sign_in(member=await makers.member())
    await client.send_form(f"/vorschlaege/{number}/beitraege", {"text": WORRY, "stance": "for"})
    token = str((await TOKEN.rows())[-1]["token"])

    await client.sign_in(member=await makers.member(role="moderator"))
    queue = (await client.get("/buero/freigaben")).text
    assert WORRY not in queue and "Au ja!" in queue
    assert (await client.get(f"/buero/freigaben/{token}")).status_code == 404
    assert (await client.send_form(f"/buero/freigaben/{token}", {"decision": "release"})).status_code == 404

    await client.sign_in(staff=await makers.staff())
    queue = (await client.get("/buero/freigaben")).text
    assert queue.index(WORRY) < queue.index("Au ja!") and "Sorge: bitte zuerst lesen" in queue
    assert (await client.get(f"/buero/freigaben/{token}")).status_code == 200


async def test_an_eleventh_contribution_in_a_row_waits_and_keeps_its_text(client: Client) -> None:
    number = await makers_proposals.proposal()
    await client.sign_in(member=await makers.member())
    address = f"/vorschlaege/{number}/beitraege"
    for nth in range(10):
        said = await client.send_form(address, {"text": f"Noch etwas, Nummer {nth}.", "stance": "for"})
        assert said.status_code == 303

    answer = await client.send_form(address, {"text": "Und noch etwas.", "stance": "for"})

    assert answer.status_code == 429 and await COUNT.value() == 10
    assert "In einer Minute geht es weiter." in answer.text and "Und noch etwas." in answer.text
    report = await client.send_form(f"/vorschlaege/{number}/meldungen", {"reason": "other", "text": ""})
    assert report.status_code == 429
    await client.sign_in(member=await makers.member())
    assert (await client.send_form(address, {"text": "Ich auch.", "stance": "for"})).status_code == 303
