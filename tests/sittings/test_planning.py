import pytest

from tests import makers_sittings
from tests.makers import chair
from tests.makers_sittings import CHAIR
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.agenda import add_item, change_item
from zukunftsparlament.sittings.actions.moving import move_item
from zukunftsparlament.sittings.actions.papers import add_paper
from zukunftsparlament.sittings.rules import SittingKind, WhyNot
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


async def test_in_the_sitting_the_office_watches_the_agenda_too() -> None:
    await chair()
    held = await makers_sittings.sitting(opened=True)
    waits = await makers_sittings.item(held, "Kirmes")
    for act in (
        move_item(held.number, waits.mark, up=True, actor="office:Jugendbüro"),
        change_item(held.number, waits.mark, ItemDraft(title="Anders"), actor="office:Jugendbüro"),
        add_paper(held.number, waits.mark, title="Plan", text="So geht es.", actor="office:Jugendbüro"),
    ):
        with pytest.raises(Refused) as refused:
            await act
        assert refused.value.reason is WhyNot.HELPERS_WATCH
    assert (await queries.item(held.id, waits.mark)).title == "Kirmes"


@pytest.mark.parametrize(("kind", "may"), [(SittingKind.OFFICIAL, False), (SittingKind.UNOFFICIAL, True)])
async def test_in_the_sitting_only_a_vote_takes_on_what_is_new(kind: SittingKind, may: bool) -> None:
    await chair()
    held = await makers_sittings.sitting(kind=kind, opened=True)
    draft = ItemDraft(title="Eben erst eingefallen")
    if may:
        await add_item(held.number, draft, actor=CHAIR)
    else:
        with pytest.raises(Refused) as refused:
            await add_item(held.number, draft, actor=CHAIR)
        assert refused.value.reason is WhyNot.ONLY_URGENT_ITEMS
    assert ("Eben erst eingefallen" in [title for _number, title in await makers_sittings.items(held)]) is may
