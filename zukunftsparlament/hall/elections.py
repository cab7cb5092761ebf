"""Standing in an election, stepping back, accepting: each by the person's own tap, on their own phone."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.pages import go_to
from zukunftsparlament.people.access import SignedIn, Typed, has_card
from zukunftsparlament.polls.actions import answering_election, electing, stepping_back


class CandidacyController(Controller):
    path = "/sitzungen/{number:int}/wahlen/{mark:int}/{which:int}"
    guards = [has_card]

    @get(name="candidacy")
    async def show(self, number: FromPath[int]) -> Response[Any]:
        """Where somebody ends who loads a tap on their election anew."""
        return go_to(_room(number))

    @post("/kandidatur", name="candidacy.stand", status_code=303)
    async def stand(
        self, number: FromPath[int], mark: FromPath[int], which: FromPath[int], form: Typed, me: SignedIn
    ) -> Response[Any]:
        await electing.stand(number, mark, which, me.card, form.text("side"))
        return go_to(_room(number))

    @post("/ruecktritt", name="candidacy.withdraw", status_code=303)
    async def withdraw(
        self, number: FromPath[int], mark: FromPath[int], which: FromPath[int], me: SignedIn
    ) -> Response[Any]:
        await stepping_back.withdraw(number, mark, which, me.card)
        return go_to(_room(number))

    @post("/annahme", name="candidacy.answer", status_code=303)
    async def answer(
        self, number: FromPath[int], mark: FromPath[int], which: FromPath[int], form: Typed, me: SignedIn
    ) -> Response[Any]:
        accepts = form.text("accepts") == "yes"
        await answering_election.answer_myself(number, mark, which, me.card, accepts=accepts)
        return go_to(_room(number))


def _room(number: int) -> str:
    return f"/sitzungen/{number}/raum#wahl"
