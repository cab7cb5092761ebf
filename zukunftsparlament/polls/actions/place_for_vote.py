"""The place of a vote in a sitting: the item it is about. Found for preparing one, and kept with it."""

import json
from dataclasses import dataclass

from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.actions.preparing import ONE_AT_A_TIME, add
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.rules import Draft, Electorate
from zukunftsparlament.polls.rules.in_sitting import HeldAs, WhyNotHere
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.actions import must_lead
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.rules import SittingKind, SittingState

HELD = Sql(
    "UPDATE poll SET item = $2, practice = $3, by_hands = $4, amends = $5, amendment = $6, fund = $7, cents = $8, "
    "by_school = $9, election = $10 "
    "WHERE number = $1"
)
FUND = Sql("SELECT id FROM fund WHERE number = $1")
AS_USUAL = HeldAs()


@dataclass(frozen=True, slots=True)
class Place:
    sitting: Sitting
    item: Item

    def binds(self, draft: Draft, held: HeldAs) -> bool:
        """Only an official sitting decides, and in it only the seats."""
        return self.sitting.is_binding and not held.straw and draft.electorate is Electorate.SEATS

    @property
    def is_rehearsed(self) -> bool:
        return self.sitting.kind is SittingKind.REHEARSAL


async def place_for_preparing(number: int, mark: int, actor: str) -> Place:
    """The sitting, locked, and its item. Inside `writing()`. Raises Refused where nothing is voted on any more."""
    sitting = await sittings.sitting_for_changing(number)
    if sitting.goes_on:
        await must_lead(actor)
    item = await sittings.item(sitting.id, mark)
    if sitting.state in (SittingState.CLOSED, SittingState.CANCELLED):
        raise Refused(WhyNotHere.SITTING_OVER)
    if item.ended_at:
        raise Refused(WhyNotHere.ITEM_OVER)
    await ONE_AT_A_TIME.rows(sitting.rule_set)
    return Place(sitting, item)


async def add_here(
    place: Place,
    draft: Draft,
    held: HeldAs = AS_USUAL,
    *,
    about: int | None = None,
    amended: Poll | None = None,
    practice: bool = False,
    actor: str,
) -> int:
    """Returns the number of the poll. `about`: row id of a proposal. In a rehearsal all is practice."""
    sitting = place.sitting
    number = await add(
        draft,
        about,
        rule_set=sitting.rule_set,
        binding=place.binds(draft, held) and not practice,
        actor=actor,
        rehearsed=place.is_rehearsed,
    )
    await hold_here(place, number, held, practice=practice or place.is_rehearsed, amended=amended)
    announce(sitting.room)
    return number


async def hold_here(place: Place, number: int, held: HeldAs, *, practice: bool, amended: Poll | None = None) -> None:
    """The poll is one of this item from now on."""
    text = {"question": held.question.strip(), "yes_means": held.yes_means.strip()} if amended else {}
    fund = await FUND.value(held.fund) if held.fund else None
    amendment = json.dumps(text, ensure_ascii=False)
    amends = amended.id if amended else None
    how = (held.by_hands, amends, amendment, fund, held.cents, held.by_school, held.election)
    await HELD.rows(number, place.item.id, practice, *how)
