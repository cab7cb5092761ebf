"""Whether who was here, who spoke and what was asked can have been so."""

from collections import defaultdict
from datetime import datetime

from zukunftsparlament.kernel.checks import Check, Found
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.sittings.rules.room_words import OrderKind

ATTENDANCE = Sql(
    "SELECT s.number, s.closed_at, a.member, a.seat, a.came_at, a.left_at FROM attendance a "
    "JOIN sitting s ON s.id = a.sitting ORDER BY s.number, a.id"
)
TURNS = Sql(
    "SELECT s.number, s.closed_at, w.mark, w.sitting, i.sitting AS of_item, w.member, w.guest, w.order_kind, "
    "w.lowered_at, w.begun_at, w.ends_at, w.ended_at FROM speaking_turn w JOIN sitting s ON s.id = w.sitting "
    "LEFT JOIN agenda_item i ON i.id = w.item ORDER BY s.number, w.mark"
)
QUESTIONS = Sql(
    "SELECT s.number, q.mark, q.released_at, q.declined_at, q.decline_reason, q.answer, q.answered_at "
    "FROM boxed_question q JOIN sitting s ON s.id = q.sitting ORDER BY s.number, q.mark"
)
KINDS = {"", *OrderKind}


async def _attendance_fits() -> Found:
    by_seat: dict[tuple[int, int], list[Row]] = defaultdict(list)
    by_member: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in await ATTENDANCE.rows():
        if (row["left_at"] or row["came_at"]) < row["came_at"] or (row["closed_at"] and not row["left_at"]):
            return _("Sitzung {number}: Jemand kommt und geht nicht in dieser Folge.").format(number=row["number"])
        if row["seat"] is not None:
            by_seat[row["number"], row["seat"]].append(row)
        if row["member"] is not None:
            by_member[row["number"], row["member"]].append(row)
    for (number, seat), rows in by_seat.items():
        if _overlap(rows):
            return _("Sitzung {number}: Sitz {seat} war doppelt besetzt.").format(number=number, seat=seat)
    for (number, _member), rows in by_member.items():
        if _overlap(rows):
            return _("Sitzung {number}: Jemand war zweimal zugleich da.").format(number=number)
    return None


def _overlap(rows: list[Row]) -> bool:
    until: datetime | None = None
    for place, row in enumerate(sorted(rows, key=lambda one: (one["came_at"], one["left_at"] is None))):
        if place and (until is None or row["came_at"] < until):
            return True
        until = row["left_at"]
    return False


async def _turns_fit() -> Found:
    for row in await TURNS.rows():
        if why := _why_not_turn(row):
            return _("Sitzung {number}, Meldung {mark}: {why}").format(number=row["number"], mark=row["mark"], why=why)
    return None


def _why_not_turn(row: Row) -> Found:
    if row["order_kind"] not in KINDS or (row["member"] and row["guest"]):
        return _("Wer sich meldet und wofür, passt nicht zusammen.")
    if row["lowered_at"] and row["begun_at"]:
        return _("Sie ist zurückgezogen und hat doch gesprochen.")
    if row["ended_at"] and (not row["begun_at"] or row["ended_at"] < row["begun_at"]):
        return _("Die Rede endet vor ihrem Anfang.")
    if row["closed_at"] and not row["lowered_at"] and not row["ended_at"]:
        return _("Die Sitzung ist zu Ende, und sie wartet noch.")
    if row["of_item"] not in (None, row["sitting"]):
        return _("Sie gehört zu einem Punkt einer anderen Sitzung.")
    return None


async def _questions_fit() -> Found:
    for row in await QUESTIONS.rows():
        twice = row["released_at"] and row["declined_at"]
        unread = row["answered_at"] and not (row["released_at"] or row["declined_at"])
        if twice or unread or bool(row["answered_at"]) != bool(row["answer"]):
            said = _("Sitzung {number}, Frage {mark}: Freigabe und Antwort passen nicht zusammen.")
            return said.format(number=row["number"], mark=row["mark"])
    return None


CHECKS = (
    Check(N_("Anwesenheit"), _attendance_fits),
    Check(N_("Redelisten"), _turns_fit),
    Check(N_("Fragen aus Sitzungen"), _questions_fit),
)
