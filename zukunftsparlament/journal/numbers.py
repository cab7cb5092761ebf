"""Numbers are never given twice, not even after an older state of the store came back."""

from zukunftsparlament.journal import head, queries
from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql

RAISE = Sql(
    "INSERT INTO number_given (kind, highest) VALUES ($1, $2) ON CONFLICT (kind) DO UPDATE "
    "SET highest = $2 WHERE number_given.highest < $2"
)


async def write_down_numbers() -> None:
    """At every start: a crash may have lost the last lines of `deletions.jsonl`, and a copied file be older than it."""
    deletions.add_lines(())  # ends a line that a crash cut short, so that the next one is not lost with it
    await raise_numbers()
    for kind, highest in (await queries.highest_numbers()).items():
        if highest > written_down().get(kind, 0):
            deletions.number_given(kind, highest)


async def raise_numbers() -> None:
    """No number that `deletions.jsonl` knows is given again."""
    async with writing():
        for kind, highest in written_down().items():
            await RAISE.rows(kind, highest)


async def begin_anew() -> None:
    """The journal of this store, and no other, is the one that goes on."""
    number = (await queries.highest_numbers()).get("journal", 0)
    for row in await queries.entries_after(number - 1, at_most=1):
        head.begin_anew(head.Head(row["number"], row["hash"]))


def written_down() -> dict[str, int]:
    highest: dict[str, int] = {}
    for entry in deletions.entries():
        if entry["kind"] == "number":
            highest[entry["of"]] = max(entry["highest"], highest.get(entry["of"], 0))
    return highest
