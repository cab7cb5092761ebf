"""What is like a proposal that is being written. Three queries."""

from zukunftsparlament.proposals.queries.walls import Card, cards_of
from zukunftsparlament.search.queries import find

SHOWN, LIKE_ENOUGH = 3, 0.2


async def similar_to(title: str, member: int) -> list[Card]:
    """Others' public proposals with a title like `title`, the most like it first; given-up ones too."""
    found = await find(title, kinds=["proposal"], only_titles=True)
    near = [hit.number for hit in found.hits[: 2 * SHOWN] if hit.score >= LIKE_ENOUGH]
    return [card for card in await cards_of(near, member) if not card.is_mine][:SHOWN]
