"""Whether the words that are kept for finding are those of the texts that can be found."""

from zukunftsparlament.kernel.checks import Check, Found
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _

WORDS = Sql(
    "SELECT w.word FROM search_word w LEFT JOIN search_occurrence o ON o.word = w.id "
    "GROUP BY w.id, w.word, w.uses HAVING w.uses <> count(o.entry) ORDER BY w.id LIMIT 1"
)
LOST = Sql(
    "SELECT o.entry FROM search_occurrence o LEFT JOIN search_entry e ON e.id = o.entry "
    "LEFT JOIN search_word w ON w.id = o.word WHERE e.id IS NULL OR w.id IS NULL LIMIT 1"
)


async def _words_fit() -> Found:
    if (row := await WORDS.row()) is not None:
        return _("Suche: Das Wort „{word}“ ist falsch gezählt. Abhilfe: zukunftsparlament migrate").format(**row)
    if await LOST.row() is not None:
        return _("Suche: Ein Wort gehört zu keinem Text. Abhilfe: zukunftsparlament migrate")
    return None


CHECKS = (Check(N_("Wörter der Suche"), _words_fit),)
