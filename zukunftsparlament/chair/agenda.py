"""The agenda on the desk: what stands where, and what could come on it."""

from collections.abc import Awaitable
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import SignedIn, Typed, leads, whoever
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.agenda import add_item
from zukunftsparlament.sittings.actions.moving import move_item, remove_item, restore_item
from zukunftsparlament.sittings.queries.adjourned import adjourned_for
from zukunftsparlament.sittings.queries.offered import ripe_for, taken_off
from zukunftsparlament.sittings.queries.periods import deadlines
from zukunftsparlament.sittings.queries.second_call import why_no_second_call
from zukunftsparlament.sittings.rules import ItemKind
from zukunftsparlament.sittings.rules.agenda import ItemDraft
from zukunftsparlament.sittings.rules.tree import neighbour


async def agenda_page(number: int, *, status: int = 200, why: str = "") -> Response[str]:
    """Whole, or only what changes in it. `why`: what was tapped cannot be done."""
    sitting = await queries.sitting(number)
    items = await queries.agenda(sitting.id)
    periods, deadline = await deadlines(sitting)
    return page(
        "chair/_agenda.html" if visit.get().wants_fragment else "chair/agenda.html",
        status=status,
        sitting=sitting,
        items=items,
        moves={str(item.mark): [bool(neighbour(items, item, up=up)) for up in (True, False)] for item in items},
        ripe=await ripe_for(sitting.id),
        adjourned=await adjourned_for(sitting.id),
        removed=await taken_off(sitting.id),
        decides=sitting.goes_on and await queries.may_decide(me.actor if (me := whoever()) else ""),
        deadline=deadline,
        periods=periods,
        today=today(),
        is_late=sitting.is_binding and not sitting.goes_on and bool(deadline.late_by(today())),
        again=await why_no_second_call(sitting) is None,
        why=why,
    )


async def after(act: Awaitable[object], number: int) -> Response[Any]:
    """The agenda as it is now; with the reason if what was tapped cannot be done."""
    try:
        await act
    except Refused as refused:
        return await agenda_page(number, status=409, why=sentence(refused.reason))
    except Wrong as wrong:
        return await agenda_page(number, status=422, why=" ".join(wrong.problems.values()))
    if visit.get().wants_fragment:
        return await agenda_page(number)
    return go_to(f"/vorsitz/{number}/tagesordnung")


class AgendaController(Controller):
    path = "/vorsitz/{number:int}"
    guards = [leads]

    @get("/tagesordnung", name="agenda")
    async def show(self, number: FromPath[int]) -> Response[str]:
        return await agenda_page(number)

    @post("/vorschlaege", name="agenda.take_proposal", status_code=200)
    async def take(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        """One tap puts a ripe proposal on the agenda; after the deadline for items it has to say why."""
        draft = ItemDraft(
            kind=ItemKind.PROPOSAL, proposal=form.number("proposal") or 0, late_reason=form.text("late_reason")
        )
        try:
            await add_item(number, draft, actor=me.actor)
        except Wrong as wrong:
            if set(wrong.problems) == {"late_reason"} and not visit.get().wants_fragment:
                return go_to(f"/vorsitz/{number}/punkte/neu?vorschlag={draft.proposal}")
            return await agenda_page(number, status=422, why=" ".join(wrong.problems.values()))
        return await after(_nothing(), number)

    @post("/punkte/{mark:int}/hoch", name="item.up", status_code=200)
    async def up(self, number: FromPath[int], mark: FromPath[int], me: SignedIn) -> Response[Any]:
        return await after(move_item(number, mark, up=True, actor=me.actor), number)

    @post("/punkte/{mark:int}/runter", name="item.down", status_code=200)
    async def down(self, number: FromPath[int], mark: FromPath[int], me: SignedIn) -> Response[Any]:
        return await after(move_item(number, mark, up=False, actor=me.actor), number)

    @post("/punkte/{mark:int}/entfernung", name="item.remove", status_code=200)
    async def remove(self, number: FromPath[int], mark: FromPath[int], me: SignedIn) -> Response[Any]:
        return await after(remove_item(number, mark, actor=me.actor), number)

    @post("/punkte/{mark:int}/entfernung/ruecknahme", name="item.restore", status_code=200)
    async def restore(self, number: FromPath[int], mark: FromPath[int], me: SignedIn) -> Response[Any]:
        return await after(restore_item(number, mark, actor=me.actor), number)


async def _nothing() -> None: ...
