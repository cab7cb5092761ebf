"""Whether what can be found of proposals is what everybody may read, no less and no more."""

from zukunftsparlament.kernel.checks import Check, Found
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _

NOT_TOLD = Sql(
    "SELECT p.number FROM proposal p LEFT JOIN search_entry e ON e.key = 'proposal-' || CAST(p.number AS TEXT) "
    "WHERE p.number IS NOT NULL AND (e.id IS NULL) <> (p.removed_at IS NOT NULL) OR e.title <> p.title "
    "ORDER BY p.number LIMIT 1"
)
NOT_TOLD_COMMENT = Sql(
    "SELECT c.number FROM comment c LEFT JOIN search_entry e ON e.key = 'comment-' || CAST(c.number AS TEXT) "
    "WHERE c.number IS NOT NULL AND (e.id IS NULL) <> (c.removed_at IS NOT NULL) OR e.text <> c.text "
    "ORDER BY c.number LIMIT 1"
)
HIDDEN = Sql(
    "SELECT e.key FROM search_entry e WHERE e.kind = 'comment' AND NOT EXISTS (SELECT 1 FROM comment c "
    "WHERE c.removed_at IS NULL AND e.key = 'comment-' || CAST(c.number AS TEXT)) ORDER BY e.id LIMIT 1"
)


async def _is_told() -> Found:
    if (number := await NOT_TOLD.value()) is not None:
        return _("Suche: Vorschlag {number} fehlt oder steht anders da.").format(number=number)
    if (number := await NOT_TOLD_COMMENT.value()) is not None:
        return _("Suche: Beitrag {number} fehlt oder steht anders da.").format(number=number)
    if (key := await HIDDEN.value()) is not None:
        return _("Suche: {key} ist nicht öffentlich und wird doch gefunden.").format(key=key)
    return None


CHECKS = (Check(N_("Vorschläge in der Suche"), _is_told),)
