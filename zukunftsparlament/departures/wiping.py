"""No byte left: not in free pages of the store or in its log, not among the pictures.

What cannot be reached from here is said in docs/running.md: older backups, and the log of PostgreSQL until it is
recycled.
"""

from zukunftsparlament.kernel.database import engine
from zukunftsparlament.kernel.tables import tables
from zukunftsparlament.proposals.actions.tidying import tidy_pictures

UPLOAD_SECONDS = 60.0  # a younger file may belong to an upload that is under way


async def wipe(*, uploads: bool = True) -> None:
    """Outside of `writing()`. Raises one of STORE_ERRORS when somebody still reads what was there: ask again.

    `uploads`: whether the server runs.
    """
    await tidy_pictures(older_than_seconds=UPLOAD_SECONDS if uploads else 0.0)
    await engine().compact([table._meta.tablename for table in tables()])
