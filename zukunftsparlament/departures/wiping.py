"""No byte left: not in free pages of the store or in its log, not among the pictures.

What cannot be reached from here is said in docs/running.md: older backups, and the log of PostgreSQL until it is
recycled.
"""

from zukunftsparlament.kernel.database import engine
from zukunftsparlament.kernel.tables import tables


async def wipe() -> None:
    """Outside of `writing()`. Raises one of STORE_ERRORS when somebody still reads what was there: ask again."""
    await engine().compact([table._meta.tablename for table in tables()])
