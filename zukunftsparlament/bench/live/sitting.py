"""A sitting in the demo, opened, with thirty people in the room."""

from dataclasses import dataclass
from datetime import timedelta

from zukunftsparlament.bench.world import session
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions import begin_item, open_sitting
from zukunftsparlament.sittings.actions.attendance import come
from zukunftsparlament.sittings.actions.planning import plan_sitting
from zukunftsparlament.sittings.rules import SittingKind
from zukunftsparlament.sittings.rules.planning import SittingDraft

IN_THE_ROOM = 30
CHAIR = Sql("SELECT s.number, s.member FROM seat s JOIN member m ON m.id = s.member WHERE m.role = 'chair' ORDER BY 1")
# Seats first, so that there is a quorum.
PEOPLE = Sql(
    "SELECT m.id FROM member m LEFT JOIN seat s ON s.member = m.id WHERE m.role IS NOT NULL "
    "ORDER BY CASE WHEN s.id IS NULL THEN 1 ELSE 0 END, m.id LIMIT $1"
)


@dataclass(frozen=True)
class Room:
    """`chair` and `phones` are tokens of sessions."""

    number: int
    screen: str
    chair: str
    phones: list[str]

    @property
    def inside(self) -> str:
        return f"/sitzungen/{self.number}/raum"

    @property
    def outside(self) -> str:
        return f"/leinwand/{self.screen}"


async def open_a_sitting() -> Room:
    """Into the seeded demo. Its first item has begun."""
    chairs = await CHAIR.rows()
    actor = f"chair:{chairs[0]['number']}"
    people = [row["id"] for row in await PEOPLE.rows(IN_THE_ROOM)]
    draft = SittingDraft(kind=SittingKind.OFFICIAL, starts_at=now() + timedelta(minutes=5), place="Saal am Markt")
    number = await plan_sitting(draft, actor=actor)
    for member in people:
        await come(number, member, actor=actor)
    await open_sitting(number, actor=actor)
    sitting = await queries.sitting(number)
    await begin_item(number, (await queries.agenda(sitting.id))[0].mark, actor=actor)
    async with writing():
        phones = [await session(member) for member in people]
        chair = await session(chairs[0]["member"])
    return Room(number, sitting.screen_token, chair, phones)
