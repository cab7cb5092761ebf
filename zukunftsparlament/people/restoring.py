"""No dead card opens anything when an older state of the store has come back."""

from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import secrets

DEAD_CARD = Sql("SELECT c.id, m.card_name FROM card c JOIN member m ON m.id = c.member WHERE c.code_hash = $1")
# The row stays: without it the office could not make its owner a new card.
OPENS_FOR_NOBODY = Sql("UPDATE card SET code_hash = $2, words_hash = $3 WHERE id = $1")


async def shut_dead_cards() -> list[str]:
    """The names of the cards that open nothing now: of those that replaced them this state knows nothing.

    Inside `writing()`.
    """
    dead = []
    for entry in deletions.entries():
        if entry["kind"] == "card" and (card := await DEAD_CARD.row(entry["hash"])) is not None:
            nobody_knows = secrets.digest(secrets.new_token()), await secrets.slow_hash(secrets.new_token())
            await OPENS_FOR_NOBODY.rows(card["id"], *nobody_knows)
            dead.append(str(card["card_name"]))
    return dead
