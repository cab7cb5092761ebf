"""Changing a released proposal: all its fields on one page, and all its versions for everybody."""

from collections.abc import Mapping
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, kept, page
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import SignedIn, Typed, has_card, public
from zukunftsparlament.proposals.actions import edits as actions
from zukunftsparlament.proposals.around_texts import MEANWHILE
from zukunftsparlament.proposals.pace import count_post
from zukunftsparlament.proposals.queries import pages, versions
from zukunftsparlament.proposals.queries.versions import FIELDS, Edit, changes_between, newest_edit
from zukunftsparlament.proposals.rules.around import WhyNotNow, why_not_edit_now
from zukunftsparlament.proposals.rules.writing import LIMITS, problems_of
from zukunftsparlament.proposals.texts import TOPICS, problem_sentence


class EditController(Controller):
    path = "/vorschlaege/{number:int}/aenderung"
    guards = [has_card]

    @get(name="edit")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        proposal, edit = await _own(number, me.card)
        says = edit.says if edit and not edit.is_declined else _says(proposal)
        return _page(proposal, edit, Form(list(says.items())))

    @post(name="edit.keep", status_code=303)
    async def keep(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        typed = {name: form.text(name) for name in FIELDS if form.ticked(name)}
        if not await actions.keep(number, me.card, typed, stamp=form.text("stamp")):
            proposal, edit = await _own(number, me.card)
            return _page(proposal, edit, form, status=422, problems={"title": _(MEANWHILE)})
        if form.ticked("later"):
            return go_to(f"/vorschlaege/{number}")
        proposal, edit = await _own(number, me.card)
        says = edit.says if edit else _says(proposal)
        if problems := _problems(says):
            return _page(proposal, edit, form, status=422, problems=problems)
        try:
            count_post(me.card)
            is_public = await actions.submit(number, me)
        except Refused as refused:
            if refused.reason is not WhyNotNow.NOTHING_CHANGED:
                raise
            return _page(proposal, edit, form, status=422, problems={"title": sentence(refused.reason)})
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


def _problems(says: Mapping[str, str]) -> dict[str, str]:
    found = problems_of(says)
    return {name: problem_sentence(name, it, says[name], limit=LIMITS.get(name, 0)) for name, it in found.items()}


def _page(proposal: pages.Found, edit: Edit | None, form: Form, *, status: int = 200, **more: Any) -> Response[str]:
    why_not = why_not_edit_now(proposal.stage)
    is_open = edit is not None and not edit.is_declined
    return page(
        "proposals/edit.html",
        status=status,
        proposal=proposal,
        edit=edit,
        form=form,
        why_not=sentence(why_not) if why_not else "",
        changes=changes_between(_says(proposal), edit.says) if edit and is_open else (),
        stamp=edit.stamp if edit and is_open else "",
        limits=LIMITS,
        topics=[[code, _(text)] for code, text in TOPICS.items()],
        **more,
    )
