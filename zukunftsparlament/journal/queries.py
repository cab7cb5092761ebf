"""Reading the journal and the numbers given."""

from zukunftsparlament.kernel.sql import Row, Sql

NUMBERS = Sql("SELECT kind, highest FROM number_given ORDER BY kind")
PAGE = Sql(
    "SELECT number, at, actor, verb, subject_kind, subject_number, details, hash FROM journal_entry "
    "WHERE number > $1 ORDER BY number LIMIT $2"
)


async def highest_numbers() -> dict[str, int]:
    """The highest number given to each kind of thing."""
    return {row["kind"]: row["highest"] for row in await NUMBERS.rows()}


async def entries_after(number: int, *, at_most: int) -> list[Row]:
    return await PAGE.rows(number, at_most)
