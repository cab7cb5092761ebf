"""What people say about a proposal: one query, however much it is."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries.numbers import fits
from zukunftsparlament.proposals.rules import Stance

VOICES = Sql(
    "SELECT c.id, c.number, c.answer_to, c.stance, c.text, c.released_at, c.removed_at, c.removed_because, "
    "c.asked_back_at, c.declined_at, c.office_words, c.author, m.name AS author_name "
    "FROM comment c LEFT JOIN member m ON m.id = c.author "
    "WHERE c.proposal = $1 AND (c.released_at IS NOT NULL OR c.author = $2) ORDER BY c.number, c.id"
)
COMMENT = Sql(
    "SELECT c.number, c.text, p.number AS proposal, p.title FROM comment c JOIN proposal p ON p.id = c.proposal "
    "WHERE c.number = $1 AND c.removed_at IS NULL"
)


@dataclass(slots=True)
class Voice:
    """A contribution. Held ones have no number, and only their author gets them."""

    number: int | None
    stance: str
    text: str
    author_name: str | None
    is_mine: bool
    released_at: datetime | None
    is_removed: bool
    removed_because: str
    is_asked_back: bool
    is_declined: bool
    office_words: str
    answers: "list[Voice]" = field(default_factory=list)


async def voices(proposal_id: int, *, member: int | None) -> dict[str, list[Voice]]:
    """By stance, newest first, one's own held ones on top; answers stand under what they answer, oldest first."""
    tops: dict[int, tuple[int, Voice]] = {}
    answers: list[tuple[int, Voice]] = []
    for row in await VOICES.rows(proposal_id, member or 0):
        id_, parent, voice = row["id"], row["answer_to"], _voice(row, member)
        if parent is None:
            tops[id_] = (voice.number or 10**9 + id_, voice)
        else:
            answers.append((parent, voice))
    for parent, voice in answers:
        if parent in tops and (not voice.is_removed or voice.is_mine):
            tops[parent][1].answers.append(voice)
    by_stance: dict[str, list[Voice]] = defaultdict(list, {stance.value: [] for stance in Stance})
    for _place, voice in sorted(tops.values(), key=lambda top: -top[0]):
        if not voice.is_removed or voice.answers or voice.is_mine:
            by_stance[voice.stance].append(voice)
    return by_stance


def _voice(row: dict[str, Any], member: int | None) -> Voice:
    removed = row["removed_at"] is not None
    return Voice(
        number=row["number"],
        stance=row["stance"],
        text="" if removed else row["text"],
        author_name=row["author_name"],
        is_mine=member is not None and row["author"] == member,
        released_at=row["released_at"],
        is_removed=removed,
        removed_because=row["removed_because"],
        is_asked_back=row["asked_back_at"] is not None,
        is_declined=row["declined_at"] is not None,
        office_words=row["office_words"],
    )


@dataclass(frozen=True, slots=True)
class Said:
    """A contribution that somebody wants to report."""

    number: int
    text: str
    proposal: int
    title: str


async def contribution(number: int) -> Said:
    row = await COMMENT.row(fits(number))
    if row is None:
        raise Missing
    return Said(**row)
