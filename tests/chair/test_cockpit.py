"""Two chairs lead a sitting from two phones: what the pages say and take."""

from datetime import timedelta

import pytest

from tests import makers, makers_sittings
from tests.client import Client, as_read
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.sittings import actions, queries
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import SittingState

pytestmark = pytest.mark.usefixtures("store")


async def planned() -> Sitting:
    return await makers_sittings.sitting(starts_at=now() + timedelta(hours=1), invited=True)


async def test_a_chair_leads_a_sitting_by_the_big_button_alone(client: Client) -> None:
    chair = await makers.chair()
    sitting = await planned()
    await makers_sittings.present(sitting, chair)
    await client.sign_in(member=chair)
    here = f"/vorsitz/{sitting.number}"

    assert "Sitzung eröffnen" in (await client.get(here)).text
    answer = await client.send_form(f"{here}/eroeffnung")
    assert (answer.status_code, answer.headers["location"]) == (303, here)
    for item in await queries.agenda(sitting.id):
        said = as_read((await client.get(here)).text)
        assert "Wir kommen zu" in said and f"Punkt {item.number} beginnt" in said
        await client.send_form(f"{here}/punkte/{item.mark}/beginn")
        assert f"Punkt {item.number} ist fertig" in (await client.get(here)).text
        await client.send_form(f"{here}/punkte/{item.mark}/ende", {"as": "done"})
    assert "Ich schließe die Sitzung" in as_read((await client.get(here)).text)
    await client.send_form(f"{here}/schluss")
    assert "Anhalten" in (await client.get(here)).text
    await actions.close_sitting(sitting.number, actor="chair:1")
    assert (await queries.sitting(sitting.number)).state is SittingState.CLOSED
    assert "Zum Protokoll" in (await client.get(here)).text
