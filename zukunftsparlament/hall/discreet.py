"""What of a sitting may be shown to whom, and when a result makes way."""

from zukunftsparlament.polls.queries import SittingVote
from zukunftsparlament.sittings.queries import Here, Item, Speaking

PARLIAMENT = ("member", "deputy", "chair")  # they see what is not public


def may_know(item: Item | None, *, role: str = "", here: Here | None = None) -> bool:
    """An item behind closed doors is for the parliament; the projector has no role and stands where all can see it."""
    return item is None or item.public or _is_inside(role, here)


def may_see(vote: SittingVote | None, *, role: str = "", here: Here | None = None) -> bool:
    """A question outlives its item: it stays until its result is out, whatever is dealt with by then."""
    return vote is None or vote.poll.is_public or _is_inside(role, here)


def _is_inside(role: str, here: Here | None) -> bool:
    return role in PARLIAMENT or (here is not None and here.seat is not None)


def makes_way(vote: SittingVote, speaking: Speaking) -> bool:
    """A result stays until somebody has the floor again."""
    published, speaker = vote.poll.times.published_at, speaking.now
    return bool(vote.counted and published and speaker and speaker.begun_at and speaker.begun_at > published)
