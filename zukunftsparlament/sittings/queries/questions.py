"""Questions out of the box. What has not been released only its author and the moderators see."""

from dataclasses import dataclass
from datetime import date, datetime

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.procedure.queries import version
from zukunftsparlament.proposals import guard
from zukunftsparlament.proposals.rules.moderation import HELD_FOR_THE_OFFICE
from zukunftsparlament.sittings.queries.periods import day_of
from zukunftsparlament.sittings.queries.rows import Sitting
from zukunftsparlament.sittings.rules import SittingKind
from zukunftsparlament.sittings.rules.questions import answer_by

_COLUMNS = (
    "SELECT q.id, q.mark, q.member, q.text, q.asked_at, q.released_at, q.declined_at, q.decline_reason, q.answer, "
    "q.answered_at, s.number AS sitting, s.kind, i.title AS item, i.public, m.name AS author FROM boxed_question q "
    "JOIN sitting s ON s.id = q.sitting LEFT JOIN agenda_item i ON i.id = q.item LEFT JOIN member m ON m.id = q.member "
)
RELEASED = Sql(f"{_COLUMNS} WHERE q.sitting = $1 AND q.released_at IS NOT NULL ORDER BY q.released_at, q.id")
OWN = Sql(f"{_COLUMNS} WHERE q.sitting = $1 AND q.member = $2 ORDER BY q.id")
ONE = Sql(f"{_COLUMNS} WHERE s.number = $1 AND q.mark = $2")
WAITING = Sql(f"{_COLUMNS} WHERE q.released_at IS NULL AND q.declined_at IS NULL ORDER BY q.asked_at, q.id")
# Nobody answers what was asked in a rehearsal: it is gone before long. What is held in one may hide a worry.
UNANSWERED = Sql(
    f"{_COLUMNS} WHERE q.released_at IS NOT NULL AND q.answered_at IS NULL AND s.kind <> 'rehearsal' "
    "ORDER BY q.released_at, q.id"
)
HOW_MANY_TO_DO = (
    "SELECT count(*) AS questions FROM boxed_question q JOIN sitting s ON s.id = q.sitting "
    "WHERE q.declined_at IS NULL AND q.answered_at IS NULL AND s.kind <> 'rehearsal'"
)
WAS_HERE = Sql("SELECT id FROM attendance WHERE sitting = $1 AND member = $2 LIMIT 1")


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """`sitting`: its number. `item`: title of what was being talked about. `author`: a pseudonym, for moderators."""

    mark: int
    sitting: int
    member: int | None
    author: str | None
    text: str
    item: str | None
    is_rehearsed: bool
    is_public: bool  # not while the item is dealt with behind closed doors
    asked_at: datetime
    released_at: datetime | None
    declined_at: datetime | None
    decline_reason: str
    answer: str
    answered_at: datetime | None

    @property
    def codes(self) -> tuple[str, ...]:
        """Why the guard holds it; empty when it is held for the age of who asked."""
        return guard.flags(self.text)

    @property
    def is_for_the_office(self) -> bool:
        """A worry, or what belongs behind closed doors: a young moderator stands outside of them."""
        return not self.is_public or not {*self.codes}.isdisjoint(HELD_FOR_THE_OFFICE)

    @property
    def waits(self) -> bool:
        return self.released_at is None and self.declined_at is None


async def released_questions(sitting_id: int, *, inside: bool = True) -> list[Question]:
    """In the order in which they were released. Not `inside`: only what belongs to no item behind closed doors."""
    found = [_question(row) for row in await RELEASED.rows(sitting_id)]
    return [one for one in found if inside or one.is_public]


async def own_questions(sitting_id: int, member: int) -> list[Question]:
    return [_question(row) for row in await OWN.rows(sitting_id, member)]


async def question(sitting: int, mark: int) -> Question:
    """`sitting`: its number. Raises Missing."""
    row = await ONE.row(sitting, mark) if 0 < sitting < 2**31 and 0 < mark < 2**31 else None
    if row is None:
        raise Missing
    return _question(row)


async def waiting_questions(*, by_office: bool) -> list[Question]:
    """To be read, oldest first; a worry is shown to grown-ups only."""
    found = [_question(row) for row in await WAITING.rows()]
    return [one for one in found if by_office or not one.is_for_the_office]


async def unanswered_questions() -> list[Question]:
    return [_question(row) for row in await UNANSWERED.rows()]


async def was_here(sitting_id: int, member: int) -> bool:
    return bool(await WAS_HERE.rows(sitting_id, member))


async def promised_by(sitting: Sitting) -> date:
    """The day until which all questions of this sitting are answered."""
    return answer_by(day_of(sitting), (await version(sitting.rule_set)).rules)


def _question(row: Row) -> Question:
    known = {name: value for name, value in row.items() if name not in ("id", "public", "kind")}
    is_rehearsed = row["kind"] == SittingKind.REHEARSAL
    return Question(**known, is_rehearsed=is_rehearsed, is_public=row["public"] is None or bool(row["public"]))
