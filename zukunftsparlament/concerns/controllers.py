""" "Ich mache mir Sorgen um jemanden": open to everybody, with the numbers of help above everything else."""

from typing import Any

from litestar import Controller, Response, get, post

from zukunftsparlament.concerns import actions, queries, rules
from zukunftsparlament.concerns.box import Paper
from zukunftsparlament.concerns.rules import problems_with
from zukunftsparlament.concerns.texts import SENT_NOT_YET, problem_sentence
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Refused, TooOften
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.kernel.throttle import Limit, Throttle
from zukunftsparlament.people.access import Typed, public, whoever
from zukunftsparlament.people.controllers import address_of

# Nobody floods those who read, and a class behind one address still gets through.
by_address = Throttle(Limit(free=30, seconds=60))
# Few who write a lot cannot keep it shut: it counts for all together only what comes after an address's first ones.
first_ones = Throttle(Limit(free=3, seconds=3600))
by_all = Throttle(Limit(free=100, seconds=30))
at_most = Throttle(Limit(free=5000, seconds=2))
# Who has a card always gets through, however many others write.
by_card = Throttle(Limit(free=10, seconds=60))


class ConcernController(Controller):
    path = "/sorge"
    guards = [public]

    @get(name="concern")
    async def show(self, request: AnyRequest) -> Response[str]:
        where = query_form(request).text("wo")[: rules.WHERE]
        return await concern_page(Form([("where", where)]))

    @post(status_code=303)
    async def write(self, request: AnyRequest, form: Typed) -> Response[Any]:
        me = whoever()
        words, where, may_ask = form.text("text"), form.text("where"), form.ticked("may_ask")
        is_young = me is not None and not me.is_staff
        if problems := problems_with(words, where, may_be_asked=may_ask, is_signed_in=is_young):
            said = {name: problem_sentence(problem) for name, problem in problems.items()}
            return await concern_page(form, status=422, problems=said)
        try:
            _count(request, card=me.member if me else None)
            await actions.write_down(Paper(words, where, me.name if me and may_ask else ""))
        except TooOften as error:
            said = {"text": _(SENT_NOT_YET)}
            answer = await concern_page(form, status=429, problems=said)
            answer.headers["Retry-After"] = str(error.seconds)
            return answer
        except Refused as refused:
            return await concern_page(form, status=409, problems={"text": sentence(refused.reason)})
        return go_to("/sorge/danke")

    @get("/danke", name="concern.thanks")
    async def thanks(self) -> Response[str]:
        return page("concerns/thanks.html", **await queries.contacts())


def _count(request: AnyRequest, *, card: int | None) -> None:
    """Raises TooOften."""
    if card is not None:
        by_card.count(str(card))
        return
    address = address_of(request)
    by_address.count(address)
    try:
        first_ones.count(address)
    except TooOften:
        by_all.count("")
    at_most.count("")


async def concern_page(form: Form, *, status: int = 200, problems: dict[str, str] | None = None) -> Response[str]:
    return page(
        "concerns/concern.html",
        status=status,
        form=form,
        problems=problems or {},
        can_be_read=await queries.can_be_read(),
        limit=rules.WORDS,
        where_limit=rules.WHERE,
        **await queries.contacts(),
    )
