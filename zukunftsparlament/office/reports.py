"""The desk where reports are settled: what was reported stays, or goes with a reason to its author."""

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
from zukunftsparlament.polls.actions import lock_polls_about, remove_words
from zukunftsparlament.polls.queries import frozen_about
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.actions.removals import Settled, settle
from zukunftsparlament.proposals.actions.removing import Instead, keep_beside
from zukunftsparlament.proposals.queries import reports
from zukunftsparlament.proposals.queries.pictures import picture_of
from zukunftsparlament.proposals.rules.moderation import FOR_THE_OFFICE, Verdict, problem_with, why_not_settle


async def report_page(found: reports.OneReport, me: Me, form: Form, **more: Any) -> Response[str]:
    """`frozen`: where its words stay all the same. `more`: as in `deciding_page`."""
    who = found.parties
    return deciding_page(
        "office/report.html",
        form,
        why_not=why_not_settle(
            authors=who.authors, reporters=who.reporters, moderator=me.member, stage=found.own_stage
        ),
        report=found,
        picture=await picture_of(found.proposal_id) if found.proposal_id else None,
        frozen=await frozen_about(found.proposal_id) if found.proposal_id and found.kind == "proposal" else [],
        **more,
    )


class ReportsController(Controller):
    path = "/buero/meldungen"
    guards = [moderates]

    @get(name="reports")
    async def show(self, request: AnyRequest, me: SignedIn) -> Response[str]:
        asked = query_form(request)
        reason, kind = asked.text("grund"), asked.text("art")
        codes = [code for code in texts.REASON_WORDS if me.is_staff or code not in FOR_THE_OFFICE]
        return page(
            "office/reports.html",
            queue=await reports.open_reports(
                asked.number("seite") or 1, reason=reason, kind=kind, by_office=me.is_staff
            ),
            reasons=[["", _("Alle Gründe")], *([code, texts.report_reason(code)] for code in codes)],
            kinds=[["", _("Alles")], *([code, texts.kind_word(code)] for code in texts.KINDS)],
            reason=reason,
            kind=kind,
            own=me.member,
            done=asked.text("erledigt"),
        )

    @get("/{token:str}", name="report")
    async def show_one(self, token: FromPath[str], me: SignedIn) -> Response[str]:
        return await report_page(await report_for(token, me), me, Form())

    @post("/{token:str}", status_code=303, name="report.settle")
    async def settle(self, token: FromPath[str], me: SignedIn, form: Typed) -> Response[Any]:
        found = await report_for(token, me)
        if problems := problems_of(form):
            return await report_page(found, me, form, status=422, problems=problems)
        verdict = Verdict(form.text("decision"))
        words = form.text("text") if verdict is Verdict.REMOVE else ""
        settled = await carry_out(token, verdict, words, by=Moderator(me.actor, me.member, me.staff))
        if settled.is_ours:
            return go_to(f"/buero/meldungen?erledigt={verdict.value}")
        return await report_page(settled.report, me, Form(), late=True)


async def report_for(token: str, me: Me) -> reports.OneReport:
    """Raises Missing also for what only the office may read."""
    found = await reports.report(token)
    if found.is_for_the_office and not me.is_staff:
        raise Missing
    return found


async def carry_out(token: str, verdict: Verdict, words: str, *, by: Moderator) -> Settled:
    """What is removed goes from the polls about it as well, which quote it."""
    instead = Instead(_("Entfernter Vorschlag"), _("Die Moderation hat diesen Vorschlag entfernt."))
    async with writing():
        found = await reports.report(token)
        about = found.proposal_id if found.kind == "proposal" else None
        if about:
            await lock_polls_about(about)
        settled = await settle(token, verdict, words, instead=instead, by=by)
        if about and settled.removal:
            gone = _("Entfernter Text")
            await keep_beside(settled.removal, polls=await remove_words(about, instead=gone), polls_said=gone)
    return settled


def problems_of(form: Form) -> dict[str, str]:
    if form.text("decision") not in set(Verdict):
        return {"decision": _("Wählen Sie: Bleibt es stehen, oder wird es entfernt?")}
    are_needed = form.text("decision") == Verdict.REMOVE
    problem = problem_with(form.text("text"), are_needed=are_needed) if are_needed else None
    return {"text": texts.words_sentence(problem, form.text("text"))} if problem else {}
