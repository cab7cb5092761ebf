"""The desk where cards are made, printed and replaced."""

import asyncio
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import download, go_to, page
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.refusals import Missing, Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.office import print_room
from zukunftsparlament.people import cards, queries
from zukunftsparlament.people.access import SignedIn, Typed, confirmed_office, office
from zukunftsparlament.people.batches import MOST_CARDS, BatchWish
from zukunftsparlament.people.card_sheet import PrintedCard, card_sheet

NO_SCHOOL = "none"


def wish_of(form: Form) -> BatchWish:
    school = form.text("school")
    known = None if school in ("", NO_SCHOOL) else (form.number("school") or 0)
    return BatchWish(known, form.number("count"), form.text("premoderated_until"), form.text("delete_after"))


async def cards_page(form: Form, *, status: int = 200, problems: dict[str, str] | None = None) -> Response[str]:
    return page(
        "office/cards.html",
        status=status,
        form=form,
        problems=problems or {},
        schools=await queries.schools(),
        batches=await queries.card_batches(),
        most=MOST_CARDS,
        no_school=NO_SCHOOL,
    )


class CardsController(Controller):
    path = "/buero/karten"
    guards = [office]

    @get(name="cards")
    async def show(self) -> Response[str]:
        return await cards_page(Form())

    @post(guards=[confirmed_office], status_code=303, name="cards.make")
    async def make(self, form: Typed, me: SignedIn) -> Response[Any]:
        wish = wish_of(form)

        async def make() -> tuple[str, list[PrintedCard]]:
            batch = await cards.make_batch(wish, actor=me.actor)
            title = await queries.school_name(wish.school) or _("Lernt anderswo")
            return f"{title}, {batch.number}", batch.cards

        try:
            return go_to(f"/buero/karten/druck/{await print_room.made_once((me.actor, wish), make, me.session)}")
        except Wrong as wrong:
            return await cards_page(form, status=422, problems=wrong.problems)

    @post("/ersatz", guards=[confirmed_office], status_code=303, name="cards.replace")
    async def replace(self, form: Typed, me: SignedIn) -> Response[Any]:
        name = form.text("card_name")

        async def make() -> tuple[str, list[PrintedCard]]:
            card = await cards.replace_card(name, actor=me.actor)
            return _("Ersatz für {card}").format(card=card.name), [card]

        try:
            return go_to(f"/buero/karten/druck/{await print_room.made_once((me.actor, fold(name)), make, me.session)}")
        except Refused as refused:
            return await cards_page(form, status=422, problems={"card_name": sentence(refused.reason)})

    @get("/druck/{token:str}", name="cards.ready")
    async def ready(self, token: FromPath[str], me: SignedIn) -> Response[Any]:
        if token.endswith(".pdf"):
            return await printed(token.removesuffix(".pdf"), me.session)
        return page("office/cards_ready.html", sheet=print_room.fetch(token, session=me.session), token=token)


async def printed(token: str, session: int) -> Response[bytes]:
    sheet = print_room.fetch(token, session=session)
    if sheet is None:
        raise Missing
    helps = [await queries.office_line(), _("Nummer gegen Kummer: 116 111 – kostenlos, ohne Namen")]
    body = await asyncio.to_thread(
        card_sheet,
        sheet.cards,
        batch=sheet.title,
        base_url=settings().base_url,
        help_lines=helps,
        made_on=now().replace(microsecond=0),  # Typst takes whole seconds
    )
    return download(body, name="karten.pdf", media_type="application/pdf")
