"""The door of the youth office: name, passphrase and a code."""

from typing import Any

from litestar import Controller, Response, get, post

from zukunftsparlament.kernel.forms import query_form
from zukunftsparlament.kernel.pages import AnyRequest, page
from zukunftsparlament.kernel.refusals import Refused, TooOften
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.people import actions, pending
from zukunftsparlament.people.access import Typed, public
from zukunftsparlament.people.controllers import address_of, after_sign_in, pause, too_often

PAGE = "people/staff_sign_in.html"


class StaffDoor(Controller):
    guards = [public]

    @get("/buero/anmeldung", name="staff_sign_in")
    async def staff(self, request: AnyRequest) -> Response[Any]:
        return page(PAGE, form=query_form(request), wrong="", waiting=[])

    @post("/buero/anmeldung", status_code=200)
    async def with_passphrase(self, request: AnyRequest, form: Typed) -> Response[Any]:
        waiting = pending.fields_of(form)
        if form.ticked("show"):  # from the words form: whoever works in the office takes along what was typed
            return page(PAGE, form=form, wrong="", waiting=waiting)
        try:
            token = await actions.sign_in_staff(
                form.text("name"), form.raw("passphrase"), form.text("totp"), address=address_of(request)
            )
        except Refused as refused:
            template = PAGE
            return page(template, status=422, form=form, wrong=sentence(refused.reason), waiting=waiting)
        except TooOften as error:
            answer = page(PAGE, status=429, form=form, wrong=pause(error.seconds), waiting=waiting)
            return too_often(answer, error)
        return await after_sign_in(request, form, token, own_device=False, home="/buero")
