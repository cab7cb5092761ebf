"""Meins: what somebody was told, has written, and wants too."""

from datetime import datetime
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.mine import texts
from zukunftsparlament.mine.data_texts import last_month
from zukunftsparlament.people import messages
from zukunftsparlament.people.access import Me, SignedIn, Typed, has_card
from zukunftsparlament.people.devices import devices_of
from zukunftsparlament.proposals.actions.second_try import say_again
from zukunftsparlament.proposals.queries import mine
from zukunftsparlament.proposals.rules.writing import CONTRIBUTION, Problem, problem_of
from zukunftsparlament.proposals.texts import problem_sentence


async def home(me: Me, form: Form, *, token: str = "", problem: str = "", status: int = 200) -> Response[str]:
    """`form`, `token` and `problem`: of a contribution that came back."""
    proposals = await mine.proposals_of(me.card)
    told = await messages.newest(me.card)
    card = await devices_of(me)
    public = [one for one in proposals if one.way == "public"]
    return page(
        "mine/home.html",
        status=status,
        form=form,
        token=token,
        problems={"text": problem} if problem else {},
        messages=[(one, texts.message_sentence(one.kind, one.facts)) for one in told],
        has_news=any(one.is_new for one in told),
        unfinished=[one for one in proposals if one.way != "public"],
        own=[(one, texts.what_comes(one, today=today())) for one in public if one.is_own],
        backed=[one for one in public if one.is_backed and not one.is_own],
        followed=[one for one in public if not one.is_own and not one.is_backed],
        comments=await mine.comments_of(me.card),
        card=card,
        ends=last_month(card.delete_after),
        limit=CONTRIBUTION,
    )


def moment_in(typed: str) -> datetime | None:
    """None for what is no moment in UTC as our pages write it."""
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


class MineController(Controller):
    path = "/meins"
    guards = [has_card]

    @get(name="mine")
    async def show(self, me: SignedIn) -> Response[str]:
        return await home(me, Form())

    @post("/gelesen", status_code=303, name="mine.seen")
    async def seen(self, form: Typed, me: SignedIn) -> Response[Any]:
        await messages.mark_seen(me.card, until=moment_in(form.text("until")))
        return go_to("/meins")

    @post("/beitraege/{token:str}", status_code=303, name="mine.say_again")
    async def again(self, token: FromPath[str], me: SignedIn, form: Typed) -> Response[Any]:
        text = form.text("text")
        if problem := problem_of(text, limit=CONTRIBUTION):
            name = "contribution" if problem is Problem.EMPTY else "text"
            sentence = problem_sentence(name, problem, text, limit=CONTRIBUTION)
            return await home(me, form, token=token, problem=sentence, status=422)
        await say_again(token, text, me=me)
        return go_to("/meins#beitraege")
