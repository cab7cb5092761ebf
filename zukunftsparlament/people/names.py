"""Pseudonyms and card names: made of picture words, each given once."""

import secrets
from collections.abc import Callable

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.picture_words import ADJECTIVES, ANIMALS, fold, pseudonym
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.rules import WhyNot

TAKE = Sql("INSERT INTO name_key (member, kind, key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id")
IS_TAKEN = Sql("SELECT 1 FROM name_key WHERE kind = $1 AND key = $2")
LET_GO = Sql("DELETE FROM name_key WHERE member = $1 AND kind = $2 AND key <> $3")
RENAME = Sql("UPDATE member SET name = $2 WHERE id = $1 AND role IS NOT NULL")

DROP_WISH = Sql("DELETE FROM name_wish WHERE member = $1 AND decided_at IS NULL")

OFFERED = 5
MAX_TRIES = 200  # with some thousand names for some hundred people the first try nearly always fits


def all_names() -> frozenset[str]:
    return frozenset(pseudonym(adjective, animal) for adjective in ADJECTIVES for animal in ANIMALS)


def random_name() -> str:
    return pseudonym(secrets.choice(ADJECTIVES), secrets.choice(ANIMALS))


def random_card_name() -> str:
    """`Igel 27`: short enough to read out over a telephone."""
    return f"{secrets.choice(ANIMALS).word} {secrets.randbelow(989) + 10}"


async def free(kind: str, make: Callable[[], str]) -> str:
    """A name that nobody has yet. Whoever takes it asks the unique index again."""
    for _ in range(MAX_TRIES):
        name = make()
        if not await IS_TAKEN.rows(kind, fold(name)):
            return name
    raise RuntimeError(f"no free {kind} found")


async def offered() -> list[str]:
    """Five different pseudonyms that nobody has."""
    found: dict[str, None] = {}
    while len(found) < OFFERED:
        found[await free("name", random_name)] = None
    return list(found)


async def take(member: int, kind: str, name: str) -> bool:
    """Whether `name` is now theirs. Inside `writing()`."""
    return bool(await TAKE.rows(member, kind, fold(name)))


async def take_free(member: int, kind: str, make: Callable[[], str]) -> str:
    """Give `member` a free name. Inside `writing()`."""
    for _ in range(MAX_TRIES):
        name = make()
        if await take(member, kind, name):
            return name
    raise RuntimeError(f"no free {kind} found")


async def choose_name(member: int, name: str) -> None:
    """Take one of the offered kind of pseudonyms; the old one is free again. Raises Refused."""
    if name not in all_names():
        raise Refused(WhyNot.NAME_NOT_OFFERED)
    async with writing():
        if not await take(member, "name", name):
            raise Refused(WhyNot.NAME_TAKEN)
        await LET_GO.rows(member, "name", fold(name))
        await LET_GO.rows(member, "look", "")
        await DROP_WISH.rows(member)
        await RENAME.rows(member, name)
