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
    """Returns the number of the new sitting, on whose agenda stands what sitting `number` could not decide."""
    async with writing():
        first = await queries.sitting_for_changing(number)
        if why_not := await why_no_second_call(first):
            raise Refused(why_not)
        if draft.starts_at and not (await valid_on(draft.starts_at.astimezone(HERE).date())).rules.quorum.second_call:
            raise Refused(WhyNot.NO_SECOND_CALL)
        again = await plan_sitting(draft, actor=actor, second_call_of=first.id, problems=problems)
        sitting = await queries.sitting(again)
        if await HAS_ITEMS.value(sitting.id):  # the second of two taps
            return again
        left = [item for item in await queries.agenda(first.id) if is_left_over(item)]
        at = int(await PLACE.value(sitting.id) or 1)
        await MAKE_ROOM.rows(sitting.id, len(left))
        for place, item in enumerate(left, start=at):
            copy = await COPY.value(sitting.id, int(await NEXT.value(sitting.id)), place, item.id)
            await SAME_PAPERS.rows(copy, item.id)
        return again
