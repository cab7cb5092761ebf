"""Held posts and reports, as those read them who decide about them."""

# ruff: noqa: S608  – only pieces of our own are put together here

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries.held_edits import WAITING_EDITS, edit_waiting
from zukunftsparlament.proposals.queries.held_posts import Post
from zukunftsparlament.proposals.queries.pictures import picture_of
from zukunftsparlament.proposals.rules.moderation import HELD_FOR_THE_OFFICE

PER_PAGE = 20

_WAITS = (
    "{0}.released_at IS NULL AND {0}.submitted_at IS NOT NULL AND {0}.asked_back_at IS NULL AND {0}.declined_at IS NULL"
)
HELD = (
    "SELECT p.submitted_at, 'proposal' AS kind, p.token, p.title, p.text, p.held_because, p.author, "
    f"m.name AS author_name FROM proposal p LEFT JOIN member m ON m.id = p.author WHERE {_WAITS.format('p')} UNION ALL "
    "SELECT c.submitted_at, 'comment', c.token, p.title, c.text, c.held_because, c.author, m.name "
    "FROM comment c JOIN proposal p ON p.id = c.proposal LEFT JOIN member m ON m.id = c.author "
    f"WHERE {_WAITS.format('c')} UNION ALL {WAITING_EDITS.format(waits=_WAITS.format('v'))}"
)
# A worry about somebody, and a picture, are for grown-ups: young moderators are not shown them. A worry is read first.
_ORDER = "submitted_at, kind DESC, token"
_PAGE = f"LIMIT {PER_PAGE} OFFSET $1"
_WORRY = "held_because LIKE '%worry%'"
_FOR_THE_YOUNG = " AND ".join(f"held_because NOT LIKE '%{code}%'" for code in HELD_FOR_THE_OFFICE)
QUEUE = Sql(f"SELECT * FROM ({HELD}) waiting ORDER BY CASE WHEN {_WORRY} THEN 0 ELSE 1 END, {_ORDER} {_PAGE}")
QUEUE_OF_THE_YOUNG = Sql(f"SELECT * FROM ({HELD}) waiting WHERE {_FOR_THE_YOUNG} ORDER BY {_ORDER} {_PAGE}")
WAITING = Sql(f"SELECT count(*) FROM ({HELD}) waiting")
WAITING_FOR_THE_YOUNG = Sql(f"SELECT count(*) FROM ({HELD}) waiting WHERE {_FOR_THE_YOUNG}")

_STATE = "held_because, {0}.submitted_at, {0}.asked_back_at, {0}.declined_at, {0}.released_at, {0}.office_words"
PROPOSAL = Sql(
    "SELECT p.id, p.token, p.number, p.title, p.text, p.reason, p.for_whom, p.topic, p.place, p.author, "
    f"m.name AS author_name, p.{_STATE.format('p')} FROM proposal p LEFT JOIN member m ON m.id = p.author "
    "WHERE p.token = $1 AND p.submitted_at IS NOT NULL"
)
COMMENT = Sql(
    "SELECT c.id, c.token, c.number, CASE WHEN c.removed_at IS NULL THEN c.text ELSE '' END AS text, c.stance, "
    "p.title, p.number AS under, CASE WHEN a.removed_at IS NULL THEN a.text END AS answers_to, c.author, "
    f"m.name AS author_name, c.{_STATE.format('c')} FROM comment c JOIN proposal p ON p.id = c.proposal "
    "LEFT JOIN comment a ON a.id = c.answer_to LEFT JOIN member m ON m.id = c.author WHERE c.token = $1"
)


@dataclass(frozen=True, slots=True)
class InQueue:
    """A held post, in the queue. `title` is that of the proposal, its own or the one it talks about."""

    submitted_at: datetime
    kind: str
    token: str
    title: str
    text: str
    held_because: str
    author: int | None
    author_name: str | None

    @property
    def codes(self) -> list[str]:
        return self.held_because.split()


@dataclass(frozen=True, slots=True)
class Queue:
    posts: list[InQueue]
    count: int
    page: int
    pages: int


def pages_for(count: int) -> int:
    return max(1, -(-count // PER_PAGE))


async def queue(page: int, *, by_office: bool = True) -> Queue:
    """What waits, oldest first. Two queries; a page that does not exist is the nearest one."""
    count = int(await (WAITING if by_office else WAITING_FOR_THE_YOUNG).value())
    pages = pages_for(count)
    shown = min(max(1, page), pages)
    rows = await (QUEUE if by_office else QUEUE_OF_THE_YOUNG).rows((shown - 1) * PER_PAGE)
    return Queue([InQueue(**row) for row in rows], count, shown, pages)


async def waiting() -> int:
    return int(await WAITING.value())


async def post(token: str) -> Post:
    """Raises Missing for a draft, and for a token that nobody has."""
    if row := await PROPOSAL.row(token):
        return Post(kind="proposal", **row, picture=await picture_of(row["id"]))
    if row := await edit_waiting(token):
        return Post(kind="edit", **row)
    if row := await COMMENT.row(token):
        return Post(kind="comment", **row)
    raise Missing
