"""What can be found: written by the other rooms in the transaction that makes it public, and taken out by the one
that removes it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.search.rules import WORDS_KEPT, words_in

HAS_A_TITLE = ("proposal", "poll")
# One transaction at a time counts words on PostgreSQL: two with the same words would wait for each other in a circle.
ONE_AT_A_TIME = Sql("SELECT pg_advisory_xact_lock(7206)")
UNDER = Sql("SELECT id, kind, key, address, title, text FROM search_entry WHERE under = $1")
ADD = Sql(
    "INSERT INTO search_entry (kind, key, under, address, title, text) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id"
)
COUNT_WORDS = Sql(
    "INSERT INTO search_word (word, uses) SELECT value, 1 FROM {each:$1} WHERE true "
    "ON CONFLICT (word) DO UPDATE SET uses = search_word.uses + 1"
)
ADD_WORDS = Sql(
    "INSERT INTO search_occurrence (word, entry, kind, weight) SELECT w.id, e.id, e.kind, "
    "CASE WHEN w.word IN (SELECT value FROM {each:$3}) THEN 2 ELSE 1 END FROM search_word w "
    "CROSS JOIN search_entry e WHERE e.id = $2 AND w.word IN (SELECT value FROM {each:$1})"
)
UNCOUNT_WORDS = Sql(
    "UPDATE search_word SET uses = uses - 1 WHERE id IN (SELECT word FROM search_occurrence WHERE entry = $1)"
)
REMOVE_WORDS = Sql("DELETE FROM search_occurrence WHERE entry = $1")
REMOVE = Sql("DELETE FROM search_entry WHERE id = $1")
REMOVE_UNUSED = Sql("DELETE FROM search_word WHERE uses = 0")
EMPTY = tuple(Sql(f"DELETE FROM {table}") for table in ("search_occurrence", "search_entry", "search_word"))  # noqa: S608


@dataclass(frozen=True, slots=True)
class Findable:
    """A text as everybody may read it. `key` says which one, as in `comment-12`; `title` is its own, or only says what
    it is about: then it is shown and not looked into."""

    kind: str
    key: str
    address: str
    title: str
    text: str


async def remember(under: str, texts: Sequence[Findable]) -> None:
    """From now on these and no others can be found under this name (`proposal-7`); none: all is forgotten.

    What has not changed is left alone. Inside `writing()`.
    """
    async with writing():
        if not settings().is_sqlite:
            await ONE_AT_A_TIME.rows()
        known = {row.pop("id"): Findable(**row) for row in await UNDER.rows(under)}
        gone = [id_ for id_, text in known.items() if text not in texts]
        for id_ in gone:
            for statement in (UNCOUNT_WORDS, REMOVE_WORDS, REMOVE):
                await statement.rows(id_)
        if gone:
            await REMOVE_UNUSED.rows()
        for text in texts:
            if text not in known.values():
                await _add(under, text)


async def _add(under: str, text: Findable) -> None:
    id_ = await ADD.value(text.kind, text.key, under, text.address, text.title, text.text)
    in_title = words_in(text.title) if text.kind in HAS_A_TITLE else set()
    words = _as_list([*sorted(in_title), *sorted(words_in(text.text) - in_title)][:WORDS_KEPT])
    await COUNT_WORDS.rows(words)
    await ADD_WORDS.rows(words, id_, _as_list(sorted(in_title)))


def _as_list(words: list[str]) -> str:
    return json.dumps(words)


async def forget_everything() -> None:
    """Before all rooms tell anew what they have."""
    async with writing():
        for statement in EMPTY:
            await statement.rows()
