"""The desk where held posts are read: released, asked back, or declined with a reason."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.office import texts
from zukunftsparlament.office.deciding import deciding_page
from zukunftsparlament.people import own_names
from zukunftsparlament.people.access import Me, SignedIn, Typed, moderates
from zukunftsparlament.proposals.actions.moderation import Moderator, decide
from zukunftsparlament.proposals.queries import held
from zukunftsparlament.proposals.queries.held_posts import Post
from zukunftsparlament.proposals.rules.moderation import Decision, problem_with, why_not_moderate


def post_page(found: Post, me: Me, form: Form, **more: Any) -> Response[str]:
    """`more`: as in `deciding_page`."""
    why_not = why_not_moderate(author=found.author_for(me.member), moderator=me.member)
    return deciding_page("office/release.html", form, why_not=why_not, post=found, **more)


class ReleasesController(Controller):
    path = "/buero/freigaben"
    guards = [moderates]

    @get(name="releases")
    async def show(self, request: AnyRequest, me: SignedIn) -> Response[str]:
        asked = query_form(request)
        return page(
            "office/releases.html",
            queue=await held.queue(asked.number("seite") or 1, by_office=me.is_staff),
            names=await own_names.waiting_names(),
            own=me.member,
            done=asked.text("erledigt"),
        )

    @get("/{token:str}", name="release")
    async def show_one(self, token: FromPath[str], me: SignedIn) -> Response[str]:
        return post_page(await post_for(token, me), me, Form())

    @post("/{token:str}", status_code=303, name="release.decide")
    async def decide(self, token: FromPath[str], me: SignedIn, form: Typed) -> Response[Any]:
        found = await post_for(token, me)
        if problems := problems_of(form):
            return post_page(found, me, form, status=422, problems=problems)
        decision = Decision(form.text("decision"))
        words = "" if decision is Decision.RELEASE else form.text("text")
        found, is_ours = await decide(token, decision, words, by=Moderator(me.actor, me.member))
        if is_ours:
            return go_to(f"/buero/freigaben?erledigt={decision.value}")
        return post_page(found, me, Form(), late=True)


async def post_for(token: str, me: Me) -> Post:
    """Raises Missing also for what only the office may read."""
    found = await held.post(token)
    if found.is_for_the_office and not me.is_staff:
        raise Missing
    return found


def problems_of(form: Form) -> dict[str, str]:
    if form.text("decision") not in set(Decision):
        return {"decision": _("Freigeben, zurückfragen oder ablehnen?")}
    are_needed = form.text("decision") != Decision.RELEASE
    problem = problem_with(form.text("text"), are_needed=are_needed) if are_needed else None
    return {"text": texts.words_sentence(problem, form.text("text"))} if problem else {}
