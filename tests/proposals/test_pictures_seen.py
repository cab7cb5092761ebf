"""Who gets the file of a picture, and how."""

import html
import re
from typing import Any

import httpx
import pytest

from tests import makers, makers_pictures, makers_proposals
from tests.client import Client
from tests.makers_proposals import proposal_id
from tests.proposals.test_pictures import ALT, addresses, send, writer
from zukunftsparlament.kernel.pictures import folder
from zukunftsparlament.proposals.actions import drafts
from zukunftsparlament.proposals.actions.moderation import Moderator, decide
from zukunftsparlament.proposals.rules.moderation import Decision

pytestmark = pytest.mark.usefixtures("store")

OFFICE = Moderator("office:Test", None)


async def test_while_it_is_held_only_its_author_and_those_who_read_it_get_it(client: Client) -> None:
    draft, author = await writer(client, under_14=True)
    await send(client, draft, makers_pictures.photo())
    (address,) = addresses((await client.get(draft)).text)
    moderator, stranger = await makers.member(role="moderator"), await makers.member()

    async def seen_by(**who: Any) -> int:
        async with Client() as other:
            if who:
                await other.sign_in(**who)
            answer = await other.get(address)
            if answer.status_code == 200:
                assert answer.headers["cache-control"] == "no-store"
            return answer.status_code

    assert [await seen_by(), await seen_by(member=stranger), await seen_by(member=moderator)] == [404] * 3
    await client.send_form(f"{draft}/einreichung")
    assert [await seen_by(), await seen_by(member=stranger)] == [404] * 2
    staff = await makers.staff()
    assert [await seen_by(member=author.card), await seen_by(staff=staff)] == [200] * 2
    assert await seen_by(member=moderator) == 404  # anything may be on it: young moderators do not look at it first
    await client.sign_in(member=moderator)
    assert "Nichts wartet." in (await client.get("/buero/freigaben")).text
    assert (await client.get(f"/buero/freigaben/{draft.rpartition('/')[2]}")).status_code == 404
    await client.sign_in(staff=staff)
    queued = await client.get(f"/buero/freigaben/{draft.rpartition('/')[2]}")
    assert addresses(queued.text) == [address] and ALT in html.unescape(queued.text)


async def test_a_held_one_is_missing_like_one_that_never_was(client: Client) -> None:
    draft, _ = await writer(client)
    await send(client, draft, makers_pictures.photo())
    (address,) = addresses((await client.get(draft)).text)

    async with Client() as other:
        hidden, never = await other.get(address), await other.get(f"/bilder/{'x' * 24}-320.webp")

    def same(answer: httpx.Response) -> str:
        return re.sub(r'nonce-?="?[\w-]+', "", re.sub(r"/bilder/[\w%.-]+", "", html.unescape(answer.text)))

    assert hidden.status_code == never.status_code == 404
    assert same(hidden) == same(never)


async def test_a_released_one_is_for_everybody_and_asked_for_again_each_time(client: Client) -> None:
    number = await makers_proposals.proposal()
    token = await makers_pictures.picture(await proposal_id(number))

    found = await client.get(f"/bilder/{token}-640.webp")
    again = await client.get(f"/bilder/{token}-640.webp", headers={"If-None-Match": found.headers["etag"]})

    assert (found.headers["content-type"], found.headers["cache-control"]) == ("image/webp", "no-cache")
    assert found.headers["x-content-type-options"] == "nosniff"
    assert found.headers["cross-origin-resource-policy"] == "same-origin"
    assert "default-src 'none'" in found.headers["content-security-policy"]
    assert found.content[8:12] == b"WEBP" and "set-cookie" not in found.headers
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "name", ["x", "..%2f..%2fkeys%2fserver.key", "a-1.webp", "x" * 24 + "-641.webp", "%00-320.webp"]
)
async def test_nothing_else_is_served(client: Client, name: str) -> None:
    assert (await client.get(f"/bilder/{name}")).status_code == 404


async def test_a_released_proposal_shows_it_to_the_public(client: Client) -> None:
    draft, me = await writer(client, under_14=True)
    await send(client, draft, makers_pictures.photo())
    token = draft.rpartition("/")[2]
    await drafts.submit(token, me)
    await decide(token, Decision.RELEASE, "", by=OFFICE)

    async with Client() as reader:
        (address,) = addresses((await reader.get("/vorschlaege/1")).text)
        assert (await reader.get(address)).status_code == 200


async def test_nobody_puts_a_picture_into_a_draft_of_somebody_else(client: Client) -> None:
    draft, _ = await writer(client)
    await client.sign_in(member=await makers.member())

    assert (await send(client, draft, makers_pictures.photo())).status_code == 404
    assert not list(folder.found())
