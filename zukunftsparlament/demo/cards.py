"""The cards of the demo's young people, in one batch for each school."""

from collections.abc import Iterable, Mapping
from typing import Any

from zukunftsparlament.demo.content_of import ACTOR, World
from zukunftsparlament.demo.past import days_ago
from zukunftsparlament.journal.actions import next_number, record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.cards import NEW_BATCH

BATCHES_DAYS_AGO = 230  # before the first proposal
CARDS_OF_SCHOOL = Sql(
    "SELECT c.id, m.premoderated_until, m.delete_after FROM card c JOIN member m ON m.id = c.member "
    "WHERE m.school = $1 ORDER BY c.id"
)
OTHER_CARDS = Sql(
    "SELECT c.id, m.premoderated_until, m.delete_after FROM card c JOIN member m ON m.id = c.member "
    "WHERE m.school IS NULL ORDER BY c.id"
)
PUT_INTO = Sql("UPDATE card SET batch = $2 WHERE id = $1")


async def make_batches(world: World) -> None:
    """What the office has printed: one batch for each school, and one for those who learn elsewhere."""
    async with days_ago(BATCHES_DAYS_AGO):
        for school in world.schools.values():
            await _batch(school, await CARDS_OF_SCHOOL.rows(school))
        await _batch(None, await OTHER_CARDS.rows())


async def _batch(school: int | None, cards: list[dict[str, Any]]) -> None:
    async with writing():
        number = await next_number("card_batch")
        until, leave = _latest(cards, "premoderated_until"), _latest(cards, "delete_after")
        batch = await NEW_BATCH.value(number, school, len(cards), until, leave, now(), ACTOR)
        for card in cards:
            await PUT_INTO.rows(card["id"], batch)
        await record(actor=ACTOR, verb="make_cards", subject_kind="card_batch", subject_number=number, size=len(cards))


def _latest(cards: Iterable[Mapping[str, Any]], column: str) -> str | None:
    """Members of the demo differ in age, and so does what is noted for each of them; the batch has the latest."""
    return max((card[column] for card in cards if card[column]), default=None)


def cards_of(world: World, base_url: str) -> list[dict[str, Any]]:
    """The cards as `demo.json` shows them."""
    return [
        {
            "role": person.me.role,
            "name": person.card_name,
            "words": [word.word for word in person.words],
            "link": f"{base_url}/karte#{person.code}",
            "school": person.school,
            "premoderated": person.premoderated,
        }
        for person in world.people.values()
    ]
