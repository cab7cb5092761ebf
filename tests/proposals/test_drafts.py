import asyncio
import html
import re

import pytest

from tests import makers, makers_proposals
from tests.client import Client
from zukunftsparlament.proposals.actions import drafts
from zukunftsparlament.proposals.queries import drafts_of

pytestmark = pytest.mark.usefixtures("store")

FIRST = {"title": "Ein Skatepark", "text": "Neben der Villa."}
SECOND = {"reason": "Wir haben keinen."}
THIRD = {"topic": "sport", "for_whom": "alle", "place": "Villa"}


async def begin(client: Client) -> str:
    answer = await client.send_form("/entwuerfe")
    found = re.fullmatch(r"(/entwuerfe/[\w-]+)/1", answer.headers["location"])
    assert answer.status_code == 303
    assert found
    return found[1]


async def fill(client: Client, draft: str) -> None:
    for step, fields in enumerate((FIRST, SECOND, THIRD), start=1):
        assert (await client.get(f"{draft}/{step}")).status_code == 200
        assert (await client.send_form(f"{draft}/{step}", fields)).status_code == 303


async def test_three_steps_lead_to_a_public_proposal(client: Client) -> None:
    await client.sign_in(member=await makers.member())
    draft = await begin(client)
    await fill(client, draft)

    review = await client.get(draft)
    submitted = await client.send_form(f"{draft}/einreichung")
    again = await client.send_form(f"{draft}/einreichung")

    assert all(
        text in review.text for text in ("Ein Skatepark", "Wir haben keinen.", "<dt>Wo?</dt><dd hx-ignore", "Villa")
    )
    assert submitted.headers["location"] == again.headers["location"] == "/vorschlaege/1"
    assert (await client.get("/vorschlaege/1")).status_code == 200
    assert (await client.get(draft)).headers["location"] == "/vorschlaege/1"


async def test_wrong_things_are_all_said_at_once_and_saved_all_the_same(client: Client) -> None:
    author = await makers.member()
    await client.sign_in(member=author)
    draft = await begin(client)

    answer = await client.send_form(f"{draft}/1", {"title": "", "text": "lang " * 1000})

    kept = (await drafts_of(author))[0]
    assert answer.status_code == 422
    assert "braucht eine Überschrift" in answer.text
    assert "höchstens 2000" in answer.text
    assert kept.text == ("lang " * 1000).strip()
    assert kept.text in answer.text


async def test_later_saves_without_asking_for_more(client: Client) -> None:
    await client.sign_in(member=await makers.member())
    draft = await begin(client)

    answer = await client.send_form(f"{draft}/1", {"title": "Nur das", "text": "", "later": "1"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/meins")
    assert "Nur das" in (await client.get(f"{draft}/1")).text


async def test_going_back_saves_too(client: Client) -> None:
    await client.sign_in(member=await makers.member())
    draft = await begin(client)

    answer = await client.send_form(f"{draft}/2", {"reason": "Halb fer", "back": "1"})

    assert answer.headers["location"] == f"{draft}/1"
    assert "Halb fer" in (await client.get(f"{draft}/2")).text


async def test_what_is_missing_stops_the_submission_and_leads_to_its_step(client: Client) -> None:
    await client.sign_in(member=await makers.member())
    draft = await begin(client)
    await client.send_form(f"{draft}/1", FIRST)

    answer = await client.send_form(f"{draft}/einreichung")

    assert answer.status_code == 422
    assert f"{draft}/2#reason" in html.unescape(answer.text)
    assert f"{draft}/3#topic" in html.unescape(answer.text)


async def test_a_second_tap_begins_no_second_draft() -> None:
    author = await makers.member()

    tokens = await asyncio.gather(*(drafts.begin(author) for _ in range(3)))

    assert len(set(tokens)) == len(await drafts_of(author)) == 1


@pytest.mark.parametrize("step", ["", "/1", "/2", "/3", "/9"])
async def test_nobody_else_can_tell_that_a_draft_exists(client: Client, step: str) -> None:
    token = await makers_proposals.draft(await makers.member())
    await client.sign_in(member=await makers.member())

    theirs = await client.get(f"/entwuerfe/{token}{step}")
    nobodys = await client.get(f"/entwuerfe/gibt-es-nicht{step}")

    assert theirs.status_code == nobodys.status_code == 404
    assert [await status(client, f"/entwuerfe/{token}{end}") for end in ("/1", "/einreichung", "/loeschung")] == 3 * [
        404
    ]


async def status(client: Client, address: str) -> int:
    return (await client.send_form(address, FIRST)).status_code


async def test_a_lost_session_keeps_what_was_typed(client: Client) -> None:
    await client.sign_in(member=await makers.member())
    draft = await begin(client)
    client.token = None

    answer = await client.send_form(f"{draft}/1", FIRST)

    assert answer.status_code == 401
    assert 'name="title" value="Ein Skatepark"' in answer.text
