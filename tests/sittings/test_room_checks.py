"""`verify` finds what cannot have been so in the room."""

import pytest

from tests.makers_room import CHAIR, in_the_room, open_sitting_with_item, seat
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.actions.attendance import leave
from zukunftsparlament.sittings.actions.floor import give_floor
from zukunftsparlament.sittings.actions.speaking import raise_hand
from zukunftsparlament.sittings.room_checks import CHECKS

pytestmark = pytest.mark.usefixtures("store")


async def problems() -> list[str]:
    return [found for check in CHECKS if (found := await check.find()) is not None]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE attendance SET seat = (SELECT max(seat) FROM attendance)", "doppelt besetzt"),
        ("UPDATE attendance SET left_at = (SELECT created_at FROM sitting) WHERE left_at IS NOT NULL", "Folge"),
        ("UPDATE sitting SET closed_at = opened_at", "Folge"),
        ("UPDATE speaking_turn SET lowered_at = begun_at WHERE begun_at IS NOT NULL", "zurückgezogen"),
        ("UPDATE speaking_turn SET order_kind = 'tanzen'", "passt nicht zusammen"),
        (
            "INSERT INTO boxed_question (sitting, mark, text, asked_at, decline_reason, answer, answered_by) "
            "SELECT id, 1, 'Warum?', opened_at, '', 'Darum.', '' FROM sitting",
            "Frage 1",
        ),
    ],
)
async def test_it_is_found(change: str, says: str) -> None:
    sitting, one, other = await open_sitting_with_item(), await seat(), await seat()
    await in_the_room(sitting, one, other)
    mark = await raise_hand(sitting.number, one.holder)
    await raise_hand(sitting.number, other.holder)
    await give_floor(sitting.number, mark, instead=None, actor=CHAIR)
    await leave(sitting.number, one.holder, actor="member")
    assert await problems() == []

    await Sql(change).rows()

    assert says in (await problems())[0]
