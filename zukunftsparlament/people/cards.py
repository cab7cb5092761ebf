"""Making cards, and replacing one. The secrets go from memory onto paper; the store has their hashes."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace

from zukunftsparlament.journal.actions import next_number, record
from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.database import STORE_ERRORS, writing
from zukunftsparlament.kernel.picture_words import PictureWord, fold
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import names, queries, secrets
from zukunftsparlament.people.actions import END_SESSIONS_OF, tell
from zukunftsparlament.people.batches import BatchWish, read_month, why_not_batch
from zukunftsparlament.people.card_sheet import PrintedCard
from zukunftsparlament.people.rules import WhyNot

NEW_BATCH = Sql(
    "INSERT INTO card_batch (number, school, size, premoderated_until, delete_after, made_at, made_by) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id"
)
NEW_MEMBER = Sql(
    "INSERT INTO member (school, role, premoderated_until, delete_after, created_month) "
    "VALUES ($1, 'young', $2, $3, $4) RETURNING id"
)
NAME_MEMBER = Sql("UPDATE member SET name = $2, card_name = $3 WHERE id = $1")
NEW_CARD = Sql("INSERT INTO card (member, batch, code_hash, words_hash, replaced) VALUES ($1, $2, $3, $4, 0)")
CARD_OF = Sql(
    "SELECT c.id, c.member, c.code_hash, m.card_name FROM name_key k JOIN card c ON c.member = k.member "
    "JOIN member m ON m.id = c.member WHERE k.kind = 'card' AND k.key = $1 {for_update}"
)
STILL_OPENS = Sql("SELECT id FROM card WHERE code_hash = $1 {for_update}")
REPLACE = Sql("UPDATE card SET code_hash = $2, words_hash = $3, replaced = replaced + 1 WHERE id = $1")


@dataclass(frozen=True)
class Batch:
    """Fresh cards, to be printed now or never."""

    number: int
    cards: list[PrintedCard]


@dataclass(frozen=True)
class Secrets:
    code: str
    words: list[PictureWord]
    code_hash: str
    words_hash: str


async def new_secrets() -> Secrets:
    code, words = secrets.new_code(), secrets.new_words()
    plain = [word.word for word in words]
    return Secrets(code, words, secrets.digest(code), await secrets.words_hash(plain))


async def make_batch(wish: BatchWish, *, actor: str) -> Batch:
    """`wish.count` cards without names. Raises Wrong with every field's problem. A card costs 25 ms of one core."""
    first, last = read_month(wish.premoderated_until), read_month(wish.delete_after)
    wish = replace(wish, premoderated_until=first, delete_after=last)
    schools = [row["id"] for row in await queries.schools()]
    if problems := why_not_batch(wish, schools=schools, month=month(now())):
        raise Wrong({field: sentence(why) for field, why in problems.items()})
    fresh = await asyncio.gather(*(new_secrets() for _ in range(wish.count or 0)))
    async with writing():
        number = await next_number("card_batch")
        until = wish.premoderated_until or None
        batch = await NEW_BATCH.value(number, wish.school, wish.count, until, wish.delete_after, now(), actor)
        cards = [await _new_card(wish, batch, made) for made in fresh]
        await record(actor=actor, verb="make_cards", subject_kind="card_batch", subject_number=number, size=wish.count)
    return Batch(number, cards)


async def _new_card(wish: BatchWish, batch: int, made: Secrets) -> PrintedCard:
    until = wish.premoderated_until or None
    member = int(await NEW_MEMBER.value(wish.school, until, wish.delete_after, month(now())))
    name = await names.take_free(member, "name", names.random_name)
    card_name = await names.take_free(member, "card", names.random_card_name)
    await NAME_MEMBER.rows(member, name, card_name)
    await NEW_CARD.rows(member, batch, made.code_hash, made.words_hash)
    return PrintedCard(card_name, made.code, made.words)


async def replace_card(card_name: str, *, actor: str) -> PrintedCard:
    """New secrets for the card of that name. The old ones and every session are dead at once; the owner is told.

    Raises Refused when there is no such card.
    """
    made, old = await new_secrets(), ""
    try:
        async with writing():
            card = await CARD_OF.row(fold(card_name))
            if card is None:
                raise Refused(WhyNot.CARD_NAME_UNKNOWN)
            await REPLACE.rows(card["id"], made.code_hash, made.words_hash)
            await END_SESSIONS_OF.rows(card["member"])
            await tell([card["member"]], "card_replaced")
            await record(actor=actor, verb="replace_card", subject_kind="card", subject_number=None)
            old = card["code_hash"]
            deletions.card_died(old, by=made.code_hash)
    except STORE_ERRORS:
        await _not_replaced(old, by=made.code_hash)
        raise
    return PrintedCard(card["card_name"], made.code, made.words)


async def _not_replaced(old: str, *, by: str) -> None:
    """Takes the line about `old` back if its card still opens. A broken connection does not say whether the commit
    went through: whoever is still at it holds the row, and we wait for that."""
    if not old:
        return
    with suppress(*STORE_ERRORS):
        async with writing():
            if await STILL_OPENS.row(old):
                deletions.card_lives(old, by=by)
