"""What of a proposal everybody may find: itself, what is said about it, what was answered.

Told anew with whatever is announced about it, in the same transaction. So nobody who releases, edits or removes
something has to think of the search, and nothing removed can be found for a moment longer.
"""

import json

from zukunftsparlament.kernel.hub import along_with
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.search.actions import Findable, remember

PROPOSAL = Sql("SELECT id, title, text, reason, for_whom, place, removed_at FROM proposal WHERE number = $1")
COMMENTS = Sql(
    "SELECT number, text FROM comment WHERE proposal = $1 AND released_at IS NOT NULL AND removed_at IS NULL "
    "ORDER BY number"
)
ANSWERS = Sql("SELECT facts FROM proposal_step WHERE proposal = $1 AND stage = 'answered' ORDER BY id")
NUMBERS = Sql("SELECT number FROM proposal WHERE number IS NOT NULL ORDER BY number")


async def tell(number: int) -> None:
    """Inside `writing()`."""
    proposal = await PROPOSAL.row(number)
    await remember(f"proposal-{number}", await _texts(number, proposal) if proposal else [])


async def tell_all() -> None:
    for row in await NUMBERS.rows():
        await tell(row["number"])


async def _texts(number: int, proposal: Row) -> list[Findable]:
    address, title = f"/vorschlaege/{number}", proposal["title"]
    parts = (proposal[name] for name in ("text", "reason", "for_whom", "place"))
    text = "\n".join(part for part in parts if part)
    itself = [] if proposal["removed_at"] else [Findable("proposal", f"proposal-{number}", address, title, text)]
    said = [
        Findable("comment", f"comment-{row['number']}", f"{address}#b{row['number']}", title, row["text"])
        for row in await COMMENTS.rows(proposal["id"])
    ]
    answered = {
        fact["handover"]: fact for fact in map(_facts, await ANSWERS.rows(proposal["id"])) if fact.get("handover")
    }
    answers = [
        Findable("answer", f"answer-{number}-{handover}", address, title, f"{fact.get('body', '')}: {fact['reason']}")
        for handover, fact in answered.items()
        if fact.get("reason")
    ]
    return [*itself, *said, *answers]


def _facts(row: Row) -> Row:
    facts: Row = json.loads(row["facts"])
    return facts


along_with["proposal-"] = tell
