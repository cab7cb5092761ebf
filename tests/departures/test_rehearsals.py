"""A rehearsal leaves nothing behind: every table before and after it, and the key folder."""

import asyncio

import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.departures.searching import every_byte
from tests.departures.whole_rehearsal import TRACE, crowd, hold
from zukunftsparlament.cli.verify import ROOMS
from zukunftsparlament.departures.rehearsals import LONGEST, LOOK_AT_IT, rehearsals, wipe_rehearsal
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.tables import tables
from zukunftsparlament.sittings.actions.rehearsing import start_rehearsal

pytestmark = pytest.mark.usefixtures("store")

CHAIR = "chair:1"
COUNTERS = "number_given"
ENDED = Sql("UPDATE sitting SET closed_at = $2 WHERE number = $1")
BEGUN = Sql("UPDATE sitting SET created_at = $2 WHERE number = $1")


async def everything() -> dict[str, list[Row]]:
    names = [table._meta.tablename for table in tables() if table._meta.tablename != COUNTERS]
    return {name: await Sql(f"SELECT * FROM {name} ORDER BY id").rows() for name in names}


def keys_there() -> set[str]:
    """Of ballot boxes, and marks of what waits to be wiped."""
    return {str(path) for path in settings().keys.glob("*/*")}


async def broken() -> list[str]:
    return [found for room in ROOMS for check in room.CHECKS if (found := await check.find())]


async def test_whatever_happens_in_it_leaves_nothing_behind() -> None:
    who = await crowd()
    before, keys, broken_before = await everything(), keys_there(), await broken()

    number = await hold(who)

    assert await broken() == broken_before
    during = await everything()
    assert TRACE in str(during)
    changed = {name for name, rows in during.items() if rows != before[name]}
    assert {"journal_entry", "proposal_step", "search_entry", "message"}.isdisjoint(changed), changed
    assert keys_there() > keys

    await wipe_rehearsal(number)

    after = await everything()
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}
    assert (keys_there(), await broken()) == (keys, broken_before)
    assert TRACE.encode() not in await every_byte()


async def test_nobody_outside_of_it_sees_anything_of_it(client: Client) -> None:
    who = await crowd()
    await hold(who)
    for address in ("/", "/abstimmungen", "/sitzungen", "/sitzungen.ics", "/suche?worte=Xylofon", "/vorschlaege.atom"):
        answer = await client.get(address)
        assert answer.status_code == 200, address
        assert not any(word in answer.text for word in (TRACE, "9001", "9000001")), address


async def test_a_second_tap_leads_to_the_same_rehearsal() -> None:
    await makers_polls.rules()

    assert await start_rehearsal(actor=CHAIR) == await start_rehearsal(actor="chair:2") == 9001


async def test_the_clock_wipes_what_is_over() -> None:
    await makers_polls.rules()
    before = await everything()
    for statement, since in ((ENDED, LOOK_AT_IT), (BEGUN, LONGEST)):
        number = await start_rehearsal(actor=CHAIR)
        await rehearsals.wipe_what_is_over()
        assert await everything() != before
        await statement.rows(number, now() - since)

        await rehearsals.wipe_what_is_over()

        assert await everything() == before


async def test_nothing_else_can_be_wiped() -> None:
    with pytest.raises(Missing):
        await wipe_rehearsal(9001)
    await makers_polls.rules()
    number = await start_rehearsal(actor=CHAIR)
    await Sql("UPDATE sitting SET kind = 'official'").rows()
    with pytest.raises(Missing):
        await wipe_rehearsal(number)


async def test_one_tap_begins_it_and_one_wipes_it(client: Client) -> None:
    await makers_polls.rules()
    await client.sign_in(member=await makers.chair())
    begun = await client.send_form("/vorsitz/uebung")
    assert (begun.status_code, begun.headers["location"]) == (303, "/vorsitz/9001")

    room = await client.get("/sitzungen/9001/raum")
    assert room.status_code == 200
    assert "Das ist eine Übung." in room.text
    keys = keys_there()
    both = await asyncio.gather(*(client.send_form("/vorsitz/9001/uebung/ende") for _tap in range(2)))

    assert [gone.headers["location"] for gone in both] == ["/vorsitz", "/vorsitz"]
    assert keys_there() <= keys  # no mark of whoever came too late: there is nothing to wipe
    assert (await client.send_form("/vorsitz/1/uebung/ende")).status_code == 404
    assert (await client.get("/sitzungen/9001/raum")).status_code == 404
    fragment = await client.get("/sitzungen/9001/raum", headers={"HX-Request-Type": "partial"})
    assert (fragment.status_code, "Die Übung ist zu Ende." in fragment.text) == (200, True)
