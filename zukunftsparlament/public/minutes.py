"""Minutes of a sitting for everybody: as a page, a PDF and for Word. A draft only for those who hold a seat."""

import asyncio
from collections.abc import Callable
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.dossiers import minutes_texts, minutes_view
from zukunftsparlament.dossiers.documents import OPEN_XML
from zukunftsparlament.dossiers.minutes_docx import minutes_docx
from zukunftsparlament.dossiers.minutes_pdf import minutes_pdf
from zukunftsparlament.dossiers.minutes_shape import Written
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.forms import query_form
from zukunftsparlament.kernel.pages import AnyRequest, download, go_to, kept, page
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.minutes import reading
from zukunftsparlament.minutes import texts as texts
from zukunftsparlament.minutes.actions import confirm
from zukunftsparlament.minutes.actions.confirming import Who
from zukunftsparlament.minutes.queries import Version
from zukunftsparlament.people.access import Me, SignedIn, Typed, public, signed_in, whoever
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.queries import Sitting

Writer = Callable[[Written], bytes]
PDF = "application/pdf"
WORD = f"{OPEN_XML}.wordprocessingml.document"


async def sitting_with_minutes(number: int, me: Me | None) -> Sitting:
    """Raises Missing for one that is not over, and for a rehearsal, but for those who lead."""
    sitting = await queries.sitting(number)
    is_over = sitting.times.closed_at is not None and not sitting.is_rehearsal
    if not is_over and not await reading.may_see_draft(me, sitting):
        raise Missing
    return sitting


def asked_for(request: AnyRequest, found: list[Version]) -> Version | None:
    """`?fassung=`; without it the one that counts. Raises Missing for one that is not public."""
    if not (number := query_form(request).text("fassung")):
        return found[0] if found else None
    one = next((one for one in found if str(one.version) == number), None)
    if one is None:
        raise Missing
    return one


async def waiting_page(sitting: Sitting, *, status: int = 200, why: str = "") -> Response[str]:
    """Not public yet: until when, and for those who hold a seat the draft."""
    me = whoever()
    found: dict[str, Any] = {"sitting": sitting, "due": await reading.due_on(sitting), "today": today(), "why": why}
    if me is None or not await reading.may_see_draft(me, sitting):
        return kept("public/minutes_waiting.html", draft=None, confirming=None, blocks=[], **found)
    draft = await reading.draft_of(sitting)
    return page(
        "public/minutes_waiting.html",
        status=status,
        draft=draft,
        confirming=await reading.confirming(draft, me),
        blocks=minutes_view.blocks(minutes_view.of_draft(draft)),
        **found,
    )


class MinutesController(Controller):
    path = "/sitzungen/{number:int}"

    @get("/protokoll", guards=[public], name="minutes")
    async def show(self, request: AnyRequest, number: FromPath[int]) -> Response[str]:
        sitting = await sitting_with_minutes(number, whoever())
        found = await reading.published(sitting)
        one = asked_for(request, found)
        if one is None:
            return await waiting_page(sitting)
        removed = await reading.removed_proposals()
        shown = minutes_view.of_version(one, removed)
        before = next((old for old in found if old.version == one.version - 1), None)
        changed = minutes_view.changed(minutes_view.of_version(before, removed), shown) if before else []
        return kept(
            "public/minutes.html",
            sitting=sitting,
            one=one,
            newest=found[0],
            versions=found,
            title=minutes_texts.called(one.content),
            blocks=minutes_view.blocks(shown),
            changed=changed,
        )

    @get("/protokoll.pdf", guards=[public], name="minutes.pdf")
    async def as_pdf(self, request: AnyRequest, number: FromPath[int]) -> Response[bytes]:
        return await self._file(request, number, "pdf", PDF, minutes_pdf)

    @get("/protokoll.docx", guards=[public], name="minutes.docx")
    async def as_docx(self, request: AnyRequest, number: FromPath[int]) -> Response[bytes]:
        return await self._file(request, number, "docx", WORD, minutes_docx)

    @post("/protokoll/bestaetigung", guards=[signed_in], name="minutes.confirm", status_code=303)
    async def confirm(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        """`seen`: the fingerprint of what was on the screen. `desk`: back to the chair's page."""
        sitting = await sitting_with_minutes(number, me)
        try:
            await confirm(number, seen=form.text("seen"), who=Who(me.actor, me.member))
        except Refused as refused:
            return await waiting_page(sitting, status=409, why=sentence(refused.reason))
        return go_to(
            f"/vorsitz/{number}/protokoll" if form.text("desk") and me.leads else f"/sitzungen/{number}/protokoll"
        )

    async def _file(
        self, request: AnyRequest, number: int, ending: str, media_type: str, write: Writer
    ) -> Response[bytes]:
        me = whoever()
        sitting = await sitting_with_minutes(number, me)
        one = asked_for(request, await reading.published(sitting))
        if one is None and not await reading.may_see_draft(me, sitting):
            raise Missing
        if one:
            told = minutes_view.of_version(one, await reading.removed_proposals())
        else:
            told = minutes_view.of_draft(await reading.draft_of(sitting))
        body = await asyncio.to_thread(write, told)
        name = minutes_texts.file_name(told.content) + ("" if one else "-entwurf")
        return download(body, name=f"{name}.{ending}", media_type=media_type)
