""" "Das ist nicht okay": the sign, the reason, done. Three taps, and what comes of it is said on "Meins"."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import SignedIn, Typed, has_card, public
from zukunftsparlament.proposals.actions import reporting
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
        await reporting.report_proposal(number, *_said(form), reporter=me.card)
        return _thanks(number, form)

    @get("/vorschlaege/{number:int}/bild/meldungen", guards=[public], name="report.picture")
    async def about_picture(self, number: FromPath[int]) -> Response[str]:
        return await _picture(number, Form())

    @post("/vorschlaege/{number:int}/bild/meldungen", guards=[has_card], status_code=303)
    async def report_picture(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        if problems := _problems(form):
            return await _picture(number, form, status=422, problems=problems)
        count_post(me.card)
        await reporting.report_picture(number, *_said(form), reporter=me.card)
        return _thanks(number, form)

    @get("/vorschlaege/{number:int}/meldungen/danke", guards=[public], name="report.thanks")
    async def thanks(self, request: AnyRequest, number: FromPath[int]) -> Response[str]:
        proposal = await pages.proposal(number, member=None)
        in_danger = request.query_params.get("grund") == ReportReason.DANGER
        return page("proposals/reported.html", proposal=proposal, in_danger=in_danger)

    @get("/beitraege/{number:int}/meldungen", guards=[public], name="report.comment")
    async def about_comment(self, number: FromPath[int]) -> Response[str]:
        return await _comment(number, Form())

    @post("/beitraege/{number:int}/meldungen", guards=[has_card], status_code=303)
    async def report_comment(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        if problems := _problems(form):
            return await _comment(number, form, status=422, problems=problems)
        count_post(me.card)
        said = await contribution(number)
        await reporting.report_comment(number, *_said(form), reporter=me.card)
        return _thanks(said.proposal, form)


def _said(form: Form) -> tuple[ReportReason, str]:
    return REASONS[form.text("reason")], form.text("text")


def _thanks(number: int, form: Form) -> Response[Any]:
    """Who may be in danger is more than a report: the page after it says where else to turn."""
    in_danger = form.text("reason") == ReportReason.DANGER
    return go_to(f"/vorschlaege/{number}/meldungen/danke" + (f"?grund={ReportReason.DANGER}" if in_danger else ""))


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
    where = _("Vorschlag {n}").format(n=number)
    return _page(form, quoted=proposal.title, address=f"{address}/meldungen", back=address, where=where, **more)


async def _picture(number: int, form: Form, **more: Any) -> Response[str]:
    proposal = await pages.proposal(number, member=None)
    address, where = f"/vorschlaege/{number}", _("Bild bei Vorschlag {n}").format(n=number)
    quoted = _("Das Bild bei „{title}“").format(title=proposal.title)
    return _page(form, quoted=quoted, address=f"{address}/bild/meldungen", back=address, where=where, **more)


async def _comment(number: int, form: Form, **more: Any) -> Response[str]:
    said = await contribution(number)
    back, where = f"/vorschlaege/{said.proposal}#b{number}", _("Beitrag {n}").format(n=number)
    address = f"/beitraege/{number}/meldungen"
    return _page(form, quoted=said.text, address=address, back=back, where=where, **more)


def _page(form: Form, *, status: int = 200, **found: Any) -> Response[str]:
    reasons = [[code.value, picture, _(text)] for code, (picture, text) in REPORT_REASONS.items()]
    return page("proposals/report.html", status=status, form=form, reasons=reasons, limit=REPORT_TEXT, **found)
