"""Two-key ballot boxes for tests: keepers with their cards, an open box, a closed one."""

from dataclasses import dataclass, field
from typing import Any

from tests import makers
from tests import makers_polls as polls
from zukunftsparlament.polls import actions, key_cards

Keeper = str
CHAIR, OTHER_CHAIR, OFFICE = "chair:1", "chair:2", "office:Anna"


@dataclass(frozen=True)
class Locked(polls.Opened):
    cards: dict[Keeper, bytes] = field(default_factory=dict)


async def keepers(*, chairs: int = 2, office: int = 1) -> None:
    for _one in range(chairs):
        await makers.chair()
    for _one in range(office):
        await makers.staff()


async def card(number: int, keeper: Keeper) -> bytes:
    """Taken and confirmed."""
    taken = await actions.take_key_card(number, actor=keeper)
    word = key_cards.words_of(taken)[key_cards.asked_place(taken) - 1].word
    await actions.confirm_key_card(number, taken, word, actor=keeper)
    return taken


async def with_cards(**wished: Any) -> Locked:
    """Prepared, and three keepers have their cards."""
    await keepers()
    number = await polls.prepared(two_key=True, **wished)
    return Locked(number, cards={keeper: await card(number, keeper) for keeper in (CHAIR, OTHER_CHAIR, OFFICE)})


async def opened(*, voters: int = 3, **wished: Any) -> Locked:
    people = [await makers.seated() for _ in range(voters)]
    locked = await with_cards(**wished)
    await actions.open_poll(locked.number, actor=CHAIR)
    return Locked(locked.number, people, locked.cards)


async def voted_and_closed(*choices: str, **wished: Any) -> Locked:
    """Each of `choices` is somebody's vote."""
    locked = await opened(voters=max(3, len(choices)), **wished)
    for voter, choice in zip(locked.voters, choices, strict=False):
        await polls.vote(locked, voter, choice)
    await actions.close_poll(locked.number, actor=CHAIR)
    return locked
