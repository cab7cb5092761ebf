"""Asking for a secret vote; saying that a question is not understood; answering that; practising."""

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from zukunftsparlament.kernel.pages import after_post, go_to, page
from zukunftsparlament.kernel.refusals import Wrong
from zukunftsparlament.people.access import SignedIn, Typed, has_card, leads, signed_in
from zukunftsparlament.polls import (
    actions,
    asking_texts,  # noqa: F401  its sentences are told with these doors
    queries,
)
from zukunftsparlament.polls.controllers.now import Wish
from zukunftsparlament.polls.rules import Electorate


class AskController(Controller):
    path = "/abstimmungen/{number:int}"

    @post("/geheim", name="poll.ask_secret", guards=[has_card])
    async def ask(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.ask_for_secret(number, me.card)
        poll = await queries.poll(number)
        return self._wished(Wish(number, asked=not poll.is_secret, is_granted=poll.is_secret))

    @post("/geheim/ruecknahme", name="poll.take_back_wish", guards=[has_card])
    async def take_back(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.take_back_wish(number, me.card)
        poll = await queries.poll(number)
        return self._wished(Wish(number, is_granted=poll.is_secret))

    @post("/unverstanden", name="poll.unclear", guards=[signed_in])
    async def unclear(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.say_unclear(number, me.member)
        return after_post("polls/_unclear.html", else_go_to=f"/abstimmungen/{number}/stimme", number=number, said=True)

    @post("/erklaerung", name="poll.explain", status_code=303, guards=[leads])
    async def explain(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await actions.explain_poll(number, form.text("text"), actor=me.actor)
        except Wrong as wrong:
            poll = await queries.poll(number)
            return page("polls/explain.html", status=422, poll=poll, form=form, problems=wrong.problems)
        return go_to(f"/abstimmungen/{number}")

    def _wished(self, wish: Wish) -> Response[Any]:
        return after_post("polls/_secret_wish.html", else_go_to=f"/abstimmungen/{wish.number}", wish=wish)


class PracticeController(Controller):
    guards = [leads]

    @post("/abstimmungen/uebung", name="polls.practise", status_code=303)
    async def prepare(self, form: Typed, me: SignedIn) -> Response[Any]:
        electorate = Electorate.CARDS if form.text("electorate") == Electorate.CARDS else Electorate.SEATS
        number = await actions.prepare_practice(electorate, actor=me.actor)
        return go_to(f"/abstimmungen/{number}")
