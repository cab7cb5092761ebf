"""Two who write together: invited with a code that is good once, and nobody takes it from the other."""

import asyncio
import re

import pytest

from tests import makers, makers_moderation, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import backings, coauthors, edits
from zukunftsparlament.proposals.checks import CHECKS
from zukunftsparlament.proposals.codes import new_invitation, read_invitation, shown
from zukunftsparlament.proposals.queries import pages
from zukunftsparlament.proposals.queries.authors import authors_of
from zukunftsparlament.proposals.rules.around import WhyNotNow

pytestmark = pytest.mark.usefixtures("store")


async def test_a_friend_joins_with_the_code_and_their_own_card(client: Client) -> None:
    author, friend = await makers.member(name="Mutige Eule"), await makers.member(name="Flinker Fuchs")
    number = await makers_proposals.proposal(author=author, backers=(friend,))
    await client.sign_in(member=author)
    invited = await client.send_form(f"/vorschlaege/{number}/mitschreiben/einladung")
    code = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b", invited.text)
    assert code is not None and "<svg" in invited.text and invited.headers["cache-control"] == "no-store"
    assert code[0] not in (await client.get(f"/vorschlaege/{number}/mitschreiben")).text
    assert not await Sql("SELECT id FROM invitation WHERE code_hash LIKE $1").rows(f"%{code[0]}%")

    await client.sign_in(member=friend)
    asked = await client.send_form("/mitmachen", {"invitation": code[0].lower()})
    joined = await client.send_form("/mitmachen/zusage", {"invitation": code[0]})

    assert "Mutige Eule" in asked.text and "zählt dann nicht mehr" in asked.text
    assert joined.headers["location"] == f"/vorschlaege/{number}"
    shown_to_me = (await client.get(f"/vorschlaege/{number}")).text
    for words in ("Mutige Eule", "Flinker Fuchs", "/mitschreiben"):
        assert words in shown_to_me, words
    client.token = None
    assert "Flinker Fuchs" not in (await client.get(f"/vorschlaege/{number}")).text
    assert (await pages.proposal(number, member=friend)).backings == 0
    assert await makers_moderation.told(author) == ["co_author_joined"]
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)


async def test_of_two_with_the_same_code_one_joins() -> None:
    author, *friends = [await makers.member() for _ in range(4)]
    number = await makers_proposals.proposal(author=author)
    code = await coauthors.invite(number, author)

    done = await asyncio.gather(*(coauthors.accept(code, friend) for friend in friends), return_exceptions=True)

    assert sorted(isinstance(one, Refused) for one in done) == [False, True, True]
    assert len(await authors_of(await makers_proposals.proposal_id(number))) == 2


async def test_a_second_tap_leads_to_the_proposal_and_joins_nobody_twice(client: Client) -> None:
    author, friend, stranger = [await makers.member() for _ in range(3)]
    number = await makers_proposals.proposal(author=author)
    code = await coauthors.invite(number, author)
    with pytest.raises(Refused) as own:
        await coauthors.accept(code, author, number=number)
    assert own.value.reason is WhyNotNow.WRITTEN_ALREADY

    at_once = await asyncio.gather(*(coauthors.accept(code, friend, number=number) for _ in range(3)))
    await client.sign_in(member=friend)
    asked = await coauthors.invite(number, author)
    page = await client.send_form("/mitmachen", {"invitation": asked})
    assert f'name="number" value="{number}"' in page.text
    again = await client.send_form("/mitmachen/zusage", {"invitation": code, "number": str(number)})

    assert at_once == [number] * 3
    assert (again.status_code, again.headers["location"]) == (303, f"/vorschlaege/{number}")
    assert len(await authors_of(await makers_proposals.proposal_id(number))) == 2
    assert await makers_moderation.told(author) == ["co_author_joined"]
    for typed in (number, 10**30, 0):
        with pytest.raises(Refused) as refused:
            await coauthors.accept(code, stranger, number=typed)
        assert refused.value.reason is WhyNotNow.CODE_UNKNOWN


async def test_a_code_ends_is_taken_back_or_made_anew() -> None:
    author, friend = await makers.member(), await makers.member()
    number = await makers_proposals.proposal(author=author)
    first = await coauthors.invite(number, author)
    second = await coauthors.invite(number, author)
    await coauthors.take_back(number, author)
    third = await coauthors.invite(number, author)
    await Sql("UPDATE invitation SET ends_at = (SELECT released_at FROM proposal WHERE number = $1)").rows(number)

    for code in (first, second, third, "", "x" * 5000, new_invitation()):
        with pytest.raises(Refused) as refused:
            await coauthors.accept(code, friend)
        assert refused.value.reason is WhyNotNow.CODE_UNKNOWN
    with pytest.raises(Missing):
        await coauthors.invite(number, friend)


async def test_nobody_takes_it_from_the_others() -> None:
    author, friend = await makers.member(), await makers.member()
    number = await makers_proposals.proposal(author=author)
    await coauthors.accept(await coauthors.invite(number, author), friend)

    for one in (author, friend):
        with pytest.raises(Refused):
            await backings.withdraw(number, one, reason="already_done")
        with pytest.raises(Refused):
            await backings.back(number, one)
    await edits.keep(number, friend, {"text": "Von mir"}, stamp="")
    assert await edits.submit(number, await makers_proposals.me(friend))
    await coauthors.leave(number, author)
    await coauthors.leave(number, author)

    proposal_id = await makers_proposals.proposal_id(number)
    assert await authors_of(proposal_id) == (friend,)
    assert (await pages.proposal(number, member=author)).is_mine is False
    assert await makers_moderation.told(author) == ["co_author_joined", "co_author_edited"]
    with pytest.raises(Refused):
        await coauthors.leave(number, friend)
    await backings.withdraw(number, friend, reason="already_done")
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)


async def test_two_who_leave_at_once_leave_one_behind() -> None:
    author, friend = await makers.member(), await makers.member()
    number = await makers_proposals.proposal(author=author)
    await coauthors.accept(await coauthors.invite(number, author), friend)

    await asyncio.gather(*(coauthors.leave(number, one) for one in (author, friend)), return_exceptions=True)

    assert len(await authors_of(await makers_proposals.proposal_id(number))) == 1


async def test_the_code_waits_while_somebody_signs_in(client: Client) -> None:
    assert 'name="invitation"' in (await client.get("/mitmachen")).text
    waiting = await client.send_form("/mitmachen", {"invitation": "AB12-CD34-EF56"})

    assert waiting.status_code == 401 and "AB12-CD34-EF56" in waiting.text
    await client.sign_in(member=await makers.member())
    wrong = await client.send_form("/mitmachen", {"invitation": "AB12-CD34-EF56"})
    assert wrong.status_code == 422 and "gilt nicht" in wrong.text
    tries = [(await client.send_form("/mitmachen", {"invitation": str(n)})).status_code for n in range(11)]
    assert tries[-1] == 429


def test_a_code_is_read_however_it_is_typed() -> None:
    code = new_invitation()

    assert read_invitation(f" {shown(code).lower()} ") == code
    assert read_invitation("o" * 12) == "0" * 12 and read_invitation("u" * 12) is None
