import asyncio
import re

from tests import makers_handovers
from tests.client import Client
from tests.office.test_handovers import desk, fields
from zukunftsparlament.handovers import queries

__all__ = ["desk"]


async def test_a_second_tap_leads_to_the_same_hand_over(desk: Client) -> None:
    poll, _, _ = await makers_handovers.about()
    preview = await desk.get("/buero/uebergaben/vorschau", params=fields(poll))
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', preview.text))
    taps = await asyncio.gather(*(desk.send_form("/buero/uebergaben", hidden) for _ in range(3)))

    assert {(tap.status_code, tap.headers["location"]) for tap in taps} == {(303, "/buero/uebergaben/1")}
    assert len(await queries.handed_over()) == 1
    other = await desk.send_form("/buero/uebergaben", hidden | {"letter": "Guten Tag"})
    assert other.status_code == 409 and "schon übergeben" in other.text
