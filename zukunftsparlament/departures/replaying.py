"""An older state of the store has come back: whoever was deleted since is deleted from it, too."""

from zukunftsparlament.departures.rooms import ROOMS
from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.people.departing import EMPTY, SHUT

EMPTY_ROW = Sql(
    "INSERT INTO member (id, name, school, role, premoderated_until, delete_after, card_name, created_month) "
    "VALUES ($1, NULL, NULL, NULL, NULL, NULL, NULL, NULL)"
)


async def delete_again() -> int:
    """How many that is. Inside `writing()`.

    A member whom this state never knew gets an empty row: the id must not be given to somebody else.
    """
    deleted = deletions.deleted_members()
    for member, with_texts in deleted.items():
        for statement in SHUT:
            await statement.rows(member)
        if not await EMPTY.rows(member):
            await EMPTY_ROW.rows(member)
        for room in ROOMS:
            await room.let_go(Leaver(member, with_texts))
    return len(deleted)
