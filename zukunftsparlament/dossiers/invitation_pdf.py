"""The invitation to a sitting on paper (PDF/UA-1). Takes some 30 ms: call it in a thread.

It is for everybody: of items that are not public it says only that there are some.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import segno

from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.typeset import pdf
from zukunftsparlament.polls.rules import money
from zukunftsparlament.sittings.deadline_texts import weekday_with_year
from zukunftsparlament.sittings.planning_texts import kind_word
from zukunftsparlament.sittings.queries import Item, Sitting

PAGES = Path(__file__).parent / "invitation.typ"


@dataclass(frozen=True, kw_only=True, slots=True)
class Invitation:
    """`needed`: seats that must be there, of `seats`. `office`: the youth office on one line. Times as people say them.

    `first_on`: the day of the sitting at which too few were; "" where this is no second call.
    """

    sitting: Sitting
    items: Sequence[Item]
    guests: Sequence[str]
    parliament: str
    office: str
    begins: str
    ends: str
    needed: int
    seats: int
    first_on: str


def invitation_pdf(told: Invitation) -> bytes:
    """The same invitation gives the same bytes: its date is that of inviting."""
    sitting = told.sitting
    address = f"{settings().base_url.rstrip('/')}{sitting.address}"
    name = sitting.title or kind_word(sitting.kind)
    data = {
        "title": f"Einladung: {name}, {weekday_with_year(sitting.times.starts_at)}",
        "heading": f"Einladung: {name}" if sitting.title else f"Einladung zur Sitzung Nr. {sitting.number}",
        "from": told.parliament,
        "when": f"{weekday_with_year(sitting.times.starts_at)}, {_clock(told)}",
        "place": sitting.place,
        "hint": sitting.hint,
        "cancelled": sitting.cancel_reason,
        "notes": list(_notes(told)),
        "items": [_item(item) for item in told.items],
        "guests": list(told.guests),
        "office": told.office,
        "address": address.partition("://")[2],
    }
    made_on = (sitting.times.invited_at or sitting.created_at).replace(microsecond=0)
    return pdf(PAGES, data, made_on=made_on, drawings={"qr": _qr(address)})


def _clock(told: Invitation) -> str:
    return f"{told.begins} bis {told.ends} Uhr" if told.ends else f"{told.begins} Uhr"


def _notes(told: Invitation) -> list[dict[str, str]]:
    """What an invitation must say."""
    sitting, found = told.sitting, []
    if told.first_on:
        enough = f"Bei der Sitzung am {told.first_on} waren zu wenige da. Darum reichen jetzt {told.needed} von "
        found.append({"what": "Zweite Einladung zu denselben Punkten.", "why": f"{enough}{told.seats} Sitzen."})
    if sitting.urgent_reason:
        found.append({"what": "Es ist eilig, weil:", "why": sitting.urgent_reason})
    if sitting.late_reason:
        found.append({"what": "Die Einladung kommt später, als die Regeln es wollen:", "why": sitting.late_reason})
    if not sitting.is_binding:
        found.append({"what": "Inoffizielle Sitzung:", "why": "Hier wird nichts verbindlich beschlossen."})
    return found


def _item(item: Item) -> dict[str, object]:
    if not item.public:
        return {
            "number": item.number,
            "depth": item.number.count("."),
            "title": "Nicht öffentlicher Punkt",
            "facts": "",
        }
    facts = [
        item.owner,
        f"etwa {item.minutes} Minuten" if item.minutes else "",
        f"{money(item.cents)} ({item.money_source})" if item.cents else "",
        f"später dazugekommen, weil: {item.late_reason}" if item.late_reason else "",
        "Der Vorschlag wurde zurückgezogen: Der Punkt fällt weg." if item.falls_off else "",
    ]
    said = " · ".join(" ".join(fact.split()) for fact in facts if fact)
    return {"number": item.number, "depth": item.number.count("."), "title": item.title, "facts": said}


def _qr(address: str) -> str:
    file = BytesIO()
    segno.make(address, error="m", micro=False).save(file, kind="svg", border=4, xmldecl=False)
    return file.getvalue().decode()
