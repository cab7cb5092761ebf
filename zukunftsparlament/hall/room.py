"""The phone of somebody in the room: one thing at a time, and the server says which."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.hall import texts  # noqa: F401  teaches the templates what an item is about
from zukunftsparlament.hall.discreet import makes_way, may_know, may_see
from zukunftsparlament.hall.paper import Paper, paper_for
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import Me, SignedIn, has_card
from zukunftsparlament.polls import queries as polls
from zukunftsparlament.polls.queries import SittingVote
from zukunftsparlament.polls.queries.delegations import voice_of
from zukunftsparlament.polls.queries.election_shapes import Election
from zukunftsparlament.polls.queries.elections import elections_of
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.queries import Here, Item, Sitting, Speaking
from zukunftsparlament.sittings.rules import ItemKind, SittingState
from zukunftsparlament.sittings.rules.words import REHEARSALS_FROM


@dataclass(frozen=True, slots=True)
class Room:
    """`here`: where they stand in the room, None outside of it. `paper`: theirs, of the question that counts now.
    `free_seat`: a listener may vote for it, when they say so. `knows`: may read what is dealt with now."""

    sitting: Sitting
    here: Here | None
    speaking: Speaking
    vote: SittingVote | None
    paper: Paper
    free_seat: int | None
    elections: Sequence[Election] = ()
    knows: bool = True
    voice: int | None = None  # the seat that votes for their school, where each school has one vote

    @property
    def item(self) -> Item | None:
        return self.speaking.item

    @property
    def result_makes_way(self) -> bool:
        return self.vote is not None and makes_way(self.vote, self.speaking)

    @property
    def question(self) -> str:
        """What their ballot is called while they may mark it: a phone fetches it once for each."""
        return str(self.paper.number) if self.paper.number else ""


async def room_of(number: int, me: Me) -> Room:
    sitting = await queries.sitting(number)
    present = await queries.here(sitting.id)
    here = next((one for one in present if one.member == me.card), None)
    listens = here is not None and here.seat is None
    free_seat = await queries.free_seat_for(me.card, present) if listens else None
    speaking = await queries.speaking_of(sitting, me.card)
    knows = may_know(speaking.item, role=me.role, here=here)
    vote = await polls.vote_about(sitting, speaking.item) if knows else None
    vote = vote if may_see(vote, role=me.role, here=here) else None
    may_mark = here is not None and sitting.state is SittingState.OPEN
    elects = knows and speaking.item is not None and speaking.item.kind is ItemKind.ELECTION
    elections = await elections_of(speaking.item.id) if speaking.item and elects else []
    paper = await paper_for(vote if may_mark else None, me)
    voice = await voice_of(vote.poll, here.seat) if vote and vote.takes_votes and here else None
    return Room(sitting, here, speaking, vote, paper, free_seat, elections, knows, voice)


class RoomController(Controller):
    path = "/sitzungen/{number:int}/raum"
    guards = [has_card]

    @get(name="room")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        """A phone that is on when a rehearsal is wiped hears of it: an error would leave the last picture standing."""
        fragment = visit.get().wants_fragment
        try:
            room = await room_of(number, me)
        except Missing:
            if fragment and number > REHEARSALS_FROM:
                return page("hall/_room_over.html")
            raise
        return page("hall/_room.html" if fragment else "hall/room.html", room=room, sitting=room.sitting)

    @get("/stimmzettel", name="room.paper")
    async def paper(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        if not visit.get().wants_fragment:
            return go_to(f"/sitzungen/{number}/raum")
        return page("hall/_paper.html", room=await room_of(number, me))
