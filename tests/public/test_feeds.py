"""What a feed reader gets: everything that is public, nothing that is not, and nobody's name."""

from typing import Any

import feedparser
import pytest

from tests import makers, makers_handovers, makers_moderation, makers_proposals
from tests.client import Client
from tests.statements import counted
from zukunftsparlament.kernel.sql import Sql

pytestmark = pytest.mark.usefixtures("store")
NASTY = "Bänke & <b>Tische</b> ]]> \x07 „Ende“ \U0001f600"
REMOVE = Sql(
    "UPDATE proposal SET removed_at = released_at, title = 'Entfernter Vorschlag', text = '' WHERE number = $1"
)


async def read(client: Client, address: str) -> tuple[Any, Any]:
    answer = await client.get(address)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("application/atom+xml")
    found = feedparser.parse(answer.content)
    assert not found.bozo and found.version == "atom10", found.get("bozo_exception")
    return answer, found


async def test_public_proposals_are_in_it_and_nothing_else(client: Client) -> None:
    author = await makers.member(name="Mutige Eule", under_14=True)
    removed = await makers_proposals.proposal(title="Etwas Gemeines")
    number = await makers_proposals.proposal(author=author, title=NASTY)
    await makers_moderation.held_proposal(author=author, title="Noch geheim")
    await makers_proposals.draft(author)
    await REMOVE.rows(removed)

    answer, found = await read(client, "/vorschlaege.atom")

    assert [entry.link for entry in found.entries] == [f"http://127.0.0.1:8000/vorschlaege/{number}"]
    assert found.entries[0].title_detail.type == "text/plain"
    assert "&lt;b&gt;Tische&lt;/b&gt; ]]&gt; \ufffd" in answer.text
    for secret in ("Mutige Eule", "Noch geheim", "Skatepark", "Gemeines", "Entfernter"):
        assert secret not in answer.text
    assert found.feed.link == "http://127.0.0.1:8000/vorschlaege"


async def test_it_is_kept_until_something_changes(client: Client) -> None:
    await makers_proposals.proposal()
    first, _ = await read(client, "/vorschlaege.atom")
    etag = first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"
    assert (await client.get("/vorschlaege.atom", headers={"If-None-Match": etag})).status_code == 304

    await makers_moderation.held_proposal(author=await makers.member())
    assert (await client.get("/vorschlaege.atom", headers={"If-None-Match": etag})).status_code == 304

    await makers_proposals.proposal()
    assert (await client.get("/vorschlaege.atom", headers={"If-None-Match": etag})).status_code == 200
    await client.sign_in(member=await makers.member())
    assert (await client.get("/vorschlaege.atom")).headers["cache-control"] == "no-store"


async def test_answers_are_in_it_with_their_reason_and_the_newest_counts(client: Client) -> None:
    poll, proposal, _ = await makers_handovers.about("Ein Nachtbus", backers=1)
    number = await makers_handovers.handed_over(poll)
    _, empty = await read(client, "/daraus-geworden.atom")
    assert empty.entries == []
    await makers_handovers.answered(number, answer="later", reason="Erst das Geld.")
    await makers_handovers.answered(number, answer="yes", reason="Jetzt <doch>!")

    _, found = await read(client, "/daraus-geworden.atom")

    assert [(entry.title, entry.link) for entry in found.entries] == [
        ("Ein Nachtbus", f"http://127.0.0.1:8000/vorschlaege/{proposal}")
    ]
    assert found.entries[0].content[0].value == f"{makers_handovers.AG}: Ja\n\nJetzt <doch>!"
    await REMOVE.rows(proposal)
    assert (await read(client, "/daraus-geworden.atom"))[1].entries == []


@pytest.mark.parametrize("page", ["/vorschlaege", "/daraus-geworden"])
async def test_the_page_names_its_feed(client: Client, page: str) -> None:
    assert 'type="application/atom+xml" title="' in (await client.get(page)).text
    with counted() as statements:
        await client.get(f"{page}.atom")
    assert len(statements) == 1


@pytest.mark.parametrize("address", ["/vorschlaege", "/daraus-geworden"])
async def test_the_page_leads_to_its_feed(client: Client, address: str) -> None:
    assert f'<a href="{address}.atom">' in (await client.get(address)).text
