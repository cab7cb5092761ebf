"""Nobody who was deleted comes back with an older state of the store, and no dead card opens anything."""

from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import secrets

EMPTY_MEMBER = Sql(
    "UPDATE member SET name = NULL, school = NULL, role = NULL, premoderated_until = NULL, delete_after = NULL, "
    "card_name = NULL, created_month = NULL WHERE id = $1 RETURNING id"
)
EMPTY_ROW = Sql(
    "INSERT INTO member (id, name, school, role, premoderated_until, delete_after, card_name, created_month) "
    "VALUES ($1, NULL, NULL, NULL, NULL, NULL, NULL, NULL)"
)
GONE_WITH_A_MEMBER = (
    Sql("DELETE FROM card WHERE member = $1"),
    Sql("DELETE FROM session WHERE member = $1"),
    Sql("DELETE FROM message WHERE member = $1"),
    Sql("DELETE FROM name_key WHERE member = $1"),
    Sql("UPDATE seat SET member = NULL WHERE member = $1"),
    Sql("UPDATE seat SET deputy = NULL WHERE deputy = $1"),
)
DEAD_CARD = Sql("SELECT c.id, m.card_name FROM card c JOIN member m ON m.id = c.member WHERE c.code_hash = $1")
# The row stays: without it the office could not make its owner a new card.
OPENS_FOR_NOBODY = Sql("UPDATE card SET code_hash = $2, words_hash = $3 WHERE id = $1")


async def replay_deletions() -> list[str]:
    """Everything that `deletions.jsonl` knows, once more. Inside `writing()`.

    Returns the names of the cards that open nothing now: of the card that replaced them this state knows nothing.
    """
    dead = []
    for entry in deletions.entries():
        if entry["kind"] == "member":
            await _empty(entry["id"])
        elif entry["kind"] == "card" and (card := await DEAD_CARD.row(entry["hash"])) is not None:
            nobody_knows = secrets.digest(secrets.new_token()), await secrets.slow_hash(secrets.new_token())
            await OPENS_FOR_NOBODY.rows(card["id"], *nobody_knows)
            dead.append(str(card["card_name"]))
    return dead


async def _empty(member: int) -> None:
    """A member whom this state never knew gets an empty row: the id must not be given to somebody else."""
    for statement in GONE_WITH_A_MEMBER:
        await statement.rows(member)
    if not await EMPTY_MEMBER.rows(member):
        await EMPTY_ROW.rows(member)
