"""Two proposals become one when both sides say yes, and nobody's backing moves by itself."""

import asyncio
import html
from datetime import timedelta

import pytest

from tests import makers, makers_moderation, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import backings, merging
from zukunftsparlament.proposals.checks import CHECKS
from zukunftsparlament.proposals.queries import pages
from zukunftsparlament.proposals.queries.authors import authors_of

pytestmark = pytest.mark.usefixtures("store")

VERBS = Sql("SELECT verb FROM journal_entry ORDER BY number")
TOKEN = Sql("SELECT token FROM merging ORDER BY id DESC LIMIT 1")


async def two() -> tuple[int, int, int, int]:
    """Author and number of the source, then of the target."""
    first, second = await makers.member(), await makers.member()
    source = await makers_proposals.proposal(author=first, title="Bänke am Bach")
    return first, source, second, await makers_proposals.proposal(author=second, title="Mehr Bänke")


async def offered(source: int, target: int) -> str:
    return await merging.offer(source, target, "Beides sind Bänke.", actor="moderator", member=None)


async def test_both_say_yes_and_both_pages_keep_a_trace(client: Client) -> None:
    first, source, second, target = await two()
    backer, both = await makers.member(), await makers.member()
    for member, number in ((backer, source), (both, source), (both, target), (first, target)):
        await backings.back(number, member)
    await makers_proposals.contribution(source, author=backer, text="Mit Lehne!")
    await client.sign_in(member=await makers.member(role="moderator"))
    asked = await client.send_form(f"/vorschlaege/{source}/zusammenlegung", {"target": str(target), "words": "Bänke."})
    assert asked.status_code == 303
    token = await TOKEN.value()

    for member in (first, second):
        await client.sign_in(member=member)
        assert "Mehr Bänke" in (await client.get(f"/zusammenlegungen/{token}")).text
        answer = await client.send_form(f"/zusammenlegungen/{token}", {"answer": "yes"})
        assert answer.status_code == 303

    client.token = None
    old, new = [html.unescape((await client.get(f"/vorschlaege/{number}")).text) for number in (source, target)]
    assert f'href="/vorschlaege/{target}"' in old and "Zusammengelegt" in old and "Mit Lehne!" in old
    assert f'href="/vorschlaege/{source}"' in new
    assert await authors_of(await makers_proposals.proposal_id(target)) == (second, first)
    assert [(await pages.proposal(n, member=None)).backings for n in (source, target)] == [2, 1]
    assert await makers_moderation.told(backer) == ["merged_backing"]
    assert await makers_moderation.told(both) == ["way", "merged_both"]
    await client.sign_in(member=backer)
    assert f'action="/vorschlaege/{target}/unterstuetzung"' in html.unescape((await client.get("/meins")).text)
    await client.send_form(f"/vorschlaege/{target}/unterstuetzung")
    assert (await pages.proposal(target, member=None)).backings == 2
    assert [row["verb"] for row in await VERBS.rows()] == ["offer_merging", "merge"]
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)


async def test_one_no_is_enough() -> None:
    first, source, second, target = await two()
    token = await offered(source, target)
    await merging.answer(token, first, yes=True)
    assert (await merging.answer(token, second, yes=False)).outcome == "refused"
    assert (await merging.answer(token, first, yes=True)).outcome == "refused"

    assert (await pages.proposal(source, member=None)).stage == "public"
    assert "merging_refused" in await makers_moderation.told(first)
    await offered(source, target)  # may be asked again


async def test_the_last_yes_twice_at_once_merges_once() -> None:
    first, source, second, target = await two()
    token = await offered(source, target)

    await asyncio.gather(*(merging.answer(token, member, yes=True) for member in (first, second, first, second)))

    kinds = [step.kind for step in await pages.steps(await makers_proposals.proposal_id(source))]
    assert kinds == ["public", "merged"]
    assert [row["verb"] for row in await VERBS.rows()] == ["offer_merging", "merge"]


async def test_an_offer_ends_and_there_is_one_at_a_time() -> None:
    first, source, _, target = await two()
    token = await offered(source, target)
    with pytest.raises(Refused):
        await offered(source, target)
    await Sql("UPDATE merging SET ends_at = $1").rows(now() - timedelta(minutes=1))

    assert (await merging.answer(token, first, yes=True)).source_yes_at is None
    await offered(source, target)


async def test_who_has_left_is_not_asked_and_a_withdrawn_one_is_not_merged() -> None:
    author, lone = await makers.member(), await makers_proposals.proposal()
    target = await makers_proposals.proposal(author=author)
    token = await offered(lone, target)
    await merging.answer(token, author, yes=True)
    assert (await pages.proposal(lone, member=None)).stage == "merged"

    first, source, _, other = await two()
    token = await offered(source, other)
    await backings.withdraw(other, await _author(other), reason="already_done")
    with pytest.raises(Refused):
        await merging.answer(token, first, yes=True)


async def _author(number: int) -> int:
    return (await authors_of(await makers_proposals.proposal_id(number)))[0]


async def test_only_those_it_concerns_see_it(client: Client) -> None:
    _, source, second, target = await two()
    token = await offered(source, target)
    for number, other in ((source, source), (source, 999)):
        with pytest.raises((Refused, Missing)):
            await merging.offer(number, other, "Warum?", actor="moderator", member=None)
    with pytest.raises(Refused):
        await merging.offer(target, source, "Meins.", actor="moderator", member=second)
    await client.sign_in(member=await makers.member())

    assert (await client.get(f"/zusammenlegungen/{token}")).status_code == 404
    assert (await client.send_form(f"/zusammenlegungen/{token}", {"answer": "yes"})).status_code == 404
    assert (await client.get(f"/vorschlaege/{source}/zusammenlegung")).status_code == 403
    await client.sign_in(staff=await makers.staff())
    wrong = await client.send_form(f"/vorschlaege/{source}/zusammenlegung", {"target": "999", "words": "Bänke"})
    assert wrong.status_code == 422 and "Diese Nummer hat kein Vorschlag." in wrong.text
