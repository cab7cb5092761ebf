"""Somebody goes: what nobody has seen goes with them, what everybody has seen stays without its author.

Backings are only counted from then on: whoever goes has wanted it all the same, and a number must not drop at the
moment in which somebody leaves. Reports keep what they are about and lose their words.
"""

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.proposals.actions.taking_away import take_texts_away

# All at once and in the order of their rows, before anything under them: two who go at once wait for each other.
LOCK_ALL = Sql(
    "SELECT id, number FROM proposal WHERE author = $1 OR id IN (SELECT proposal FROM backing WHERE member = $1) "
    "OR id IN (SELECT proposal FROM comment WHERE author = $1) ORDER BY id {for_update}"
)
THROW_AWAY = (
    Sql("DELETE FROM proposal WHERE author = $1 AND number IS NULL"),
    Sql("DELETE FROM comment WHERE author = $1 AND number IS NULL"),
)
COUNT_ON = Sql(
    "UPDATE proposal SET former_backings = former_backings + 1 WHERE id IN "
    "(SELECT proposal FROM backing WHERE member = $1)"
)
REMOVED_ALREADY = Sql("UPDATE comment SET text = '', removed_because = '' WHERE author = $1 AND removed_at IS NOT NULL")
# What was said to the author, and why it was held, says something about them.
FORGET = tuple(
    Sql(f"UPDATE {table} SET held_because = '', office_words = '' WHERE author = $1")  # noqa: S608
    for table in ("proposal", "comment")
)
FORGET_REPORTS = Sql("UPDATE report SET text = '' WHERE reporter = $1")
FORGET_REMOVALS = Sql(
    "UPDATE removal SET reason = '', kept = '', objection = '', answer = '', wiped_at = coalesce(wiped_at, $2) "
    "WHERE author = $1"
)


async def clear(leaver: Leaver) -> None:
    """Before the links to the member go. Inside `writing()`, after `lock_polls_about` where words go from polls."""
    rows = await LOCK_ALL.rows(leaver.member)
    if leaver.with_texts:
        await take_texts_away(leaver.member)
    for statement in (*THROW_AWAY, COUNT_ON, REMOVED_ALREADY, *FORGET, FORGET_REPORTS):
        await statement.rows(leaver.member)
    await FORGET_REMOVALS.rows(leaver.member, now())
    public = [f"proposal-{row['number']}" for row in rows if row["number"] is not None]
    for room in public:  # its author, or what they said there, is told differently now
        announce(room)
    if public:
        announce("proposals")
