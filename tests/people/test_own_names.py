"""An own pseudonym: what is refused at once, what is held, and that nobody else can tell."""

import asyncio
from datetime import timedelta

import pytest

from tests import makers
from tests import makers_moderation as posts
from tests.client import Client
from tests.people.hostile_names import GOOD, REFUSED, STAFF_NAME
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import own_names
from zukunftsparlament.people.names import choose_name
from zukunftsparlament.people.pseudonyms import NameWhyNot
from zukunftsparlament.proposals import guard

pytestmark = pytest.mark.usefixtures("store")

NAME = Sql("SELECT name FROM member WHERE id = $1")


async def ask(member: int, name: str) -> None:
    await own_names.ask_for(member, name, is_flagged=bool(guard.flags(name[: own_names.TYPED])))


async def token_of(member: int) -> str:
    return str(await Sql("SELECT token FROM name_wish WHERE member = $1 AND decided_at IS NULL").value(member))


async def why_not(member: int, name: str) -> NameWhyNot | None:
    try:
        await ask(member, name)
    except Refused as refused:
        assert isinstance(refused.reason, NameWhyNot)
        return refused.reason
    return None


@pytest.mark.parametrize("name", REFUSED, ids=lambda name: ascii(name)[:40])
async def test_a_trick_is_refused_for_what_it_is(name: str) -> None:
    await makers.staff(STAFF_NAME)

    assert await why_not(await makers.member(), name) is REFUSED[name]


@pytest.mark.parametrize("name", GOOD)
async def test_a_good_name_waits_and_is_theirs_once_released(name: str) -> None:
    member = await makers.member(name="Alter Name")
    await ask(member, name)
    assert await NAME.value(member) == "Alter Name"

    wish, is_ours = await own_names.release(await token_of(member), actor="office:x")

    assert (wish.outcome, wish.name, is_ours) == ("released", "", True)
    assert await NAME.value(member) == name
    assert await posts.told(member) == ["name_released"]
    [entry] = await posts.JOURNAL.rows()
    assert (entry["verb"], entry["subject_kind"], entry["details"]) == ("release", "name", "")


@pytest.mark.parametrize("other", ["lilawolke", "LILA WOLKE", "Li1a Wo1ke", "Liıa Wolke", "Lila-Wolke"])
async def test_what_looks_like_a_name_of_somebody_is_taken(other: str) -> None:
    first, second = await makers.member(), await makers.member()
    await ask(first, "Lila Wolke")
    await own_names.release(await token_of(first), actor="office:x")

    assert await why_not(second, other) is NameWhyNot.LIKE_ANOTHER


async def test_a_whole_word_in_another_script_is_still_the_same_name() -> None:
    first, second = await makers.member(), await makers.member()
    await ask(first, "Coco")
    await own_names.release(await token_of(first), actor="office:x")

    assert await why_not(second, "сосо") is NameWhyNot.LIKE_ANOTHER  # Cyrillic from end to end


async def test_of_two_who_wait_for_one_name_neither_learns_of_the_other() -> None:
    members = [await makers.member() for _ in range(2)]
    await asyncio.gather(*(ask(member, "Lila Wolke") for member in members))
    tokens = [await token_of(member) for member in members]

    outcomes = await asyncio.gather(*(own_names.release(token, actor="office:x") for token in tokens))

    assert sorted(wish.outcome for wish, _ in outcomes) == ["refused", "released"]
    assert [await NAME.value(member) for member in members].count("Lila Wolke") == 1
    assert sorted([*await posts.told(members[0]), *await posts.told(members[1])]) == ["name_released", "name_taken"]
    keys = await Sql("SELECT member, kind FROM name_key WHERE kind IN ('look', 'name') ORDER BY member, kind").rows()
    assert sorted(row["kind"] for row in keys) == ["look", "name", "name"]


async def test_one_wish_at_a_time_and_one_change_a_month() -> None:
    member = await makers.member()
    await asyncio.gather(*(ask(member, "Lila Wolke") for _ in range(3)))
    assert len(await own_names.waiting_names()) == 1
    assert await why_not(member, "Graue Wolke") is NameWhyNot.WAITS_ALREADY

    await own_names.release(await token_of(member), actor="office:x")
    assert await why_not(member, "Graue Wolke") is NameWhyNot.TOO_SOON
    await Sql("UPDATE name_wish SET decided_at = $1").rows(now() - timedelta(days=31))
    assert await why_not(member, "Graue Wolke") is None
    await own_names.forget_old_wishes()
    assert await Sql("SELECT count(*) FROM name_wish").value() == 1


async def test_the_old_name_is_free_again_and_a_wish_ends_with_an_offered_name() -> None:
    first, second = await makers.member(), await makers.member()
    await ask(first, "Lila Wolke")
    await own_names.release(await token_of(first), actor="office:x")
    await choose_name(first, "Mutige Eule")
    await ask(second, "Lila Wolke")
    await choose_name(second, "Mutiger Fuchs")

    assert await own_names.waiting_names() == []
    third = await makers.member()
    await ask(third, "Lila Wolke")
    assert (await own_names.release(await token_of(third), actor="office:x"))[0].outcome == "released"


async def test_nobody_else_can_tell_that_a_name_waits(client: Client) -> None:
    member = await makers.member(name="Alter Name")
    number = await posts.public_proposal(author=member)
    await client.sign_in(member=await makers.member())
    before, pages = hub.everything, [(await client.get(f"/vorschlaege/{number}")).text.count("Alter Name")]

    await ask(member, "Lila Wolke")

    shown = (await client.get(f"/vorschlaege/{number}")).text
    assert "Lila Wolke" not in shown and shown.count("Alter Name") == pages[0] > 0
    assert hub.everything == before


async def test_the_page_asks_holds_and_takes_back(client: Client) -> None:
    member = await makers.member(name="Alter Name")
    await client.sign_in(member=member)

    wrong = await client.send_form("/meins/name/eigener", {"own": "Jugendbüro"})
    asked = await client.send_form("/meins/name/eigener", {"own": "Lila Wolke"})
    waits = (await client.get("/meins/name")).text
    back = await client.send_form("/meins/name/eigener/ruecknahme")

    assert wrong.status_code == 409 and 'value="Jugendbüro"' in wrong.text and "hier arbeitet" in wrong.text
    assert asked.status_code == back.status_code == 303
    assert "Lila Wolke" in waits and "gerade gelesen" in waits and "Alter Name" in waits
    assert await own_names.waiting_names() == []


async def test_a_moderator_reads_it_but_not_their_own(client: Client) -> None:
    moderator, member = await makers.member(role="moderator"), await makers.member()
    await ask(moderator, "Graue Wolke")
    await ask(member, "Lila Wolke")
    await client.sign_in(member=moderator)
    own, other = [f"/buero/freigaben/namen/{await token_of(who)}" for who in (moderator, member)]

    queue = (await client.get("/buero/freigaben")).text
    assert "Lila Wolke" in queue and other in queue and own not in queue
    assert (await client.send_form(own, {"decision": "release"})).status_code == 409
    assert (await client.send_form(other, {"decision": "refuse", "text": " "})).status_code == 422
    assert (await client.send_form(other, {})).status_code == 422
    done = await client.send_form(other, {"decision": "refuse", "text": "So heißt schon eine Band."})
    late = await client.send_form(other, {"decision": "release"})

    assert done.headers["location"] == "/buero/freigaben?erledigt=name"
    assert late.status_code == 200 and "war schneller" in late.text
    assert await posts.told(member) == ["name_refused"]
    await client.sign_in(member=member)
    assert "So heißt schon eine Band." in (await client.get("/meins")).text
