"""Whom a child in need can turn to here: the office types it in, nothing is invented."""

from typing import Any

from litestar import Controller, Response, get, post

from zukunftsparlament.concerns import queries
from zukunftsparlament.concerns.keeping import set_welfare
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import SignedIn, Typed, office

LIMITS = {"name": 100, "place": 200, "phone": 40, "email": 100}


class WelfareController(Controller):
    path = "/buero/jugendamt"
    guards = [office]

    @get(name="welfare")
    async def show(self) -> Response[str]:
        welfare = (await queries.contacts())["welfare"]
        return page("office/welfare.html", form=Form(list(welfare.items())), limits=LIMITS)

    @post(status_code=303)
    async def save(self, form: Typed, me: SignedIn) -> Response[Any]:
        if problems := problems_of(form):
            return page("office/welfare.html", status=422, form=form, limits=LIMITS, problems=problems)
        await set_welfare({name: form.text(name) for name in LIMITS}, actor=me.actor)
        return go_to("/sorge")


def problems_of(form: Form) -> dict[str, str]:
    problems = {
        name: _("Es passen höchstens {limit} Zeichen hinein.").format(limit=limit)
        for name, limit in LIMITS.items()
        if len(form.text(name)) > limit
    }
    if not form.text("name"):
        problems["name"] = _("Wie heißt das Jugendamt?")
    if not form.text("phone"):
        problems["phone"] = _("Ohne Telefonnummer hilft es niemandem, der es eilig hat.")
    elif any(sign.isalpha() for sign in form.text("phone")):
        problems["phone"] = _("Bitte nur Ziffern, Leerzeichen und Striche.")
    return problems
