"""The votes of the item that is dealt with, as the chairs see them in the cockpit."""

from collections.abc import Sequence
from dataclasses import dataclass

from zukunftsparlament.polls.queries.in_sitting import polls_of
from zukunftsparlament.polls.queries.room_vote import SittingVote, vote_among
from zukunftsparlament.polls.queries.rows import Poll
from zukunftsparlament.polls.rules import PollState
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.rules.course import innermost


@dataclass(frozen=True, slots=True)
class ChairsVotes:
    """What the chairs see of the votes of the item that is dealt with. `prepared`: waits for being opened.

    `others`: what else was decided about this item. `present`, `needed`: of the quorum.
    """

    vote: SittingVote | None
    item: Item | None
    prepared: list[Poll]
    others: list[Poll]
    present: int
    needed: int

    @property
    def is_quorate(self) -> bool:
        return self.present >= self.needed

    @property
    def is_busy(self) -> bool:
        """Whether a question is on the phones, or its result not out yet."""
        return self.vote is not None and self.vote.counted is None


async def chairs_votes(sitting: Sitting, meeting: sittings.Meeting, items: Sequence[Item]) -> ChairsVotes:
    item = innermost(items)
    meeting = meeting.about(item.kind) if item else meeting
    found = await polls_of(sitting) if sitting.goes_on else []
    vote = await vote_among(found, item)
    about = [poll for poll in found if item and poll.item == item.id]
    return ChairsVotes(
        vote,
        item,
        [poll for poll in about if poll.state is PollState.PREPARED],
        [poll for poll in about if poll.state is PollState.PUBLISHED and not (vote and vote.poll.id == poll.id)],
        meeting.present,
        meeting.needed,
    )
