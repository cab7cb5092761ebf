"""`verify` notices when a version, a reminder or what is done was changed later."""

import pytest

from tests import makers_handovers
from tests.handovers.test_corrections import all_is_well, correct, handed
from zukunftsparlament.handovers import actions
from zukunftsparlament.handovers.checks import CHECKS
from zukunftsparlament.kernel.sql import Sql

pytestmark = pytest.mark.usefixtures("store")

TAMPERED = {
    "UPDATE handover_correction SET frozen = '{}'": "Inhalt und Prüfsumme",
    "UPDATE handover_correction SET version = 3": "folgt nicht",
    "DELETE FROM handover_correction": "Das Journal kennt mehr",
    "DELETE FROM handover_reminder": "Das Journal kennt mehr",
    "UPDATE decision_done SET words = 'Anderes'": "Das Journal kennt mehr",
    "DELETE FROM answer": "keine Rückmeldung",
}


@pytest.mark.parametrize(("statement", "sentence"), TAMPERED.items())
async def test_verify_finds_what_was_changed_later(statement: str, sentence: str) -> None:
    number, _, _ = await handed()
    await correct(number, letter="Guten Tag!")
    other = await makers_handovers.handed_over(await makers_handovers.decision(), days=5)
    await actions.note_reminder(other, actor=makers_handovers.OFFICE)
    await makers_handovers.answered(number)
    await makers_handovers.done(number)
    assert await all_is_well()

    await Sql(statement).rows()

    assert any(sentence in (found or "") for found in [await check.find() for check in CHECKS])
