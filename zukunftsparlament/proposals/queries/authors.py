"""Who wrote a proposal, and who wants to hear what becomes of it."""

from dataclasses import dataclass

from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.people.rules import is_premoderated
from zukunftsparlament.proposals.queries.numbers import fits
from zukunftsparlament.proposals.rules import Stage

AUTHORS = Sql(
    "SELECT member FROM (SELECT 0 AS place, author AS member FROM proposal WHERE id = $1 AND author IS NOT NULL "
    "UNION ALL SELECT id, member FROM co_author WHERE proposal = $1) authors ORDER BY place"
)
LOCKED = Sql(
    "SELECT id, number, title, author, stage, version, removed_at, written_down FROM proposal "
    "WHERE number = $1 {for_update}"
)
UNTIL = Sql(
    "SELECT premoderated_until FROM member WHERE premoderated_until IS NOT NULL AND (id = $2 "
    "OR id IN (SELECT author FROM proposal WHERE id = $1) OR id IN (SELECT member FROM co_author WHERE proposal = $1))"
)
BOTH = Sql("SELECT id FROM proposal WHERE number IN ($1, $2) ORDER BY id {for_update}")
FOLLOWERS = Sql(
    "SELECT author AS member, 0 AS place, 0 AS turn FROM proposal WHERE id = $1 AND author IS NOT NULL "
    "UNION ALL SELECT member, 1, id FROM co_author WHERE proposal = $1 "
    "UNION ALL SELECT member, 2, id FROM backing WHERE proposal = $1 "
    "UNION ALL SELECT member, 3, id FROM follower WHERE proposal = $1 ORDER BY place, turn"
)
BACKERS = Sql("SELECT member FROM backing WHERE proposal = $1 ORDER BY id")


@dataclass(frozen=True, slots=True)
class Held:
    """A released proposal whose row is locked, as `member` who acts on it may know it."""

    id: int
    number: int
    title: str
    stage: Stage
    version: int
    authors: tuple[int, ...]
    is_removed: bool

    def is_of(self, member: int) -> bool:
        return member in self.authors

    @property
    def address(self) -> str:
        return f"/vorschlaege/{self.number}"


async def authors_of(proposal_id: int) -> tuple[int, ...]:
    """Their row ids, who began it first. Empty when all have left."""
    return tuple(row["member"] for row in await AUTHORS.rows(proposal_id))


async def are_read_first(proposal_id: int, writer: int | None) -> bool:
    """Whether the posts of any of its authors, or of `writer`, are read before they are public."""
    this_month = month(now())
    return any(
        is_premoderated(row["premoderated_until"], this_month) for row in await UNTIL.rows(proposal_id, writer or 0)
    )


async def locked(number: int) -> Held:
    """Inside `writing()`. Raises Missing for a number that nobody has."""
    row = await LOCKED.row(fits(number))
    if row is None:
        raise Missing
    return _held(row, await authors_of(row["id"]))


async def locked_both(one: int, other: int) -> dict[int, Held]:
    """By number, locked in the order of their rows, as everywhere: so nobody waits in a circle."""
    await BOTH.rows(fits(one), fits(other))
    return {number: await locked(number) for number in (one, other)}


async def locked_own(number: int, member: int) -> Held:
    """Raises Missing also when `member` is none of the authors, or when its words were removed."""
    proposal = await locked(number)
    if not proposal.is_of(member) or proposal.is_removed:
        raise Missing
    return proposal


def _held(row: Row, authors: tuple[int, ...]) -> Held:
    return Held(
        id=row["id"],
        number=row["number"],
        title=row["title"],
        stage=Stage(row["stage"]),
        version=row["version"],
        authors=authors,
        is_removed=row["removed_at"] is not None,
    )


async def followers_of(proposal_id: int) -> list[int]:
    """Who hears what becomes of it: authors, backers as they came, and those who only follow; nobody twice."""
    return list(dict.fromkeys(row["member"] for row in await FOLLOWERS.rows(proposal_id)))


async def backers_of(proposal_id: int) -> list[int]:
    return [row["member"] for row in await BACKERS.rows(proposal_id)]
