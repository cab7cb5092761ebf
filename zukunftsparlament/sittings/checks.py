"""Whether every sitting is what its own course allows, and what the journal says of it."""

from collections import defaultdict
from collections.abc import Sequence

from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.checks import Check, Found, read_json
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.sittings import room_checks, step_checks

SITTINGS = Sql(
    "SELECT id, number, kind, invited_at, opened_at, paused_at, paused_until, closed_at, cancelled_at, bell, due, "
    "due_at FROM sitting ORDER BY number"
)
ITEMS = Sql(
    "SELECT i.id, i.sitting, s.number, i.mark, i.parent, i.begun_at, i.ended_at, i.ended_as, i.end_reason, "
    "i.removed_at, s.opened_at, s.closed_at FROM agenda_item i JOIN sitting s ON s.id = i.sitting "
    "ORDER BY s.number, i.mark"
)
ELSEWHERE = Sql(
    "SELECT s.number, i.mark FROM agenda_item i JOIN agenda_item p ON p.id = i.parent "
    "JOIN sitting s ON s.id = i.sitting WHERE p.sitting <> i.sitting ORDER BY s.number, i.mark LIMIT 1"
)
HIGHEST = Sql("SELECT coalesce(max(number), 0) FROM sitting WHERE kind <> 'rehearsal'")
GIVEN = Sql("SELECT coalesce(max(highest), 0) FROM number_given WHERE kind = 'sitting'")
ENDS = ("done", "withdrawn", "adjourned", "dropped")
TIME_OF = {"invited": "invited_at", "cancelled": "cancelled_at", "opened": "opened_at", "closed": "closed_at"}


async def _times_fit() -> Found:
    for row in await SITTINGS.rows():
        if why := _why_not(row):
            return _("Sitzung {number}: {why}").format(number=row["number"], why=why)
    return None


def _why_not(row: Row) -> Found:
    if row["closed_at"] and not row["opened_at"]:
        return _("Sie ist geschlossen, war aber nie eröffnet.")
    if row["opened_at"] and row["cancelled_at"]:
        return _("Sie ist abgesagt und doch eröffnet.")
    if (row["paused_at"] is None) != (row["paused_until"] is None):
        return _("Ihre Pause hat keinen Anfang oder kein Ende.")
    if row["closed_at"] and (row["paused_at"] or row["due_at"]):
        return _("Sie ist geschlossen, und es wartet noch etwas.")
    due = read_json(row["due"])
    if not isinstance(due, dict) or bool(due) != (row["due_at"] is not None):
        return _("Ihr Countdown hat kein Ende, oder es wartet nichts.")
    return None


async def _items_fit() -> Found:
    if (row := await ELSEWHERE.row()) is not None:
        said = _("Sitzung {number}: Punkt {mark} hängt an einem Punkt einer anderen Sitzung.")
        return said.format(**row)
    by_sitting: dict[int, list[Row]] = defaultdict(list)
    for row in await ITEMS.rows():
        by_sitting[row["number"]].append(row)
    for number, rows in by_sitting.items():
        if why := _why_not_items(rows):
            return _("Sitzung {number}: {why}").format(number=number, why=why)
    return None


def _why_not_items(rows: Sequence[Row]) -> Found:
    running = [row for row in rows if row["begun_at"] and not row["ended_at"]]
    if not all(_is_inside(one, other, rows) or _is_inside(other, one, rows) for one in running for other in running):
        return _("Mehrere Punkte laufen nebeneinander.")
    for row in rows:
        if why := _why_not_item(row, running):
            return _("Punkt {mark}: {why}").format(mark=row["mark"], why=why)
    return None


def _why_not_item(row: Row, running: Sequence[Row]) -> Found:
    if (row["ended_at"] is None) == (row["ended_as"] in ENDS) or (row["ended_at"] is None and row["ended_as"]):
        return _("Ende und Art des Endes passen nicht zusammen.")
    if row["ended_as"] == "done" and not row["begun_at"]:
        return _("Er ist fertig und hat nie begonnen.")
    if row["ended_at"] and row["ended_as"] != "done" and not row["end_reason"].strip():
        return _("Er endet ohne Grund.")
    if row["begun_at"] and (row["removed_at"] or not row["opened_at"]):
        return _("Er hat begonnen, obwohl er nicht auf der Tagesordnung einer eröffneten Sitzung steht.")
    if row["closed_at"] and not row["ended_at"] and not row["removed_at"]:
        return _("Die Sitzung ist zu Ende, und er ist noch offen.")
    if row in running and row["parent"] and row["parent"] not in {one["id"] for one in running}:
        return _("Er läuft, und wozu er gehört, läuft nicht.")
    return None


def _is_inside(outer: Row, inner: Row, rows: Sequence[Row]) -> bool:
    parents = {row["id"]: row["parent"] for row in rows}
    outermost: int = outer["id"]
    at: int | None = inner["id"]
    for _step in rows:
        if at == outermost:
            return True
        at = parents.get(at) if at is not None else None
    return at == outermost


async def _journal_fits() -> Found:
    """What opened or closed is in the journal, and the other way round. A rehearsal never is."""
    before = {verb: {act.subject: act for act in await acts(verb, "sitting")} for verb in TIME_OF}
    rows = {row["number"]: row for row in await SITTINGS.rows()}
    after = {verb: {act.subject for act in await acts(verb, "sitting")} for verb in TIME_OF}
    for verb, column in TIME_OF.items():
        for number, act in before[verb].items():
            row = rows.get(number)
            if row is None or row[column] is None or row["kind"] == "rehearsal":
                said = _("Sitzung {number}: Das Journal kennt „{verb}“ (Eintrag {entry}), der Datenbestand nicht.")
                return said.format(number=number, verb=verb, entry=act.entry)
        for number, row in rows.items():
            if row[column] is not None and row["kind"] != "rehearsal" and number not in after[verb]:
                return _("Sitzung {number}: „{verb}“ steht nicht im Journal.").format(number=number, verb=verb)
    return None


async def _numbers_fit() -> Found:
    """Rehearsals have numbers of their own, far above."""
    number, told = int(await HIGHEST.value()), int(await GIVEN.value())
    if number <= told:
        return None
    return _("Sitzung {number}: Vergeben sind erst {told} Nummern.").format(number=number, told=told)


CHECKS = (
    Check(N_("Sitzungen"), _times_fit),
    Check(N_("Tagesordnungen"), _items_fit),
    Check(N_("Sitzungen und Journal"), _journal_fits),
    Check(N_("Nummern (sitting)"), _numbers_fit),
    *room_checks.CHECKS,
    *step_checks.STEP_CHECKS,
)
