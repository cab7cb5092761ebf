"""Who may confirm the minutes of a sitting, and who has."""

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.composing import Record, led_by
from zukunftsparlament.minutes.queries.versions import Version, local_day
from zukunftsparlament.minutes.rules import Keeper, Stands, keepers, stands, waited_enough, with_others
from zukunftsparlament.sittings.queries import Sitting

# A later sitting whose item about the last minutes has been called up, or was dealt with.
APPROVING = Sql(
    "SELECT s.number FROM sitting s JOIN agenda_item i ON i.sitting = s.id "
    "WHERE s.kind = 'official' AND s.opened_at > $1 AND s.cancelled_at IS NULL AND i.kind = 'minutes' "
    "AND i.begun_at IS NOT NULL AND i.removed_at IS NULL AND i.ended_as IN ('', 'done') ORDER BY s.opened_at LIMIT 1"
)


def standing(record: Record, draft: Version | None, *, is_frozen: bool = True) -> Stands:
    """`draft`: the version that is being confirmed; None before the first tap. Not `is_frozen`: the minutes have
    changed since, and its confirmations do not count."""
    rule = record.version.rules.minutes.confirmed_by
    chairs = [Keeper(one.number, one.member) for one in record.happened.seats if one.is_chair and one.member]
    found = stands(rule, _may(record, chairs), confirmed=confirmed(draft) if is_frozen else [])
    return with_others(found, chairs=chairs) if _is_late(record, draft) else found


def _may(record: Record, chairs: list[Keeper]) -> tuple[Keeper, ...]:
    rule, happened = record.version.rules.minutes.confirmed_by, record.happened
    here = {one.seat: Keeper(one.seat, one.member) for one in happened.spans if one.member and not one.deputy}
    return keepers(rule, led=led_by(happened), chairs=chairs, here=[here[seat] for seat in sorted(here)])


def _is_late(record: Record, draft: Version | None) -> bool:
    begun = draft.made_at if draft and draft.version > 1 else record.sitting.times.closed_at
    rule = record.version.rules.minutes
    return begun is not None and waited_enough(rule, begun_on=local_day(begun), today=today())


def confirmed(draft: Version | None) -> list[str]:
    return [one.actor for one in draft.confirmed] if draft else []


async def approving(sitting: Sitting) -> int | None:
    """The number of the next sitting, once it is dealing with these minutes."""
    closed = sitting.times.closed_at
    number = await APPROVING.value(closed) if closed else None
    return None if number is None else int(number)
