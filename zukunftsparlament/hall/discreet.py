"""What of a sitting may be shown to whom, and when a result makes way."""

from zukunftsparlament.polls.queries import SittingVote
from zukunftsparlament.sittings.queries import Here, Item, Speaking

PARLIAMENT = ("member", "deputy", "chair")  # they see what is not public


def may_know(item: Item | None, *, role: str = "", here: Here | None = None) -> bool:
    """An item behind closed doors is for the parliament; the projector has no role and stands where all can see it."""
    holds_a_vote = here is not None and here.seat is not None
    return item is None or item.public or holds_a_vote or role in PARLIAMENT


def makes_way(vote: SittingVote, speaking: Speaking) -> bool:
    """A result stays until somebody has the floor again."""
    published, speaker = vote.poll.times.published_at, speaking.now
    return bool(vote.counted and published and speaker and speaker.begun_at and speaker.begun_at > published)
