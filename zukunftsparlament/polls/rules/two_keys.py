"""Who keeps the three cards of a two-key ballot box: two chairs and somebody of the office.

With one chair only, a second account of the office stands in. Without any chair there is no such box: the office alone
would hold all keys.
"""

from collections.abc import Sequence

from zukunftsparlament.polls.rules.states import PollState
from zukunftsparlament.polls.rules.words import WhyNot

KEY_CARDS = 3
CARDS_OF_CHAIRS, CARDS_OF_OFFICE = 2, 2  # at most


def is_chair(keeper: str) -> bool:
    """`keeper`: as the journal names them, `chair:SEAT` or `office:NAME`."""
    return keeper.startswith("chair:")


def why_not_two_keys(*, chairs: int, office: int) -> WhyNot | None:
    """`chairs`: people who are chair; `office`: accounts of the youth office."""
    enough = min(chairs, CARDS_OF_CHAIRS) + min(office, CARDS_OF_OFFICE) >= KEY_CARDS
    return None if enough else WhyNot.TOO_FEW_KEEPERS


def why_not_take_card(keeper: str, *, others: Sequence[str], chairs: int, state: PollState) -> WhyNot | None:
    """`others`: the keepers of the cards that are taken, without `keeper`, who may always take a new one instead."""
    if state is not PollState.PREPARED:
        return WhyNot.KEY_CARD_ALREADY_NEEDED
    if len(others) >= KEY_CARDS:
        return WhyNot.KEY_CARDS_ALL_TAKEN
    with_chairs = sum(is_chair(other) for other in others)
    if is_chair(keeper):
        return WhyNot.KEY_CARDS_OF_CHAIRS_TAKEN if with_chairs >= CARDS_OF_CHAIRS else None
    for_office = KEY_CARDS - max(1, min(chairs, CARDS_OF_CHAIRS))
    return WhyNot.KEY_CARDS_OF_OFFICE_TAKEN if len(others) - with_chairs >= for_office else None


def why_not_open_box(*, confirmed: int) -> WhyNot | None:
    """`confirmed`: how many keepers have shown that they hold their card."""
    return None if confirmed == KEY_CARDS else WhyNot.KEY_CARDS_MISSING
