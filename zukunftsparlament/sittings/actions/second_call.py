"""Calling again for the same items when too few were there: fewer are enough then, if the rules say so."""

from collections.abc import Mapping

from zukunftsparlament.kernel.clock import HERE
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.procedure.queries import valid_on
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.planning import NO_PROBLEMS, plan_sitting
from zukunftsparlament.sittings.actions.taking_up import SAME_PAPERS
from zukunftsparlament.sittings.queries.second_call import why_no_second_call
from zukunftsparlament.sittings.rules import WhyNot
from zukunftsparlament.sittings.rules.planning import SittingDraft
from zukunftsparlament.sittings.rules.tree import is_left_over

AGAIN = Sql("SELECT number FROM sitting WHERE second_call_of = $1 AND cancelled_at IS NULL AND starts_at = $2")
# What was taken up again in an ordinary sitting is decided by as many as ever.
ELSEWHERE = Sql(
    "SELECT i.id FROM agenda_item i JOIN agenda_item j ON j.id > i.id AND j.kind = i.kind AND j.removed_at IS NULL "
    "AND (j.proposal = i.proposal OR (i.proposal IS NULL AND j.proposal IS NULL AND j.title = i.title)) "
    "JOIN sitting t ON t.id = j.sitting WHERE i.sitting = $1 AND t.id <> $1 AND t.cancelled_at IS NULL "
    "AND t.kind <> 'rehearsal'"
)
HAS_ITEMS = Sql("SELECT count(*) FROM agenda_item WHERE sitting = $1 AND kind IN ('proposal', 'election', 'other')")
MAKE_ROOM = Sql("UPDATE agenda_item SET place = place + $2 WHERE sitting = $1 AND kind = 'questions'")
COPY = Sql(
    "INSERT INTO agenda_item (sitting, mark, place, kind, title, text, owner, minutes, public, proposal, cents, "
    "money_source, duty, duty_text) SELECT $1, $2, $3, kind, title, text, owner, minutes, public, proposal, cents, "
    "money_source, duty, duty_text FROM agenda_item WHERE id = $4 RETURNING id"
)
NEXT = Sql("SELECT coalesce(max(mark), 0) + 1 AS mark FROM agenda_item WHERE sitting = $1")
PLACE = Sql("SELECT place FROM agenda_item WHERE sitting = $1 AND kind = 'questions'")


async def call_again(number: int, draft: SittingDraft, *, actor: str, problems: Mapping[str, str] = NO_PROBLEMS) -> int:
    """Returns the number of the new sitting, on whose agenda stands what sitting `number` could not decide.

    Once: else it could be voted on until it passes.
    """
    async with writing():
        first = await queries.sitting_for_changing(number)
        if draft.starts_at and (twin := await AGAIN.value(first.id, draft.starts_at)) is not None:
            return int(twin)  # the second of two taps
        if why_not := await why_no_second_call(first):
            raise Refused(why_not)
        if draft.starts_at and not (await valid_on(draft.starts_at.astimezone(HERE).date())).rules.quorum.second_call:
            raise Refused(WhyNot.NO_SECOND_CALL)
        again = await plan_sitting(draft, actor=actor, second_call_of=first.id, problems=problems)
        sitting = await queries.sitting(again)
        if await HAS_ITEMS.value(sitting.id):  # they had planned it a moment ago
            return again
        elsewhere = {row["id"] for row in await ELSEWHERE.rows(first.id)}
        left = [item for item in await queries.agenda(first.id) if is_left_over(item) and item.id not in elsewhere]
        at = int(await PLACE.value(sitting.id) or 1)
        await MAKE_ROOM.rows(sitting.id, len(left))
        for place, item in enumerate(left, start=at):
            copy = await COPY.value(sitting.id, int(await NEXT.value(sitting.id)), place, item.id)
            await SAME_PAPERS.rows(copy, item.id)
        return again
