"""What the young get on paper of a hand-over (PDF/UA-1): a page in plain words, and a poster for the classroom.

Both take some 50 milliseconds: call them in a thread.
"""

from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path

import segno

from zukunftsparlament.dossiers import texts
from zukunftsparlament.handovers.queries import Leaflet, Line
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.typeset import PACKAGE, pdf

HERE = Path(__file__).parent
PICTURES = PACKAGE / "static" / "pictures"
TOPIC_PICTURES = {
    "schule": "schulranzen",
    "freizeit": "skateboard",
    "verkehr": "fahrrad",
    "umwelt": "baum",
    "sport": "fussball",
    "digital": "handy",
    "zusammenleben": "dorf",
}
OTHER_PICTURE = "gluehbirne"
FILES = {"einfach": "plain_page.typ", "plakat": "poster.typ"}  # by the name in their address
LONGEST_TITLE, LONGEST_SENTENCE = 90, 200  # characters that a page or a poster shows
# Of these the longest with which all fits on the page. 1000 is a whole reason.
LONGEST_REASONS = (1000, 700, 500, 400, 320, 240)
ANSWERED = {
    "yes": "Die Antwort ist: Ja!",
    "differently": "Die Antwort ist: Ja, aber anders.",
    "later": "Die Antwort ist: Später.",
    "no": "Die Antwort ist: Nein.",
}
VOID = "Diese Abstimmung zählt nicht mehr."


def for_everybody(handover: int) -> str:
    """Where everybody reads what became of it."""
    return f"{settings().base_url}/daraus-geworden/{handover}"


def printed(name: str, told: Leaflet) -> bytes:
    """`einfach`: a page of A4. `plakat`: one of A3, to be read from three metres. What does not fit is counted."""
    address = for_everybody(told.handover)
    data = {
        "title": f"{told.from_whom}: Das wurde entschieden (Übergabe Nr. {told.handover})",
        "from": told.from_whom,
        "number": str(told.handover),
        "body": _cut(told.body, LONGEST_TITLE),
        "made_on": texts.day(told.made_on.isoformat()),
        "answer_by": texts.day(told.answer_by.isoformat()),
        "waits": any(line.reply is None and not line.is_void for line in told.lines),
        "address": address.partition("://")[2],
        "lines": [_line(line) for line in told.lines],
    }
    made_on = datetime.combine(told.made_on, time(), UTC)
    return pdf(HERE / FILES[name], data, made_on=made_on, drawings=_drawings(told, address))


def _line(line: Line) -> dict[str, object]:
    answer, reason, next_date = _what_now(line)
    return {
        "title": texts.titled(_cut(line.title, LONGEST_TITLE)),
        "picture": TOPIC_PICTURES.get(line.topic, OTHER_PICTURE),
        "sentence": VOID if line.is_void else _cut(line.sentence, LONGEST_SENTENCE),
        "void": line.is_void,
        "answer": answer,
        "reasons": [_cut(reason, longest) for longest in LONGEST_REASONS],
        "next": texts.day(next_date.isoformat()) if next_date else "",
    }


def _what_now(line: Line) -> tuple[str, str, date | None]:
    """The answer in plain words, its reason and when it goes on; what is done needs no next day."""
    if line.done:
        return "Das ist jetzt erledigt!", line.done.words, None
    if line.reply:
        return ANSWERED[line.reply.answer], line.reply.reason, line.reply.next_date
    return "", "", None


def _cut(text: str, longest: int) -> str:
    """On one line; where it is longer, up to the last whole word."""
    plain = " ".join(text.split())
    if len(plain) <= longest:
        return plain
    return (plain[:longest].rsplit(" ", 1)[0] if " " in plain[:longest] else plain[:longest]) + " …"


def _drawings(told: Leaflet, address: str) -> dict[str, str]:
    names = {TOPIC_PICTURES.get(line.topic, OTHER_PICTURE) for line in told.lines}
    found = {name: (PICTURES / f"{name}.svg").read_text(encoding="utf-8") for name in names}
    file = BytesIO()
    segno.make(address, error="m", micro=False).save(file, kind="svg", border=4, xmldecl=False)
    return found | {"qr": file.getvalue().decode()}
