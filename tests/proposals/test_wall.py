import re

import pytest

from tests import makers, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel import recently
from zukunftsparlament.kernel.database import engine, writing
from zukunftsparlament.kernel.public_memory import memory
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import drafts, record_step, talk
from zukunftsparlament.proposals.actions.releases import release, release_comment
from zukunftsparlament.proposals.rules import Stance

pytestmark = pytest.mark.usefixtures("store")

HELD_PROPOSAL = Sql("SELECT id FROM proposal WHERE number IS NULL AND submitted_at IS NOT NULL")
HELD_COMMENT = Sql("SELECT id FROM comment WHERE number IS NULL")


def titles(page: str) -> list[str]:
    return re.findall(r'dir="auto">([^<]+)</a></h2>', page)


async def queries_for(client: Client, address: str) -> int:
    memory.forget()
    recently.forget()
    before = engine().query_id
    assert (await client.get(address)).status_code == 200
    return engine().query_id - before


async def test_the_newest_stands_first_twenty_a_page(client: Client) -> None:
    for n in range(1, 23):
        await makers_proposals.proposal(title=f"Idee {n}")

    first, second = await client.get("/vorschlaege"), await client.get("/vorschlaege?seite=2")
    beyond = await client.get("/vorschlaege?seite=99&thema=quatsch&stand=draft&folge=quatsch")

    assert titles(first.text) == [f"Idee {n}" for n in range(22, 2, -1)]
    assert titles(second.text) == titles(beyond.text) == ["Idee 2", "Idee 1"]


async def test_topic_and_stage_narrow_it_down(client: Client) -> None:
    await makers_proposals.proposal(title="Tore", topic="sport")
    bins = await makers_proposals.proposal(title="Mülleimer", topic="umwelt")
    async with writing():
        await record_step(await makers_proposals.proposal_id(bins), "accepted")

    async def shown(query: str) -> list[str]:
        return titles((await client.get(f"/vorschlaege?{query}")).text)

    assert await shown("thema=sport") == ["Tore"]
    assert await shown("stand=entschieden") == await shown("stand=accepted") == ["Mülleimer"]
    assert await shown("thema=umwelt&stand=entschieden") == ["Mülleimer"]
    assert await shown("thema=sport&stand=entschieden") == []
    assert "Dazu gibt es noch nichts" in (await client.get("/vorschlaege?thema=schule")).text


async def test_an_empty_wall_invites(client: Client) -> None:
    assert "Noch kein Vorschlag" in (await client.get("/vorschlaege")).text


@pytest.mark.parametrize("signed_in", [False, True])
async def test_one_card_and_three_take_the_same_few_queries(client: Client, signed_in: bool) -> None:
    member = await makers.member()
    if signed_in:
        await client.sign_in(member=member)
    counts = []
    for _ in range(2):
        await makers_proposals.proposal(author=await makers.member(), backers=(member,))
        counts.append(await queries_for(client, "/vorschlaege"))
        await makers_proposals.proposal(author=member)

    assert counts[0] == counts[1] <= 3


@pytest.mark.parametrize("signed_in", [False, True])
async def test_one_contribution_and_three_take_the_same_few_queries(client: Client, signed_in: bool) -> None:
    await makers_proposals.rules()
    number = await makers_proposals.proposal(author=await makers.member())
    if signed_in:
        await client.sign_in(member=await makers.member())
    counts = []
    for stance in ("for", "against", "question"):
        await makers_proposals.contribution(number, author=await makers.member(), stance=stance)
        counts.append(await queries_for(client, f"/vorschlaege/{number}"))

    assert len(set(counts)) == 1
    assert counts[0] <= 5


async def test_my_own_backing_is_pressed_and_my_own_proposal_has_no_button(client: Client) -> None:
    me = await makers.member()
    backed = await makers_proposals.proposal(backers=(me,))
    mine = await makers_proposals.proposal(author=me)
    other = await makers_proposals.proposal()
    await client.sign_in(member=me)

    page = (await client.get("/vorschlaege")).text

    assert re.search(rf'id="will-{backed}" aria-pressed="true"', page)
    assert re.search(rf'id="will-{other}" aria-pressed="false"', page)
    assert f'id="will-{mine}"' not in page


async def test_readers_see_no_names(client: Client) -> None:
    author = await makers.member(name="Leises Reh")
    number = await makers_proposals.proposal(author=author)
    await makers_proposals.contribution(number, author=author)
    await makers_proposals.contribution(number, author=None)
    public = [(await client.get(address)).text for address in ("/vorschlaege", f"/vorschlaege/{number}")]
    await client.sign_in(member=await makers.member())
    known = [(await client.get(address)).text for address in ("/vorschlaege", f"/vorschlaege/{number}")]

    assert all("Leises Reh" not in page for page in public)
    assert all("Leises Reh" in page for page in known)
    assert "ehemaliges Mitglied" in known[1]
    assert 'content="noindex"' in public[1]


async def test_nobody_can_tell_that_something_is_held(client: Client) -> None:
    child, stranger = await makers.member(under_14=True), await makers.member()
    number = await makers_proposals.proposal()
    addresses = ("/vorschlaege", "/vorschlaege?stand=sammelt", f"/vorschlaege/{number}", "/vorschlaege/2")
    await client.sign_in(member=stranger)

    async def seen() -> list[tuple[str | None, str]]:
        memory.forget()
        found = []
        for address in addresses:
            for headers in ({"Cookie": ""}, {}):
                answer = await client.get(address, headers=headers)
                text = re.sub(r'nonce(="|-)[\w-]+', "nonce", answer.text)
                found.append((answer.headers.get("etag") and "etag", text))
        return found

    before, tag = await seen(), (await client.get("/vorschlaege", headers={"Cookie": ""})).headers["etag"]
    me = await makers_proposals.me(child)
    assert await drafts.submit(await makers_proposals.draft(child), me) is None
    assert await talk.say(number, Stance.FOR, "Ich auch!", answer_to=None, me=me) is None

    unchanged = await client.get("/vorschlaege", headers={"Cookie": "", "If-None-Match": tag})
    assert unchanged.status_code == 304
    assert await seen() == before


async def test_numbers_are_given_at_release_without_a_gap() -> None:
    child = await makers.member(under_14=True)
    me = await makers_proposals.me(child)
    first = await makers_proposals.proposal()
    await drafts.submit(await makers_proposals.draft(child), me)
    await talk.say(first, Stance.FOR, "Ich auch!", answer_to=None, me=me)

    second = await makers_proposals.proposal()
    said = await makers_proposals.contribution(first)

    assert (first, second, said) == (1, 2, 1)
    assert await release(await HELD_PROPOSAL.value(), actor="moderator") == 3
    assert await release_comment(await HELD_COMMENT.value(), actor="moderator") == 2
