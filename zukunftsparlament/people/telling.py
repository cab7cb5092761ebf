"""What happens to one thing several times on a day is one line on "Meins", with the newest on top."""

import json
from collections.abc import Sequence
from typing import Any

from zukunftsparlament.kernel.clock import now, start_of_today
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import TELL

OF_TODAY = Sql("DELETE FROM message WHERE member = $1 AND kind = $2 AND address = $3 AND at >= $4")
OF_MEMBER = Sql("DELETE FROM message WHERE kind = $1 AND address = $2 AND member = $3")
OF_ALL = Sql("DELETE FROM message WHERE kind = $1 AND address = $2")


async def has_been_done(kind: str, *, address: str, member: int | None = None) -> None:
    """What asked for something does not wait any more: for `member`, or for nobody. Inside `writing()`."""
    if member is None:
        await OF_ALL.rows(kind, address)
    else:
        await OF_MEMBER.rows(kind, address, member)


async def tell_for_today(members: Sequence[int], kind: str, *, address: str, **facts: Any) -> None:
    """As `tell`, instead of what they were told today in this `kind` with this `address`. Inside `writing()`."""
    said = json.dumps(facts, ensure_ascii=False, sort_keys=True, default=str)
    for member in dict.fromkeys(members):
        await OF_TODAY.rows(member, kind, address, start_of_today())
        await TELL.rows(member, now(), kind, said, address)
