"""A new picture waits with its edit: seen by those who write and who decide, and by nobody else."""

import asyncio
import html
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests import makers, makers_moderation, makers_pictures, makers_proposals
from tests.client import Client
from tests.proposals.test_pictures import ALT, addresses, files
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import coauthors, edits
from zukunftsparlament.proposals.actions.moderation import Moderator, decide
from zukunftsparlament.proposals.checks import CHECKS
from zukunftsparlament.proposals.queries import pages, versions
from zukunftsparlament.proposals.rules.moderation import Decision

pytestmark = pytest.mark.usefixtures("store")

OFFICE = Moderator("office:Test", None)
SMALL = makers_pictures.photo("PNG")  # one copy is enough
TOKEN = Sql("SELECT token FROM proposal_version WHERE number IS NULL")
WAITS = Sql("SELECT token FROM picture WHERE shown_at IS NULL")
CHANGE = "wurde geändert. Das alte Bild ist gelöscht"


@pytest.fixture(autouse=True)
async def all_is_well(store: None) -> Iterator[None]:  # type: ignore[misc]
    yield
    assert [found for check in CHECKS if (found := await check.find())] == []


async def own(client: Client, *, with_picture: bool = True, **about: Any) -> tuple[int, int]:
    """A public proposal whose author is signed in: its number, and who that is."""
    author = await makers.member(**about)
    number = await makers_proposals.proposal(author=author)
    if with_picture:
        await makers_pictures.picture(await makers_proposals.proposal_id(number), alt="Die alte Bank", body=SMALL)
    await client.sign_in(member=author)
    return number, author


async def send(client: Client, number: int, picture: bytes | None = None, **fields: str) -> httpx.Response:
    edit = await versions.newest_edit(await makers_proposals.proposal_id(number))
    stamp = edit.stamp if edit and not edit.is_declined else ""
    file = {"picture": ("", b"") if picture is None else ("bild.jpg", picture, "image/jpeg")}
    return await client.post(
        f"/vorschlaege/{number}/aenderung", data={"stamp": stamp, "alt": ALT, **fields}, files=file
    )


async def seen(address: str, **who: Any) -> int:
    async with Client() as other:
        if who:
            await other.sign_in(**who)
        return (await other.get(address)).status_code


async def test_a_new_picture_waits_and_then_takes_the_place_of_the_old_one(client: Client) -> None:
    number, author = await own(client)
    friend, moderator = await makers.member(), await makers.member(role="moderator")
    await coauthors.accept(await coauthors.invite(number, author), friend)
    async with Client() as reader:
        before, heard = await reader.get(f"/vorschlaege/{number}"), hub.everything
        (old,) = addresses(before.text)

        sent = await send(client, number, makers_pictures.photo())

        again = await reader.get(f"/vorschlaege/{number}")
    assert (again.headers["etag"], again.text, hub.everything) == (before.headers["etag"], before.text, heard)
    page = html.unescape((await client.get(sent.headers["location"])).text)
    assert "Weil ein Bild dabei ist, schaut vorher jemand vom Jugendbüro darauf." in page
    (new,) = set(addresses(page)) - {old}
    office = await makers.staff()
    assert [await seen(new, member=friend), await seen(new, staff=office)] == [200] * 2
    assert [await seen(new), await seen(new, member=moderator), await seen(new, member=await makers.member())] == [
        404
    ] * 3
    token = await TOKEN.value()
    await client.sign_in(staff=office)
    queued = html.unescape((await client.get(f"/buero/freigaben/{token}")).text)
    assert set(addresses(queued)) == {old, new} and ALT in queued and "neues Bild" in queued

    done = await asyncio.gather(*(decide(token, Decision.RELEASE, "", by=OFFICE) for _ in range(3)))

    assert sorted(ours for _, ours in done) == [False, False, True]
    assert [await seen(old), await seen(new)] == [404, 200] and len(files()) == 1
    shown = (await pages.proposal(number, member=None)).picture
    assert shown is not None and shown.alt == ALT
    async with Client() as reader:
        assert CHANGE in (await reader.get(f"/vorschlaege/{number}/fassungen")).text
    assert CHANGE in (await client.get(f"/buero/freigaben/{token}")).text


async def test_it_is_kept_over_a_mistake_and_is_not_handed_in_while_somebody_goes_on_writing(client: Client) -> None:
    number, author = await own(client, with_picture=False)
    wrong = await send(client, number, makers_pictures.photo(), title="", alt="")
    assert wrong.status_code == 422 and len(addresses(wrong.text)) == 1
    assert "Schreib auf, was auf dem Bild ist" in wrong.text
    (waits,) = await WAITS.rows()
    address = f"/bilder/{waits['token']}-320.webp"

    assert await seen(address, staff=await makers.staff()) == 404
    assert await seen(address, member=author) == 200
    refused = await send(client, number, b"nichts", title="Noch besser")
    assert refused.status_code == 422 and "In dieser Datei" not in refused.text and addresses(refused.text) == [address]
    later = await send(client, number, makers_pictures.photo("PNG"), later="1")
    assert later.status_code == 303 and len(files()) == 1 and await seen(address, member=author) == 404


async def test_what_somebody_else_has_written_meanwhile_stays_and_the_picture_is_asked_for_again(
    client: Client,
) -> None:
    number, author = await own(client)
    friend = await makers.member()
    await coauthors.accept(await coauthors.invite(number, author), friend)
    await edits.keep(number, friend, {"text": "Zuerst da"}, stamp="")

    answer = await client.post(
        f"/vorschlaege/{number}/aenderung",
        data={"stamp": "", "alt": ALT, "text": "Danach"},
        files={"picture": ("bild.jpg", makers_pictures.photo(), "image/jpeg")},
    )

    assert answer.status_code == 422 and "Such es bitte noch einmal aus" in answer.text and "Danach" in answer.text
    assert len(files()) == 1 and await makers_moderation.told(author) == ["co_author_joined"]


async def test_nobody_else_sends_one_and_no_file_stays(client: Client) -> None:
    number, _ = await own(client, with_picture=False)
    await client.sign_in(member=await makers.member())

    assert (await send(client, number, makers_pictures.photo())).status_code == 404

    assert not files()
