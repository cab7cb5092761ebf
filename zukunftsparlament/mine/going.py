"""Deleting oneself: a page that says what goes and what stays, and the words of the card once more."""

from typing import Any

from litestar import Controller, Response, get, post

from zukunftsparlament.departures.actions import leave_myself
from zukunftsparlament.departures.rules import WhyNotLeave
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Refused, TooOften
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.mine import going_texts  # noqa: F401  teaches the pages why not
from zukunftsparlament.people import proving
from zukunftsparlament.people.access import Me, SignedIn, Typed, has_card, public, whoever
from zukunftsparlament.people.controllers import address_of, pause, too_often
from zukunftsparlament.people.rules import WhyNot
from zukunftsparlament.people.sign_out import goodbye
from zukunftsparlament.polls.leaving import running_about

KEEP, TAKE = "keep", "take"
FAREWELL = "/auf-wiedersehen"


async def question(me: Me, form: Form, *, status: int = 200, problems: dict[str, str] | None = None) -> Response[str]:
    return page(
        "mine/going.html",
        status=status,
        form=form,
        problems=problems or {},
        running=await running_about(me.card),
    )


class GoingController(Controller):
    path = "/meins/loeschung"
    guards = [has_card]

    @get(name="mine.going")
    async def show(self, me: SignedIn) -> Response[str]:
        return await question(me, Form([("texts", KEEP)]))

    @post(status_code=303)
    async def go(self, request: AnyRequest, form: Typed, me: SignedIn) -> Response[Any]:
        if problems := problems_of(form):
            return await question(me, form, status=422, problems=problems)
        try:
            await proving.prove(form.text("words"), me=me, address=address_of(request))
            await leave_myself(with_texts=form.text("texts") == TAKE)
        except TooOften as error:
            return too_often(await question(me, form, status=429, problems={"words": pause(error.seconds)}), error)
        except Refused as refused:
            return await refusal(refused, form, me)
        return goodbye(FAREWELL)


async def refusal(refused: Refused, form: Form, me: Me) -> Response[str]:
    if refused.reason is WhyNotLeave.TEXTS_IN_A_POLL:
        return await question(me, form, status=409, problems={"texts": sentence(refused.reason)})
    why = WhyNotLeave.WORDS_WRONG if refused.reason is WhyNot.WORDS_WRONG else refused.reason
    return await question(me, form, status=422, problems={"words": sentence(why)})


def problems_of(form: Form) -> dict[str, str]:
    found = {
        "texts": WhyNotLeave.CHOICE_MISSING if form.text("texts") not in (KEEP, TAKE) else None,
        "words": WhyNotLeave.WORDS_MISSING if not form.text("words") else None,
    }
    return {name: sentence(why) for name, why in found.items() if why}


class FarewellController(Controller):
    guards = [public]

    @get(FAREWELL, name="farewell")
    async def show(self) -> Response[Any]:
        return go_to("/") if whoever() else page("mine/farewell.html")
