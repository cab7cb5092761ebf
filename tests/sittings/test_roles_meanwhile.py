"""The office changes who is chair while a sitting goes on: its minutes say so, and the bell follows."""

import asyncio
from contextvars import Context
from datetime import timedelta

import pytest

from tests import makers
from tests.client import Client
from tests.makers_sittings import CHAIR
from tests.sittings.test_course import OFFICE, kinds, marks, sitting, why_not
from zukunftsparlament.departures import actions as departures
from zukunftsparlament.dossiers.minutes_texts import change_of_chairs
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.composing.room import changes
from zukunftsparlament.minutes.queries.record import record
from zukunftsparlament.people import seats
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.people.departing import Why
from zukunftsparlament.sittings import actions, queries
from zukunftsparlament.sittings.actions.roles import chairs_may_change
from zukunftsparlament.sittings.free_seats import Clockwork
from zukunftsparlament.sittings.rules import WhyNot

pytestmark = pytest.mark.usefixtures("store")

CARD_AT = Sql("SELECT m.card_name FROM seat t JOIN member m ON m.id = t.member WHERE t.number = $1")
LAST_DAY = Sql("UPDATE seat SET last_day = $2 WHERE number = $1")
SITS_AT = Sql("SELECT member FROM seat WHERE number = $1")


async def test_the_minutes_name_the_new_chairs_and_the_bell_goes_to_one(client: Client) -> None:
    found, over = await sitting(items=1), await sitting(items=0)
    await actions.close_sitting(over.number, actor=CHAIR)
    await client.sign_in(staff=await makers.staff())
    typed = {"card_name": str(await CARD_AT.value(1)), "role": "member"}
    for _tab in range(2):
        assert (await client.send_form("/buero/sitze/rollen", typed)).status_code == 303

    found = await queries.sitting(found.number)
    assert (found.bell, (await kinds(found))[-2:]) == (2, ["bell", "chairs"])
    (change,) = changes(await record(found))
    assert (change["seats"], change["by_office"]) == ([2], True)
    assert change_of_chairs(change).endswith("Uhr: Sitz 2. Das Jugendbüro hat es eingetragen.")
    assert (await kinds(over))[-1] == "closed"
    (mark,) = await marks(found)
    assert await why_not(actions.begin_item(found.number, mark, actor=CHAIR)) is WhyNot.CHAIR_NO_MORE


async def test_where_nobody_is_chair_any_more_nobody_has_the_bell() -> None:
    found = await sitting(items=0)
    await departures.leave(Leaver(await SITS_AT.value(2)), why=Why.SELF)
    async with chairs_may_change(actor=OFFICE):
        await seats.leave_seat(1, actor=OFFICE)
    found = await queries.sitting(found.number)
    assert (found.bell, [change["seats"] for change in changes(await record(found))]) == (None, [[1], []])
    await actions.close_sitting(found.number, actor=OFFICE)


async def test_a_chair_whose_last_day_is_over_leads_no_more_though_the_sitting_goes_on() -> None:
    found = await sitting(items=0)
    await LAST_DAY.rows(1, today() - timedelta(days=1))
    await Clockwork().tick()
    found = await queries.sitting(found.number)
    (change,) = changes(await record(found))
    assert (found.bell, change["seats"], change["by_office"]) == (2, [2], False)


async def test_the_office_and_both_chairs_at_once_wait_for_each_other() -> None:
    found = await sitting(items=6)
    card = str(await CARD_AT.value(1))

    async def change(role: str) -> None:
        async with chairs_may_change(actor=OFFICE):
            await seats.give_role(card, role, actor=OFFICE)

    acts = [change(role) for role in ("member", "chair") * 3]
    acts += [actions.begin_item(found.number, mark, actor="chair:2") for mark in (await marks(found))[:1]]
    acts += [actions.take_bell(found.number, actor=actor) for actor in (CHAIR, "chair:2")]
    ends = await asyncio.gather(*(Context().run(asyncio.create_task, act) for act in acts), return_exceptions=True)
    assert [end for end in ends if end and not isinstance(end, Refused)] == []  # no deadlock
    assert len(changes(await record(found))) == (await kinds(found)).count("chairs") > 0
