"""A card is replaced in the store and in the file beside it, or in neither."""

import pytest

from tests import makers
from tests.client import Client
from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.database import STORE_ERRORS, writing
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.people import actions, cards
from zukunftsparlament.people.batches import BatchWish
from zukunftsparlament.people.card_sheet import PrintedCard
from zukunftsparlament.people.restoring import shut_dead_cards

pytestmark = pytest.mark.usefixtures("store")


async def a_card() -> PrintedCard:
    return (await cards.make_batch(BatchWish(None, 1, "", "2031-09"), actor="office:Test")).cards[0]


def dead_cards() -> list[str]:
    return [entry["hash"] for entry in deletions.entries() if entry["kind"] == "card"]


async def test_nothing_is_replaced_when_it_cannot_be_written_down(client: Client) -> None:
    card = await a_card()
    await client.sign_in(staff=await makers.staff())
    settings().deletions.unlink(missing_ok=True)
    settings().deletions.mkdir()
    try:
        answer = await client.send_form("/buero/karten/ersatz", {"card_name": card.name})
    finally:
        settings().deletions.rmdir()

    assert answer.status_code == 503
    assert await actions.sign_in_with_code(card.code, own_device=True)


async def test_a_card_that_was_not_replaced_lives_on_after_a_restore(monkeypatch: pytest.MonkeyPatch) -> None:
    card = await a_card()
    died = deletions.card_died

    def and_then_the_disk_is_full(code_hash: str, *, by: str) -> None:
        died(code_hash, by=by)
        raise OSError("no space left")  # as if the commit had failed

    with monkeypatch.context() as broken:
        broken.setattr(deletions, "card_died", and_then_the_disk_is_full)
        with pytest.raises(STORE_ERRORS):
            await cards.replace_card(card.name, actor="office:Test")

    async with writing():
        assert await shut_dead_cards() == []
    assert await actions.sign_in_with_code(card.code, own_device=True)

    await cards.replace_card(card.name, actor="office:Test")
    assert len(dead_cards()) == 1
