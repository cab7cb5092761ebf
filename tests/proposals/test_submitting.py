import asyncio

import pytest

from tests import makers, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import drafts
from zukunftsparlament.proposals.queries import drafts_of, pages
from zukunftsparlament.proposals.queries.drafts import draft_of

pytestmark = pytest.mark.usefixtures("store")

FIRST = {"title": "Ein Skatepark", "text": "Neben der Villa."}
ASK_BACK = Sql("UPDATE proposal SET asked_back_at = submitted_at, office_words = 'Wo genau?' WHERE token = $1")
DECLINE = Sql("UPDATE proposal SET declined_at = submitted_at, office_words = 'Gibt es schon.' WHERE token = $1")
HELD = Sql("SELECT number, held_because, stage FROM proposal WHERE token = $1")


async def test_five_submissions_at_once_are_one() -> None:
    author = await makers.member()
    me, token = await makers_proposals.me(author), await makers_proposals.draft(author)

    numbers = await asyncio.gather(*(drafts.submit(token, me) for _ in range(5)))

    assert numbers == 5 * [1]
    assert [step.kind for step in await pages.steps((await pages.proposal(1, member=None)).id)] == ["public"]


async def test_somebody_under_14_is_read_first_and_cannot_change_it_meanwhile(client: Client) -> None:
    author = await makers.member(under_14=True)
    await client.sign_in(member=author)
    token = await makers_proposals.draft(author)
    address = f"/entwuerfe/{token}"

    submitted = await client.send_form(f"{address}/einreichung")
    page = await client.get(address)
    changed = await client.send_form(f"{address}/1", FIRST)

    assert submitted.headers["location"] == address
    assert "Dein Vorschlag wird gelesen" in page.text
    assert changed.status_code == 409
    assert await HELD.row(token) == {"number": None, "held_because": "under_14", "stage": "held"}


async def test_what_the_guard_finds_is_read_first() -> None:
    author = await makers.member()
    token = await makers_proposals.draft(author, text="Ruf mich an: 0151 23456789")

    assert await drafts.submit(token, await makers_proposals.me(author)) is None
    assert (await HELD.row(token) or {})["held_because"] == "phone"


async def test_what_was_asked_back_can_be_changed_and_is_read_again(client: Client) -> None:
    author = await makers.member()
    await client.sign_in(member=author)
    token = await makers_proposals.draft(author, text="Ruf mich an: 0151 23456789")
    await drafts.submit(token, await makers_proposals.me(author))
    await ASK_BACK.rows(token)

    asked = await client.get(f"/entwuerfe/{token}")
    changed = await client.send_form(f"/entwuerfe/{token}/1", FIRST)
    again = await client.send_form(f"/entwuerfe/{token}/einreichung")

    assert "Wo genau?" in asked.text
    assert changed.status_code == 303
    assert again.headers["location"] == f"/entwuerfe/{token}"
    assert (await HELD.row(token) or {})["held_because"] == "asked_back"
    assert (await draft_of(token, author)).is_waiting


async def test_whoever_was_declined_reads_why_and_cannot_hand_it_in_again(client: Client) -> None:
    author = await makers.member(under_14=True)
    await client.sign_in(member=author)
    token = await makers_proposals.draft(author)
    await drafts.submit(token, await makers_proposals.me(author))
    await DECLINE.rows(token)

    assert "Gibt es schon." in (await client.get(f"/entwuerfe/{token}")).text
    assert (await client.send_form(f"/entwuerfe/{token}/1", FIRST)).status_code == 409
    assert (await drafts_of(author))[0].is_declined


async def test_a_draft_can_be_thrown_away_and_a_public_proposal_cannot(client: Client) -> None:
    author = await makers.member()
    await client.sign_in(member=author)
    thrown, kept = await makers_proposals.draft(author), await makers_proposals.draft(author)
    await drafts.submit(kept, await makers_proposals.me(author))

    assert (await client.send_form(f"/entwuerfe/{thrown}/loeschung")).status_code == 303
    assert (await client.get(f"/entwuerfe/{thrown}")).status_code == 404
    assert (await client.send_form(f"/entwuerfe/{kept}/loeschung")).status_code == 404


async def test_what_becomes_public_is_what_the_guard_has_seen() -> None:
    author = await makers.member()
    me, token = await makers_proposals.me(author), await makers_proposals.draft(author)

    outcomes = await asyncio.gather(
        drafts.submit(token, me),
        drafts.keep(token, author, {"text": "Ruf mich an: 0151 23456789"}),
        return_exceptions=True,
    )

    held = await HELD.row(token)
    assert held is not None
    assert held["number"] is None or isinstance(outcomes[1], Missing)
