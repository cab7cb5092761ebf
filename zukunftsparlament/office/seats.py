"""The desk where seats are taken and left, and chairs and moderators named."""

from collections.abc import Awaitable
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.handovers.rules import read_day
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.people import enlarging, last_days, queries, seats
from zukunftsparlament.people.access import SignedIn, Typed, confirmed_office, office
from zukunftsparlament.people.rules import WhyNot
from zukunftsparlament.polls.queries.enlarged import places_added_by
from zukunftsparlament.polls.queries.successors import successors
from zukunftsparlament.procedure.queries import valid_on
from zukunftsparlament.procedure.rules import SeatsBySchool, SeatsKind, seats_of_school
from zukunftsparlament.sittings.actions.roles import chairs_may_change

HOME = "/buero/sitze"


async def seats_page(form: Form, *, status: int = 200, wrong: str = "", at: str = "") -> Response[str]:
    """`at`: the form in which something was wrong, "role" or "seat-7"."""
    found, moderators = await queries.seats(), await queries.moderators()
    rule, plan = await _plan()
    following = max((seat["number"] for seat in found), default=0) + 1
    schools = [school["short"] for school in await queries.schools()]
    free = last_days.ending(found)
    more: dict[str, Any] = {"moderators": moderators, "plan": plan, "rule": rule, "next": following, "schools": schools}
    more |= {"ending": free, "successors": await successors() if free else []}
    return page("office/seats.html", status=status, form=form, wrong=wrong, at=at, seats=found, **more)


async def _plan() -> tuple[SeatsBySchool, list[dict[str, Any]]]:
    """What the rules of procedure of today give each school, beside what it has. Nothing where they say nothing, and
    before the first version."""
    try:
        rule = (await valid_on()).rules.seats_by_school
    except Missing:
        return SeatsBySchool(), []
    if rule.kind is SeatsKind.NONE:
        return rule, []
    return rule, [
        {**row, "wanted": seats_of_school(rule, pupils=row["pupils"])} for row in await queries.school_seats()
    ]


async def tried(act: Awaitable[None], form: Form, at: str) -> Response[Any]:
    try:
        await act
    except Refused as refused:
        return await seats_page(form, status=409, wrong=sentence(refused.reason), at=at)
    return go_to(HOME)


async def beside_sittings(act: Awaitable[None], *, actor: str) -> None:
    """Raises Refused. It may change who is chair."""
    async with chairs_may_change(actor=actor):
        await act


async def end(number: int, form: Form, *, actor: str) -> None:
    """Raises Refused."""
    typed = form.text("last_day")
    day = read_day(typed)
    if typed and day is None:
        raise Refused(WhyNot.LAST_DAY_WRONG)
    await last_days.set_last_day(number, day, actor=actor)


async def one_more(form: Form, *, actor: str) -> None:
    """Raises Refused."""
    typed = form.text("poll")
    poll = (form.number("poll") or 0) if typed else None
    why = enlarging.Why(poll, await places_added_by(poll) if poll else 0, form.text("reason"))
    await enlarging.add_seat(form.number("number") or 0, school=form.text("school"), why=why, actor=actor)


class SeatsController(Controller):
    path = HOME
    guards = [office]

    @get(name="seats")
    async def show(self) -> Response[str]:
        return await seats_page(Form())

    @post("/{number:int}", guards=[confirmed_office], status_code=303, name="seats.take")
    async def take(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        return await tried(seats.take_seat(number, form.text("card_name"), actor=me.actor), form, f"seat-{number}")

    @post("/{number:int}/freigabe", guards=[confirmed_office], status_code=303, name="seats.leave")
    async def leave(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        act = seats.leave_seat(number, actor=me.actor)
        return await tried(beside_sittings(act, actor=me.actor), form, f"seat-{number}")

    @post("/{number:int}/ende", guards=[confirmed_office], status_code=303, name="seats.last_day")
    async def last_day(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        return await tried(end(number, form, actor=me.actor), form, f"seat-{number}")

    @post("/{number:int}/vertretung", guards=[confirmed_office], status_code=303, name="seats.deputy")
    async def deputy(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        return await tried(seats.name_deputy(number, form.text("card_name"), actor=me.actor), form, f"seat-{number}")

    @post("/dazu", guards=[confirmed_office], status_code=303, name="seats.add")
    async def add(self, form: Typed, me: SignedIn) -> Response[Any]:
        return await tried(one_more(form, actor=me.actor), form, "dazu")

    @post("/schulen", guards=[confirmed_office], status_code=303, name="seats.pupils")
    async def pupils(self, form: Typed, me: SignedIn) -> Response[Any]:
        typed = form.text("pupils")
        number = (form.number("pupils") or 0) if typed else None
        return await tried(seats.count_pupils(form.text("school"), number, actor=me.actor), form, "schulen")

    @post("/rollen", guards=[confirmed_office], status_code=303, name="seats.role")
    async def role(self, form: Typed, me: SignedIn) -> Response[Any]:
        act = seats.give_role(form.text("card_name"), form.text("role"), actor=me.actor)
        return await tried(beside_sittings(act, actor=me.actor), form, "role")

    @post("/moderation/ende", guards=[confirmed_office], status_code=303, name="seats.end_moderation")
    async def end_moderation(self, form: Typed, me: SignedIn) -> Response[Any]:
        return await tried(seats.end_moderation(form.text("card_name"), actor=me.actor), form, "role")
