"""Whole sittings, led by the real actions from the first who comes to the end: nothing in them is made by hand."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests import makers, makers_paper, makers_sittings, makers_votes
from tests.makers_elections import Held, run
from tests.makers_sittings import CHAIR
from tests.makers_votes import Room
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions as polls
from zukunftsparlament.polls.actions import answering_election, electing, stepping_back
from zukunftsparlament.polls.actions.planning_election import plan_election
from zukunftsparlament.polls.rules import Secrecy
from zukunftsparlament.polls.rules.elections import ElectionDraft, Office
from zukunftsparlament.polls.rules.in_sitting import HeldAs
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Quorum, QuorumKind, Share
from zukunftsparlament.sittings import actions, queries
from zukunftsparlament.sittings.actions.attendance import come, leave, tick
from zukunftsparlament.sittings.actions.inviting import invite
from zukunftsparlament.sittings.actions.second_call import call_again
from zukunftsparlament.sittings.actions.urgent import ask_for_urgent, take_urgent
from zukunftsparlament.sittings.clockwork import Clockwork
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.rules import End, ItemKind

THIRD = replace(HOLZWICKEDE, quorum=Quorum(QuorumKind.AT_LEAST_HALF, second_call=Share(1, 3)))
SEAT_OF = Sql("SELECT number FROM seat WHERE member = $1")
STANDS_IN = Sql("UPDATE seat SET deputy = $2 WHERE member = $1")
OVER = Sql("UPDATE sitting SET due_at = $2 WHERE number = $1")
SEEN = {"yes": 5, "no": 1, "abstain": 0}


async def all_of_them() -> list[int]:
    """Called in vain, called again, and one with all that a sitting may have. Their numbers."""
    people = [await makers.seated() for _ in range(8)]
    first = await _planned("Skatepark")
    await _in_vain(first, people[:3])
    again = await call_again(first.number, makers_sittings.draft(starts_at=_soon(), place="Aula"), actor=CHAIR)
    await invite(again, actor=CHAIR, late_reason="Es eilt.")
    await _short(await queries.sitting(again), people[:3])
    whole = await _planned("Bolzplatz", ItemKind.ELECTION)
    await _with_everything(whole, people)
    return [first.number, again, whole.number]


async def _planned(title: str, *kinds: ItemKind) -> Sitting:
    sitting = await makers_sittings.sitting(rules=THIRD, starts_at=_soon(), place=f"Saal {title}", invited=True)
    await makers_sittings.item(sitting, title, late_reason="Heute")
    for kind in kinds:
        await makers_sittings.item(sitting, "Wahlen", kind=kind, late_reason="Heute")
    return await queries.sitting(sitting.number)


async def _in_vain(sitting: Sitting, people: list[int]) -> None:
    room = await _begun(sitting, people, "Skatepark")
    poll = await makers_votes.prepared(room)
    with pytest.raises(Refused):
        await polls.open_poll(poll, actor=CHAIR)
    await actions.end_item(sitting.number, room.item.mark, End.ADJOURNED, "Wir sind zu wenige.", actor=CHAIR)
    await actions.close_sitting(sitting.number, actor=CHAIR)


async def _short(sitting: Sitting, people: list[int]) -> None:
    room = await _begun(sitting, people, "Skatepark")
    await makers_votes.shown(room, await makers_votes.opened(room), ["yes", "yes", "no"])
    await actions.end_item(sitting.number, room.item.mark, End.DONE, actor=CHAIR)
    await actions.close_sitting(sitting.number, actor=CHAIR)


async def _with_everything(sitting: Sitting, people: list[int]) -> None:
    room = await _begun(sitting, people, "Bolzplatz")
    await _come_and_go(room)
    await _votes(room)
    await _urgent(room)
    await actions.end_item(sitting.number, room.item.mark, End.DONE, actor=CHAIR)
    seats = await _elects(replace(room, item=await _item(sitting, "Wahlen")))
    await actions.close_sitting(sitting.number, actor=f"chair:{seats[0]}")


async def _begun(sitting: Sitting, people: list[int], title: str) -> Room:
    for one in people:
        await come(sitting.number, one, actor=f"seat:{await SEAT_OF.value(one)}")
    await actions.open_sitting(sitting.number, actor=CHAIR)
    item = await _item(sitting, title)
    await actions.begin_item(sitting.number, item.mark, actor=CHAIR)
    return Room(await queries.sitting(sitting.number), item, people, [])


async def _come_and_go(room: Room) -> None:
    """The last seat: its deputy comes, its holder goes for a moment, comes back for good, and is ticked at last."""
    number, last = room.sitting.number, room.voters[-1]
    seat, deputy = int(await SEAT_OF.value(last)), await makers.member(role="deputy")
    await STANDS_IN.rows(last, deputy)
    for _time in range(2):
        await leave(number, last, actor=f"seat:{seat}")
        await come(number, last, actor=f"seat:{seat}")
    await tick(number, seat, here=True, deputy=True, actor=CHAIR)
    await actions.pause(number, 5, actor=CHAIR)
    await actions.resume(number, actor=CHAIR)
    await come(number, last, actor=f"seat:{seat}")
    await leave(number, deputy, actor="deputy")


async def _votes(room: Room) -> None:
    """A change and its motion, by name; hands that are counted twice; secret, with slips."""
    motion = await makers_votes.prepared(room, secrecy=Secrecy.NAMED)
    words = HeldAs(amends=motion, question="Am Bahnhof?", yes_means="Wir fordern ihn dort.")
    await makers_votes.shown(room, await makers_votes.opened(room, question="Anders?", held=words), ["yes"] * 8)
    await polls.open_poll(motion, actor=CHAIR)
    await makers_votes.shown(room, motion, ["yes"] * 7 + ["no"])
    hands = await makers_votes.opened(room, question="Und die Bank?", held=HeldAs(by_hands=True))
    for seen in (SEEN | {"no": 2}, SEEN):
        await polls.count_hands(hands, SEEN, actor=CHAIR)
        await polls.count_hands(hands, seen, actor="chair:2")
    secret, slips = await makers_paper.opened(room, question="Und der Baum?")
    await makers_votes.voted(room, secret, ["yes"] * 5)
    await polls.close_poll(secret, actor=CHAIR)
    await makers_paper.entered(secret, dict.fromkeys(slips[:3], ("no",)))
    await polls.show_result(secret, actor=CHAIR)


async def _urgent(room: Room) -> None:
    number, held = room.sitting.number, HeldAs(procedural=True)
    poll = await makers_votes.prepared(room, question="Heute noch über den Bus reden?", held=held)
    await ask_for_urgent(number, poll, "Der Bus", "Er fällt aus.", actor=CHAIR)
    await polls.open_poll(poll, actor=CHAIR)
    await makers_votes.shown(room, poll, ["yes"] * 8)
    await take_urgent(number, poll, accepted=True, actor=CHAIR)
    bus = await _item(room.sitting, "Der Bus")
    await actions.begin_item(number, bus.mark, actor=CHAIR)
    await actions.end_item(number, bus.mark, End.WITHDRAWN, "Er fährt wieder.", actor=CHAIR)


async def _elects(room: Room) -> list[int]:
    """Two new chairs, who lead from then on. Their seats."""
    number = room.sitting.number
    await actions.begin_item(number, room.item.mark, actor=CHAIR)
    draft = ElectionDraft(title="Vorsitz", office=Office.CHAIRS, places=2)
    mark = await plan_election(number, room.item.mark, draft, actor=CHAIR)
    held = Held(room, mark, room.voters[2:6])
    for member in held.members:
        await electing.stand(*held.at, member, "")
    await stepping_back.withdraw(*held.at, held.members[3])
    await run(room, (await held.prepared())[0], [["1", "2"]] * 6 + [["3"], ["3"]])
    for member in held.members[:2]:
        await answering_election.answer_myself(*held.at, member, accepts=True)
    seats = [int(await SEAT_OF.value(member)) for member in held.members[:2]]
    await actions.end_item(number, room.item.mark, End.DONE, actor=CHAIR)
    for chair in (CHAIR, "chair:2"):
        await actions.announce_chairs(number, seats, actor=chair)
    await OVER.rows(number, now())
    await Clockwork().tick()
    return seats


async def _item(sitting: Sitting, title: str) -> Item:
    return next(item for item in await queries.agenda(sitting.id) if item.title == title)


def _soon() -> datetime:
    return (now() + timedelta(hours=1)).replace(second=0, microsecond=0)
