"""Writing along in a sitting: a note for each item, tasks, the next sitting. For the chairs, the office, and the seat
that a chair has named."""

from collections.abc import Awaitable
from datetime import date, datetime
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.clock import from_local
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.minutes.naming import hint
from zukunftsparlament.people.access import Me, SignedIn, Typed, signed_in
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.notes import save_note
from zukunftsparlament.sittings.actions.tasks import add_task, agree_next, take_back_task, tick_task
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.queries.recorded import tasks
from zukunftsparlament.sittings.queries.tasks import open_tasks_before
from zukunftsparlament.sittings.rules.noting import LONGEST_NOTE, TaskDraft, may_note, stamp


async def sitting_to_note(number: int, me: Me) -> Sitting:
    """Raises Missing for everybody who does not write along: nobody learns from it who does."""
    sitting = await queries.sitting(number)
    if not may_note(leads=me.leads, seat=me.seat, minute_taker=sitting.minute_taker):
        raise Missing
    return sitting


async def shown(
    sitting: Sitting, form: Form, *, status: int = 200, problems: dict[str, str] | None = None, **more: Any
) -> Response[str]:
    """`more`: `clash` and `clash_mark`, where somebody else has written too."""
    items = await queries.agenda(sitting.id)
    running = [item.mark for item in items if item.runs]
    return page(
        "minutes/notes.html",
        status=status,
        sitting=sitting,
        items=items,
        now_mark=running[-1] if running else 0,
        tasks=await tasks(sitting.id),
        earlier=await open_tasks_before(sitting),
        form=form,
        problems=problems or {},
        limit=LONGEST_NOTE,
        desk="",
        stamp=stamp,
        **{"clash": None, "clash_mark": 0, "typed_mark": 0} | more,
    )


def task_in(form: Form) -> TaskDraft:
    typed = form.text("due_on")
    try:
        due = date.fromisoformat(typed) if typed else None
    except ValueError:
        due = None
    return TaskDraft(
        text=form.text("task"), owner=form.text("owner"), due_on=due, typed_day=typed, item=form.number("item")
    )


def moment_in(form: Form) -> datetime | None:
    try:
        return from_local(form.text("next_at"))
    except ValueError:
        return None


class NotesController(Controller):
    path = "/sitzungen/{number:int}"
    guards = [signed_in]

    @get("/mitschrift", name="notes")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        return await shown(await sitting_to_note(number, me), Form())

    @post("/mitschrift/{mark:int}", name="notes.save", status_code=200)
    async def save(self, number: FromPath[int], mark: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        """The state of a note as a fragment; the field itself is never replaced while somebody types."""
        sitting = await sitting_to_note(number, me)
        text = form.raw("text").strip()
        keep = form.text("keep")
        try:
            saved = await save_note(number, mark, text, before=form.text("theirs" if keep else "before"), keep=keep)
        except Wrong as wrong:
            return await self._not_saved(sitting, form, mark, wrong)
        if visit.get().wants_fragment and not keep:
            before = form.text("before") if saved.is_clash else saved.stamp
            found = {"mark": mark, "before": before, "saved": saved, "hint": await hint(text), "problem": ""}
            return page("minutes/_note_state.html", status=409 if saved.is_clash else 200, sitting=sitting, **found)
        if saved.is_clash:
            return await shown(sitting, form, status=409, clash=saved, clash_mark=mark, typed_mark=mark)
        return go_to(f"/sitzungen/{number}/mitschrift#punkt-{mark}")

    async def _not_saved(self, sitting: Sitting, form: Form, mark: int, wrong: Wrong) -> Response[Any]:
        if not visit.get().wants_fragment:
            return await shown(sitting, form, status=422, problems=wrong.problems, typed_mark=mark)
        found = {"mark": mark, "before": form.text("before"), "saved": None, "problem": wrong.problems["text"]}
        return page("minutes/_note_state.html", status=422, sitting=sitting, hint="", **found)

    @post("/aufgaben", name="tasks.add", status_code=303)
    async def promise(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        sitting = await sitting_to_note(number, me)
        return await _after(add_task(number, task_in(form), actor=me.actor), sitting, form, me)

    @post("/aufgaben/{mark:int}/{act:str}", name="tasks.tick", status_code=303)
    async def tick(
        self, number: FromPath[int], mark: FromPath[int], act: FromPath[str], form: Typed, me: SignedIn
    ) -> Response[Any]:
        """`erledigt`, `offen`, `weg`. In the form `back`: the sitting whose page was tapped."""
        sitting = await sitting_to_note(number, me)
        acts = {
            "erledigt": lambda: tick_task(number, mark, done=True, actor=me.actor),
            "offen": lambda: tick_task(number, mark, done=False, actor=me.actor),
            "weg": lambda: take_back_task(number, mark, actor=me.actor),
        }
        if act not in acts:
            raise Missing
        return await _after(acts[act](), sitting, form, me)

    @post("/naechste", name="next.agree", status_code=303)
    async def agree(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        sitting = await sitting_to_note(number, me)
        act = agree_next(number, moment_in(form), form.text("next_place"), actor=me.actor)
        return await _after(act, sitting, form, me)


async def _after(act: Awaitable[None], sitting: Sitting, form: Form, me: Me) -> Response[Any]:
    """Back to the page that was tapped; or the form again with what was typed."""
    try:
        await act
    except Wrong as wrong:
        return await shown(sitting, form, status=422, problems=wrong.problems)
    back = form.number("back") or sitting.number
    if form.text("desk") and me.leads:
        return go_to(f"/vorsitz/{back}/protokoll#aufgaben")
    return go_to(f"/sitzungen/{back}/mitschrift#aufgaben")
