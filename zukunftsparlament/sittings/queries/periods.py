"""The deadlines of one sitting, by the rule set of its day."""

from datetime import date

from zukunftsparlament.kernel.clock import HERE
from zukunftsparlament.procedure.queries import Version, valid_on, version
from zukunftsparlament.sittings.queries.rows import Sitting
from zukunftsparlament.sittings.rules.deadlines import Deadline, Invitation, for_items, invitation


def day_of(sitting: Sitting) -> date:
    """On the calendar in Holzwickede."""
    return sitting.times.starts_at.astimezone(HERE).date()


async def rules_of(sitting: Sitting) -> Version:
    """The version valid on its day; the one it was opened with, once it was."""
    return await (version(sitting.rule_set) if sitting.times.opened_at else valid_on(day_of(sitting)))


async def periods(sitting: Sitting) -> Invitation:
    return (await deadlines(sitting))[0]


async def item_deadline(sitting: Sitting) -> Deadline:
    return (await deadlines(sitting))[1]


async def deadlines(sitting: Sitting) -> tuple[Invitation, Deadline]:
    """For inviting, and for what still comes on the agenda."""
    day, rules = day_of(sitting), (await rules_of(sitting)).rules
    return invitation(day, rules, is_urgent=bool(sitting.urgent_reason)), for_items(day, rules)
