"""The chairs' page about the minutes of a sitting: who writes along, what is still missing, confirming, correcting,
and handing the decisions on."""

from collections.abc import Awaitable
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.dossiers import minutes_view
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.minutes import reading
from zukunftsparlament.minutes import texts as texts
from zukunftsparlament.minutes.actions import correct, give_to_office
from zukunftsparlament.minutes.actions.giving import GIVEN
from zukunftsparlament.minutes.drafting import Draft
from zukunftsparlament.minutes.naming import hints
from zukunftsparlament.minutes.queries import last_minutes
from zukunftsparlament.minutes.queries.decisions import decided_of
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.notes import excuse, name_minute_taker
from zukunftsparlament.sittings.queries.tasks import open_tasks_before


async def shown(
    number: int,
    me: Me,
    *,
    status: int = 200,
    why: str = "",
    form: Form | None = None,
    problems: dict[str, str] | None = None,
) -> Response[str]:
    sitting = await queries.sitting(number)
    draft = await reading.draft_of(sitting)
    happened, items = draft.record.happened, draft.record.agenda
    running = [item.mark for item in items if item.runs]
    said_of_notes = await hints([item.note for item in items])
    given = [poll for step in happened.steps if step.kind == GIVEN for poll in step.facts["polls"]]
    return page(
        "chair/minutes.html",
        status=status,
        sitting=sitting,
        draft=draft,
        confirming=await reading.confirming(draft, me),
        blocks=minutes_view.blocks(minutes_view.of_draft(draft)),
        changed=await _changed(draft),
        due=reading.due_by(sitting, draft.record.version.rules),
        today=today(),
        seats=[[str(one.number), f"{one.number} · {one.school}".rstrip(" ·")] for one in happened.seats if one.member],
        decided=[] if sitting.is_rehearsal else await decided_of(draft.record.held, happened.steps),
        given=given,
        hints=[(item, said) for item, said in zip(items, said_of_notes, strict=True) if said],
        tasks=happened.tasks,
        earlier=await open_tasks_before(sitting),
        items=items,
        now_mark=running[-1] if running else 0,
        form=form or Form(),
        problems=problems or {},
        why=why,
        desk="1",
    )


async def _changed(draft: Draft) -> list[Any]:
    """What a correction would change."""
    if draft.public is None:
        return []
    removed = await reading.removed_proposals()
    return minutes_view.changed(minutes_view.of_version(draft.public, removed), minutes_view.of_draft(draft))


async def after(act: Awaitable[Any], number: int, me: Me, form: Form, part: str = "") -> Response[Any]:
    try:
        await act
    except Wrong as wrong:
        return await shown(number, me, status=422, form=form, problems=wrong.problems)
    except Refused as refused:
        return await shown(number, me, status=409, form=form, why=sentence(refused.reason))
    return go_to(f"/vorsitz/{number}/protokoll{part}")


class MinutesDesk(Controller):
    path = "/vorsitz/{number:int}/protokoll"
    guards = [leads]

    @get(name="minutes.desk")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        return await shown(number, me)

    @get("/davor", name="minutes.before")
    async def before(self, number: FromPath[int]) -> Response[Any]:
        """The minutes that lie before this sitting, to be approved or only read."""
        last = await last_minutes(await queries.sitting(number))
        return go_to(f"/vorsitz/{last}/protokoll" if last else f"/vorsitz/{number}")

    @post("/mitschrift", name="minutes.taker", status_code=303)
    async def taker(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        """`seat`: empty for the office."""
        return await after(name_minute_taker(number, form.number("seat"), actor=me.actor), number, me, form)

    @post("/entschuldigt", name="minutes.excused", status_code=303)
    async def excused(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        seats = {int(seat) for seat in form.all("excused") if seat.isascii() and seat.isdigit() and len(seat) < 9}
        return await after(excuse(number, seats, actor=me.actor), number, me, form, "#entschuldigt")

    @post("/berichtigung", name="minutes.correct", status_code=303)
    async def correction(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        return await after(correct(number, form.text("reason"), actor=me.actor), number, me, form)

    @post("/uebergabe", name="minutes.give", status_code=303)
    async def give(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        return await after(give_to_office(number, actor=me.actor), number, me, form, "#beschluesse")
