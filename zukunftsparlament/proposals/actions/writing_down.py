"""A proposal that somebody writes down for somebody: the office from paper, or a young person who helps."""

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_urlsafe

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.people.card_holders import is_around
from zukunftsparlament.proposals.actions.releases import release
from zukunftsparlament.proposals.queries.versions import FIELDS
from zukunftsparlament.proposals.rules import why_not_edit

BEGIN = Sql(
    "INSERT INTO proposal (token, author, changed_at, submitted_at, written_down, title, text, reason, for_whom, "
    "topic, place, held_because, office_words, stage, backings, comments) "
    "VALUES ($1, $2, $3, $4, 'office', $5, $6, $7, $8, $9, $10, '', '', 'draft', 0, 0) RETURNING id"
)
DRAFT = Sql(
    "SELECT id, number, submitted_at, asked_back_at, declined_at, written_down FROM proposal "
    "WHERE token = $1 AND author = $2 {for_update}"
)
MARK = Sql("UPDATE proposal SET written_down = $2 WHERE id = $1")


@dataclass(frozen=True, slots=True)
class Slip:
    """What became of a slip of paper. `number`: None while its author looks at it first."""

    number: int | None
    token: str


async def write_down(says: Mapping[str, str], *, author: int | None, actor: str) -> Slip:
    """The office types what somebody wrote on paper. The caller has looked at its problems.

    `author` (None: somebody without a card) reads it first when they are signed in anywhere: then it is a draft of
    theirs. Else nobody would ever hand it in, and it is public at once: the office has read it.
    """
    token = token_urlsafe(18)
    async with writing():
        waits = author is not None and await is_around(author)
        submitted = None if waits else now()
        proposal = int(await BEGIN.value(token, author, now(), submitted, *(says[name] for name in FIELDS)))
        if waits and author is not None:
            await tell([author], "written_down", address=f"/entwuerfe/{token}", title=says["title"])
            return Slip(None, token)
        return Slip(await release(proposal, actor=actor), token)


async def mark_written_down(token: str, author: int, *, for_somebody: bool) -> None:
    """ "Die Idee ist von jemand anderem": said with the name of who has written it down. Raises Missing or Refused.

    What the office wrote down stays that.
    """
    async with writing():
        draft = await DRAFT.row(token, author)
        if draft is None or draft["number"] is not None:
            raise Missing
        if why_not := why_not_edit(
            is_submitted=draft["submitted_at"] is not None,
            is_asked_back=draft["asked_back_at"] is not None,
            is_declined=draft["declined_at"] is not None,
        ):
            raise Refused(why_not)
        if draft["written_down"] != "office":
            await MARK.rows(draft["id"], "helper" if for_somebody else "")
