"""Whether every concern that waits can still be opened by somebody."""

from zukunftsparlament.concerns import keys, queries
from zukunftsparlament.kernel.checks import Check, Found
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _

WAITING = Sql("SELECT id, token FROM concern ORDER BY id")
SEALED_FOR = Sql("SELECT concern, keeper FROM concern_box ORDER BY id")


async def _all_open() -> Found:
    good = {keeper.id for keeper in await queries.keepers()}
    readable = {row["concern"] for row in await SEALED_FOR.rows() if row["keeper"] in good}
    for row in await WAITING.rows():
        if keys.key_of(row["token"]) is None:
            return _("Sorge {id}: Ihr Schlüssel in keys/concerns fehlt. Niemand kann sie öffnen.").format(id=row["id"])
        if row["id"] not in readable:
            return _("Sorge {id}: Keine der beiden Personen kann sie öffnen.").format(id=row["id"])
    return None


CHECKS = (Check(N_("Sorgen"), _all_open),)
