"""Who could take a seat that has become free: the next ones of the last election of members, by their votes."""

from dataclasses import dataclass

from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.rules import is_premoderated
from zukunftsparlament.polls.queries.elections import elections_of
from zukunftsparlament.polls.rules.elections import Office

LAST = Sql(
    "SELECT i.id FROM election e JOIN agenda_item i ON i.id = e.item JOIN sitting s ON s.id = i.sitting "
    "WHERE e.office = $1 AND i.ended_at IS NOT NULL AND s.kind = 'official' ORDER BY i.ended_at DESC LIMIT 1"
)
FREE = Sql(
    "SELECT id, card_name, premoderated_until FROM member m WHERE role IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM seat t WHERE t.member = m.id)"
)


@dataclass(frozen=True, slots=True)
class Successor:
    """`place`: the first one is next; several with the same have equal votes. `is_young`: under 14."""

    place: int
    card_name: str
    is_young: bool


async def successors() -> list[Successor]:
    """Only those who stand without a seat; empty where no election has left such a list."""
    item = await LAST.value(Office.SEATS.value)
    if item is None:
        return []
    free = {row["id"]: row for row in await FREE.rows()}
    found = []
    for election in await elections_of(int(item)):
        groups = (
            [group for side in election.sides for group in side.deputies] if election.office is Office.SEATS else []
        )
        for place, group in enumerate(groups, start=1):
            for label in group:
                row = free.get(election.named(label).member or 0)
                if row is not None:
                    young = is_premoderated(row["premoderated_until"], month(now()))
                    found.append(Successor(place, row["card_name"], young))
    return found
