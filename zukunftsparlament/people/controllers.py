"""The doors: words form, card, sign-out."""

from typing import Any
from urllib.parse import urlencode

from litestar import Controller, Response, get, post

from zukunftsparlament.kernel import streams
from zukunftsparlament.kernel.doorman import SESSION_COOKIE
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Refused, TooOften
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import ngettext
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people import actions, pending
from zukunftsparlament.people.access import NotSignedIn, Typed, public, whoever
from zukunftsparlament.people.rules import OWN_LONGEST, why_not_words
from zukunftsparlament.people.sessions import who_is
from zukunftsparlament.people.texts import what_is


def address_of(request: AnyRequest) -> str:
    """For throttling only; never written down."""
    return streams.address_of(request.scope)


def with_session(answer: Response[Any], token: str, *, own_device: bool) -> Response[Any]:
    longest = int(OWN_LONGEST.total_seconds()) if own_device else None
    answer.set_cookie(SESSION_COOKIE, token, path="/", secure=True, httponly=True, samesite="lax", max_age=longest)
    return answer


def words_page(
    form: Form, *, status: int = 200, wrong: str = "", problems: dict[str, str] | None = None
) -> Response[str]:
    """The sign-in form, with the act that waits in hidden fields. The desk of releases has readers of both kinds."""
    asked = form.text("then") or form.text("act")
    staff = asked.startswith("/buero") and not asked.startswith("/buero/freigaben")
    template = "people/staff_sign_in.html" if staff else "people/sign_in.html"
    waiting = pending.fields_of(form)
    return page(template, status=status, form=form, wrong=wrong, waiting=waiting, problems=problems or {})


def ask_to_sign_in(request: AnyRequest, error: NotSignedIn) -> Response[Any]:
    """A GET goes to the form and comes back; a POST waits inside the form (401)."""
    if error.form is None:
        then = urlencode({"then": error.address})
        if visit.get().wants_fragment:  # a live page whose session has ended: its whole page goes to the form
            return Response("", headers={"HX-Redirect": f"/anmelden?{then}"}, media_type="text/html")
        return go_to(f"/anmelden?{then}")
    had_session = SESSION_COOKIE in visit.get().cookies
    answer = words_page(pending.waiting(error.address, error.form, had_session=had_session), status=401)
    answer.headers["HX-Retarget"] = "body"
    return answer


async def after_sign_in(
    request: AnyRequest, form: Form, token: str, *, own_device: bool, home: str = "/", ask: bool = False
) -> Response[Any]:
    """On with what waited. Asked for first where somebody else may have tapped it: `ask`, or after another session."""
    if old := visit.get().cookies.get(SESSION_COOKIE):
        await actions.sign_out(old)
    act = pending.act_in(form)
    if not act:
        where = pending.ballot_in(form) or pending.way_on(form) or home
        return with_session(go_to(where), token, own_device=own_device)
    fields = pending.fields_to_send(form)
    if ask or form.text("waited") == "session":
        visit.get().me = await who_is(token)
        asked: Response[Any] = page("people/ask_to_do.html", act=act, what=what_is(act), waiting=fields)
        return with_session(asked, token, own_device=own_device)
    return with_session(await done(request, act, fields, token), token, own_device=own_device)


async def done(request: AnyRequest, act: str, fields: list[tuple[str, str]], token: str) -> Response[Any]:
    """Do what waited, and answer with its answer."""
    status, headers, body = await pending.do_act(request, act, fields, token)
    named = {name.decode("latin-1"): value.decode("latin-1") for name, value in headers}
    named.pop("content-length", None)
    return Response(body, status_code=status, media_type=named.pop("content-type", "text/html"), headers=named)


class SignInController(Controller):
    guards = [public]

    @get("/anmelden", name="sign_in")
    async def show(self, request: AnyRequest) -> Response[Any]:
        form = query_form(request)
        if whoever() is not None:
            return go_to(pending.way_on(form) or "/")
        return words_page(form)

    @post("/anmelden", status_code=200)
    async def with_words(self, request: AnyRequest, form: Typed) -> Response[Any]:
        own = form.ticked("own_device")
        missing = {field: sentence(why) for field, why in why_not_words(form.text("name"), form.text("words")).items()}
        if missing:
            return words_page(form, status=422, problems=missing)
        try:
            token = await actions.sign_in_with_words(
                form.text("name"), form.text("words"), own_device=own, address=address_of(request)
            )
        except Refused as refused:
            return words_page(form, status=422, wrong=sentence(refused.reason))
        except TooOften as error:
            return too_often(words_page(form, status=429, wrong=pause(error.seconds)), error)
        return await after_sign_in(request, form, token, own_device=own, ask=not own)

    @get("/karte", name="card")
    async def card(self) -> Response[str]:
        return page("people/card.html", wrong="", form=Form(), waiting=[])

    @post("/karte/anmeldung", status_code=200)
    async def with_card(self, request: AnyRequest, form: Typed) -> Response[Any]:
        own = form.ticked("own_device")
        try:
            token = await actions.sign_in_with_code(form.text("code"), own_device=own)
        except Refused as refused:
            waiting = pending.fields_of(form)
            return page("people/card.html", status=422, wrong=sentence(refused.reason), form=form, waiting=waiting)
        return await after_sign_in(request, form, token, own_device=own, ask=not own)


def pause(seconds: int) -> str:
    minutes = max(1, round(seconds / 60))
    if seconds < 60:
        return ngettext(
            "Zu viele Versuche. Warte {n} Sekunde.", "Zu viele Versuche. Warte {n} Sekunden.", seconds
        ).format(n=seconds)
    return ngettext("Zu viele Versuche. Warte {n} Minute.", "Zu viele Versuche. Warte {n} Minuten.", minutes).format(
        n=minutes
    )


def too_often(answer: Response[Any], error: TooOften) -> Response[Any]:
    answer.headers["Retry-After"] = str(error.seconds)
    return answer
