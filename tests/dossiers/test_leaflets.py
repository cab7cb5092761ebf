"""What the young get on paper: one page each, to be read by everybody, however much there is."""

from datetime import date
from io import BytesIO

import page
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.dossiers.hostile import CELLS
from zukunftsparlament.dossiers.leaflets import FILES, printed
from zukunftsparlament.handovers.freezing import DoneFact
from zukunftsparlament.handovers.queries import Leaflet, Line, Reply

ANSWER = Reply("differently", "Zuerst auf einer Seite.", date(2027, 6, 10), date(2027, 3, 20))
SIZES = {"einfach": (595, 842), "plakat": (842, 1191)}


def line(title: str = "Ein sicherer Radweg", *, reply: Reply | None = None, is_void: bool = False) -> Line:
    return Line(title, "verkehr", "Angenommen: 12 dafür, 3 dagegen.", reply, is_void)


def leaflet(decisions: int, *lines: Line) -> Leaflet:
    told = [line(f"Die Idee Nummer {n} mit einem Titel, der schon ein wenig länger ist") for n in range(decisions)]
    body = "Arbeitsgruppe Demokratie fördern"
    return Leaflet(4, "Jugendrat Beispielstadt", body, date(2027, 2, 3), date(2027, 4, 28), [*told, *lines])


def words_in(file: bytes) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(file)).pages).split())


@pytest.mark.parametrize("name", list(FILES))
@pytest.mark.parametrize("decisions", [1, 3, 40])
def test_it_is_one_page_that_everybody_can_read(name: str, decisions: int) -> None:
    file = printed(name, leaflet(decisions))
    pages = PdfReader(BytesIO(file)).pages

    assert [tuple(map(round, (sheet.mediabox.width, sheet.mediabox.height))) for sheet in pages] == [SIZES[name]]
    report = page.validate_pdf_bytes(file, profile="ua1")
    assert report.is_compliant, report.to_json()


@pytest.mark.parametrize("name", list(FILES))
def test_hostile_titles_neither_stop_it_nor_push_it_to_a_second_page(name: str) -> None:
    replies = [Reply("no", cell or "-", None, date(2027, 3, 1)) for cell in CELLS]
    lines = [line(cell, reply=reply) for cell, reply in zip(CELLS, replies, strict=True)]
    for start in range(0, len(lines), 8):
        file = printed(name, leaflet(0, *lines[start : start + 8]))
        assert len(PdfReader(BytesIO(file)).pages) == 1


def test_the_page_says_what_was_decided_who_must_answer_and_by_when() -> None:
    words = words_in(printed("einfach", leaflet(0, line(), line("Mehr Bänke", reply=ANSWER))))

    assert "Ein sicherer Radweg Angenommen: 12 dafür, 3 dagegen." in words
    assert "Wer muss antworten? Arbeitsgruppe Demokratie fördern Bis wann? 28. April 2027" in words
    assert "Die Antwort ist: Ja, aber anders. Zuerst auf einer Seite. Weiter geht es am 10. Juni 2027." in words
    assert "weitere" not in words


def test_a_reason_is_cut_only_where_the_page_is_full() -> None:
    reason = "Wir stellen jeden Morgen neue Seife hin. " * 23 + "In zwei Wochen kommen die Schlösser."
    told = line(reply=Reply("yes", reason, date(2027, 6, 10), date(2027, 3, 20)))

    alone, many = (words_in(printed("einfach", leaflet(0, *[told] * n))) for n in (1, 6))
    assert "In zwei Wochen kommen die Schlösser." in alone and "…" not in alone
    assert many.count("Ein sicherer Radweg") == many.count("…") == 3 and "Und 3 weitere." in many


def test_what_is_done_says_so_and_no_next_day() -> None:
    told = Line("Mehr Bänke", "", "Angenommen.", ANSWER, False, DoneFact(date(2027, 5, 2), "Zwei Bänke stehen."))

    assert "Das ist jetzt erledigt! Zwei Bänke stehen." in words_in(printed("einfach", leaflet(0, told)))
    assert (
        "Das ist jetzt erledigt!" in (words := words_in(printed("plakat", leaflet(0, told)))) and "Weiter" not in words
    )


def test_who_has_answered_owes_nothing() -> None:
    assert "Wer muss antworten?" not in words_in(printed("einfach", leaflet(0, line(reply=ANSWER), line(is_void=True))))


def test_what_does_not_fit_is_counted_and_stands_on_the_public_page() -> None:
    plain, poster = (words_in(printed(name, leaflet(40))) for name in FILES)

    shown = plain.count("Die Idee Nummer")
    assert 5 <= shown < 40 and f"Und {40 - shown} weitere." in plain
    assert "127.0.0.1:8000/daraus-geworden/4" in plain.replace(" ", "")
    assert "weitere: im Internet." in poster


def test_the_poster_has_its_three_parts_and_tells_where_the_code_leads() -> None:
    file = printed("plakat", leaflet(0, line(), line("Mehr Bänke", reply=ANSWER), line("Ein Nachtbus", is_void=True)))
    words = words_in(file)

    for part in ("Das habt ihr gesagt", "Das wurde entschieden", "Das passiert jetzt"):
        assert part in words
    assert "Antwort kommt bis 28. April 2027." in words and "Ja, aber anders. Weiter am 10. Juni 2027." in words
    assert "Diese Abstimmung zählt nicht mehr." in words
    reader = PdfReader(BytesIO(file))
    found = map(reader.get_object, range(1, len(reader.xref[0])))
    told = [str(part["/Alt"]) for part in found if isinstance(part, DictionaryObject) and part.get("/S") == "/Figure"]
    assert told == ["QR-Code zu der Seite 127.0.0.1:8000/daraus-geworden/4"]
