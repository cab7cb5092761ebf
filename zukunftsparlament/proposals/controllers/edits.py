"""Changing a released proposal: all its fields on one page, and all its versions for everybody."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import Provide
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form, read_form_with_picture
from zukunftsparlament.kernel.pages import go_to, kept, page
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.kernel.uploads import BODY_BYTES
from zukunftsparlament.people.access import SignedIn, Typed, has_card, public
from zukunftsparlament.proposals.actions import edits as actions
from zukunftsparlament.proposals.actions.edit_pictures import PictureTyped
from zukunftsparlament.proposals.actions.pictures import Taken
from zukunftsparlament.proposals.around_texts import MEANWHILE
from zukunftsparlament.proposals.controllers.picture_uploads import alt_problem, with_picture
from zukunftsparlament.proposals.pace import count_post
from zukunftsparlament.proposals.picture_texts import CHOOSE_AGAIN
from zukunftsparlament.proposals.queries import pages, versions
from zukunftsparlament.proposals.queries.edit_pictures import picture_edit
from zukunftsparlament.proposals.queries.versions import FIELDS, Edit, changes_between, newest_edit
from zukunftsparlament.proposals.rules.around import WhyNotNow, why_not_edit_now
from zukunftsparlament.proposals.rules.pictures import ALT
from zukunftsparlament.proposals.rules.writing import LIMITS, problems_of
from zukunftsparlament.proposals.texts import TOPICS, problem_sentence


class EditController(Controller):
    path = "/vorschlaege/{number:int}/aenderung"
    guards = [has_card]

    @get(name="edit")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        proposal, edit = await _own(number, me.card)
        is_open = edit is not None and not edit.is_declined
        says = edit.says if edit and is_open else _says(proposal)
        alt = edit.alt if edit and is_open else proposal.picture.alt if proposal.picture else ""
        return await _page(proposal, edit, Form([*says.items(), ("alt", alt)]))

    @post(
        name="edit.keep",
        status_code=303,
        dependencies={"form": Provide(read_form_with_picture)},
        request_max_body_size=BODY_BYTES,
    )
    async def keep(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        if problems := await _keep(number, me.card, form):
            return await _page(*await _own(number, me.card), form, status=422, problems=problems)
        if form.ticked("later"):
            return go_to(f"/vorschlaege/{number}")
        proposal, edit = await _own(number, me.card)
        if problems := await _problems(proposal, edit):
            return await _page(proposal, edit, form, status=422, problems=problems)
        try:
            count_post(me.card)
            is_public = await actions.submit(number, me)
        except Refused as refused:
            if refused.reason is not WhyNotNow.NOTHING_CHANGED:
                raise
            return await _page(proposal, edit, form, status=422, problems={"title": sentence(refused.reason)})
        return go_to(f"/vorschlaege/{number}" + ("" if is_public else "/aenderung"))

    @post("/loeschung", name="edit.throw_away", status_code=303)
    async def throw_away(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.throw_away(number, me.card)
        return go_to(f"/vorschlaege/{number}")


class VersionController(Controller):
    @get("/vorschlaege/{number:int}/fassungen", guards=[public], name="versions")
    async def show(self, number: FromPath[int]) -> Response[str]:
        proposal = await pages.proposal(number, member=None)
        return kept("proposals/versions.html", proposal=proposal, versions=await versions.versions(number))


async def _own(number: int, member: int) -> tuple[pages.Found, Edit | None]:
    proposal = await pages.proposal(number, member=member)
    if not proposal.is_mine or proposal.removed_at is not None:
        raise Missing
    return proposal, await newest_edit(proposal.id)


def _says(proposal: pages.Found) -> dict[str, str]:
    return {name: getattr(proposal, name) for name in FIELDS}


async def _keep(number: int, member: int, form: Form) -> dict[str, str]:
    """What was typed and the picture that came, right or wrong; what could not be kept of it."""
    await _own(number, member)  # before a second of work for what is not theirs
    typed = {name: form.text(name) for name in FIELDS if form.ticked(name)}
    alt = form.text("alt") if form.ticked("alt") else None

    async def keep(new: Taken | None) -> bool:
        picture = PictureTyped(new, form.ticked("remove_picture"), alt)
        return await actions.keep(number, member, typed, stamp=form.text("stamp"), picture=picture)

    is_kept, why_not = await with_picture(form, member, keep)
    problems = {} if is_kept else {"title": _(MEANWHILE)}
    if not is_kept and "picture" in form.uploads:
        why_not = why_not or _(CHOOSE_AGAIN)
    return problems | ({"picture": why_not} if why_not else {})


async def _problems(proposal: pages.Found, edit: Edit | None) -> dict[str, str]:
    """None when there is no edit: it was released by the first of two taps."""
    if edit is None:
        return {}
    found, pictures = problems_of(edit.says), await picture_edit(proposal.id, edit.picture, edit.alt)
    said = {name: problem_sentence(name, it, edit.says[name], limit=LIMITS.get(name, 0)) for name, it in found.items()}
    return said | alt_problem(edit.alt, pictures.after)


async def _page(
    proposal: pages.Found, edit: Edit | None, form: Form, *, status: int = 200, **more: Any
) -> Response[str]:
    why_not = why_not_edit_now(proposal.stage)
    is_open = edit is not None and not edit.is_declined
    does, alt = (edit.picture, edit.alt) if edit and is_open else ("", "")
    return page(
        "proposals/edit.html",
        status=status,
        proposal=proposal,
        edit=edit,
        form=form,
        why_not=sentence(why_not) if why_not else "",
        changes=changes_between(_says(proposal), edit.says) if edit and is_open else (),
        stamp=edit.stamp if edit and is_open else "",
        pictures=await picture_edit(proposal.id, does, alt),
        limits=LIMITS | {"alt": ALT},
        topics=[[code, _(text)] for code, text in TOPICS.items()],
        **more,
    )
