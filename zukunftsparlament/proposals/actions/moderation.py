"""Deciding about a held post: release it, ask its author, or decline it with a reason."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.proposals.actions.edit_pictures import give_up_picture
from zukunftsparlament.proposals.actions.new_versions import release_edit_of
from zukunftsparlament.proposals.actions.releases import release, release_comment
from zukunftsparlament.proposals.queries import held
from zukunftsparlament.proposals.queries.held_posts import Post
from zukunftsparlament.proposals.rules.moderation import Decision, why_not_moderate

# The proposal before what stands under it, as everywhere in this room: so nobody waits in a circle.
LOCKS = (
    Sql("SELECT id FROM proposal WHERE token = $1 {for_update}"),
    Sql("SELECT id FROM proposal WHERE id = (SELECT proposal FROM comment WHERE token = $1) {for_update}"),
    Sql("SELECT id FROM comment WHERE token = $1 {for_update}"),
    Sql("SELECT id FROM proposal WHERE id = (SELECT proposal FROM proposal_version WHERE token = $1) {for_update}"),
)
ASK = {
    "proposal": Sql("UPDATE proposal SET asked_back_at = $2, office_words = $3, stage = 'draft' WHERE id = $1"),
    "comment": Sql("UPDATE comment SET asked_back_at = $2, office_words = $3 WHERE id = $1"),
    "edit": Sql("UPDATE proposal_version SET asked_back_at = $2, office_words = $3 WHERE id = $1"),
}
DECLINE = {
    "proposal": Sql("UPDATE proposal SET declined_at = $2, office_words = $3, stage = 'draft' WHERE id = $1"),
    "comment": Sql("UPDATE comment SET declined_at = $2, office_words = $3 WHERE id = $1"),
    "edit": Sql("UPDATE proposal_version SET declined_at = $2, office_words = $3 WHERE id = $1"),
}
RELEASE: dict[str, Callable[[int], Awaitable[int]]] = {
    "proposal": release,
    "comment": release_comment,
    "edit": release_edit_of,
}
# What the author is told (mine/texts.py).
MESSAGE = {
    ("proposal", Decision.RELEASE): "proposal_released",
    ("proposal", Decision.ASK): "asked_back",
    ("proposal", Decision.DECLINE): "declined",
    ("comment", Decision.RELEASE): "comment_released",
    ("comment", Decision.ASK): "comment_asked_back",
    ("comment", Decision.DECLINE): "comment_declined",
    ("edit", Decision.RELEASE): "edit_released",
    ("edit", Decision.ASK): "edit_asked_back",
    ("edit", Decision.DECLINE): "edit_declined",
}


@dataclass(frozen=True, slots=True)
class Moderator:
    """Who decides: `actor` for the journal, `member` (row id) for a young moderator, None for the office (`staff`)."""

    actor: str
    member: int | None
    staff: int | None = None


async def decide(token: str, decision: Decision, words: str, *, by: Moderator) -> tuple[Post, bool]:
    """The post as it is now, and whether this decision made it so: of two at once the first counts.

    `words` go to the author; the caller has looked at them. Raises Missing, or Refused for one's own post.
    """
    async with writing():
        for lock in LOCKS:
            await lock.rows(token)
        post = await held.post(token)
        if why_not := why_not_moderate(author=post.author_for(by.member), moderator=by.member):
            raise Refused(why_not)
        if post.decided:
            return post, False
        number = await _carry_out(post, decision, words)
        await _tell_author(post, decision, words, number)
        await record(actor=by.actor, verb=decision.value, subject_kind=post.kind, subject_number=number)
        return await held.post(token), True


async def _carry_out(post: Post, decision: Decision, words: str) -> int | None:
    """The number the post has now: only a released one has any; an edit goes by that of its proposal."""
    if decision is Decision.RELEASE:
        return await RELEASE[post.kind](post.id)
    await (ASK if decision is Decision.ASK else DECLINE)[post.kind].rows(post.id, now(), words)
    if decision is Decision.DECLINE and post.kind == "edit":
        await give_up_picture(post.id)
    return post.number if post.kind == "edit" else None


async def _tell_author(post: Post, decision: Decision, words: str, number: int | None) -> None:
    if post.author is None:
        return
    address = {
        "comment": "/meins#beitraege",
        "proposal": f"/entwuerfe/{post.token}/1",
        "edit": f"/vorschlaege/{post.under}/aenderung",
    }[post.kind]
    if decision is Decision.RELEASE:
        address = f"/vorschlaege/{post.under or number}"
    await tell([post.author], MESSAGE[post.kind, decision], address=address, title=post.title, reason=words)
