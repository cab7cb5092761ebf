"""Something of one's own was removed: what it was, why, and "Ich bin nicht einverstanden", once."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import SignedIn, Typed, has_card
from zukunftsparlament.proposals.actions.objections import object_to
from zukunftsparlament.proposals.queries import removals
from zukunftsparlament.proposals.queries.removals import Removal
from zukunftsparlament.proposals.rules.objections import OBJECTION
from zukunftsparlament.proposals.rules.writing import Problem, problem_of
from zukunftsparlament.proposals.texts import problem_sentence


class RemovedController(Controller):
    path = "/meins/entfernt/{token:str}"
    guards = [has_card]

    @get(name="mine.removed")
    async def show(self, token: FromPath[str], me: SignedIn) -> Response[str]:
        return removed_page(await own_removal(token, me.card), Form())

    @post(status_code=303)
    async def object(self, token: FromPath[str], me: SignedIn, form: Typed) -> Response[Any]:
        removal, words = await own_removal(token, me.card), form.text("text")
        if problem := problem_of(words, limit=OBJECTION):
            said = problem_sentence("text", problem, words, limit=OBJECTION)
            if problem is Problem.EMPTY:
                said = _("Schreib auf, warum du nicht einverstanden bist.")
            return removed_page(removal, form, status=422, problems={"text": said})
        await object_to(token, words, author=me.card)
        return go_to(f"/meins/entfernt/{token}")


async def own_removal(token: str, member: int) -> Removal:
    """Raises Missing for what was never one's own."""
    removal = await removals.removal(token)
    if member not in removal.parties.authors:
        raise Missing
    return removal


def removed_page(
    removal: Removal, form: Form, *, status: int = 200, problems: dict[str, str] | None = None
) -> Response[str]:
    why_not = removal.why_not_object(now())
    return page(
        "mine/removed.html",
        status=status,
        removal=removal,
        form=form,
        problems=problems or {},
        why_not=sentence(why_not) if why_not else "",
        limit=OBJECTION,
    )
