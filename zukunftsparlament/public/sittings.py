"""Sittings for everybody: the list, one with its agenda, and both as calendars."""

from datetime import timedelta
from typing import Any

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.handovers import news_texts  # noqa: F401  teaches the templates what became of it
from zukunftsparlament.handovers.queries.news import News, news_between
from zukunftsparlament.kernel.clock import now, today
from zukunftsparlament.kernel.forms import query_form
from zukunftsparlament.kernel.pages import AnyRequest, kept
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import public, whoever
from zukunftsparlament.public.sitting_calendar import CALENDAR, calendar_of
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.queries.listed import ahead, dated, in_calendar, over, sitting_before
from zukunftsparlament.sittings.queries.offered import papers_and_guests
from zukunftsparlament.sittings.queries.periods import item_deadline
from zukunftsparlament.sittings.queries.questions import released_questions
from zukunftsparlament.sittings.rules import ItemKind, SittingState

PARLIAMENT = ("member", "deputy", "chair")  # they see what is not public
A_DAY = timedelta(days=1)
KEPT_IN_CALENDARS = timedelta(days=366)
LONG_AGO = timedelta(days=400)  # where no sitting was held before


async def to_be_seen(number: int) -> Sitting:
    """By whoever asks: planned ones by those who lead, rehearsals by the signed-in. Raises Missing."""
    sitting, me = await queries.sitting(number), whoever()
    if not sitting.times.invited_at and not (me and me.leads):
        raise Missing
    if sitting.is_rehearsal and me is None:
        raise Missing
    return sitting


async def came_of_it(sitting: Sitting, items: list[Item], before: Sitting | None) -> list[News]:
    """For the item with which an official sitting opens: as it stood when that item, or the sitting, ended."""
    item = next((one for one in items if one.kind is ItemKind.CAME_OF_IT), None)
    if item is None:
        return []
    until = item.ended_at or sitting.times.closed_at or now()
    since = before.times.closed_at if before else None
    return await news_between(since or until - LONG_AGO, until)


class SittingsController(Controller):
    guards = [public]

    @get("/sitzungen", name="sittings")
    async def all(self, request: AnyRequest) -> Response[str]:
        yesterday = now() - A_DAY
        past = await over(yesterday, query_form(request).number("seite") or 1)
        me = whoever()
        return kept(
            "public/_coming.html" if visit.get().wants_fragment else "public/sittings.html",
            coming=await ahead(yesterday),
            past=past,
            leads=me is not None and me.leads,
        )

    @get("/sitzungen.ics", name="sittings.calendar", media_type=CALENDAR)
    async def calendar(self) -> Response[bytes]:
        visit.get().keeps = visit.get().me is None
        return calendar_of(await in_calendar(now() - KEPT_IN_CALENDARS))

    @get("/sitzungen/{name:str}", name="sitting")
    async def one(self, name: FromPath[str]) -> Response[Any]:
        """`3` is the page, `3.ics` the same for calendars."""
        number, _dot, ending = name.partition(".")
        if not (number.isascii() and number.isdigit()) or ending not in ("", "ics") or len(number) > 9:
            raise Missing
        sitting = await to_be_seen(int(number))
        if ending == "ics":
            visit.get().keeps = visit.get().me is None
            return calendar_of([await dated(sitting)])
        return await sitting_page(sitting)


async def sitting_page(sitting: Sitting) -> Response[str]:
    items = await queries.agenda(sitting.id)
    before = await sitting_before(sitting.times.starts_at)
    papers, guests = await papers_and_guests(sitting.id)
    me = whoever()
    knows = me is not None and (me.is_staff or me.role in PARLIAMENT)
    return kept(
        "public/sitting.html",
        sitting=sitting,
        items=items,
        papers=papers,
        guests=guests,
        news=await came_of_it(sitting, items, before),
        before=before,
        first=await queries.sitting_by_id(sitting.second_call_of) if sitting.second_call_of else None,
        deadline=await item_deadline(sitting) if sitting.state is SittingState.INVITED else None,
        today=today(),
        leads=me is not None and me.leads,
        inside=me is not None,
        knows=knows,
        questions=await released_questions(sitting.id, inside=knows),
    )
