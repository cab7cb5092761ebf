""" "Das ist nicht okay": the sign, the reason, done."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import SignedIn, Typed, has_card, public
from zukunftsparlament.proposals.actions import talk
from zukunftsparlament.proposals.pace import count_post
from zukunftsparlament.proposals.queries import pages
from zukunftsparlament.proposals.queries.talk import contribution
from zukunftsparlament.proposals.rules import ReportReason
from zukunftsparlament.proposals.rules.writing import REPORT_TEXT, Problem, problem_of
from zukunftsparlament.proposals.texts import REPORT_REASONS, problem_sentence

REASONS = {reason.value: reason for reason in ReportReason}


class ReportController(Controller):
    @get("/vorschlaege/{number:int}/meldungen", guards=[public], name="report.proposal")
    async def about_proposal(self, number: FromPath[int]) -> Response[str]:
        return await _proposal(number, Form())

    @post("/vorschlaege/{number:int}/meldungen", guards=[has_card], status_code=303)
    async def report_proposal(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        if problems := _problems(form):
            return await _proposal(number, form, status=422, problems=problems)
        count_post(me.card)
        await talk.report_proposal(number, REASONS[form.text("reason")], form.text("text"), reporter=me.card)
        return go_to(f"/vorschlaege/{number}/meldungen/danke")

    @get("/vorschlaege/{number:int}/meldungen/danke", guards=[public], name="report.thanks")
    async def thanks(self, number: FromPath[int]) -> Response[str]:
        return page("proposals/reported.html", proposal=await pages.proposal(number, member=None))

    @get("/beitraege/{number:int}/meldungen", guards=[public], name="report.comment")
    async def about_comment(self, number: FromPath[int]) -> Response[str]:
        return await _comment(number, Form())

    @post("/beitraege/{number:int}/meldungen", guards=[has_card], status_code=303)
    async def report_comment(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        if problems := _problems(form):
            return await _comment(number, form, status=422, problems=problems)
        count_post(me.card)
        said = await contribution(number)
        await talk.report_comment(number, REASONS[form.text("reason")], form.text("text"), reporter=me.card)
        return go_to(f"/vorschlaege/{said.proposal}/meldungen/danke")


def _problems(form: Form) -> dict[str, str]:
    problems = {}
    text = form.text("text")
    if form.text("reason") not in REASONS:
        problems["reason"] = problem_sentence("report", Problem.EMPTY, "")
    if problem := problem_of(text, limit=REPORT_TEXT, needed=False):
        problems["text"] = problem_sentence("text", problem, text, limit=REPORT_TEXT)
    return problems


async def _proposal(number: int, form: Form, **more: Any) -> Response[str]:
    proposal = await pages.proposal(number, member=None)
    address = f"/vorschlaege/{number}"
    return _page(form, quoted=proposal.title, address=f"{address}/meldungen", back=address, **more)


async def _comment(number: int, form: Form, **more: Any) -> Response[str]:
    said = await contribution(number)
    back = f"/vorschlaege/{said.proposal}#b{number}"
    return _page(form, quoted=said.text, address=f"/beitraege/{number}/meldungen", back=back, **more)


def _page(form: Form, *, status: int = 200, **found: Any) -> Response[str]:
    reasons = [[code.value, sign, _(text)] for code, (sign, text) in REPORT_REASONS.items()]
    return page("proposals/report.html", status=status, form=form, reasons=reasons, limit=REPORT_TEXT, **found)
