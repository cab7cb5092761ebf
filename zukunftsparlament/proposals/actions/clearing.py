"""Somebody goes: what nobody has seen goes with them, what everybody has seen stays without its author.

What they have written together with others belongs to those from then on. Backings are only counted: whoever goes has
wanted it all the same, and a number must not drop at the moment in which somebody leaves. Reports keep what they are
about and lose their words.
"""

from functools import partial

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import after_commit
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.pictures import folder
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.proposals.actions.pictures import drop_waiting_of, forget_files_of
from zukunftsparlament.proposals.actions.taking_away import take_texts_away
from zukunftsparlament.proposals.actions.wiping import wipe_words

# All at once and in the order of their rows, before anything under them: two who go at once wait for each other.
LOCK_ALL = Sql(
    "SELECT id, number FROM proposal WHERE author = $1 OR id IN (SELECT proposal FROM backing WHERE member = $1) "
    "OR id IN (SELECT proposal FROM comment WHERE author = $1) "
    "OR id IN (SELECT proposal FROM co_author WHERE member = $1) "
    "OR id IN (SELECT proposal FROM proposal_version WHERE author = $1) ORDER BY id {for_update}"
)
WITH_OTHERS = Sql(
    "SELECT a.proposal, a.member FROM co_author a JOIN proposal p ON p.id = a.proposal WHERE p.author = $1 "
    "AND a.id = (SELECT min(b.id) FROM co_author b WHERE b.proposal = p.id)"
)
HAND_ON = Sql("UPDATE proposal SET author = $2 WHERE id = $1")
# Those who stay may still object.
HAND_ON_REMOVALS = Sql("UPDATE removal SET author = $2 WHERE proposal = $1 AND author = $3")
IS_AUTHOR_NOW = Sql("DELETE FROM co_author WHERE proposal = $1 AND member = $2")
UNSEEN = Sql("SELECT id FROM proposal WHERE author = $1 AND number IS NULL ORDER BY id")
THROW_AWAY = (
    Sql("DELETE FROM proposal WHERE author = $1 AND number IS NULL"),
    Sql("DELETE FROM comment WHERE author = $1 AND number IS NULL"),
    Sql("DELETE FROM proposal_version WHERE author = $1 AND number IS NULL"),
)
COUNT_ON = Sql(
    "UPDATE proposal SET former_backings = former_backings + 1 WHERE id IN "
    "(SELECT proposal FROM backing WHERE member = $1)"
)
REMOVED_ALREADY = Sql("UPDATE comment SET text = '', removed_because = '' WHERE author = $1 AND removed_at IS NOT NULL")
# What was said to the author, and why it was held, says something about them.
FORGET = tuple(
    Sql(f"UPDATE {table} SET held_because = '', office_words = '' WHERE author = $1")  # noqa: S608
    for table in ("proposal", "comment", "proposal_version")
)
FORGET_REPORTS = Sql("UPDATE report SET text = '' WHERE reporter = $1")
NOT_WIPED = Sql(
    "SELECT proposal, comment, picture, kept FROM removal WHERE author = $1 AND wiped_at IS NULL "
    "AND outcome <> 'restored' ORDER BY id"
)
FORGET_REMOVALS = Sql(
    "UPDATE removal SET reason = '', kept = '', objection = '', answer = '', wiped_at = coalesce(wiped_at, $2), "
    "outcome = CASE WHEN objected_at IS NOT NULL AND decided_at IS NULL THEN 'upheld' ELSE outcome END, "
    "decided_at = CASE WHEN objected_at IS NOT NULL AND decided_at IS NULL THEN $2 ELSE decided_at END "
    "WHERE author = $1"
)
REMOVED_PICTURES = Sql(
    "DELETE FROM picture WHERE removed_at IS NOT NULL AND proposal IN (SELECT id FROM proposal WHERE author = $1) "
    "RETURNING token"
)


async def clear(leaver: Leaver) -> None:
    """Before the links to the member go. Inside `writing()`, after `lock_polls_about` where words go from polls."""
    member = leaver.member
    rows = await LOCK_ALL.rows(member)
    for shared in await WITH_OTHERS.rows(member):
        await HAND_ON.rows(shared["proposal"], shared["member"])
        await HAND_ON_REMOVALS.rows(shared["proposal"], shared["member"], member)
        await IS_AUTHOR_NOW.rows(shared["proposal"], shared["member"])
    if leaver.with_texts:
        await take_texts_away(member)
    for unseen in await UNSEEN.rows(member):
        await forget_files_of(unseen["id"])
    await drop_waiting_of(member)
    await _forget_removals(member)
    for statement in (*THROW_AWAY, COUNT_ON, REMOVED_ALREADY, *FORGET, FORGET_REPORTS):
        await statement.rows(member)
    for row in rows:
        if row["number"] is not None:  # its author, or what they said there, is told differently now
            announce("proposals", f"proposal-{row['number']}")


async def _forget_removals(author: int) -> None:
    """What was removed can't be put back any more: its words are gone, and nobody is there who objects."""
    for removal in await NOT_WIPED.rows(author):
        await wipe_words(removal)
    await FORGET_REMOVALS.rows(author, now())
    for row in await REMOVED_PICTURES.rows(author):
        after_commit(partial(folder.remove, row["token"]))
