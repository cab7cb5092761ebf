"""The projector: what all in the room see. Nobody signs in to it; whoever has its link, has it. It has no buttons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.hall import texts  # noqa: F401  teaches the templates
from zukunftsparlament.hall.discreet import makes_way, may_know, may_see
from zukunftsparlament.kernel.pages import kept, page
from zukunftsparlament.kernel.qr import qr_svg
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import public
from zukunftsparlament.polls import queries as polls
from zukunftsparlament.polls.queries import SittingVote
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.queries import SeatShown, Sitting, Speaking
from zukunftsparlament.sittings.rules import SittingState

PICTURES = {
    SittingState.PLANNED: "soon",
    SittingState.INVITED: "soon",
    SittingState.PAUSED: "pause",
    SittingState.CLOSED: "over",
    SittingState.CANCELLED: "cancelled",
}


@dataclass(frozen=True, slots=True)
class Screen:
    """What is shown now: one thing at a time, `picture` says which."""

    sitting: Sitting
    speaking: Speaking
    vote: SittingVote | None
    seats: Sequence[SeatShown] = ()  # only where there is room for them

    @property
    def picture(self) -> str:
        """As in the name of its template, `hall/_screen_….html`."""
        if self.sitting.state in PICTURES:
            return PICTURES[self.sitting.state]
        if not may_know(self.speaking.item):
            return "closed_doors"
        if self.vote is not None and not makes_way(self.vote, self.speaking):
            return "question"
        return "item" if self.speaking.item else "between"

    @property
    def has_room_for_seats(self) -> bool:
        is_quiet = not self.speaking.now and not self.speaking.next
        return self.picture in ("soon", "pause") or (self.picture in ("item", "between") and is_quiet)

    @property
    def present(self) -> int:
        return sum(seat.is_here for seat in self.seats)

    @property
    def qr(self) -> str:
        return qr(f"{settings().base_url}/da/{self.sitting.join_token}")


@lru_cache(maxsize=20)
def qr(address: str) -> str:
    """It takes a millisecond, and the same one is shown a whole evening."""
    return qr_svg(address)


async def screen_of(sitting: Sitting) -> Screen:
    speaking = await queries.speaking_of(sitting)
    vote = await polls.vote_about(sitting, speaking.item)
    if may_know(speaking.item) and not may_see(vote):
        vote = None
    screen = Screen(sitting, speaking, vote)
    return replace(screen, seats=await queries.half_circle(sitting)) if screen.has_room_for_seats else screen


class ScreenController(Controller):
    guards = [public]

    @get("/leinwand/{token:str}", name="screen")
    async def show(self, token: FromPath[str]) -> Response[str]:
        """A screen that is on when its rehearsal is wiped says so: an error would leave the last picture standing."""
        fragment = visit.get().wants_fragment
        try:
            sitting = await queries.sitting_of_screen(token)
        except Missing:
            if fragment:
                return page("hall/_screen_gone.html")
            raise
        screen = await screen_of(sitting)
        answer = kept if fragment else page  # the whole page says what time it is
        return answer("hall/_screen.html" if fragment else "hall/screen.html", screen=screen, sitting=sitting)
