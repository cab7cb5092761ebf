"""What happened in a sitting, for its minutes. Nobody is named: seats and schools only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.queries.steps import Step, steps

SEATS = Sql(
    "SELECT t.number, s.name AS school, t.member, t.deputy, m.role FROM seat t LEFT JOIN school s ON s.id = t.school "
    "LEFT JOIN member m ON m.id = t.member ORDER BY t.number"
)
PRESENT = Sql(
    "SELECT seat, deputy, member, came_at, left_at FROM attendance WHERE sitting = $1 AND seat IS NOT NULL "
    "ORDER BY seat, came_at, id"
)
LISTENERS = Sql("SELECT count(DISTINCT member) FROM attendance WHERE sitting = $1 AND seat IS NULL")
GUESTS = Sql("SELECT mark, name, came_at, left_at FROM guest WHERE sitting = $1 ORDER BY mark")
SPEECHES = Sql(
    "SELECT item, count(*) AS speeches, count(guest) AS by_guests FROM speaking_turn "
    "WHERE sitting = $1 AND begun_at IS NOT NULL AND order_kind = '' AND item IS NOT NULL GROUP BY item"
)
# What is still being read by the moderators is nobody's matter.
QUESTIONS = Sql(
    "SELECT mark, item, text, answer, answered_at FROM boxed_question "
    "WHERE sitting = $1 AND released_at IS NOT NULL ORDER BY mark"
)
TASKS = Sql("SELECT mark, item, text, owner, due_on, done_at FROM task WHERE sitting = $1 ORDER BY mark")
PAPERS = Sql(
    "SELECT p.item, p.title FROM item_paper p JOIN agenda_item i ON i.id = p.item WHERE i.sitting = $1 "
    "ORDER BY p.item, p.place, p.id"
)


@dataclass(frozen=True, slots=True)
class Seat:
    """`school`: "" for those who go to school elsewhere. `member`, `deputy`: row ids of who sits there."""

    number: int
    school: str
    member: int | None
    deputy: int | None
    is_chair: bool


@dataclass(frozen=True, slots=True)
class Span:
    """The vote of a seat was in the room from then until then. `member`: row id, None once they have left us."""

    seat: int
    deputy: bool
    member: int | None
    came_at: datetime
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class GuestRow:
    mark: int
    name: str
    came_at: datetime | None
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class Speeches:
    """How many, never whose and never what."""

    speeches: int
    by_guests: int


@dataclass(frozen=True, slots=True)
class Question:
    """Out of the box, released."""

    mark: int
    item: int | None
    text: str
    answer: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class TaskRow:
    mark: int
    item: int | None
    text: str
    owner: str
    due_on: date | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class Recorded:
    steps: tuple[Step, ...]
    seats: tuple[Seat, ...]
    spans: tuple[Span, ...]
    listeners: int
    guests: tuple[GuestRow, ...]
    speeches: Mapping[int, Speeches]  # by item
    questions: tuple[Question, ...]
    tasks: tuple[TaskRow, ...]
    papers: Mapping[int, list[str]]  # titles, by item


async def recorded(sitting_id: int) -> Recorded:
    papers: dict[int, list[str]] = {}
    for row in await PAPERS.rows(sitting_id):
        papers.setdefault(row["item"], []).append(row["title"])
    return Recorded(
        steps=await steps(sitting_id),
        seats=await seats(),
        spans=await spans(sitting_id),
        listeners=int(await LISTENERS.value(sitting_id)),
        guests=tuple(GuestRow(**row) for row in await GUESTS.rows(sitting_id)),
        speeches={row["item"]: Speeches(row["speeches"], row["by_guests"]) for row in await SPEECHES.rows(sitting_id)},
        questions=tuple(Question(**row) for row in await QUESTIONS.rows(sitting_id)),
        tasks=await tasks(sitting_id),
        papers=papers,
    )


async def seats() -> tuple[Seat, ...]:
    return tuple(
        Seat(row["number"], row["school"] or "", row["member"], row["deputy"], row["role"] == "chair")
        for row in await SEATS.rows()
    )


async def spans(sitting_id: int) -> tuple[Span, ...]:
    rows = await PRESENT.rows(sitting_id)
    return tuple(Span(row["seat"], bool(row["deputy"]), row["member"], row["came_at"], row["left_at"]) for row in rows)


async def tasks(sitting_id: int) -> tuple[TaskRow, ...]:
    return tuple(TaskRow(**row) for row in await TASKS.rows(sitting_id))
