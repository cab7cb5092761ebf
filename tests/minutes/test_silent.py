"""Somebody who led confirms nothing: they are told, the office sees it, and after two weeks others may."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests import makers, makers_sittings
from tests.client import Client, as_read
from tests.makers_minutes import Held, held
from tests.minutes.test_confirming import confirmed, public, refused, seen
from tests.sittings.test_course import sitting as opened
from zukunftsparlament.dossiers import minutes_view
from zukunftsparlament.dossiers.minutes_texts import confirmations
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.actions import confirm, correct
from zukunftsparlament.minutes.actions.confirming import Who
from zukunftsparlament.minutes.checks import CHECKS
from zukunftsparlament.minutes.drafting import draft as drafted
from zukunftsparlament.minutes.rules import WhyNot, waited_enough
from zukunftsparlament.procedure.rules import ConfirmedBy, MinutesRule
from zukunftsparlament.sittings import actions
from zukunftsparlament.sittings.queries import sitting as sitting_now
from zukunftsparlament.sittings.rules import SittingKind

pytestmark = pytest.mark.usefixtures("store")

TOLD = Sql("SELECT member FROM message WHERE kind = 'minutes_wait' ORDER BY member")
SITS = Sql("SELECT member FROM seat WHERE number = $1")
NOTE = Sql("UPDATE agenda_item SET note = $2 WHERE id = $1")
BEGUN = Sql("UPDATE minutes SET made_at = $1 WHERE public_at IS NULL")
OFFICE = Who("office:Villa", None)


async def closed(days: int) -> Held:
    found = await held()
    at = now() - timedelta(days=days)
    await Sql("UPDATE sitting SET closed_at = $2 WHERE id = $1").rows(found.sitting.id, at)
    return replace(found, sitting=replace(found.sitting, times=replace(found.sitting.times, closed_at=at)))


async def said(found: Held) -> list[str]:
    one = await public(found)
    assert one is not None
    return confirmations(minutes_view.of_version(one, frozenset()))


def test_late_is_after_two_weeks_and_after_the_day_of_the_rules() -> None:
    day = date(2027, 2, 3)
    for days, waited in ((7, 15), (14, 15), (28, 29)):
        rule = MinutesRule(days=days, confirmed_by=ConfirmedBy.CHAIRS)
        assert not waited_enough(rule, begun_on=day, today=day + timedelta(days=waited - 1))
        assert waited_enough(rule, begun_on=day, today=day + timedelta(days=waited))


async def test_another_chair_of_today_does_it_in_their_place_and_the_minutes_say_who_was_missing() -> None:
    found = await closed(days=60)
    new = await makers.chair()
    await confirmed(found, found.chairs[0])
    assert await refused(found, found.members[0]) is WhyNot.NOT_YOURS_TO_CONFIRM
    assert await refused(found, 0, "office:Villa") is WhyNot.NOT_YOURS_TO_CONFIRM  # there is another chair
    assert await confirm(found.number, seen=await seen(found), who=Who("chair:9", new))
    first, second = await said(found)
    assert first.startswith("Sitz 1, am ") and "Es fehlte" not in first
    assert second.startswith("Sitz 9, am ") and second.endswith(". Es fehlte: Sitz 2")
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)
    await Sql("UPDATE minutes_confirmation SET at = $1").rows(found.sitting.times.closed_at)
    early = [told for check in CHECKS if (told := await check.find())]
    assert early == [f"Protokoll der Sitzung {found.number}, Fassung 1: Andere haben es zu früh bestätigt."]


async def test_a_late_note_does_not_start_the_two_weeks_of_a_correction_anew() -> None:
    found = await closed(days=60)
    await confirmed(found, *found.chairs)
    for text in ("Hans war Gast.", "Hanna war Gast."):
        await NOTE.rows(found.items[1].id, text)
        if text.startswith("Hans"):
            await correct(found.number, "Der Gast fehlte.", actor="chair:1")
            await BEGUN.rows(now() - timedelta(days=30))
    new = await makers.chair()
    assert not await confirmed(found, found.chairs[0])  # what was frozen says something else by now
    assert await confirm(found.number, seen=await seen(found), who=Who("chair:9", new))
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)


async def test_where_there_is_no_other_chair_the_office_does_it(client: Client) -> None:
    found = await closed(days=60)
    await confirmed(found, found.chairs[0])
    await client.sign_in(staff=await makers.staff())
    page = as_read((await client.get(f"/vorsitz/{found.number}/protokoll")).text)
    assert "Deshalb darf jetzt das Jugendbüro bestätigen." in page and "Ja, das Protokoll stimmt" in page
    assert await confirm(found.number, seen=await seen(found), who=OFFICE)
    assert (await said(found))[1].endswith(". Es fehlte: Sitz 2")


async def test_nobody_else_may_before() -> None:
    found = await closed(days=5)
    await makers.chair()
    assert await refused(found, 0, "office:Villa") is WhyNot.NOT_YOURS_TO_CONFIRM
    assert await confirmed(found, *found.chairs)
    assert not any("Es fehlte" in line for line in await said(found))


async def test_who_led_is_told_and_the_office_sees_what_waits(client: Client) -> None:
    rehearsal = await opened(items=0, kind=SittingKind.REHEARSAL)
    found = await opened(items=0)
    chairs = sorted([await SITS.value(1), await SITS.value(2)])
    await makers_sittings.present(found, *chairs)
    for one in (rehearsal, found):
        await actions.close_sitting(one.number, actor="chair:1")
    assert [row["member"] for row in await TOLD.rows()] == chairs
    draft = await drafted(await sitting_now(found.number))
    await confirm(found.number, seen=draft.sha256, who=Who("chair:1", chairs[1]))
    assert [row["member"] for row in await TOLD.rows()] == chairs[:1]  # asked for no longer
    await client.sign_in(member=chairs[0])
    assert f"Das Protokoll von Sitzung {found.number} wartet auf dich." in (await client.get("/meins")).text
    await client.sign_in(staff=await makers.staff())
    page = (await client.get("/buero")).text
    assert "<b>1</b>Protokoll wartet" in page and f"/vorsitz/{found.number}/protokoll" in page.replace("&#x2f;", "/")
    assert 'class="is-urgent"' not in page
    await Sql("UPDATE sitting SET closed_at = $1").rows(now() - timedelta(days=60))
    assert "1 ist überfällig" in (await client.get("/buero")).text
