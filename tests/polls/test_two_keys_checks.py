"""`verify` notices when a two-key ballot box is none."""

from collections.abc import Awaitable, Callable

import pytest

from tests.polls import key_makers
from tests.polls.key_makers import CHAIR, OFFICE, Locked
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, keys
from zukunftsparlament.polls.checks import CHECKS

pytestmark = pytest.mark.usefixtures("store")


async def found() -> list[str]:
    return [said for check in CHECKS if (said := await check.find())]


async def test_an_honest_box_is_fine_at_every_step() -> None:
    locked = await key_makers.with_cards()
    assert await found() == []
    closed = await key_makers.voted_and_closed("yes", "no", "no", question="Und noch etwas?")
    assert await found() == []
    await actions.turn_key(closed.number, closed.cards[CHAIR], actor=CHAIR)
    assert await found() == []
    await actions.turn_key(closed.number, closed.cards[OFFICE], actor=OFFICE)
    await actions.publish_poll(closed.number, actor=CHAIR)
    await actions.void_poll(locked.number, "Neu.", actor=CHAIR)
    assert await found() == []


async def a_key_file(box: Locked) -> None:
    keys.keep(box.number, private=bytes(32), lot=None)


def changed(statement: str) -> Callable[[Locked], Awaitable[None]]:
    async def change(box: Locked) -> None:
        await Sql(statement).rows()

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (a_key_file, "liegt ein Schlüssel auf dem Server"),
        (changed("DELETE FROM poll_key_card WHERE place = 2"), "fehlt etwas"),
        (changed("UPDATE poll_key_card SET share = NULL WHERE place = 2"), "fehlt etwas"),
        (changed("UPDATE poll_key_card SET confirmed_at = NULL WHERE place = 3"), "fehlt etwas"),
        (changed("UPDATE poll_key_card SET turned_share = share WHERE place = 1"), "passt nicht"),
        (changed("UPDATE poll SET secrecy = 'open' WHERE number = 1"), "keine geheime"),
        (changed("UPDATE poll SET opened_at = NULL WHERE number = 1"), "schon Teile eines Schlüssels"),
    ],
)
async def test_what_was_changed_is_named(change: Callable[[Locked], Awaitable[None]], said: str) -> None:
    await change(await key_makers.opened())

    assert any(said in one for one in await found())


async def test_two_keys_cannot_be_taken_away_silently() -> None:
    await key_makers.opened()
    await Sql("UPDATE poll SET two_key = $1").rows(False)

    said = await found()
    assert any("two_key" in one for one in said) and any("ohne zwei Schlüssel" in one for one in said)
