"""Writing together: an invitation with a code, joining with one's own card, leaving."""

from dataclasses import dataclass

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.people.secrets import digest
from zukunftsparlament.proposals.codes import new_invitation, read_invitation
from zukunftsparlament.proposals.queries.authors import Held, locked, locked_own
from zukunftsparlament.proposals.queries.numbers import HIGHEST
from zukunftsparlament.proposals.rules.around import INVITATION_LASTS, WhyNotNow, why_not_invite, why_not_leave

TAKE_BACK = Sql("DELETE FROM invitation WHERE proposal = $1")
CLEAR_OLD = Sql("DELETE FROM invitation WHERE ends_at <= $1")
INVITE = Sql("INSERT INTO invitation (proposal, made_by, code_hash, ends_at) VALUES ($1, $2, $3, $4)")
BY_CODE = Sql(
    "SELECT p.number, p.title, m.name AS by FROM invitation i JOIN proposal p ON p.id = i.proposal "
    "LEFT JOIN member m ON m.id = i.made_by WHERE i.code_hash = $1 AND i.ends_at > $2 AND p.removed_at IS NULL"
)
HAS_JOINED = Sql(
    "SELECT c.id FROM co_author c JOIN proposal p ON p.id = c.proposal WHERE p.number = $1 AND c.member = $2"
)
USE = Sql("DELETE FROM invitation WHERE code_hash = $1 AND proposal = $2 AND ends_at > $3 RETURNING id")
JOIN = Sql("INSERT INTO co_author (proposal, member, joined_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
NO_LONGER_BACKS = Sql("DELETE FROM backing WHERE proposal = $1 AND member = $2 RETURNING id")
ONE_LESS = Sql("UPDATE proposal SET backings = backings - 1 WHERE id = $1")
NO_LONGER_FOLLOWS = Sql("DELETE FROM follower WHERE proposal = $1 AND member = $2")
LEAVE = Sql("DELETE FROM co_author WHERE proposal = $1 AND member = $2")
HAND_ON = Sql("UPDATE proposal SET author = $2 WHERE id = $1")
WITHDRAW_INVITATION = Sql("DELETE FROM invitation WHERE proposal = $1 AND made_by = $2")


@dataclass(frozen=True, slots=True)
class Invited:
    """What somebody is invited to, before they say yes. `by`: the name of who has asked them."""

    number: int
    title: str
    by: str | None


async def invite(number: int, member: int) -> str:
    """The code, to be shown once. An invitation from before is void."""
    code = new_invitation()
    async with writing():
        proposal = await locked_own(number, member)
        if why_not := why_not_invite(proposal.stage, authors=len(proposal.authors)):
            raise Refused(why_not)
        await TAKE_BACK.rows(proposal.id)
        await CLEAR_OLD.rows(now())
        await INVITE.rows(proposal.id, member, digest(code), now() + INVITATION_LASTS)
    return code


async def take_back(number: int, member: int) -> None:
    async with writing():
        await TAKE_BACK.rows((await locked_own(number, member)).id)


async def invited_to(typed: str) -> Invited:
    """Raises Refused for a code that nobody has given, or that was used, taken back or is too old."""
    row = await _found(typed)
    return Invited(**row)


async def accept(typed: str, member: int, *, number: int = 0) -> int:
    """Join: the number of the proposal. Of two who use the same code at once one joins.

    Whoever backed it no longer does: the page has said so. An author's own wish is not counted.
    `number`: the proposal that they were asked about. The code is used up by the first tap, so a second one knows
    from it alone what it was for.
    """
    async with writing():
        if 0 < number <= HIGHEST and await _is_unknown(typed) and await HAS_JOINED.row(number, member):
            return number
        proposal = await locked((await _found(typed))["number"])
        if proposal.is_of(member):
            if await _is_unknown(typed):
                return proposal.number  # the first tap came while this one waited for the lock
            raise Refused(WhyNotNow.WRITTEN_ALREADY)
        if why_not := why_not_invite(proposal.stage, authors=len(proposal.authors)):
            raise Refused(why_not)
        if not await USE.rows(_hash(typed), proposal.id, now()):
            raise Refused(WhyNotNow.CODE_UNKNOWN)
        await join(proposal, member)
        await tell(proposal.authors, "co_author_joined", address=proposal.address, title=proposal.title)
    return proposal.number


async def join(proposal: Held, member: int) -> None:
    """Inside `writing()`, the proposal locked."""
    await JOIN.rows(proposal.id, member, now())
    await NO_LONGER_FOLLOWS.rows(proposal.id, member)
    if await NO_LONGER_BACKS.rows(proposal.id, member):
        await ONE_LESS.rows(proposal.id)


async def leave(number: int, member: int) -> None:
    """The others carry on. Leaves whoever began it, the one who joined first stands in their place."""
    async with writing():
        proposal = await locked(number)
        if not proposal.is_of(member):
            return  # a second tap
        if why_not := why_not_leave(authors=len(proposal.authors)):
            raise Refused(why_not)
        others = [author for author in proposal.authors if author != member]
        if proposal.authors[0] == member:
            await HAND_ON.rows(proposal.id, others[0])
            await LEAVE.rows(proposal.id, others[0])
        await LEAVE.rows(proposal.id, member)
        await WITHDRAW_INVITATION.rows(proposal.id, member)
        await tell(others, "co_author_left", address=proposal.address, title=proposal.title)


async def _is_unknown(typed: str) -> bool:
    return await BY_CODE.row(_hash(typed), now()) is None


async def _found(typed: str) -> Row:
    row = await BY_CODE.row(_hash(typed), now())
    if row is None:
        raise Refused(WhyNotNow.CODE_UNKNOWN)
    return row


def _hash(typed: str) -> str:
    code = read_invitation(typed)
    return digest(code) if code else ""
