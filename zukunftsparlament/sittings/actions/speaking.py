"""Hands that go up and down, by those who raise them."""

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries.authors import authors_of
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.queries import Here, Item, Sitting
from zukunftsparlament.sittings.rules.room_words import OrderKind
from zukunftsparlament.sittings.rules.speaking import why_not_raise

UP = Sql(
    "SELECT id, mark, item FROM speaking_turn WHERE sitting = $1 AND member = $2 AND order_kind = $3 "
    "AND lowered_at IS NULL AND begun_at IS NULL"
)
NEXT_MARK = Sql("SELECT coalesce(max(mark), 0) + 1 FROM speaking_turn WHERE sitting = $1")
RAISE = Sql(
    "INSERT INTO speaking_turn (sitting, mark, item, member, guest, seat, order_kind, mover, raised_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
)
LOWER = Sql("UPDATE speaking_turn SET lowered_at = $2 WHERE id = $1 AND lowered_at IS NULL AND begun_at IS NULL")
LOWER_OWN = Sql(
    "UPDATE speaking_turn SET lowered_at = $4 WHERE sitting = $1 AND member = $2 AND mark = $3 "
    "AND lowered_at IS NULL AND begun_at IS NULL RETURNING id"
)


async def raise_hand(number: int, member: int, *, order: OrderKind | None = None) -> int:
    """`order`: a point of order instead of a speech. The mark of the hand; one that is up already stays where it is.

    Raises Refused.
    """
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        item = await queries.running_item(sitting.id)
        me = next((one for one in await queries.here(sitting.id) if one.member == member), None)
        if why_not := why_not_raise(
            sitting.state,
            in_room=me is not None,
            has_seat=me is not None and me.seat is not None,
            item_runs=item is not None,
            is_closed=item is not None and item.list_is_closed,
            is_order=order is not None,
        ):
            raise Refused(why_not)
        assert me
        assert item
        return await _goes_up(sitting, item, me, order)


async def _goes_up(sitting: Sitting, item: Item, me: Here, order: OrderKind | None) -> int:
    kind = order.value if order else ""
    if up := await UP.row(sitting.id, me.member, kind):
        if up["item"] == item.id:
            return int(up["mark"])
        await LOWER.rows(up["id"], now())  # left over from another item
    mark = int(await NEXT_MARK.value(sitting.id))
    mover = order is None and await _wrote_it(me.member, item)
    await RAISE.rows(sitting.id, mark, item.id, me.member, None, me.seat, kind, mover, now())
    announce(sitting.room)
    return mark


async def _wrote_it(member: int, item: Item) -> bool:
    return item.proposal is not None and member in await authors_of(item.proposal)


async def lower_hand(number: int, member: int, mark: int) -> None:
    """One's own, at any time. Raises Missing for somebody else's; one that is down already is fine."""
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        speaking = await queries.speaking_of(sitting, member)
        if await LOWER_OWN.rows(sitting.id, member, mark, now()):
            announce(sitting.room)
        elif any(one.mark == mark and one.member != member for one in (*speaking.waiting, *speaking.orders)):
            raise Missing
