"""Votes held in a sitting, for tests: prepared, opened, voted in, in one line each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests import makers, makers_polls, makers_sittings
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.rules import Draft, Secrecy
from zukunftsparlament.polls.rules.in_sitting import HeldAs
from zukunftsparlament.procedure.rules import HOLZWICKEDE, RuleSet
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.rules import SittingKind

STEPS = Sql("SELECT kind FROM sitting_step WHERE sitting = $1 ORDER BY id")
FACTS = Sql("SELECT facts FROM sitting_step WHERE sitting = $1 AND kind = $2 ORDER BY id")
ENDS_NOW = Sql("UPDATE poll SET closing_at = $2 WHERE number = $1 AND closing_at IS NOT NULL")
LEAVE = Sql("UPDATE attendance SET left_at = came_at WHERE member = $1")


@dataclass(frozen=True)
class Room:
    """A sitting that goes on, with an item that is dealt with. `voters` are in the room, each for a seat."""

    sitting: Sitting
    item: Item
    voters: list[int]
    absent: list[int]


async def room(
    *,
    voters: int = 4,
    absent: int = 0,
    kind: SittingKind = SittingKind.OFFICIAL,
    rules: RuleSet = HOLZWICKEDE,
    proposal: int | None = None,
    led: bool = True,
    **wished: Any,
) -> Room:
    people = [await makers.seated() for _ in range(voters + absent)]
    sitting = await makers_sittings.sitting(kind=kind, rules=rules, opened=True, led=led)
    await makers_sittings.present(sitting, *people[:voters])
    item = await makers_sittings.item(sitting, begun=True, **wished)
    if proposal is not None:
        await Sql("UPDATE agenda_item SET proposal = $2 WHERE id = $1").rows(item.id, proposal)
    return Room(sitting, item, people[:voters], people[voters:])


def draft(*, secrecy: Secrecy = Secrecy.OPEN, **wished: Any) -> Draft:
    return makers_polls.draft(secrecy=secrecy, **wished)


async def prepared(found: Room, *, held: HeldAs | None = None, actor: str = CHAIR, **wished: Any) -> int:
    number, mark = found.sitting.number, found.item.mark
    return await actions.prepare_in_sitting(number, mark, draft(**wished), held=held or HeldAs(), actor=actor)


async def opened(found: Room, **wished: Any) -> int:
    number = await prepared(found, **wished)
    await actions.open_poll(number, actor=CHAIR)
    return number


async def voted(found: Room, number: int, choices: Sequence[str | Sequence[str]]) -> None:
    poll = makers_polls.Opened(number, found.voters)
    for voter, choice in zip(found.voters, choices, strict=False):
        await makers_polls.vote(poll, voter, choice)


async def closed(number: int, actor: str = CHAIR) -> None:
    """Ten seconds later, where somebody might have tapped meanwhile."""
    await actions.close_poll(number, actor=actor)
    await ENDS_NOW.rows(number, now())
    await actions.close_by_the_clock(number)


async def shown(found: Room, number: int, choices: Sequence[str | Sequence[str]]) -> None:
    """Voted so, closed, counted and published."""
    await voted(found, number, choices)
    await closed(number)
    await actions.show_result(number, actor=CHAIR)


async def steps(found: Room) -> list[str]:
    return [row["kind"] for row in await STEPS.rows(found.sitting.id)]
