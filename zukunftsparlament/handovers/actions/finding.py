"""What of a hand-over everybody may find: answers to decisions that no proposal stands behind.

All other answers stand on the way of their proposal and are found with it.
"""

from zukunftsparlament.handovers.queries.outcomes import title_in
from zukunftsparlament.kernel.hub import along_with
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.search.actions import Findable, remember

ANSWERS = Sql(
    "SELECT d.number, NULL AS title, p.question, p.options, d.choice, b.short, a.reason FROM handed_decision d "
    "JOIN handover h ON h.id = d.handover JOIN body b ON b.id = h.body JOIN poll p ON p.id = d.poll "
    "JOIN answer a ON a.id = (SELECT max(x.id) FROM answer x WHERE x.decision = d.id) "
    "WHERE h.number = $1 AND d.proposal IS NULL ORDER BY d.number"
)
NUMBERS = Sql("SELECT number FROM handover ORDER BY number")


async def tell(number: int) -> None:
    """Inside `writing()`."""
    address = f"/daraus-geworden/{number}"
    answers = [
        Findable(
            "answer",
            f"answer-h{number}-{row['number']}",
            address,
            title_in(row),
            f"{row['short']}: {row['reason']}",
        )
        for row in await ANSWERS.rows(number)
    ]
    await remember(f"handover-{number}", answers)


async def tell_all() -> None:
    for row in await NUMBERS.rows():
        await tell(row["number"])


along_with["handover-"] = tell
