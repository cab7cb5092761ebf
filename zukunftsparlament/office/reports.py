"""The desk where reports are settled: what was reported stays, or goes with a reason to its author."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.office import texts
from zukunftsparlament.people.access import SignedIn, Typed, office
from zukunftsparlament.polls.actions import lock_polls_about, remove_words
from zukunftsparlament.polls.queries import frozen_about
from zukunftsparlament.proposals.actions.removals import Instead, settle
from zukunftsparlament.proposals.queries import reports
from zukunftsparlament.proposals.rules.moderation import Verdict, problem_with
from zukunftsparlament.proposals.rules.writing import OFFICE_WORDS


async def report_page(
    found: reports.OneReport,
    form: Form,
    *,
    status: int = 200,
    problems: dict[str, str] | None = None,
    late: bool = False,
) -> Response[str]:
    """`late`: somebody else has settled it in the meantime. `frozen`: where its words stay all the same."""
    return page(
        "office/report.html",
        status=status,
        report=found,
        form=form,
        problems=problems or {},
        late=late,
        limit=OFFICE_WORDS,
        frozen=await frozen_about(found.proposal_id) if found.proposal_id else [],
    )


class ReportsController(Controller):
    path = "/buero/meldungen"
    guards = [office]

    @get(name="reports")
    async def show(self, request: AnyRequest) -> Response[str]:
        asked = query_form(request)
        return page(
            "office/reports.html",
            queue=await reports.open_reports(asked.number("seite") or 1),
            done=asked.text("erledigt"),
        )

    @get("/{token:str}", name="report")
    async def show_one(self, token: FromPath[str]) -> Response[str]:
        return await report_page(await reports.report(token), Form())

    @post("/{token:str}", status_code=303, name="report.settle")
    async def settle(self, token: FromPath[str], me: SignedIn, form: Typed) -> Response[Any]:
        if problems := problems_of(form):
            return await report_page(await reports.report(token), form, status=422, problems=problems)
        verdict = Verdict(form.text("decision"))
        words = form.text("text") if verdict is Verdict.REMOVE else ""
        found, is_ours = await carry_out(token, verdict, words, actor=me.actor)
        if is_ours:
            return go_to(f"/buero/meldungen?erledigt={verdict.value}")
        return await report_page(found, Form(), late=True)


async def carry_out(token: str, verdict: Verdict, words: str, *, actor: str) -> tuple[reports.OneReport, bool]:
    """What is removed goes from the polls about it as well, which quote it."""
    instead = Instead(_("Entfernter Vorschlag"), _("Das Jugendbüro hat diesen Vorschlag entfernt."))
    async with writing():
        about = (await reports.report(token)).proposal_id
        if about:
            await lock_polls_about(about)
        found, is_ours = await settle(token, verdict, words, instead=instead, actor=actor)
        if about and is_ours and verdict is Verdict.REMOVE:
            await remove_words(about, instead=_("Entfernter Text"))
    return found, is_ours


def problems_of(form: Form) -> dict[str, str]:
    if form.text("decision") not in set(Verdict):
        return {"decision": _("Wählen Sie: Bleibt es stehen, oder wird es entfernt?")}
    are_needed = form.text("decision") == Verdict.REMOVE
    problem = problem_with(form.text("text"), are_needed=are_needed) if are_needed else None
    return {"text": texts.words_sentence(problem, form.text("text"))} if problem else {}
