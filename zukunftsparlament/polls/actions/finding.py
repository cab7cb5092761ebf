"""What of a poll everybody may find: its question and what was decided about, once it is published.

Told anew with whatever is announced about it, in the same transaction.
"""

import json

from zukunftsparlament.kernel.hub import along_with
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.search.actions import Findable, remember

POLL = Sql(
    "SELECT p.question, p.yes_means, p.no_means, p.options, p.published_at, p.practice, i.public FROM poll p "
    "LEFT JOIN agenda_item i ON i.id = p.item WHERE p.number = $1"
)
NUMBERS = Sql("SELECT number FROM poll WHERE published_at IS NOT NULL ORDER BY number")


async def tell(number: int) -> None:
    """Inside `writing()`."""
    poll = await POLL.row(number)
    await remember(f"poll-{number}", [_text(number, poll)] if poll is not None and _is_public(poll) else [])


def _is_public(poll: Row) -> bool:
    behind_doors = poll["public"] is not None and not poll["public"]
    return poll["published_at"] is not None and not poll["practice"] and not behind_doors


async def tell_all() -> None:
    for row in await NUMBERS.rows():
        await tell(row["number"])


def _text(number: int, poll: Row) -> Findable:
    parts = [poll["yes_means"], poll["no_means"], *json.loads(poll["options"])]
    text = "\n".join(str(part) for part in parts if part)
    return Findable("poll", f"poll-{number}", f"/abstimmungen/{number}/ergebnis", poll["question"], text)


along_with["poll-"] = tell
