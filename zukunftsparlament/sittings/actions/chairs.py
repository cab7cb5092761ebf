"""New chairs in the middle of a sitting, after an election: rights change with the next tap."""

from collections.abc import Sequence

from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.seats import give_role
from zukunftsparlament.sittings.actions.bell import move_bell
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.queries import Course, Sitting
from zukunftsparlament.sittings.rules import Halt
from zukunftsparlament.sittings.rules.changing_chairs import why_not_chairs

CHAIRS = Sql("SELECT t.number, m.card_name FROM seat t JOIN member m ON m.id = t.member WHERE m.role = 'chair'")
SITS = Sql("SELECT m.card_name FROM seat t JOIN member m ON m.id = t.member WHERE t.number = $1")
MOST = 2


async def must_be_chairable(found: Course, seats: Sequence[int], *, actor: str) -> None:
    """Raises Refused. Rights are real, so a rehearsal does not touch them. No vote changes hands while it runs."""
    if found.sitting.is_rehearsal:
        raise Refused(Halt.ONLY_A_REHEARSAL)
    if not seats:
        raise Refused(Halt.NEEDS_A_CHAIR)
    if len(set(seats)) > MOST:
        raise Refused(Halt.TOO_MANY_CHAIRS)
    for seat in seats:
        if not 0 < seat < 2**31 or await SITS.value(seat) is None:
            raise Refused(Halt.SEAT_IS_EMPTY)
    before = {row["number"] for row in await CHAIRS.rows()}
    if why_not := why_not_chairs(set(seats), before=before, elected=found.elected_chairs, actor=actor):
        raise Refused(why_not)
    if found.open_votes:
        raise Refused(Halt.VOTE_RUNS)


async def change_chairs_now(sitting: Sitting, seats: Sequence[int], *, actor: str) -> None:
    """`must_be_chairable` was asked. The old ones stay members; the bell goes to the first of the new ones if its
    keeper is none of them."""
    before = {row["number"]: row["card_name"] for row in await CHAIRS.rows()}
    for seat in sorted(set(seats) - set(before)):
        await give_role(str(await SITS.value(seat)), "chair", actor=actor)
    for seat in sorted(set(before) - set(seats)):
        await give_role(before[seat], "member", actor=actor)
    if sitting.bell not in seats:
        await move_bell(sitting, min(seats), actor=actor)
    await happened(sitting, "chairs", actor=actor, in_journal=True, seats=sorted(set(seats)))
