"""Who receives results."""

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql

ADD = Sql(
    "INSERT INTO body (name, short, position) "
    "VALUES ($1, $2, (SELECT coalesce(max(position), 0) + 1 FROM body)) RETURNING position"
)


async def add_body(name: str, short: str, *, actor: str) -> None:
    """`short` is what fits on a button; bodies are shown in the order in which they were added."""
    async with writing():
        position = await ADD.value(name, short)
        await record(actor=actor, verb="add_body", subject_kind="body", subject_number=position)
