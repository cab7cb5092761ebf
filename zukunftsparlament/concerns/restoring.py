"""A backup holds locked boxes without their keys: what was handed on since then stays gone."""

from zukunftsparlament.concerns import keys
from zukunftsparlament.kernel.sql import Sql

ALL = Sql("SELECT id, token FROM concern ORDER BY id")
DROP_BOXES = Sql("DELETE FROM concern_box WHERE concern = $1")
DROP = Sql("DELETE FROM concern WHERE id = $1")


async def drop_what_opens_for_nobody() -> int:
    """Inside `writing()`. How many there were."""
    lost = [row["id"] for row in await ALL.rows() if keys.key_of(row["token"]) is None]
    for concern in lost:
        await DROP_BOXES.rows(concern)
        await DROP.rows(concern)
    return len(lost)
