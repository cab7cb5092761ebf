"""What a new agenda starts with."""

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import ItemKind
from zukunftsparlament.sittings.rules.tree import usual_items

TITLES = {
    ItemKind.OPENING: N_("Eröffnung und Beschlussfähigkeit"),
    ItemKind.MINUTES: N_("Das letzte Protokoll"),
    ItemKind.CAME_OF_IT: N_("Was daraus geworden ist"),
    ItemKind.QUESTIONS: N_("Fragen und Verschiedenes"),
}
SHORT = {ItemKind.OPENING: N_("Begrüßung")}  # where nothing binding is decided
HELD_BEFORE = Sql("SELECT count(*) FROM sitting WHERE kind <> 'rehearsal' AND closed_at IS NOT NULL AND starts_at < $1")
ADD = Sql("INSERT INTO agenda_item (sitting, mark, place, kind, title, public) VALUES ($1, $2, $3, $4, $5, $6)")


async def add_usual_items(sitting: Sitting) -> None:
    """Inside `writing()`, on an agenda that is still empty."""
    has_last_minutes = bool(await HELD_BEFORE.value(sitting.times.starts_at))
    titles = TITLES if sitting.is_binding else TITLES | SHORT
    for mark, kind in enumerate(usual_items(sitting.kind, has_last_minutes=has_last_minutes), start=1):
        await ADD.rows(sitting.id, mark, mark, kind.value, _(titles[kind]), True)
