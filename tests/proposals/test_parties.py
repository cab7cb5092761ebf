"""Who has written or reported something does not judge it; of a shared proposal that is everybody who writes on it."""

import pytest

from tests import makers
from tests import makers_moderation as posts
from tests.client import Client
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import coauthors
from zukunftsparlament.proposals.actions.objections import object_to

pytestmark = pytest.mark.usefixtures("store")

REMOVALS = Sql("SELECT token FROM removal ORDER BY id")
OUTCOMES = Sql("SELECT outcome FROM report ORDER BY id")


async def shared(author: int, friend: int) -> int:
    number = await posts.public_proposal(author=author)
    await coauthors.accept(await coauthors.invite(number, author), friend)
    return number


async def removed(client: Client, report: str) -> str:
    """By the office, which is signed in from then on. Returns the token of the removal."""
    await client.sign_in(staff=await makers.staff())
    answer = await client.send_form(f"/buero/meldungen/{report}", {"decision": "remove", "text": "So nicht."})
    assert answer.status_code == 303
    return str((await REMOVALS.rows())[-1]["token"])


async def test_a_co_author_judges_neither_the_report_nor_the_objection(client: Client) -> None:
    author, moderator = await makers.member(), await makers.member(role="moderator")
    report = await posts.reported_proposal(await shared(author, moderator), reporter=await makers.member())

    await client.sign_in(member=moderator)
    for decision in ("keep", "remove"):
        tried = await client.send_form(f"/buero/meldungen/{report}", {"decision": decision, "text": "Na."})
        assert tried.status_code == 409
    assert 'name="decision"' not in (await client.get(f"/buero/meldungen/{report}")).text

    token = await removed(client, report)
    await object_to(token, "Doch.", author=author)
    assert "staff add" in (await client.get(f"/buero/einsprueche/{token}")).text  # the moderator is no way out
    await client.sign_in(member=moderator)
    ruled = await client.send_form(f"/buero/einsprueche/{token}", {"decision": "put_back", "text": "Ja."})
    assert ruled.status_code == 409


async def test_all_authors_are_told_and_any_of_them_objects_once_for_all(client: Client) -> None:
    author, friend = await makers.member(), await makers.member()
    report = await posts.reported_proposal(await shared(author, friend), reporter=await makers.member())
    token = await removed(client, report)
    address = f"/meins/entfernt/{token}"

    assert "removed" in await posts.told(author) and "removed" in await posts.told(friend)
    await client.sign_in(member=friend)
    assert "So nicht." in (await client.get(address)).text
    assert (await client.send_form(address, {"text": "Das ist wichtig."})).status_code == 303
    await client.sign_in(member=author)
    assert "Jemand von euch ist nicht einverstanden" in (await client.get(address)).text
    assert (await client.send_form(address, {"text": "Finde ich auch."})).status_code == 409

    await client.sign_in(staff=await makers.staff())
    await client.send_form(f"/buero/einsprueche/{token}", {"decision": "put_back", "text": "Stimmt."})
    assert [(await posts.told(one))[-1] for one in (author, friend)] == ["our_objection_decided"] * 2
    await client.sign_in(member=friend)
    assert "Ihr hattet recht" in (await client.get(address)).text


@pytest.mark.parametrize("kind", ["proposal", "comment"])
async def test_who_has_reported_it_does_not_judge_it_through_the_report_of_another(client: Client, kind: str) -> None:
    author, moderator = await makers.member(), await makers.member(role="moderator")
    number = await posts.public_proposal(author=author)
    report = posts.reported_proposal
    if kind == "comment":
        number, report = await posts.public_comment(author=author, under=number), posts.reported_comment
    own, other = [await report(number, reporter=one) for one in (moderator, await makers.member())]

    await client.sign_in(member=moderator)
    for token in (own, other):
        tried = await client.send_form(f"/buero/meldungen/{token}", {"decision": "remove", "text": "Weg."})
        assert tried.status_code == 409 and "selbst gemeldet" in tried.text
    assert {row["outcome"] for row in await OUTCOMES.rows()} == {""}

    token = await removed(client, other)
    await object_to(token, "Doch.", author=author)
    await client.sign_in(member=moderator)
    ruled = await client.send_form(f"/buero/einsprueche/{token}", {"decision": "uphold", "text": "Nein."})
    assert ruled.status_code == 409 and "selbst gemeldet" in ruled.text
