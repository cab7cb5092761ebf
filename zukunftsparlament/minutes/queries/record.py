"""Gathering what minutes are made from."""

from zukunftsparlament.kernel.place import place
from zukunftsparlament.minutes.composing import Motion, Record
from zukunftsparlament.minutes.queries.versions import approved_by, talked_about_in
from zukunftsparlament.polls.queries.elections import elections_of
from zukunftsparlament.polls.queries.minuted import Held, held_in
from zukunftsparlament.procedure.queries import version
from zukunftsparlament.proposals.queries.versions import words_of
from zukunftsparlament.sittings.queries import Item, Sitting, agenda, sitting_by_id
from zukunftsparlament.sittings.queries.recorded import recorded
from zukunftsparlament.sittings.rules import ItemKind


async def record(sitting: Sitting) -> Record:
    """A dozen statements, and more for each proposal, tie and election: for those who confirm, not for all readers."""
    items = await agenda(sitting.id)
    votes: dict[int, list[Held]] = {}
    for held in await held_in(sitting.id, practice=sitting.is_rehearsal):
        votes.setdefault(held.item, []).append(held)
    had_minutes = [item.ended_at for item in items if item.kind is ItemKind.MINUTES and item.ended_at]
    again = await sitting_by_id(sitting.second_call_of) if sitting.second_call_of else None
    return Record(
        by=place(),
        sitting=sitting,
        version=await version(sitting.rule_set),
        second_call_of=again.number if again else None,
        agenda=tuple(items),
        happened=await recorded(sitting.id),
        votes=votes,
        motions={one.id: await _motion(one) for one in items if one.proposal_number is not None},
        elections={one.id: await elections_of(one.id) for one in items if one.kind is ItemKind.ELECTION},
        about=await talked_about_in(sitting, by=had_minutes[-1]) if had_minutes else None,
        approved=await approved_by(sitting) if had_minutes else (),
    )


async def _motion(item: Item) -> Motion:
    says = await words_of(item.proposal or 0)
    return Motion(item.proposal_number or 0, says["title"], says["text"], says["reason"])
