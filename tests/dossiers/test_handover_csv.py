"""What a spreadsheet gets: the right bytes, and nothing that it would run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossiers.example import budget, decision, every_kind, handover, one_of
from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.handover_csv import HEADERS, handover_csv, harmless
from zukunftsparlament.dossiers.several import COLUMNS
from zukunftsparlament.dossiers.shape import Outcome


def test_the_exact_bytes_of_a_small_one() -> None:
    answer = {"answer": "later", "reason": "Im Mai; dann „ja“", "next_date": None, "answered_on": "2027-03-01"}
    frozen = handover(decision(text="Zeile 1\nZeile 2", for_=["=1+1", "Sicher"], answer=answer), body="AG")
    frozen["sha256"] = "ab"

    assert handover_csv(frozen).decode("utf-8") == (
        '\ufeff"Übergabe";"An";"Übergeben am";"Antwort bis";"Zeitraum von";"Zeitraum bis";"Nr.";"Vorschlag";"Titel";'
        '"Text";"Dafür";"Dagegen";"Ja heißt";"Nein heißt";"Verbindlichkeit";"Art";"Abstimmung";"Ja";"Nein";'
        '"Enthaltung";"Stimmen je Möglichkeit";"Stimmberechtigt";"Abgestimmt";"Regel";"Ergebnis";"Antwort";'
        '"Begründung";"Nächster Termin";"Beantwortet am";"Prüfsumme";"Thema";"Gewählt";"So gerechnet";'
        '"Betrag in Euro";"Ausgegeben in Euro";"Übrig in Euro";"Preise in Euro"\r\n'
        '4;"AG";"2027-02-03";"2027-04-28";"2026-11-01";"2027-01-31";1;7;"Ein sicherer Radweg zur Josef-Reding-Schule";'
        '"Zeile 1\nZeile 2";"\'=1+1\nSicher";"Es fallen sechs Parkplätze weg.";"Die Gemeinde soll den Radweg planen.";'
        '"Alles bleibt, wie es ist.";"Beschluss";"Ja, Nein oder Enthaltung";"geheim";12;3;2;"";18;17;'
        '"Mehr als die Hälfte der abgegebenen Stimmen; Enthaltungen zählen nicht mit.";'
        '"Angenommen. Die nötige Mehrheit hat zugestimmt.";"Später";"Im Mai; dann „ja“";"";"2027-03-01";"ab";'
        '"Ohne Thema";"";"";"";"";"";""\r\n'
    )


def test_each_decision_is_one_row() -> None:
    rows = list(csv.reader(io.StringIO(handover_csv(every_kind()).decode("utf-8-sig")), delimiter=";"))

    assert rows[0] == list(HEADERS)
    assert [row[6] for row in rows[1:]] == ["1", "2", "3", "4", "5", "6", "7"]
    assert {len(row) for row in rows} == {len(HEADERS)}


def test_options_stand_with_their_votes_in_ballot_order() -> None:
    rows = list(csv.reader(io.StringIO(handover_csv(handover(one_of())).decode("utf-8-sig")), delimiter=";"))

    assert rows[1][20] == "Kletterturm: 61\nÜberdachter Treffpunkt mit Steckdosen: 118\nObstbäume: 40"


def test_money_order_and_winners_stand_in_the_last_columns() -> None:
    frozen = handover(budget(), one_of(), decision(number=3))
    rows = list(csv.DictReader(io.StringIO(handover_csv(frozen).decode("utf-8-sig")), delimiter=";"))

    assert [[row[name] for name in COLUMNS] for row in rows] == [
        ["Tornetze\nBank", "Erst die Tornetze.\nDann reicht es nur für die Bank.", "1000,00", "993,34", "6,66",
         "Tornetze: 793,34\nSpiele: 250,00\nBank: 200,00"],
        ["Überdachter Treffpunkt mit Steckdosen", "", "", "", "", ""],
        ["", "", "", "", "", ""],
    ]  # fmt: skip


PLAIN_SIGNS = ["=1+1", "+49", "-2", "@SUM(A1)", "|calc", "%0"]
OTHER_SIGNS = ["＝1+1", "﹢1", "－1", "＠a", "⁼1"]
BEHIND_SOMETHING = [" =1", "\t=1", "\u00a0=1", "\u3000＝1", "\n=1", "\u200b=1", "\ufeff=1", "\x00=1", "\tText"]


@pytest.mark.parametrize("cell", [*PLAIN_SIGNS, *OTHER_SIGNS, *BEHIND_SOMETHING])
def test_a_formula_becomes_a_text(cell: str) -> None:
    assert str(harmless(cell)).startswith("'")


@pytest.mark.parametrize("cell", ["Radweg", "1 = 1", "a@b", "„=“", "", 7, 0])
def test_what_is_no_formula_stays_as_it_is(cell: str | int) -> None:
    assert harmless(cell) == cell


def test_a_cell_never_spills_into_the_next_rows() -> None:
    assert len(str(harmless("W" * 40_000))) < 32_767


@given(st.text(), st.text())
def test_any_text_comes_back_whole(title: str, reason: str) -> None:
    frozen = handover(decision(title=title, text=reason))

    rows = list(csv.reader(io.StringIO(handover_csv(frozen).decode("utf-8-sig"), newline=""), delimiter=";"))

    assert rows[1][8:10] == [harmless(title), harmless(reason)]


@pytest.mark.parametrize(
    ("outcome", "weight"),
    [("accepted", "Beschluss"), ("tied", "Abstimmung der Sitze"), ("not_quorate", "Abstimmung der Sitze")],
)
def test_what_decides_nothing_is_no_decision(outcome: Outcome, weight: str) -> None:
    assert texts.weight(decision(outcome=outcome)) == weight
    assert texts.weight(decision(outcome=outcome, binding=False)) == "Stimmungsbild"
