"""An election as it stands in the store: who stands, which ballots were held, who is in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.polls.queries.rows import Poll
from zukunftsparlament.polls.rules import PollState
from zukunftsparlament.polls.rules.answers import BY_SELF, Answer
from zukunftsparlament.polls.rules.elections import Office, Shape
from zukunftsparlament.polls.rules.standing import Standing
from zukunftsparlament.sittings.queries import Here


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """`name`: pseudonym, for the signed-in only; "" for somebody who has left us, and who stands no more."""

    id: int
    member: int | None
    seat: int | None
    label: str
    side: str
    agreed_at: datetime | None
    withdrew_at: datetime | None
    accepted_at: datetime | None
    declined_at: datetime | None
    answered_by: str
    named_by: str
    name: str

    @property
    def stands(self) -> bool:
        return self.agreed_at is not None and not self.is_out

    @property
    def is_out(self) -> bool:
        return self.withdrew_at is not None or self.declined_at is not None or self.member is None

    @property
    def answer(self) -> Answer:
        return Answer.YES if self.accepted_at else Answer.NO if self.declined_at else Answer.OPEN

    @property
    def answered_themselves(self) -> bool:
        return self.answered_by == BY_SELF

    @property
    def is_asked(self) -> bool:
        """Somebody else has named them, and they have said nothing yet."""
        return self.agreed_at is None and not self.is_out


@dataclass(frozen=True, kw_only=True, slots=True)
class Election:
    """`sitting`: its number; `item_mark`, `mark`: in addresses. `sides`: of a pair two. `poll_sides`: by row id."""

    id: int
    item: int
    sitting: int
    item_mark: int
    mark: int
    title: str
    office: Office
    shape: Shape
    places: int
    deputies: int
    age: int | None
    is_over: bool
    from_list: bool
    candidates: tuple[Candidate, ...]
    polls: tuple[Poll, ...]
    poll_sides: Mapping[int, str]
    sides: tuple[Standing, ...]

    @property
    def address(self) -> str:
        return f"/vorsitz/{self.sitting}/punkte/{self.item_mark}/wahl/{self.mark}"

    @property
    def is_pair(self) -> bool:
        return self.shape is Shape.PAIR

    @property
    def takes_candidates(self) -> bool:
        """As long as there will be a ballot to which the list is still open."""
        return any(self.takes_on(side.side) for side in self.sides)

    def takes_on(self, side: str) -> bool:
        """Each list for itself: on the other one a tie may be open."""
        open_still = any(
            one.side == side and one.free and not (one.tied or one.best or one.equal) for one in self.sides
        )
        return open_still and not self.is_over and not self.is_busy

    def may_withdraw(self, one: Candidate) -> bool:
        """Out of a tie as long as nobody has chosen another way out of it."""
        in_tie = [side for side in self.sides if one.label in side.tied]
        return one.stands and not self.is_busy and all(side.undecided for side in in_tie)

    @property
    def lacks_candidates(self) -> bool:
        """Whether a list with a free place has nobody to vote on."""
        free = [side for side in self.sides if side.free]
        return any(all(not one.stands or one.label in side.elected for one in self.on(side.side)) for side in free)

    def is_open_to(self, one: Here) -> bool:
        """Chairs have a seat of their own, and a free seat is for those who have none."""
        has_seat = one.seat is not None and not one.deputy
        return self.office is Office.OTHER or has_seat == (self.office is Office.CHAIRS)

    @property
    def prepared(self) -> list[Poll]:
        return [poll for poll in self.polls if poll.state is PollState.PREPARED]

    def prepared_on(self, side: str) -> list[Poll]:
        return [poll for poll in self.prepared if self.poll_sides[poll.id] == side]

    def prepared_from_list(self, side: str) -> list[Poll]:
        """A run-off is between the tied, whoever else stands."""
        return [poll for poll in self.prepared_on(side) if poll.after_tie is None]

    @property
    def is_busy(self) -> bool:
        return any(poll.times.opened_at and not poll.times.published_at for poll in self.polls)

    @property
    def is_tied(self) -> bool:
        return any(side.tied for side in self.sides)

    @property
    def elected(self) -> list[str]:
        return [label for side in self.sides for label in side.elected]

    @property
    def is_complete(self) -> bool:
        return all(side.free == 0 for side in self.sides)

    @property
    def all_accept(self) -> bool:
        """Whether every place is taken, and by somebody who has said yes."""
        return self.is_complete and all(self.named(label).accepted_at for label in self.elected)

    def on(self, side: str) -> list[Candidate]:
        return [one for one in self.candidates if one.side == side]

    def at(self, place: int) -> Candidate:
        """From 1."""
        if not 0 < place <= len(self.candidates):
            raise Missing
        return self.candidates[place - 1]

    def since_no(self, one: Candidate) -> list[Poll]:
        """Ballots that are there because `one` has not accepted."""
        no = one.declined_at
        return [
            poll
            for poll in self.polls
            if no and poll.after_tie is None and self.poll_sides[poll.id] == one.side and poll.prepared_at > no
        ]

    def is_followed(self, one: Candidate) -> bool:
        """Whether another was voted on, or has moved up and accepted, because `one` has not."""
        up = {label for side in self.sides if side.side == one.side for label in side.moved_up}
        moved = one.declined_at is not None and any(other.accepted_at for other in self.candidates if other.label in up)
        return moved or any(poll.times.opened_at for poll in self.since_no(one))

    def named(self, label: str) -> Candidate:
        return next(one for one in self.candidates if one.label == label)

    def of(self, member: int | None) -> Candidate | None:
        return next((one for one in self.candidates if member is not None and one.member == member), None)
