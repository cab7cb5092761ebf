"""The desk where results are handed over and answers are entered."""

import asyncio
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.dossiers import texts as written
from zukunftsparlament.dossiers.documents import DOCUMENTS, sizes
from zukunftsparlament.dossiers.leaflets import FILES, printed
from zukunftsparlament.handovers import actions, queries, rules
from zukunftsparlament.handovers.packing import Parcel, Wish, pack
from zukunftsparlament.handovers.rules import WhyNot
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, download, go_to, page
from zukunftsparlament.kernel.refusals import Missing, Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.minutes.queries.decisions import waiting_for_office
from zukunftsparlament.office import handover_texts
from zukunftsparlament.office.handover_view import as_shape, decisions_in, number_in, to_pick
from zukunftsparlament.people.access import SignedIn, Typed, confirmed_office, office
from zukunftsparlament.polls.queries import counted_polls

may_export = confirmed_office


def wish_of(form: Form) -> Wish:
    """Polls in their order, each once; what is no number becomes 0, which no poll has. `up` and `down` move one."""
    numbers = dict.fromkeys(Form([("number", typed)]).number("number") or 0 for typed in form.all("polls"))
    order = rules.moved(list(numbers), up=form.number("up"), down=form.number("down"))
    return Wish(
        order, form.text("body"), rules.read_day(form.text("answer_by")), form.text("seen"), form.text("letter")
    )


async def new_page(form: Form, *, status: int = 200, problems: dict[str, str] | None = None) -> Response[str]:
    return page(
        "office/handovers/new.html",
        status=status,
        form=form,
        problems=problems or {},
        chosen=form.all("polls"),
        polls=to_pick(await counted_polls(), await queries.handed_over()),
        limit=rules.LONGEST_LETTER,
        bodies=[[body.short, body.name] for body in await queries.bodies()],
    )


def preview_page(parcel: Parcel, wish: Wish, *, status: int = 200, changed: str = "") -> Response[str]:
    decisions = decisions_in(parcel.frozen(0), clocks={})
    found = {"parcel": parcel, "wish": wish, "decisions": decisions, "changed": changed}
    return page("office/handovers/preview.html", status=status, **found)


async def cannot(form: Form, error: Wrong | Refused) -> Response[str]:
    """The form again, with what was typed, and beside its field what speaks against it."""
    if isinstance(error, Wrong):
        return await new_page(form, status=422, problems=error.problems)
    return await new_page(form, status=409, problems={"polls": sentence(error.reason)})


class HandoverController(Controller):
    path = "/buero/uebergaben"
    guards = [office]

    @get(name="handovers")
    async def all(self, request: AnyRequest) -> Response[str]:
        asked = query_form(request).number("seite") or 1
        found, pages = await queries.handovers(asked)
        given = await waiting_for_office()
        return page("office/handovers/all.html", handovers=found, page=asked, pages=pages, given=given)

    @get("/neu", name="handovers.new")
    async def new(self, request: AnyRequest) -> Response[str]:
        """With what was chosen before, for who comes back from the preview."""
        usual = ("answer_by", (today() + rules.USUAL_WAIT).isoformat())
        return await new_page(Form([*query_form(request).fields, usual]))

    @post("/neu", status_code=200, name="handovers.change")
    async def change(self, form: Typed) -> Response[str]:
        """The same, with a covering letter, which is too long for an address."""
        return await new_page(form)

    @get("/vorschau", name="handovers.preview")
    async def preview(self, request: AnyRequest) -> Response[str]:
        return await self._preview(query_form(request))

    @post("/vorschau", status_code=200, name="handovers.preview.letter")
    async def preview_with_letter(self, form: Typed) -> Response[str]:
        return await self._preview(form)

    async def _preview(self, form: Form) -> Response[str]:
        wish = wish_of(form)
        try:
            return preview_page(await pack(wish), wish)
        except (Wrong, Refused) as error:
            return await cannot(form, error)

    @post(status_code=303, name="handovers.hand_over")
    async def hand_over(self, form: Typed, me: SignedIn) -> Response[Any]:
        wish = wish_of(form)
        try:
            number = await actions.hand_over(wish, actor=me.actor)
        except (Wrong, Refused) as error:
            if isinstance(error, Refused) and error.reason is WhyNot.CHANGED_SINCE_PREVIEW:
                return preview_page(await pack(wish), wish, status=409, changed=sentence(error.reason))
            return await cannot(form, error)
        return go_to(f"/buero/uebergaben/{number}")

    @get("/{name:str}", name="handover")
    async def one(self, request: AnyRequest, name: FromPath[str]) -> Response[Any]:
        """The page of a hand-over (`7`), or one of its documents (`7.pdf`)."""
        typed, _, ending = name.partition(".")
        number = number_in(typed)
        if ending:
            return await self._document(request, number, ending)
        handover = await queries.handover(number, version=query_form(request).number("fassung"))
        return page(
            "office/handovers/one.html",
            handover=handover,
            decisions=decisions_in(handover.frozen, clocks=handover.clocks),
            documents=handover_texts.DOCUMENTS,
            sizes=await asyncio.to_thread(sizes, as_shape(handover.frozen)),
        )

    @get("/{number:int}/{name:str}", name="handover.leaflet")
    async def leaflet(self, number: FromPath[int], name: FromPath[str]) -> Response[bytes]:
        """The page in plain words, or the poster. Everybody may have them, so nobody is asked again."""
        file, _, ending = name.partition(".")
        if file not in FILES or ending != "pdf":
            raise Missing
        body = await asyncio.to_thread(printed, file, await queries.leaflet(number))
        return download(body, name=f"uebergabe-{number}-{file}.pdf", media_type="application/pdf")

    async def _document(self, request: AnyRequest, number: int, ending: str) -> Response[bytes]:
        if ending not in DOCUMENTS:
            raise Missing
        await may_export(request, request.route_handler)
        version = query_form(request).number("fassung")
        frozen = as_shape((await queries.handover(number, version=version)).frozen)
        document = DOCUMENTS[ending]
        body = await asyncio.to_thread(document.write, frozen)
        return download(body, name=f"{written.file_name(frozen)}.{ending}", media_type=document.media_type)
