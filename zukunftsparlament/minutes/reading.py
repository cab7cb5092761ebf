"""Whose minutes are shown to whom: public ones to everybody, a draft to those who hold a seat and to the office."""

from dataclasses import dataclass
from datetime import date

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.drafting import Draft, draft
from zukunftsparlament.minutes.queries import standing, versions
from zukunftsparlament.minutes.queries.confirming import approving
from zukunftsparlament.minutes.queries.versions import Version, local_day
from zukunftsparlament.minutes.rules import Stands, deadline
from zukunftsparlament.people.access import Me
from zukunftsparlament.procedure.queries import version as rules_version
from zukunftsparlament.procedure.rules import ConfirmedBy, RuleSet
from zukunftsparlament.sittings.queries import Sitting

REMOVED = Sql("SELECT number FROM proposal WHERE removed_at IS NOT NULL AND number IS NOT NULL")

HAD_A_VOTE = Sql("SELECT id FROM attendance WHERE sitting = $1 AND member = $2 AND seat IS NOT NULL LIMIT 1")


@dataclass(frozen=True, slots=True)
class Confirming:
    """How far it is. `done`: seats that have confirmed exactly what stands there now. `is_mine`: whoever looks may tap.

    `in_place`: in the place of somebody who stays silent. `approving`: the sitting that deals with these minutes, where
    the next one has to.
    """

    stands: Stands
    done: tuple[int, ...]
    is_mine: bool
    in_place: bool
    approving: int | None

    @property
    def rule(self) -> ConfirmedBy:
        return self.stands.rule


async def published(sitting: Sitting) -> list[Version]:
    """Public versions, the one that counts first."""
    return [one for one in await versions(sitting.id) if one.is_public]


async def due_on(sitting: Sitting) -> date | None:
    """The last day on which the minutes are in time; None before the sitting is over."""
    return due_by(sitting, (await rules_version(sitting.rule_set)).rules)


def due_by(sitting: Sitting, rules: RuleSet) -> date | None:
    closed = sitting.times.closed_at
    return deadline(rules.minutes, closed_on=local_day(closed)) if closed else None


async def may_see_draft(me: Me | None, sitting: Sitting) -> bool:
    """Whoever holds a seat, or has held one in that sitting. Before it is over only those who lead it."""
    if me is None or me.leads:
        return me is not None
    if sitting.times.closed_at is None:
        return False
    return me.seat is not None or bool(await HAD_A_VOTE.rows(sitting.id, me.member or 0))


async def confirming(found: Draft, me: Me) -> Confirming:
    sitting = found.record.sitting
    stands = standing(found.record, found.row, is_frozen=found.is_frozen)
    confirmed = {one.actor for one in found.row.confirmed} if found.row and found.is_frozen else set()
    done = tuple(one.seat for one in stands.may if one.actor in confirmed)
    mine = any(one.member == me.member and one.seat not in done for one in stands.may)
    later = await approving(sitting) if stands.rule is ConfirmedBy.NEXT_SITTING else None
    if stands.rule is ConfirmedBy.NEXT_SITTING:
        mine = me.leads and not me.is_staff and later is not None
    elif not stands.may:
        mine = me.is_staff and me.leads
    in_place = (stands.office_instead and me.is_staff) or any(one.member == me.member for one in stands.instead)
    return Confirming(stands, done, (mine or in_place) and found.is_wanted and not stands.is_enough, in_place, later)


async def draft_of(sitting: Sitting) -> Draft:
    return await draft(sitting)


async def removed_proposals() -> frozenset[int]:
    """What was removed since is veiled, also where minutes have frozen it."""
    return frozenset(row["number"] for row in await REMOVED.rows())
