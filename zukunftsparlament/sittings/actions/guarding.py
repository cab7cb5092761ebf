"""Until when something may be changed."""

from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.sittings.actions.leading import must_lead
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.rules import SittingState, WhyNot


def must_be_ahead(sitting: Sitting) -> None:
    """The plan: until the sitting is opened. Raises Refused."""
    must_not_be_over(sitting)
    if sitting.goes_on:
        raise Refused(WhyNot.ALREADY_OPEN)


async def may_change_agenda(sitting: Sitting, actor: str) -> None:
    """Before the sitting the office plans along; in it those decide who lead. Raises Refused."""
    must_not_be_over(sitting)
    if sitting.goes_on:
        await must_lead(actor)


def must_not_be_over(sitting: Sitting) -> None:
    """Raises Refused."""
    if sitting.state is SittingState.CANCELLED:
        raise Refused(WhyNot.CANCELLED)
    if sitting.state is SittingState.CLOSED:
        raise Refused(WhyNot.ALREADY_CLOSED)


def must_wait(item: Item) -> None:
    """An item: until it begins. Raises Refused."""
    if item.ended_at:
        raise Refused(WhyNot.ITEM_HAS_ENDED)
    if item.begun_at:
        raise Refused(WhyNot.ITEM_HAS_BEGUN)
