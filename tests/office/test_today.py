import pytest

from tests import makers
from tests import makers_moderation as posts
from tests.client import Client
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("store")


async def test_moderators_do_not_see_the_offices_day(client: Client) -> None:
    await client.sign_in(member=await makers.member(role="moderator"))

    assert (await client.get("/buero")).status_code == 403
    queue = (await client.get("/buero/freigaben")).text
    assert 'href="/buero/freigaben"' in queue and 'href="/buero/karten"' not in queue


async def test_a_quiet_day_says_so(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())

    assert "Nichts wartet auf Sie." in (await client.get("/buero")).text


async def test_what_waits_is_counted_and_the_oldest_named(client: Client) -> None:
    await posts.held_proposal(author=await makers.member(), days_ago=3)
    number = await posts.public_comment(author=await makers.member(), under=await posts.public_proposal())
    await posts.reported_comment(number, reporter=await makers.member())
    await client.sign_in(staff=await makers.staff())

    shown = (await client.get("/buero")).text

    assert "<b>1</b>Text wartet auf Freigabe" in shown and "der älteste: vor 3 Tagen" in shown
    assert "<b>1</b>offene Meldung" in shown and shown.count('class="is-urgent"') == 2


async def test_the_day_asks_the_same_number_of_questions_whatever_waits(client: Client) -> None:
    author = await makers.member()
    await client.sign_in(staff=await makers.staff())
    asked = []
    for more in (1, 2):
        for _ in range(more):
            await posts.held_proposal(author=author)
        with counted() as statements:
            await client.get("/buero")
        asked.append(len(statements))

    assert asked[0] == asked[1] <= 5
