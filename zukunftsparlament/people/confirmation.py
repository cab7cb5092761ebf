"""Passphrase and code asked again, before cards, exports, roles and deletion."""

from typing import Any
from urllib.parse import urlencode

from litestar import Controller, Response, get, post

from zukunftsparlament.kernel.doorman import SESSION_COOKIE
from zukunftsparlament.kernel.forms import query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Refused, TooOften
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people import actions, pending
from zukunftsparlament.people.access import NotConfirmed, SignedIn, Typed, office
from zukunftsparlament.people.controllers import address_of, done, pause, too_often

PAGE = "people/confirm.html"


def ask_again(request: AnyRequest, error: NotConfirmed) -> Response[Any]:
    if error.form is None:
        return go_to(f"/buero/bestaetigung?{urlencode({'then': error.address})}")
    form = pending.waiting(error.address, error.form, had_session=False)
    answer = page(PAGE, status=401, form=form, wrong="", waiting=pending.fields_of(form))
    answer.headers["HX-Retarget"] = "body"
    return answer


class ConfirmationController(Controller):
    path = "/buero/bestaetigung"
    guards = [office]

    @get(name="confirmation")
    async def show(self, request: AnyRequest) -> Response[str]:
        return page(PAGE, form=query_form(request), wrong="", waiting=[])

    @post(status_code=200)
    async def confirm(self, request: AnyRequest, form: Typed, me: SignedIn) -> Response[Any]:
        waiting = pending.fields_of(form)
        try:
            passphrase, code = form.raw("passphrase"), form.text("totp")
            await actions.confirm_staff(me.session, me.name, passphrase, code, address=address_of(request))
        except Refused as refused:
            return page(PAGE, status=422, form=form, wrong=sentence(refused.reason), waiting=waiting)
        except TooOften as error:
            return too_often(page(PAGE, status=429, form=form, wrong=pause(error.seconds), waiting=waiting), error)
        if act := pending.act_in(form):
            return await done(request, act, pending.fields_to_send(form), visit.get().cookies[SESSION_COOKIE])
        return go_to(pending.way_on(form) or "/buero")
