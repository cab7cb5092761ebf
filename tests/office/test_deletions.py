"""The office deletes somebody who asks for it, and decides about a run that the brake has stopped."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests import makers
from tests.client import Client
from zukunftsparlament.departures.month_end import MonthEnd, month_end
from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import checks

pytestmark = pytest.mark.usefixtures("store")

CARD_NAME = Sql("SELECT card_name FROM member WHERE id = $1")
HERE = Sql("SELECT count(*) FROM member WHERE role IS NOT NULL")
ENDED = Sql("UPDATE member SET delete_after = '2020-01' WHERE id = $1")
ADDRESS = "/buero/loeschungen"


@pytest.fixture(autouse=True)
def nothing_is_stopped() -> Iterator[None]:
    yield
    month_end.stopped = None


async def office(client: Client) -> Client:
    return await client.sign_in(staff=await makers.staff("Jugendbüro A"))


async def asked(member: int, **more: str) -> dict[str, Any]:
    return {"card_name": str(await CARD_NAME.value(member)), "reason": "parents", **more}


async def test_it_asks_before_it_deletes_and_the_journal_names_nobody(client: Client) -> None:
    member = await makers.chair()
    await office(client)

    question = await client.send_form(ADDRESS, await asked(member))
    assert question.status_code == 200 and "Wirklich löschen?" in question.text and "ist danach leer" in question.text
    assert await HERE.value() == 1
    done = await client.send_form(ADDRESS, await asked(member, sure="on"))

    assert (done.status_code, done.headers["location"]) == (303, f"{ADDRESS}?erledigt=person")
    assert await HERE.value() == 0
    (act,) = await acts("delete_member", "member")
    assert (act.subject, act.facts["why"]) == (0, "parents")
    assert [await check.find() for check in checks.CHECKS if "Sitze" in check.title] == [None, None]


@pytest.mark.parametrize(
    ("changed", "said"), [({"reason": ""}, "wählen Sie einen Grund"), ({"card_name": "Igel 0"}, "gibt es nicht")]
)
async def test_what_is_missing_is_said_beside_its_field(client: Client, changed: dict[str, str], said: str) -> None:
    member = await makers.member()
    await office(client)

    answer = await client.send_form(ADDRESS, await asked(member) | changed)

    assert answer.status_code == 422 and said in answer.text


async def test_passphrase_and_code_are_asked_again(client: Client) -> None:
    member = await makers.member()
    await office(client)
    await Sql("UPDATE session SET confirmed_at = NULL").rows()

    assert (await client.send_form(ADDRESS, await asked(member, sure="on"))).status_code == 401
    assert await HERE.value() == 1


async def test_the_brake_is_seen_on_the_first_page_and_the_office_decides(client: Client) -> None:
    members = [await makers.member() for _ in range(4)]
    for member in members[:2]:
        await ENDED.rows(member)
    await month_end._look()
    assert await HERE.value() == 4
    await office(client)

    assert "<b>2</b>Löschungen warten auf Sie" in (await client.get("/buero")).text
    shown = (await client.get(ADDRESS)).text
    assert "2 von 4 Karten sind zu Ende" in shown and str(await CARD_NAME.value(members[0])) in shown
    fingerprint = shown.partition('name="list" value="')[2].partition('"')[0]
    await ENDED.rows(members[2])
    assert (await client.send_form(f"{ADDRESS}/faellige", {"list": fingerprint})).status_code == 409
    assert await HERE.value() == 4

    shown = (await client.get(ADDRESS)).text
    fingerprint = shown.partition('name="list" value="')[2].partition('"')[0]
    assert (await client.send_form(f"{ADDRESS}/faellige", {"list": fingerprint})).status_code == 303
    assert await HERE.value() == 1
    assert "Löschungen warten" not in (await client.get("/buero")).text
    assert {act.facts["why"] for act in await acts("delete_member", "member")} == {"month"}


async def test_a_look_of_another_server_knows_of_nobody_any_more(client: Client) -> None:
    clock = MonthEnd()
    await ENDED.rows(await makers.member())
    await clock._look()
    assert clock.stopped is not None
    await Sql("UPDATE member SET delete_after = '2099-01'").rows()
    await clock._look()
    assert clock.stopped is None
