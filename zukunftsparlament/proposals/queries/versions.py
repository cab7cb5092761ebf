"""What a proposal said before, and the edit that is being written."""
# ruff: noqa: S608 - column names are ours

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries.numbers import fits
from zukunftsparlament.proposals.rules.differences import Piece, differences

FIELDS = ("title", "text", "reason", "for_whom", "topic", "place")
_SAYS = ", ".join(FIELDS)
RELEASED = Sql(
    f"SELECT v.number, v.released_at, v.picture, m.name AS author_name, {', '.join(f'v.{field}' for field in FIELDS)} "
    "FROM proposal_version v JOIN proposal p ON p.id = v.proposal LEFT JOIN member m ON m.id = v.author "
    "WHERE p.id = $1 AND p.removed_at IS NULL AND v.number IS NOT NULL ORDER BY v.number DESC"
)
_EDIT = (
    f"id, token, proposal, author, changed_at, submitted_at, asked_back_at, declined_at, office_words, held_because, "
    f"picture, alt, {_SAYS}"
)
NEWEST_EDIT = Sql(
    f"SELECT {_EDIT} FROM proposal_version WHERE proposal = $1 AND number IS NULL ORDER BY id DESC LIMIT 1"
)
WORDS = Sql(f"SELECT {_SAYS} FROM proposal WHERE id = $1")
PUBLIC = Sql("SELECT id FROM proposal WHERE number = $1 AND removed_at IS NULL")


@dataclass(frozen=True, slots=True)
class Change:
    """One field that is different now."""

    field: str
    before: str
    after: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return differences(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Version:
    """A released text. `changes`: against the one before it; empty for the first.

    `picture`: what changed about it, a `PictureChange` or "".
    """

    number: int
    released_at: datetime
    author_name: str | None
    picture: str
    says: Mapping[str, str]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit that is not public: being written, read, asked back or declined. Only for its authors.

    `picture`: what it does with it, an `InEdit` or "". `alt`: what is on the new one, or on the one that stays.
    """

    id: int
    token: str
    proposal: int
    author: int | None
    changed_at: datetime
    submitted_at: datetime | None
    asked_back_at: datetime | None
    declined_at: datetime | None
    office_words: str
    held_because: str
    picture: str
    alt: str
    says: Mapping[str, str]

    @property
    def codes(self) -> list[str]:
        return self.held_because.split()

    @property
    def is_asked_back(self) -> bool:
        return self.asked_back_at is not None

    @property
    def is_declined(self) -> bool:
        return self.declined_at is not None

    @property
    def is_waiting(self) -> bool:
        return self.submitted_at is not None and not self.is_asked_back and not self.is_declined

    @property
    def stamp(self) -> str:
        """Which state of it a form was made from."""
        return self.changed_at.isoformat()


def changes_between(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    return tuple(Change(name, before[name], after[name]) for name in FIELDS if before[name] != after[name])


async def versions(number: int) -> list[Version]:
    """Newest first; empty for a proposal that was never edited. Raises Missing where there is nothing to read."""
    proposal_id = await PUBLIC.value(fits(number))
    if proposal_id is None:
        raise Missing
    rows = await RELEASED.rows(proposal_id)
    said = [{name: row[name] for name in FIELDS} for row in rows]
    before = [*said[1:], None][: len(said)]
    return [
        Version(
            row["number"],
            row["released_at"],
            row["author_name"],
            row["picture"],
            now,
            changes_between(old, now) if old else (),
        )
        for row, now, old in zip(rows, said, before, strict=True)
    ]


async def newest_edit(proposal_id: int) -> Edit | None:
    """The open one, or the one declined last."""
    row = await NEWEST_EDIT.row(proposal_id)
    if row is None:
        return None
    says = {name: row.pop(name) for name in FIELDS}
    return Edit(**row, says=says)


async def words_of(proposal_id: int) -> dict[str, str]:
    """What the proposal says now, field by field."""
    return await WORDS.row(proposal_id) or dict.fromkeys(FIELDS, "")
