"""Drafts and held proposals, as their author sees them."""
# ruff: noqa: S608 - column names are ours

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql

_COLUMNS = (
    "id, number, token, title, text, reason, for_whom, topic, place, changed_at, submitted_at, asked_back_at, "
    "declined_at, office_words, held_because, written_down"
)
BY_TOKEN = Sql(f"SELECT {_COLUMNS} FROM proposal WHERE token = $1 AND author = $2")
OF_AUTHOR = Sql(f"SELECT {_COLUMNS} FROM proposal WHERE author = $1 AND number IS NULL ORDER BY changed_at DESC")


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal on its way to the public. `office_words`: why it was declined, or what is asked."""

    id: int
    number: int | None
    token: str
    title: str
    text: str
    reason: str
    for_whom: str
    topic: str
    place: str
    changed_at: datetime
    submitted_at: datetime | None
    asked_back_at: datetime | None
    declined_at: datetime | None
    office_words: str
    held_because: str
    written_down: str

    @property
    def is_asked_back(self) -> bool:
        return self.asked_back_at is not None

    @property
    def is_declined(self) -> bool:
        return self.declined_at is not None

    @property
    def is_waiting(self) -> bool:
        """Whether somebody is reading it now."""
        return self.submitted_at is not None and not self.is_asked_back and not self.is_declined

    @property
    def codes(self) -> list[str]:
        return self.held_because.split()

    @property
    def is_worrying(self) -> bool:
        """Whether the guard has seen that its author may be in danger."""
        return "worry" in self.codes

    @property
    def is_empty(self) -> bool:
        return not any((self.title, self.text, self.reason, self.for_whom, self.topic, self.place, self.submitted_at))

    @property
    def typed(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in ("title", "text", "reason", "for_whom", "topic", "place")}

    @property
    def address(self) -> str:
        return f"/entwuerfe/{self.token}"


async def draft_of(token: str, author: int) -> Draft:
    """Raises Missing when there is none, or when it is somebody else's: nobody can tell which."""
    row = await BY_TOKEN.row(token, author)
    if row is None:
        raise Missing
    return Draft(**row)


async def drafts_of(author: int) -> list[Draft]:
    """Everything of theirs that is not public: drafts, held, asked back, declined; the last changed first."""
    return [Draft(**row) for row in await OF_AUTHOR.rows(author)]
