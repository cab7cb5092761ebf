"""The journal, worked out again from its first entry."""

from zukunftsparlament.journal import queries
from zukunftsparlament.journal.chain import Entry, hash_of
from zukunftsparlament.kernel.checks import Check, Found
from zukunftsparlament.kernel.sql import Row
from zukunftsparlament.kernel.texts import N_, _

AT_ONCE = 500


async def _chain_holds() -> Found:
    number, previous, given_before = 0, None, await _given()
    while rows := await queries.entries_after(number, at_most=AT_ONCE):
        for row in rows:
            if row["number"] != number + 1:
                return _("Journal: Der Eintrag {number} fehlt.").format(number=number + 1)
            number = number + 1
            if hash_of(_entry(row), previous) != row["hash"]:
                return _("Journal, Eintrag {number}: Inhalt und Prüfsumme passen nicht zusammen.").format(number=number)
            previous = row["hash"]
    given = await _given()
    if not given_before <= number <= given:  # others may write while we read
        said = _("Journal: Es endet bei {number}, geschrieben wurden {given} Einträge.")
        return said.format(number=number, given=given)
    return None


async def _given() -> int:
    return (await queries.highest_numbers()).get("journal", 0)


def _entry(row: Row) -> Entry:
    return Entry(**{name: found for name, found in row.items() if name != "hash"})


CHECKS = (Check(N_("Journal"), _chain_holds),)
