"""The desk where objections are decided: by somebody else than who removed it."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.office import texts
from zukunftsparlament.office.deciding import deciding_page
from zukunftsparlament.people.access import Me, SignedIn, Typed, moderates
from zukunftsparlament.polls.actions import lock_polls_about, put_words_back
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.actions.objections import rule
from zukunftsparlament.proposals.queries import removals
from zukunftsparlament.proposals.queries.pictures import removed_picture_of
from zukunftsparlament.proposals.queries.removals import Removal
from zukunftsparlament.proposals.rules.moderation import WhyNotModerate, problem_with
from zukunftsparlament.proposals.rules.objections import Ruling, why_not_rule


def why_not(removal: Removal, me: Me) -> WhyNotModerate | None:
    return why_not_rule(
        authors=removal.parties.authors,
        reporters=removal.parties.reporters,
        removed_by=removal.removed_by,
        who=(me.staff, me.member),
        for_the_office=removal.for_the_office,
    )


async def objection_page(removal: Removal, me: Me, form: Form, **more: Any) -> Response[str]:
    """`alone`: nobody is there who could decide instead. `more`: as in `deciding_page`."""
    reason = why_not(removal, me) if removal.decided_at is None else None
    return deciding_page(
        "office/objection.html",
        form,
        why_not=reason,
        removal=removal,
        alone=reason is not None and await removals.is_nobody_else(removal),
        picture=await removed_picture_of(removal.proposal_id or 0) if removal.kept.get("picture") else None,
        **more,
    )


class ObjectionsController(Controller):
    path = "/buero/einsprueche"
    guards = [moderates]

    @get(name="objections")
    async def show(self, request: AnyRequest, me: SignedIn) -> Response[str]:
        asked = query_form(request)
        waiting = await removals.waiting(asked.number("seite") or 1, by_office=me.is_staff)
        return page("office/objections.html", waiting=waiting, who=(me.staff, me.member), done=asked.text("erledigt"))

    @get("/{token:str}", name="objection")
    async def show_one(self, token: FromPath[str], me: SignedIn) -> Response[str]:
        return await objection_page(await removal_for(token, me), me, Form())

    @post("/{token:str}", status_code=303, name="objection.rule")
    async def decide(self, token: FromPath[str], me: SignedIn, form: Typed) -> Response[Any]:
        removal = await removal_for(token, me)
        if why_not(removal, me):
            return await objection_page(removal, me, form, status=409)
        if problems := problems_of(form):
            return await objection_page(removal, me, form, status=422, problems=problems)
        ruling = Ruling(form.text("decision"))
        if await carry_out(token, ruling, form.text("text"), by=Moderator(me.actor, me.member, me.staff)):
            return go_to(f"/buero/einsprueche?erledigt={ruling.value}")
        return await objection_page(await removals.removal(token), me, Form(), late=True)


async def removal_for(token: str, me: Me) -> Removal:
    """Raises Missing where nobody has objected, and for what only the office may read."""
    removal = await removals.removal(token)
    if removal.objected_at is None or (removal.for_the_office and not me.is_staff):
        raise Missing
    return removal


async def carry_out(token: str, ruling: Ruling, words: str, *, by: Moderator) -> bool:
    """Whether it was this ruling that decided it. The polls about it say again what they said."""
    async with writing():
        about = (await removals.removal(token)).proposal_id
        if about:
            await lock_polls_about(about)
        removal, is_ours = await rule(token, ruling, words, by=by)
        if is_ours and ruling is Ruling.PUT_BACK and (polls := removal.kept.get("polls")):
            await put_words_back(polls, instead=removal.kept["polls_said"])
    return is_ours


def problems_of(form: Form) -> dict[str, str]:
    if form.text("decision") not in set(Ruling):
        return {"decision": _("Wählen Sie: Kommt es zurück, oder bleibt es entfernt?")}
    problem = problem_with(form.text("text"), are_needed=True)
    return {"text": texts.words_sentence(problem, form.text("text"))} if problem else {}
