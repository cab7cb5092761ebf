"""What of a poll everybody may find: its question and what was decided about, once it is published.

Told anew with whatever is announced about it, in the same transaction.
"""

import json

from zukunftsparlament.kernel.hub import along_with
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.search.actions import Findable, remember

POLL = Sql("SELECT question, yes_means, no_means, options, published_at, practice FROM poll WHERE number = $1")
NUMBERS = Sql("SELECT number FROM poll WHERE published_at IS NOT NULL ORDER BY number")


async def tell(number: int) -> None:
    """Inside `writing()`."""
    poll = await POLL.row(number)
    is_public = poll is not None and poll["published_at"] is not None and not poll["practice"]
    await remember(f"poll-{number}", [_text(number, poll)] if poll is not None and is_public else [])


async def tell_all() -> None:
    for row in await NUMBERS.rows():
        await tell(row["number"])


def _text(number: int, poll: Row) -> Findable:
    parts = [poll["yes_means"], poll["no_means"], *json.loads(poll["options"])]
    text = "\n".join(str(part) for part in parts if part)
    return Findable("poll", f"poll-{number}", f"/abstimmungen/{number}/ergebnis", poll["question"], text)


along_with["poll-"] = tell
