"""The speaking list is closed and opened, and points of order are settled, by the chairs."""

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.hands import debate_is_over
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.leading import sitting_to_lead
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.rules.room_words import OrderKind, OrderOutcome, RoomWhyNot
from zukunftsparlament.sittings.rules.speaking import why_not_lead_speech

ORDER = Sql(
    "SELECT id, item, seat, order_kind, lowered_at, ended_at FROM speaking_turn WHERE sitting = $1 AND mark = $2 "
    "AND order_kind <> ''"
)
SETTLE = Sql(
    "UPDATE speaking_turn SET begun_at = $2, ended_at = $2 WHERE id = $1 AND ended_at IS NULL AND lowered_at IS NULL"
)
CLOSES_THE_LIST = frozenset({OrderKind.END_LIST, OrderKind.END_DEBATE})


async def close_list(number: int, *, actor: str) -> None:
    """Nobody else may raise a hand for the item that runs; who stands on the list still speaks. Raises Refused."""
    await _set_list(number, closed=True, actor=actor)


async def open_list(number: int, *, actor: str) -> None:
    await _set_list(number, closed=False, actor=actor)


async def _set_list(number: int, *, closed: bool, actor: str) -> None:
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        item = await queries.running_item(sitting.id)
        if why_not := why_not_lead_speech(sitting.state):
            raise Refused(why_not)
        if item is None:
            raise Refused(RoomWhyNot.NO_ITEM_RUNS)
        await _turn_list(sitting, item, closed=closed, actor=actor)


async def _turn_list(sitting: Sitting, item: Item, *, closed: bool, actor: str) -> None:
    if item.list_is_closed is not closed:
        await happened(sitting, "list_closed" if closed else "list_opened", actor=actor, item=item.id)


async def settle_order(number: int, mark: int, outcome: OrderOutcome, *, actor: str) -> None:
    """What the room said to a point of order. Settled already: the first outcome stays.

    An accepted end of the list closes it, that of the debate takes the hands down as well; all else (a pause, say)
    the chair does where it is always done.
    """
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        row = await ORDER.row(sitting.id, mark)
        if row is None:
            raise Missing
        if row["lowered_at"]:
            raise Refused(RoomWhyNot.HAND_IS_DOWN)
        if row["ended_at"]:
            return
        await SETTLE.rows(row["id"], now())
        item = await queries.running_item(sitting.id)
        if row["order_kind"] in CLOSES_THE_LIST and outcome is OrderOutcome.ACCEPTED and item:
            await _turn_list(sitting, item, closed=True, actor=actor)
            if row["order_kind"] == OrderKind.END_DEBATE:
                await debate_is_over(sitting, item.id)
        facts = {"kind": row["order_kind"], "seat": row["seat"], "outcome": outcome.value}
        await happened(sitting, "order", actor=actor, item=row["item"], **facts)
