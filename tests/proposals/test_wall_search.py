"""The wall searched, mixed by day, and what is like a proposal while it is written."""

import html
import re

import pytest

from tests import makers, makers_proposals
from tests.client import Client
from tests.proposals.test_wall import queries_for, titles
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import drafts
from zukunftsparlament.proposals.queries import drafts_of
from zukunftsparlament.proposals.rules.walls import shuffled

pytestmark = pytest.mark.usefixtures("store")

BACKINGS = Sql("SELECT count(*) FROM backing WHERE member = $1")
LONG_AGO = Sql("UPDATE proposal SET released_at = $1")


async def shown(client: Client, query: str) -> list[str]:
    return titles((await client.get(f"/vorschlaege?{query}")).text)


async def test_the_wall_is_searched_and_narrowed_down_at_once(client: Client) -> None:
    for title, topic in (("Sichere Radwege", "verkehr"), ("Radio in der Pause", "schule"), ("Müll im Park", "umwelt")):
        await makers_proposals.proposal(title=title, topic=topic)

    assert (await shown(client, "suche=Fahrradweg"))[0] == "Sichere Radwege"
    assert await shown(client, "suche=Mülleimer") == ["Müll im Park"]
    assert await shown(client, "suche=rad&thema=schule") == ["Radio in der Pause"]
    assert await shown(client, "suche=Radwege&stand=entschieden") == []
    assert "Dazu gibt es noch nichts" in (await client.get("/vorschlaege?suche=Schwimmbad")).text
    assert "Wonach suchst du?" in (await client.get("/vorschlaege?suche=und+die")).text


@pytest.mark.parametrize("typed", ["%00", "%22%27%25_*", "a" * 20_000, "%F0%9F%9B%B9", "(OR)", "%C3%A4", "ab"])
async def test_nothing_typed_is_an_error(client: Client, typed: str) -> None:
    await makers_proposals.proposal(title="Sichere Radwege")

    for address in ("/vorschlaege?suche=", "/vorschlaege?folge=gemischt&suche=", "/suche?worte="):
        assert (await client.get(address + typed)).status_code == 200


async def test_pages_of_a_search_and_their_way_on(client: Client) -> None:
    for n in range(1, 24):
        await makers_proposals.proposal(title=f"Bank {n}", topic="umwelt")

    first = await client.get("/vorschlaege?suche=Bank&thema=umwelt")
    (more,) = set(re.findall(r'href="([^"]*seite=2)"', html.unescape(first.text)))

    assert len(titles(first.text)) == 20
    assert len(titles((await client.get(more)).text)) == 3
    assert "suche=Bank" in more and "thema=umwelt" in more


async def test_mixed_is_another_order_and_the_same_all_day(client: Client) -> None:
    for n in range(1, 26):
        await makers_proposals.proposal(title=f"Idee {n}")
    await LONG_AGO.rows(now().replace(year=2020))
    await makers_proposals.proposal(title="Von heute")

    pages = [*await shown(client, "folge=gemischt"), *await shown(client, "folge=gemischt&seite=2")]
    again = [*await shown(client, "folge=gemischt"), *await shown(client, "folge=gemischt&seite=2")]

    assert pages == again
    assert sorted(pages[:-1]) == sorted(f"Idee {n}" for n in range(1, 26))
    assert pages[:-1] not in ([f"Idee {n}" for n in range(25, 0, -1)], [f"Idee {n}" for n in range(1, 26)])
    assert pages[-1] == "Von heute"
    assert "zufälligen Reihenfolge" in (await client.get("/vorschlaege?folge=gemischt")).text


async def test_a_held_one_changes_no_order_and_is_not_found(client: Client) -> None:
    for n in range(1, 6):
        await makers_proposals.proposal(title=f"Idee {n}", topic="sport")
    before = [(await client.get(f"/vorschlaege?{query}")).text for query in ("folge=gemischt", "suche=Skatepark")]

    author = await makers.member(under_14=True)
    held = await makers_proposals.draft(author, title="Ein Skatepark")
    await drafts.submit(held, await makers_proposals.me(author))

    after = [(await client.get(f"/vorschlaege?{query}")).text for query in ("folge=gemischt", "suche=Skatepark")]
    assert before == after
    assert "Nichts gefunden" in (await client.get("/suche?worte=Skatepark")).text


async def test_missing_numbers_leave_nothing_out(client: Client) -> None:
    for n in range(1, 6):
        await makers_proposals.proposal(title=f"Idee {n}")
    await Sql("UPDATE proposal SET number = number + 100 WHERE number > 3").rows()

    assert len(await shown(client, "folge=gemischt")) == 5


def test_shuffling_takes_everything_once() -> None:
    day = now().date()

    assert sorted(shuffled(range(1, 100), day=day)) == list(range(1, 100))
    assert list(shuffled(range(1, 100), day=day)) == list(shuffled(list(range(1, 100)), day=day))


async def test_the_same_number_of_queries_for_one_and_for_three(client: Client) -> None:
    addresses = ("/vorschlaege?suche=Idee", "/vorschlaege?folge=gemischt", "/suche?worte=Idee")
    await makers_proposals.proposal(title="Idee 1")
    one = [await queries_for(client, address) for address in addresses]
    await makers_proposals.proposal(title="Idee 2")
    await makers_proposals.proposal(title="Idee 3")

    assert [await queries_for(client, address) for address in addresses] == one
    assert max(one) <= 5


async def test_what_is_like_it_appears_while_the_title_is_typed(client: Client) -> None:
    me, other = await makers.member(), await makers.member()
    await makers_proposals.proposal(title="Sichere Radwege", author=other)
    await makers_proposals.proposal(title="Radweg am Bach", author=me)
    await client.sign_in(member=me)
    draft = f"/entwuerfe/{await drafts.begin(me)}"

    answer = await client.get(f"{draft}/aehnliche?title=Fahrradweg", headers={"HX-Request-Type": "partial"})

    assert "Gibt es das schon?" in answer.text and "Sichere Radwege" in answer.text
    assert "Radweg am Bach" not in answer.text  # one's own
    assert "<html" not in answer.text
    assert "Gibt es" not in (await client.get(f"{draft}/aehnliche?title=Schwimmbad")).text
    assert (await client.get("/entwuerfe/nichts/aehnliche?title=Rad")).status_code == 404


async def test_one_tap_backs_that_one_and_keeps_what_was_typed(client: Client) -> None:
    me = await makers.member()
    number = await makers_proposals.proposal(title="Sichere Radwege")
    await client.sign_in(member=me)
    token = await drafts.begin(me)

    fields = {"title": "Ein Fahrradweg", "text": "Zur Schule", "instead": str(number)}
    answer = await client.send_form(f"/entwuerfe/{token}/1", fields)

    assert answer.headers["location"] == f"/vorschlaege/{number}"
    assert await BACKINGS.value(me) == 1
    assert (await drafts_of(me))[0].title == "Ein Fahrradweg"


async def test_without_a_script_it_stands_on_the_page_before_submitting(client: Client) -> None:
    me = await makers.member()
    await makers_proposals.proposal(title="Sichere Radwege")
    await client.sign_in(member=me)
    token = await makers_proposals.draft(me, title="Ein Fahrradweg")

    for address in (f"/entwuerfe/{token}/1", f"/entwuerfe/{token}"):
        page = (await client.get(address)).text
        assert "Gibt es das schon?" in page and "Den unterstützen" in page
