"""`verify` finds a sitting whose course cannot have been."""

import pytest

from tests.makers_sittings import CHAIR
from tests.sittings.test_course import marks, sitting, sound
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import actions
from zukunftsparlament.sittings.checks import CHECKS
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import End

pytestmark = pytest.mark.usefixtures("store")


async def held() -> Sitting:
    """One item is done, one is withdrawn, two wait."""
    found = await sitting(items=4)
    first, second, *_rest = await marks(found)
    await actions.begin_item(found.number, first, actor=CHAIR)
    await actions.end_item(found.number, first, End.DONE, actor=CHAIR)
    await actions.end_item(found.number, second, End.WITHDRAWN, "Sie will nicht mehr", actor=CHAIR)
    return found


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE agenda_item SET begun_at = $1 WHERE ended_at IS NULL", "Mehrere Punkte laufen nebeneinander"),
        ("UPDATE agenda_item SET end_reason = '' WHERE ended_as = 'withdrawn' AND ended_at < $1", "Grund"),
        ("UPDATE agenda_item SET begun_at = NULL WHERE ended_as = 'done' AND ended_at < $1", "nie begonnen"),
        ("UPDATE agenda_item SET ended_at = $1 WHERE ended_as = ''", "Ende und Art des Endes"),
        ("UPDATE sitting SET closed_at = $1", "noch offen"),
        ("UPDATE sitting SET due_at = $1", "Countdown"),
        ("UPDATE sitting SET paused_at = $1", "Pause"),
        ("UPDATE sitting SET cancelled_at = $1", "abgesagt"),
    ],
)
async def test_what_cannot_have_been_is_found(change: str, said: str) -> None:
    await held()
    await sound()
    await Sql(change).rows(now())
    found = [sentence for check in CHECKS if (sentence := await check.find())]
    assert any(said in sentence for sentence in found), found


async def test_an_opening_that_the_journal_does_not_know_is_found() -> None:
    found = await sitting(opened=False)
    await Sql("UPDATE sitting SET opened_at = $2 WHERE id = $1").rows(found.id, now())
    assert [sentence for check in CHECKS if (sentence := await check.find())] == [
        f"Sitzung {found.number}: „opened“ steht nicht im Journal."
    ]
