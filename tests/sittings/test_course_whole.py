"""The whole course of a sitting: any order of acts leaves it sound, and what was put off comes again."""

import contextlib
import random
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from tests import makers_sittings
from tests.makers_sittings import CHAIR
from tests.sittings.test_course import marks, sitting, sound
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.sittings import actions, queries
from zukunftsparlament.sittings.actions.taking_up import take_up
from zukunftsparlament.sittings.queries.adjourned import adjourned_for
from zukunftsparlament.sittings.rules import End, SittingKind

pytestmark = pytest.mark.usefixtures("store")


@pytest.mark.parametrize("seed", range(4))
async def test_any_order_of_acts_in_the_store_leaves_it_sound(seed: int) -> None:
    dice = random.Random(seed)
    found = await sitting(items=3, opened=False)
    whole = (await queries.agenda(found.id))[1]
    for title in ("Teil A", "Teil B"):
        await makers_sittings.item(found, title, parent=whole.mark, late_reason="Heute")
    number, known = found.number, await marks(found)
    for _tap in range(40):
        with contextlib.suppress(Refused):
            await dice.choice(taps(number, dice.choice(known), dice.choice(list(End))))()
    await sound()


def taps(number: int, mark: int, end: End) -> list[Callable[[], Coroutine[Any, Any, None]]]:
    return [
        lambda: actions.open_sitting(number, actor=CHAIR),
        lambda: actions.begin_item(number, mark, actor=CHAIR),
        lambda: actions.begin_item(number, mark, actor="chair:2"),
        lambda: actions.end_item(number, mark, "done", actor=CHAIR),
        lambda: actions.end_item(number, mark, end, "Darum", actor=CHAIR),
        lambda: actions.unbegin_item(number, mark, actor=CHAIR),
        lambda: actions.reopen_item(number, mark, actor=CHAIR),
        lambda: actions.pause(number, 5, actor=CHAIR),
        lambda: actions.resume(number, actor=CHAIR),
        lambda: actions.announce_closing(number, actor=CHAIR),
        lambda: actions.stop_countdown(number, "close", actor=CHAIR),
    ]


async def test_what_was_adjourned_is_offered_to_the_next_sitting_once() -> None:
    found = await sitting(items=2)
    await actions.close_sitting(found.number, actor=CHAIR)
    nothing_new = await makers_sittings.sitting(kind=SittingKind.REHEARSAL)
    following = await makers_sittings.sitting()

    first, second = await adjourned_for(following.id)
    assert (first.title, first.reason) == ("Punkt der Nummer 1", "Die Sitzung war vorher zu Ende.")
    assert len(await adjourned_for(nothing_new.id)) == 2
    for _tab in range(2):
        await take_up(following.number, first.sitting, first.mark, actor=CHAIR)
    assert await adjourned_for(following.id) == [second]
    titles = [item.title for item in await queries.agenda(following.id)]
    assert titles.count("Punkt der Nummer 1") == 1
    with pytest.raises(Missing):
        await take_up(following.number, found.number, 99, actor=CHAIR)
