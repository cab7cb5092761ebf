"""Who was there, who led, and how many were needed."""

from collections.abc import Collection
from datetime import datetime

from zukunftsparlament.minutes.composing.record import Record, moment
from zukunftsparlament.minutes.shape import Absent, Guest, Json, Present, Quorum, Seat, Span
from zukunftsparlament.procedure import texts as procedure_texts
from zukunftsparlament.procedure.rules import quorum_number
from zukunftsparlament.sittings.queries.recorded import Recorded
from zukunftsparlament.sittings.queries.steps import Step

CHAIR = "chair:"


def led_by(happened: Recorded) -> set[int]:
    """Seats whose chair has led: who did something as a chair, or had the bell.

    A chair who only sat there has led too, as long as the chairs stayed the same all the time.
    """
    course = _course(happened)
    led = {int(step.actor.removeprefix(CHAIR)) for step in course if step.actor.startswith(CHAIR)}
    led |= {step.facts["seat"] for step in course if step.kind == "bell" and step.facts.get("seat")}
    if any(step.kind == "chairs" for step in course):
        return led - {0}
    here = {span.seat for span in happened.spans if not span.deputy}
    return (led | {seat.number for seat in happened.seats if seat.is_chair and seat.number in here}) - {0}


def _course(happened: Recorded) -> list[Step]:
    """From the opening to the closing: what a chair did before or after is no leading."""
    kinds = [step.kind for step in happened.steps]
    first = kinds.index("opened") if "opened" in kinds else 0
    last = kinds.index("closed") + 1 if "closed" in kinds else len(kinds)
    return list(happened.steps[first:last])


def led(record: Record) -> list[Seat]:
    seats = led_by(record.happened)
    return [{"seat": one.number, "school": one.school} for one in record.happened.seats if one.number in seats]


def changes(record: Record) -> list[Json]:
    """Who was made chair, or was one no more, while the sitting went on."""
    return [
        {"at": moment(step.at), "seats": step.facts["seats"], "by_office": step.actor.startswith("office:")}
        for step in _course(record.happened)
        if step.kind == "chairs"
    ]


def quorum(record: Record) -> Quorum:
    rule, seats = record.version.rules.quorum, len(record.happened.seats)
    again = record.sitting.second_call_of is not None
    return {
        "seats": seats,
        "needed": quorum_number(rule, seats=seats, second_call=again),
        "rule": procedure_texts.quorum_sentence(rule, seats=seats, second_call=again),
    }


def present(record: Record) -> list[Present]:
    """In the order of the seats. Whoever was early is there from the opening on."""
    opened = record.sitting.times.opened_at
    schools = {one.number: one.school for one in record.happened.seats}
    spans: dict[int, list[Span]] = {}
    for one in record.happened.spans:
        if not _gone_before(one.left_at, opened):
            came = max(one.came_at, opened) if opened else one.came_at
            span: Span = {"from": moment(came), "to": moment(one.left_at), "deputy": one.deputy}
            spans.setdefault(one.seat, []).append(span)
    return [{"seat": seat, "school": schools.get(seat, ""), "spans": spans[seat]} for seat in sorted(spans)]


def absent(record: Record, *, here: Collection[int], excused: Collection[int] | None) -> list[Absent]:
    """`excused`: seats; None where nobody wrote it down."""
    return [
        {"seat": one.number, "school": one.school, "excused": None if excused is None else one.number in excused}
        for one in record.happened.seats
        if one.number not in here and one.member is not None
    ]


def empty(record: Record, *, here: Collection[int]) -> list[int]:
    return [one.number for one in record.happened.seats if one.member is None and one.number not in here]


def guests(record: Record) -> list[Guest]:
    return [
        {"name": one.name, "from": moment(one.came_at), "to": moment(one.left_at)} for one in record.happened.guests
    ]


def pauses(record: Record) -> list[Json]:
    found: list[Json] = []
    for step in record.happened.steps:
        if step.kind == "paused":
            found.append({"from": moment(step.at), "to": None})
        elif step.kind in ("resumed", "closed") and found and found[-1]["to"] is None:
            found[-1]["to"] = moment(step.at)
    return found


def _gone_before(left: datetime | None, opened: datetime | None) -> bool:
    return left is not None and opened is not None and left <= opened
