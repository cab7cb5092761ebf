"""The speaking list as it stands: who speaks until when, who waits and why there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.sittings.queries.rows import Item, Sitting
from zukunftsparlament.sittings.queries.sittings import running_item
from zukunftsparlament.sittings.rules.course import innermost
from zukunftsparlament.sittings.rules.room_words import OrderKind
from zukunftsparlament.sittings.rules.speaking import Hand, Why, in_line

# All of a sitting, a few dozen rows: who has spoken how often is counted from them.
TURNS = Sql(
    "SELECT w.id, w.mark, w.item, w.member, w.guest, w.seat, w.order_kind, w.mover, w.raised_at, w.lowered_at, "
    "w.begun_at, w.ends_at, w.ended_at, m.name, g.name AS guest_name, s.short AS school FROM speaking_turn w "
    "LEFT JOIN member m ON m.id = w.member LEFT JOIN guest g ON g.id = w.guest "
    "LEFT JOIN seat t ON t.number = w.seat LEFT JOIN school s ON s.id = t.school WHERE w.sitting = $1 ORDER BY w.id"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker:
    """Somebody on the list, or speaking. `name`: a pseudonym (for the signed-in only), or the name of a guest.
    `place`, `why`: while they wait; `spoke`: how often before, in this sitting. `ends_at`: while they speak."""

    mark: int
    member: int | None
    guest: int | None
    seat: int | None
    school: str
    name: str
    order: OrderKind | None
    mover: bool
    spoke: int = 0
    place: int = 0
    why: Why = Why.NEXT
    begun_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaking:
    """`orders` come before `waiting`. `mine`: my own raised hands."""

    item: Item | None
    now: Speaker | None
    orders: Sequence[Speaker]
    waiting: Sequence[Speaker]
    mine: Sequence[Speaker]
    is_closed: bool

    @property
    def next(self) -> Speaker | None:
        return next(iter((*self.orders, *self.waiting)), None)

    @property
    def my_speech(self) -> Speaker | None:
        return next((one for one in self.mine if one.order is None), None)


async def speaking_of(
    sitting: Sitting, me_member: int | None = None, *, items: Sequence[Item] | None = None
) -> Speaking:
    """`items`: the agenda, where it is known already."""
    item = await running_item(sitting.id) if items is None else innermost(items)
    rows = await TURNS.rows(sitting.id)
    hands = {hand.mark: hand for hand in hands_in(rows, item=item.id if item else None)}
    by_mark = {row["mark"]: row for row in rows}
    line = [
        speaker(by_mark[one.hand.mark], spoke=one.hand.spoke, place=one.place, why=one.why)
        for one in in_line([*hands.values()])
    ]
    speaks = next((row for row in rows if row["begun_at"] is not None and row["ended_at"] is None), None)
    return Speaking(
        item=item,
        now=speaker(speaks) if speaks else None,
        orders=[one for one in line if one.order is not None],
        waiting=[one for one in line if one.order is None],
        mine=[one for one in line if me_member is not None and one.member == me_member],
        is_closed=item is not None and item.list_is_closed,
    )


def hands_in(rows: Sequence[Row], *, item: int | None) -> list[Hand]:
    """Those that are up for this item. One that was raised for another waits until that runs again."""
    up = [row for row in rows if row["lowered_at"] is None and row["begun_at"] is None and row["item"] == item]
    return [hand_of(row, rows) for row in up]


def hand_of(row: Row, rows: Sequence[Row]) -> Hand:
    """`rows`: all turns of the sitting, from which is counted who has spoken how often."""
    spoken = [one for one in rows if one["begun_at"] is not None and not one["order_kind"] and one["id"] != row["id"]]
    theirs = [one for one in spoken if _who(one) == _who(row)]
    return Hand(
        mark=row["mark"],
        raised_at=row["raised_at"],
        spoke=len(theirs),
        school_spoke=sum(_school(one) == _school(row) for one in spoken),
        spoke_here=sum(one["item"] == row["item"] for one in theirs),
        mover=bool(row["mover"]),
        is_order=bool(row["order_kind"]),
    )


def _who(row: Row) -> tuple[str, int | None]:
    """A guest, or somebody who speaks for a seat. Those who have left us are all the same nobody."""
    return ("guest", row["guest"]) if row["guest"] is not None else ("member", row["member"])


def _school(row: Row) -> object:
    """Guests count for themselves, and so does whoever goes to school elsewhere: not all to the same."""
    return row["school"] or _who(row)


def speaker(row: Row, *, spoke: int = 0, place: int = 0, why: Why = Why.NEXT) -> Speaker:
    return Speaker(
        mark=row["mark"],
        member=row["member"],
        guest=row["guest"],
        seat=row["seat"],
        school=row["school"] or "",
        name=row["guest_name"] or row["name"] or "",
        order=OrderKind(row["order_kind"]) if row["order_kind"] else None,
        mover=bool(row["mover"]),
        spoke=spoke,
        place=place,
        why=why,
        begun_at=row["begun_at"],
        ends_at=row["ends_at"],
    )
