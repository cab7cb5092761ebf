"""Trying out a sitting: one tap begins it, one tap wipes it."""

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from zukunftsparlament.departures.rehearsals import wipe_rehearsal
from zukunftsparlament.kernel.pages import go_to
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.people.access import SignedIn, leads
from zukunftsparlament.polls.actions.rehearsing import rehearse
from zukunftsparlament.sittings.rules.words import REHEARSALS_FROM


class RehearsalController(Controller):
    path = "/vorsitz"
    guards = [leads]

    @post("/uebung", name="rehearsal.start", status_code=303)
    async def start(self, me: SignedIn) -> Response[Any]:
        return go_to(f"/vorsitz/{await rehearse(actor=me.actor)}")

    @post("/{number:int}/uebung/ende", name="rehearsal.wipe", status_code=303)
    async def wipe(self, number: FromPath[int]) -> Response[Any]:
        try:
            await wipe_rehearsal(number)
        except Missing:
            if number <= REHEARSALS_FROM:
                raise  # it was never a rehearsal; any other one has been wiped a moment before
        return go_to("/vorsitz")
