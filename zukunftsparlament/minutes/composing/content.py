"""The minutes as a whole."""

import json

from zukunftsparlament.kernel.texts import GERMAN, speaking
from zukunftsparlament.minutes.composing import room
from zukunftsparlament.minutes.composing.items import items
from zukunftsparlament.minutes.composing.record import Record, moment
from zukunftsparlament.minutes.shape import About, Content, Json


def composed(record: Record, *, version: int = 1, replaces: Json | None = None) -> Content:
    """`replaces`: of a correction, which version it takes the place of, its fingerprint and why."""
    with speaking(GERMAN):  # it is frozen
        return _content(record, version, replaces)


def _content(record: Record, version: int, replaces: Json | None) -> Content:
    present = room.present(record)
    here = {one["seat"] for one in present}
    excused = record.sitting.excused
    found: Content = {
        "parliament": record.by.parliament,
        "municipality": record.by.municipality,
        "version": version,
        "sitting": _about(record),
        "quorum": room.quorum(record),
        "present": present,
        "absent": room.absent(record, here=here, excused=json.loads(excused) if excused else None),
        "empty": room.empty(record, here=here),
        "listeners": record.happened.listeners,
        "guests": room.guests(record),
        "items": items(record),
        "questions": _questions(record),
        "tasks": _tasks(record),
        "next": _next(record),
    }
    if replaces:
        found["replaces"] = replaces
    return found


def _about(record: Record) -> About:
    sitting = record.sitting
    times = sitting.times
    found: About = {
        "number": sitting.number,
        "kind": sitting.kind.value,
        "title": sitting.title,
        "place": sitting.place,
        "starts_at": moment(times.starts_at),
        "invited_at": moment(times.invited_at),
        "opened_at": moment(times.opened_at),
        "closed_at": moment(times.closed_at),
        "urgent_reason": sitting.urgent_reason,
        "second_call_of": record.second_call_of,
        "rule_set": record.version.number,
        "pauses": room.pauses(record),
        "led": room.led(record),
        "written_by": sitting.minute_taker,
    }
    if changes := room.changes(record):
        found["chairs"] = changes
    return found


def _questions(record: Record) -> list[Json]:
    """What was not reached, with the answers that are there. Of a non-public item nothing."""
    open_items = {one.id for one in record.agenda if one.public}
    found: list[Json] = []
    for one in record.happened.questions:
        if one.item is None or one.item in open_items:
            answered = {"answer": one.answer, "answered_at": moment(one.answered_at)} if one.answered_at else {}
            found.append({"text": one.text, **answered})
    return found


def _tasks(record: Record) -> list[Json]:
    closed = {one.id for one in record.agenda if not one.public}
    return [
        {"text": one.text, "owner": one.owner, "due_on": one.due_on.isoformat() if one.due_on else None}
        for one in record.happened.tasks
        if one.item not in closed
    ]


def _next(record: Record) -> Json | None:
    at = record.sitting.next_at
    return {"at": moment(at), "place": record.sitting.next_place} if at else None
