"""A whole invented sitting for tests of its minutes, at times that are always the same."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from tests import makers, makers_polls, makers_sittings
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.rules import Secrecy
from zukunftsparlament.procedure.rules import HOLZWICKEDE, RuleSet
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.rules import ItemKind, SittingKind

CHAIR = "chair:1"
SEAT = Sql("INSERT INTO seat (number, school, place, member, deputy) VALUES ($1, $2, 1, $3, $4)")
HELD = Sql(
    "UPDATE sitting SET number = $2, starts_at = $3, invited_at = $4, opened_at = $3, closed_at = $5, "
    "title = 'Februar' WHERE id = $1"
)
SPAN = Sql(
    "INSERT INTO attendance (sitting, member, seat, deputy, how, came_at, left_at) "
    "VALUES ($1, $2, $3, $4, 'card', $5, $6)"
)
STEP = Sql("INSERT INTO sitting_step (sitting, at, actor, kind, item, facts) VALUES ($1, $2, $3, $4, $5, $6)")
ITEM = Sql("UPDATE agenda_item SET begun_at = $2, ended_at = $3, ended_as = 'done', note = $4 WHERE id = $1")
IN_SITTING = Sql("UPDATE poll SET item = $2, present = $3, opened_at = $4 WHERE number = $1")
TURN = Sql(
    "INSERT INTO speaking_turn (sitting, mark, item, member, guest, raised_at, begun_at, ended_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $6, $6)"
)
GUEST = Sql("INSERT INTO guest (sitting, mark, name, came_at) VALUES ($1, $2, $3, $4) RETURNING id")


def at(clock: str) -> datetime:
    """On the clocks in Holzwickede, that evening."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2027, 2, 3, hour - 1, minute, tzinfo=UTC)


@dataclass(frozen=True)
class Held:
    """`chairs`: seats 1 and 2; `members`: those of seats 3 to 6, of which 6 was absent."""

    sitting: Sitting
    chairs: tuple[int, int]
    members: tuple[int, ...]
    items: tuple[Item, ...]

    @property
    def number(self) -> int:
        return self.sitting.number


async def parliament() -> tuple[tuple[int, int], tuple[int, ...]]:
    """Seven seats of two schools; seat 7 is empty."""
    oak, elm = await makers.school("Eichenschule"), await makers.school("Ulmenschule")
    chairs = (await makers.member(role="chair"), await makers.member(role="chair"))
    members = tuple([await makers.member(role="member") for _ in range(4)])
    for number, member in enumerate((*chairs, *members), start=1):
        await SEAT.rows(number, oak if number < 4 else elm if number < 6 else None, member, None)
    await SEAT.rows(7, None, None, None)
    return chairs, members


async def step(
    sitting: Sitting, clock: str, kind: str, /, *, actor: str, item: int | None = None, **facts: Any
) -> None:
    await STEP.rows(sitting.id, at(clock), actor, kind, item, json.dumps(facts))


async def held(
    *, rules: RuleSet = HOLZWICKEDE, kind: SittingKind = SittingKind.OFFICIAL, vote: bool = True, closed: bool = True
) -> Held:
    """Closed at 19:30, without minutes. With `vote`, item 2 was accepted with four against one."""
    chairs, members = await parliament()
    sitting = await makers_sittings.sitting(rules=rules, kind=kind)
    await Sql("DELETE FROM agenda_item WHERE sitting = $1").rows(sitting.id)
    opening = await makers_sittings.item(sitting, "Begrüßung", kind=ItemKind.OTHER)
    motion = await makers_sittings.item(sitting, "Ein Skatepark", kind=ItemKind.OTHER)
    number = 3 if kind is not SittingKind.REHEARSAL else 9003
    await HELD.rows(sitting.id, number, at("18:00"), at("12:00"), at("19:30") if closed else None)
    for seat, member in enumerate((*chairs, *members[:3]), start=1):
        await SPAN.rows(sitting.id, member, seat, False, at("17:50"), at("19:00") if seat == 5 else None)
    await ITEM.rows(opening.id, at("18:00"), at("18:05"), "")
    await ITEM.rows(motion.id, at("18:05"), at("18:40"), "Viele fanden die Idee gut.")
    await step(sitting, "18:00", "opened", actor="chair:1", present=[1, 2, 3, 4, 5], quorate=True)
    await step(sitting, "18:20", "bell", actor="chair:1", seat=2)
    await step(sitting, "18:30", "order", actor="chair:2", item=motion.id, kind="end_list", seat=4, outcome="accepted")
    if closed:
        await step(sitting, "19:30", "closed", actor="chair:2")
    guest = int(await GUEST.value(sitting.id, 1, "Die Bürgermeisterin", at("18:10")))
    spoke: list[tuple[int | None, int | None]] = [(members[0], None), (members[1], None), (None, guest)]
    for mark, (young, by) in enumerate(spoke, start=1):
        await TURN.rows(sitting.id, mark, motion.id, young, by, at("18:15"))
    found = Held(await queries.sitting(number), chairs, members, (opening, motion))
    if vote:
        await decided(found, motion)
    return found


async def decided(held: Held, item: Item, choices: Sequence[str] = "yyyyn", **wished: Any) -> int:
    """A vote about this item, counted and published: yes by seats 1 to 4, no by seat 5. Returns its number."""
    words = {"y": "yes", "n": "no", "a": "abstain"}
    number = await makers_polls.prepared(
        **{"secrecy": Secrecy.OPEN, "question": "Wollen wir einen Skatepark fordern?"} | wished
    )
    await actions.open_poll(number, actor=CHAIR)
    poll = makers_polls.Opened(number, [*held.chairs, *held.members])
    for voter, choice in zip(poll.voters, choices, strict=False):
        await makers_polls.vote(poll, voter, words.get(choice, choice))
    for act in (actions.close_poll, actions.count_poll, actions.publish_poll):
        await act(number, actor=CHAIR)
    await IN_SITTING.rows(number, item.id, len(choices), at("18:35"))
    return number


async def next_sitting(held: Held) -> Sitting:
    """Open, and dealing with the minutes of the one before."""
    sitting = await makers_sittings.sitting(opened=True)
    item = await makers_sittings.item(sitting, "Das letzte Protokoll", kind=ItemKind.MINUTES, begun=True)
    later = held.sitting.times.starts_at + timedelta(days=90)
    await Sql("UPDATE sitting SET opened_at = $2, starts_at = $2 WHERE id = $1").rows(sitting.id, later)
    await Sql("UPDATE agenda_item SET begun_at = $2 WHERE id = $1").rows(item.id, later)
    return await queries.sitting(sitting.number)
