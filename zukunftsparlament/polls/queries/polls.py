"""Finding polls: one, the running ones, the finished ones; and those whose time has come."""

# ruff: noqa: S608  put together from constants of this room only

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.queries.rows import ABOUT_PROPOSAL, COLUMNS, Poll, poll_in
from zukunftsparlament.polls.rules.in_sitting import is_rehearsed
from zukunftsparlament.sittings.rules.words import WhyNot

FULL = f"SELECT {COLUMNS}, {ABOUT_PROPOSAL} FROM poll p LEFT JOIN proposal v ON v.id = p.proposal"
UNFINISHED = "p.closed_at IS NULL AND p.voided_at IS NULL"

BY_NUMBER = Sql(f"{FULL} WHERE p.number = $1")
FOR_CASTING = Sql(f"SELECT {COLUMNS} FROM poll p WHERE p.number = $1 {{for_share}}")
FOR_CHANGING = Sql(f"SELECT {COLUMNS} FROM poll p WHERE p.number = $1 {{for_update}}")
# What waits in a sitting is opened there: it stands in no list before.
BEGUN_OR_OUTSIDE = "(p.item IS NULL OR p.opened_at IS NOT NULL)"
# What is dealt with behind closed doors stands in no list: the parliament has it in the room.
FOR_ALL = "NOT EXISTS (SELECT 1 FROM agenda_item h WHERE h.id = p.item AND NOT h.public)"
IN_LISTS = f"{UNFINISHED} AND {BEGUN_OR_OUTSIDE} AND {FOR_ALL}"
RUNNING = Sql(f"{FULL} WHERE {IN_LISTS} ORDER BY p.number")
# A ballot of an election that was never held names a person, and says nothing about them that counts.
OVER = f"NOT ({UNFINISHED}) AND p.practice = $1 AND {FOR_ALL} AND (p.election IS NULL OR p.opened_at IS NOT NULL)"
ENDED = Sql(f"{FULL} WHERE {OVER} ORDER BY p.number DESC LIMIT $2 OFFSET $3")
ENDED_COUNT = Sql(f"SELECT count(*) FROM poll p WHERE {OVER}")
TO_LEAD = Sql(
    f"{FULL} WHERE p.published_at IS NULL AND p.voided_at IS NULL AND {BEGUN_OR_OUTSIDE} ORDER BY p.number DESC"
)
PREPARED_SINCE = Sql(
    f"SELECT {COLUMNS} FROM poll p WHERE p.prepared_by = $1 AND p.prepared_at > $2 AND p.opened_at IS NULL "
    "AND p.voided_at IS NULL ORDER BY p.number DESC"
)
DUE_TO_OPEN = Sql(f"SELECT p.number FROM poll p WHERE {UNFINISHED} AND p.opened_at IS NULL AND p.opens_at <= $1")
DUE_TO_CLOSE = Sql(
    f"SELECT p.number FROM poll p WHERE {UNFINISHED} AND p.opened_at IS NOT NULL "
    "AND (p.closes_at <= $1 OR p.closing_at <= $1)"
)
FROZEN_ABOUT = Sql("SELECT number FROM poll WHERE proposal = $1 AND counted_at IS NOT NULL ORDER BY number")
FINISHED_AT = Sql("SELECT counted_at, voided_at, opened_at FROM poll WHERE number = $1")
PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Ended:
    """One page of polls that take no votes any more, newest first."""

    polls: list[Poll]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Way:
    """How far a poll has come; all False for one that does not exist."""

    opened: bool = False
    finished: bool = False


async def poll(number: int) -> Poll:
    return await _one(BY_NUMBER, number)


async def poll_for_casting(number: int) -> Poll:
    """Shared lock: closing and counting wait for us, and we for them. Inside `writing()`."""
    return await _one(FOR_CASTING, number)


async def poll_for_changing(number: int) -> Poll:
    """Exclusive lock. Inside `writing()`."""
    return await _one(FOR_CHANGING, number)


async def _one(found: Sql, number: int) -> Poll:
    row = await found.row(number) if is_a_number(number) else None
    if row is None:
        raise missing(number)
    return poll_in(row)


def missing(number: int) -> Missing:
    """What a rehearsal has held is gone with it, and whoever comes back hears so."""
    return Missing(WhyNot.REHEARSAL_OVER if is_rehearsed(number) else None)


def is_a_number(number: int) -> bool:
    """Whether a poll could be called so: what somebody types into an address may be larger than any store can hold."""
    return 0 < number < 2**31


async def running(*, with_practice: bool = False) -> list[Poll]:
    """Prepared, open, closing; also those whose time is up, until it is written down."""
    found = [poll_in(row) for row in await RUNNING.rows()]
    return [poll for poll in found if with_practice or not poll.practice]


async def ended(page: int) -> Ended:
    """Without practice: whoever reads what was decided shall not find pizza in it."""
    pages = max(1, -(-int(await ENDED_COUNT.value(False)) // PAGE_SIZE))
    page = min(max(1, page), pages)
    rows = await ENDED.rows(False, PAGE_SIZE, (page - 1) * PAGE_SIZE)
    return Ended([poll_in(row) for row in rows], page, pages)


async def to_lead() -> list[Poll]:
    """Those that wait for a step of the chairs or the office, newest first."""
    return [poll_in(row) for row in await TO_LEAD.rows()]


async def prepared_since(moment: datetime, *, actor: str) -> list[Poll]:
    """What `actor` has prepared since then and nobody has opened yet, newest first."""
    return [poll_in(row) for row in await PREPARED_SINCE.rows(actor, moment)]


async def due_to_open() -> list[int]:
    return [row["number"] for row in await DUE_TO_OPEN.rows(now())]


async def due_to_close() -> list[int]:
    return [row["number"] for row in await DUE_TO_CLOSE.rows(now())]


async def way_of(number: int) -> Way:
    row = await FINISHED_AT.row(number)
    if row is None:
        return Way()
    return Way(opened=bool(row["opened_at"]), finished=bool(row["counted_at"] or row["voided_at"]))


async def frozen_about(proposal_id: int) -> list[int]:
    """The numbers of the polls about a proposal that are counted: what was on their paper stands in a signed list."""
    return [row["number"] for row in await FROZEN_ABOUT.rows(proposal_id)]
