"""The desk where somebody is deleted who asks for it, and where a run that the brake has stopped is decided."""

from typing import Any

from litestar import Controller, Response, get, post

from zukunftsparlament.departures.actions import leave
from zukunftsparlament.departures.month_end import due, month_end
from zukunftsparlament.departures.rules import WhyNotLeave
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.office.deletion_texts import REASONS, choices
from zukunftsparlament.people import card_holders
from zukunftsparlament.people.access import SignedIn, Typed, confirmed_office, office
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.people.departing import Why

HOME = "/buero/loeschungen"


async def home(form: Form, *, status: int = 200, done: str = "", **problems: str) -> Response[str]:
    return page(
        "office/deletions.html",
        status=status,
        form=form,
        problems=problems,
        done=done,
        due=await due(),
        day=today(),
        reasons=choices(),
    )


class DeletionsController(Controller):
    path = HOME
    guards = [office]

    @get(name="deletions")
    async def show(self, request: AnyRequest) -> Response[str]:
        asked = query_form(request)
        return await home(Form([("card_name", asked.text("karte"))]), done=asked.text("erledigt"))

    @post(guards=[confirmed_office], status_code=303, name="deletions.one")
    async def one(self, form: Typed, me: SignedIn) -> Response[Any]:
        """Asks first; with `sure` it is done."""
        if form.text("reason") not in REASONS:
            return await home(form, status=422, reason=sentence(WhyNotLeave.REASON_MISSING))
        holder = await card_holders.about(form.text("card_name"))
        if holder is None:
            return await home(form, status=422, card_name=sentence(WhyNotLeave.NOBODY))
        if not form.ticked("sure"):
            return page("office/deletion.html", form=form, holder=holder, reason=_(REASONS[form.text("reason")]))
        try:
            leaver = Leaver(holder.id, with_texts=form.ticked("texts"))
            await leave(leaver, why=Why(form.text("reason")), actor=me.actor)
        except Refused as refused:
            return await home(form, status=409, card_name=sentence(refused.reason))
        return go_to(f"{HOME}?erledigt=person")

    @post("/faellige", guards=[confirmed_office], status_code=303, name="deletions.due")
    async def due(self, form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await month_end.delete_all_the_same(form.text("list"), actor=me.actor)
        except Refused as refused:
            return await home(Form(), status=409, list=sentence(refused.reason))
        return go_to(f"{HOME}?erledigt=alle")
