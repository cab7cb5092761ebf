"""The journal, worked out again from its first entry."""

from zukunftsparlament.journal import head, queries
from zukunftsparlament.journal.chain import Entry, hash_of
from zukunftsparlament.journal.head import Ends, Head
from zukunftsparlament.kernel.checks import Check, Found
from zukunftsparlament.kernel.sql import Row
from zukunftsparlament.kernel.texts import N_, _

AT_ONCE = 500


async def _chain_holds() -> Found:
    number, previous, given_before = 0, None, await _given()
    ends_before, seen = head.written_down(), set()
    while rows := await queries.entries_after(number, at_most=AT_ONCE):
        for row in rows:
            if row["number"] != number + 1:
                return _("Journal: Der Eintrag {number} fehlt.").format(number=number + 1)
            number = number + 1
            if hash_of(_entry(row), previous) != row["hash"]:
                return _("Journal, Eintrag {number}: Inhalt und Prüfsumme passen nicht zusammen.").format(number=number)
            previous = row["hash"]
            seen.add(Head(number, row["hash"]))
    given = await _given()
    if not given_before <= number <= given:  # others may write while we read
        said = _("Journal: Es endet bei {number}, geschrieben wurden {given} Einträge.")
        return said.format(number=number, given=given)
    last = Head(number, previous) if previous else None
    return _why_not_the_end(last, seen, before=ends_before, after=head.written_down())


def _why_not_the_end(last: Head | None, seen: set[Head], *, before: Ends, after: Ends) -> Found:
    """Why this is not the journal whose end is written down beside the store. Others may write while we read."""
    if after.broken_line is not None:
        said = _("journal.head, Zeile {line}: Sie ist nicht mit diesem server.key geschrieben.")
        return said.format(line=after.broken_line)
    if before.done is None:
        return None  # nothing has been written down yet
    if not any(end in seen for end in before.possible):
        said = _("Journal: Der Eintrag {number} ist ein anderer als der, der geschrieben wurde, oder er fehlt.")
        return said.format(number=before.done.number)
    if last is not None and last.number > before.done.number and last not in after.known:
        return _("Journal, Eintrag {number}: Das Programm hat ihn nicht geschrieben.").format(number=last.number)
    return None


async def _given() -> int:
    return (await queries.highest_numbers()).get("journal", 0)


def _entry(row: Row) -> Entry:
    return Entry(**{name: found for name, found in row.items() if name != "hash"})


CHECKS = (Check(N_("Journal"), _chain_holds),)
