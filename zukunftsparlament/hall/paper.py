"""The ballot of somebody in the room, as polls draw it."""

from dataclasses import dataclass

from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.people.access import Me
from zukunftsparlament.polls import queries, receipts
from zukunftsparlament.polls.queries import Paper as Ballot
from zukunftsparlament.polls.queries import SittingVote
from zukunftsparlament.polls.shown import Picture, pictures


@dataclass(frozen=True, slots=True)
class Paper:
    """`number`: of the poll in which they may mark something or have, as long as it takes votes; None otherwise."""

    number: int | None = None
    ballot: Ballot | None = None

    @property
    def marks(self) -> list[Picture]:
        return pictures(receipts.words(self.ballot.receipt)) if self.ballot else []

    @property
    def is_in(self) -> bool:
        return self.ballot is not None and self.ballot.is_in

    @property
    def why_not(self) -> str:
        """They have a slip of paper."""
        return sentence(self.ballot.why_not) if self.ballot and self.ballot.why_not else ""


NONE = Paper()


async def paper_for(vote: SittingVote | None, me: Me) -> Paper:
    if vote is None or not vote.takes_votes or vote.poll.by_hands:
        return NONE
    ballot = await queries.paper_on(vote.poll, me.member)
    return Paper(vote.poll.number, ballot) if ballot.place.on_roll else NONE
