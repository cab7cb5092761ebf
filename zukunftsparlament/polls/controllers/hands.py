"""Counting hands: each of the two on their own phone, without seeing the other's numbers."""

from dataclasses import dataclass
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads, signed_in
from zukunftsparlament.people.queries import chair_seats
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.queries import Hands, Poll
from zukunftsparlament.polls.rules import VOTES_ARE_TAKEN
from zukunftsparlament.polls.rules.in_sitting import hands_wanted
from zukunftsparlament.polls.texts import choice_label, hands_said
from zukunftsparlament.sittings import queries as sittings


@dataclass(frozen=True, slots=True)
class HandsShown:
    """`mine`: whether I have counted in this round. `seats`: whom a chair may ask to count too, chairs do so anyway.
    `is_chair`: may lead the count; to count oneself one has to be in the room."""

    poll: Poll
    hands: Hands
    actor: str
    may_count: bool
    is_chair: bool
    seats: list[int]

    @property
    def wanted(self) -> list[list[str]]:
        """Name of the field and what is counted in it."""
        choices = hands_wanted(self.poll.kind, len(self.poll.options))
        return [[choice, choice_label(choice, self.poll.options)] for choice in choices]

    @property
    def is_open(self) -> bool:
        return self.poll.state in VOTES_ARE_TAKEN

    @property
    def mine(self) -> bool:
        return self.actor in self.hands.now

    @property
    def said(self) -> str:
        return hands_said(self.hands.counted, again=self.hands.round > 1)


async def shown_to(number: int, me: Me) -> HandsShown:
    """Raises Missing where hands are none of their business."""
    poll = await queries.poll(number)
    if not poll.by_hands or poll.sitting_number is None:
        raise Missing
    hands, actor = await queries.hands_of(poll), await actor_of(poll, me)
    is_chair = actor.startswith("chair:")
    if not is_chair and actor not in hands.tellers and not me.leads:
        raise Missing
    seats = await _seats(poll) if is_chair else []
    may_count = actor in hands.tellers or (is_chair and me.seat in seats)
    chairs = await chair_seats() if seats else set()
    return HandsShown(poll, hands, actor, may_count, is_chair, [seat for seat in seats if seat not in chairs])


async def actor_of(poll: Poll, me: Me) -> str:
    """A chair counts as a chair; somebody else in the room for the seat whose vote they hold."""
    if me.role == "chair" or me.is_staff:
        return me.actor
    seat = await queries.seat_in_room(poll, me.member)
    return "" if seat is None else f"seat:{seat}"


async def _seats(poll: Poll) -> list[int]:
    sitting = await sittings.sitting(poll.sitting_number or 0)
    return [one.seat for one in await sittings.here(sitting.id) if one.seat is not None]


class HandsController(Controller):
    path = "/abstimmungen/{number:int}/haende"
    guards = [signed_in]

    @get(name="poll.hands")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        shown = await shown_to(number, me)
        return page("polls/_hands_now.html" if visit.get().wants_fragment else "polls/hands.html", **_found(shown))

    @post(name="poll.count_hands", status_code=303)
    async def count(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        shown = await shown_to(number, me)
        counts = {choice: _hands_in(form, choice) for choice, _label in shown.wanted}
        try:
            await actions.count_hands(number, counts, actor=shown.actor, round=form.number("round") or 0)
        except Refused as refused:
            problems = {"hands": sentence(refused.reason)}
            again = await shown_to(number, me)
            return page("polls/hands.html", status=409, **_found(again, form=form, problems=problems))
        return go_to(f"/abstimmungen/{number}/haende")

    @post("/mitzaehlen", name="poll.name_teller", status_code=303, guards=[leads])
    async def name_teller(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        seat = form.number("seat")
        await actions.name_teller(number, f"seat:{seat or 0}", actor=me.actor)
        return go_to(f"/abstimmungen/{number}/haende")


def _hands_in(form: Form, choice: str) -> int:
    """-1 for what is no number: the rules refuse it."""
    typed = form.number(f"hands-{choice}")
    return -1 if typed is None else typed


def _found(shown: HandsShown, *, form: Form | None = None, problems: dict[str, str] | None = None) -> dict[str, Any]:
    return {"shown": shown, "poll": shown.poll, "form": form or Form(), "problems": problems or {}}
