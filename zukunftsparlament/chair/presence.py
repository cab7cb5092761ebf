"""Who is here, ticked by the chairs: for children without a phone, and for guests."""

from collections.abc import Awaitable
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import after_post, go_to, page
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads
from zukunftsparlament.proposals.rules.writing import is_visible
from zukunftsparlament.sittings import (
    queries,
    texts,  # noqa: F401  its sentences and words for templates
)
from zukunftsparlament.sittings.actions import attendance, guests_here
from zukunftsparlament.sittings.queries.guests import guests

LONGEST_NAME = 100


async def found(number: int, me: Me) -> dict[str, Any]:
    """What the list of seats and guests needs."""
    sitting = await queries.sitting(number)
    meeting, seats = await queries.meeting_and_seats(sitting)
    return {
        "sitting": sitting,
        "meeting": meeting,
        "seats": seats,
        "listeners": [one for one in meeting.here if one.seat is None],
        "guests": await guests(sitting.id),
        "leads": await queries.may_decide(me.actor, seats),
    }


class PresenceController(Controller):
    path = "/vorsitz/{number:int}/anwesenheit"
    guards = [leads]

    @get(name="presence")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        template = "chair/_presence.html" if visit.get().wants_fragment else "chair/presence.html"
        return page(template, **await found(number, me), form=Form())

    @post("/{seat:int}", name="presence.tick", status_code=200)
    async def tick(self, number: FromPath[int], seat: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        who = form.text("who")
        act = attendance.tick(number, seat, here=who != "nobody", deputy=who == "deputy", actor=me.actor)
        return await _after(act, number, me)

    @post("/gaeste/{mark:int}", name="presence.guest", status_code=200)
    async def guest(self, number: FromPath[int], mark: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        act = guests_here.guest_goes if form.text("who") == "nobody" else guests_here.guest_comes
        return await _after(act(number, mark, actor=me.actor), number, me)

    @post("/gaeste", name="presence.new_guest", status_code=303)
    async def new_guest(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        name = form.text("name")
        if not is_visible(name) or len(name) > LONGEST_NAME:
            problem = _("Wie heißt der Gast?") if not name else _("Das ist zu lang. Höchstens 100 Zeichen.")
            return page(
                "chair/presence.html", status=422, **await found(number, me), form=form, problems={"name": problem}
            )
        await guests_here.new_guest(number, name, actor=me.actor)
        return go_to(f"/vorsitz/{number}/anwesenheit#gaeste")


async def _after(act: Awaitable[None], number: int, me: Me) -> Response[Any]:
    """Everybody as they are here now; with the reason if what was tapped cannot be done."""
    template = "chair/_presence.html" if visit.get().wants_fragment else "chair/presence.html"
    try:
        await act
    except Refused as refused:
        why_not = sentence(refused.reason)
        return page(template, status=409, **await found(number, me), form=Form(), why_not=why_not)
    return after_post(template, else_go_to=f"/vorsitz/{number}/anwesenheit", **await found(number, me))
