import pytest

from tests import makers_sittings
from tests.makers_sittings import CHAIR
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.agenda import add_item
from zukunftsparlament.sittings.rules.agenda import ItemDraft

pytestmark = pytest.mark.usefixtures("store")


async def test_a_new_official_sitting_starts_with_the_usual_items() -> None:
    sitting = await makers_sittings.sitting()
    assert await makers_sittings.items(sitting) == [
        ("1", "Eröffnung und Beschlussfähigkeit"),
        ("2", "Was daraus geworden ist"),
        ("3", "Fragen und Verschiedenes"),
    ]


async def test_new_items_stand_before_the_questions_and_below_their_parent() -> None:
    sitting = await makers_sittings.sitting()
    park = await makers_sittings.item(sitting, "Skatepark")
    await makers_sittings.item(sitting, "Licht", parent=park.mark)
    await add_item(sitting.number, ItemDraft(title="Bänke"), actor=CHAIR)
    assert (await makers_sittings.items(sitting))[2:] == [
        ("3", "Skatepark"),
        ("3.1", "Licht"),
        ("4", "Bänke"),
        ("5", "Fragen und Verschiedenes"),
    ]
    assert (await queries.item(sitting.id, park.mark)).number == "3"
