"""A rehearsal leaves nothing behind: every table before and after it, and the key folder."""

import pytest

from tests import makers, makers_polls
from tests.client import Client
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
    return {str(path.relative_to(settings().keys)) for path in settings().keys.rglob("*") if path.is_file()}


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
    gone = await client.send_form("/vorsitz/9001/uebung/ende")

    assert gone.headers["location"] == "/vorsitz"
    assert (await client.get("/sitzungen/9001/raum")).status_code == 404
    fragment = await client.get("/sitzungen/9001/raum", headers={"HX-Request-Type": "partial"})
    assert (fragment.status_code, "Die Übung ist zu Ende." in fragment.text) == (200, True)
