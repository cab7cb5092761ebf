"""An older state of the store has come back: what was under way in it cannot be trusted any more."""

from contextlib import suppress

from zukunftsparlament.kernel.keys import destroy, keys_folder
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.actions import void_poll

KEY_CARDS = Sql("DELETE FROM poll_key_card")
UNDER_WAY = Sql(
    "SELECT number FROM poll WHERE opened_at IS NOT NULL AND counted_at IS NULL AND voided_at IS NULL ORDER BY number"
)
NOBODY_KNOWS_HOW_MANY = Sql("UPDATE poll SET turnout = NULL WHERE number = $1")


async def void_what_was_under_way(reason: str) -> list[int]:
    """The numbers of the polls that are void now: votes cast after the backup are lost, so the rest must not count."""
    numbers = [int(row["number"]) for row in await UNDER_WAY.rows()]
    for number in numbers:
        await void_poll(number, reason, actor="system")
        await NOBODY_KNOWS_HOW_MANY.rows(number)  # a backup holds no turnout
    await KEY_CARDS.rows()  # of polls that wait for their opening: newer cards may have been taken since
    return numbers


def destroy_all_keys() -> None:
    """After a restore no poll is open or uncounted, so no box may be opened any more."""
    for path in (keys_folder() / "polls").glob("*"):
        with suppress(FileNotFoundError):
            destroy(path)
