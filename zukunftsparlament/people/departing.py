"""From here on somebody is nobody: no card, no session, no name, no seat. What else there is of them goes after that
(`departures`), and can take its time, or a second try: nothing of it leads to anybody any more.
"""

from enum import StrEnum

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import minutes, seats
from zukunftsparlament.people.belongings import Leaver

# In this order everywhere, so that nobody waits in a circle: seats, name, card, the journal, the member.
LOCKS = (
    Sql("SELECT id FROM name_key WHERE member = $1 ORDER BY id {for_update}"),
    Sql("SELECT id FROM card WHERE member = $1 {for_update}"),
)
IS_HERE = Sql("SELECT id FROM member WHERE id = $1 AND role IS NOT NULL")
BEGIN = Sql("INSERT INTO departure (member, with_texts) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id")
SHUT = (
    Sql("UPDATE seat SET member = NULL, last_day = NULL WHERE member = $1"),
    Sql("UPDATE seat SET deputy = NULL WHERE deputy = $1"),
    Sql("DELETE FROM session WHERE member = $1"),
    Sql("DELETE FROM card WHERE member = $1"),
    Sql("DELETE FROM name_key WHERE member = $1"),
)
EMPTY = Sql(
    "UPDATE member SET name = NULL, school = NULL, role = NULL, premoderated_until = NULL, delete_after = NULL, "
    "card_name = NULL, created_month = NULL WHERE id = $1 RETURNING id"
)


class Why(StrEnum):
    """For the journal, which names nobody. The last four are what the office chooses from."""

    MONTH = "month"  # the one in which they become 20 is over
    SELF = "self"
    ASKED = "asked"
    PARENTS = "parents"
    MOVED = "moved"
    NEVER_GIVEN = "never_given"  # a card that nobody ever got, or two for one person


async def begin(leaver: Leaver, *, why: Why, actor: str) -> bool:
    """Whether they were still somebody. Of two who ask at once the first does it."""
    async with writing():
        await seats.ONE_AT_A_TIME.rows()
        for lock in LOCKS:
            await lock.rows(leaver.member)
        if not await IS_HERE.rows(leaver.member) or not await BEGIN.rows(leaver.member, leaver.with_texts):
            return False
        for statement in SHUT:
            await statement.rows(leaver.member)
        roles = await minutes.of_roles(without=leaver.member)
        await record(
            actor=actor, verb="delete_member", subject_kind="member", subject_number=None, why=why.value, roles=roles
        )
        await EMPTY.rows(leaver.member)
    return True
