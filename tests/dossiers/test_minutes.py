"""Minutes on paper and for Word: everybody can read them, and nothing that somebody typed stops them."""

from io import BytesIO
from typing import Any

import page
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.dossiers.minutes_example import content, election, item, minutes, vote
from zukunftsparlament.dossiers.minutes_docx import minutes_docx
from zukunftsparlament.dossiers.minutes_outline import lines
from zukunftsparlament.dossiers.minutes_pdf import minutes_pdf
from zukunftsparlament.dossiers.minutes_shape import Written
from zukunftsparlament.minutes.rules import changes

HOSTILE = [
    "\x00\x07\u202e\u2066\ue000日本 👩‍👩‍👧 Z\u0336\u0322\u0327\u0321",
    "W" * 2_000,
    '#import "/etc/passwd" $x$ <b>',
    "",
]


def test_a_vote_of_a_rehearsal_is_called_so_and_has_no_number() -> None:
    rehearsed = vote(poll=9_000_002, question="Pizza?", binding=False)
    said = "\n".join(lines(content(item(votes=[rehearsed]))))
    assert "Übung: Pizza?" in said and "9000002" not in said and "Stimmungsbild" not in said


def words_in(file: bytes) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(file)).pages).split())


def with_everywhere(text: str) -> Written:
    """`text` wherever somebody may have typed it."""
    option = [{"value": "1", "label": text}, {"value": "2", "label": text}]
    told: list[Any] = [
        item(
            title=text, owner=text, note=text, end_reason=text, urgent_reason=text, late_reason=text, papers=[text],
            motion={"proposal": 1, "title": text, "text": text, "reason": text},
            money=[{"cents": 1, "source": text}], duty={"is": "no", "text": text},
            votes=[
                vote(question=text, yes_means=text, no_means=text, paper=text, point=text, result=text, rule=[text]),
                election(question=text, options=option, how=[text]),
                vote(state="void", void_reason=text),
            ],
        ),
    ]  # fmt: skip
    guests = [{"name": text, "from": "2027-02-03T17:00:00+00:00", "to": None}]
    tasks = [{"text": text, "owner": text, "due_on": None}]
    next_ = {"at": "2027-05-04T16:00:00+00:00", "place": text}
    more = {"guests": guests, "tasks": tasks, "next": next_, "questions": [{"text": text, "answer": text}]}
    return minutes(content(*told, parliament=text, **more))


def test_everybody_can_read_it_a_draft_as_well() -> None:
    for told in (minutes(), minutes(public_at=None, confirmed=())):
        report = page.validate_pdf_bytes(minutes_pdf(told), profile="ua1")
        assert report.is_compliant, report.to_json()


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_text_in_every_place_stops_neither(text: str) -> None:
    told = with_everywhere(text)

    report = page.validate_pdf_bytes(minutes_pdf(told), profile="ua1")
    assert report.is_compliant, report.to_json()
    assert Document(BytesIO(minutes_docx(told))).tables


@settings(max_examples=8, deadline=None)
@given(st.text(), st.integers(0, 10**6))
def test_any_text_can_be_printed(text: str, votes: int) -> None:
    told = minutes(content(item(note=text, votes=[vote(question=text, votes={"yes": votes}, turnout=votes)])))

    assert minutes_pdf(told) and minutes_docx(told)


def test_what_happened_stands_on_paper() -> None:
    told = words_in(minutes_pdf(minutes()))

    for words in (
        "Offizielle Sitzung: Februar", "Sitz 1 (Nordschule), Sitz 9", "2 von 18 Sitzen waren vertreten",
        "18:02 bis 18:40 Uhr (Vertretung), 18:40 bis 19:10 Uhr", "Sitz 3 (Eichenschule): unentschuldigt",
        "die Sitze 17 und 18", "Die Bürgermeisterin, 18:10 bis 18:30 Uhr", "7 Wortmeldungen, davon 2 von Gästen",
        "1.000,50 € aus: Jugendfonds. Übrig sind 333,33 €", "Antrag auf Schluss der Redeliste – angenommen",
        "8 Sitze waren da, 9 sind nötig", "Beschluss 1. Abstimmung Nr. 12", "Beschluss 2. Wahl Nr. 14",
        "Das Los fiel auf: Sitz 9", "Gewählt: Sitz 9",
        "Vertretung, in dieser Reihenfolge: Sitz 3 · Nordschule",
        "5 Nicht öffentlicher Punkt", "Beim Bauhof anrufen Jugendbüro 20. Februar 2027",
        "4. Mai 2027, 18:00 Uhr, Rausinger Halle", "Sitz 1, am 3. Februar 2027", "ab" * 32, minutes().sha256,
    ):  # fmt: skip
        assert words in told, words
    assert "Ausschuss für Verkehr" not in told  # was invited and did not come


def test_votes_stand_in_the_order_of_the_paper() -> None:
    told = words_in(minutes_pdf(minutes(content(item(votes=[vote()])))))

    assert "Ja 9 Nein 2 Enthaltung 1 nicht abgestimmt 1" in told


def test_the_same_minutes_give_the_same_bytes() -> None:
    assert minutes_pdf(minutes()) == minutes_pdf(minutes())
    assert minutes_docx(minutes()) == minutes_docx(minutes())


def test_two_versions_differ_in_what_was_changed_and_in_nothing_else() -> None:
    before = content(item(note="Eins."), version=1)
    because = {"version": 1, "sha256": "ab" * 32, "because": "Vertippt."}
    now = content(item(note="Zwei."), version=2, replaces=because)

    found = changes(lines(before), lines(now))

    assert [(one.before, one.now) for one in found] == [(("Mitschrift: Eins.",), ("Mitschrift: Zwei.",))]
