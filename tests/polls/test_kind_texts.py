"""What people read about results of several marks."""

from dataclasses import replace

import pytest

from tests.polls.kind_makers import LOT, budget, counted, ranked, up_to
from tests.polls.paper_makers import rules
from zukunftsparlament.polls import texts
from zukunftsparlament.polls.how_texts import how_it_came
from zukunftsparlament.polls.rules import Kind, Method
from zukunftsparlament.polls.yardstick import Yardstick
from zukunftsparlament.procedure.rules import Tie

PLACES = ("Park", "Bahnhof", "Schule", "Villa")
LOTS = rules(tie=Tie.LOT)
NEXT = " Noch ist nichts entschieden. Jetzt beschließt das Parlament, wie es weitergeht."


@pytest.mark.parametrize(
    ("rule", "papers", "says"),
    [
        (up_to(4, 2, 2), ("6x12", "4x14"), "Gewählt sind „Park“ und „Bahnhof“."),
        (up_to(4, 2), ("6x12", "4x14"), "Gewählt: „Park“."),
        (
            up_to(4, 2, 2),
            ("5x12", "5x13"),
            "Gewählt: „Park“. Gleichstand um 1 Platz: „Bahnhof“ und „Schule“ haben je 5 Stimmen." + NEXT,
        ),
        (
            up_to(4, 4, 2),
            ("9x123",),
            "Gleichstand um 2 Plätze: „Park“, „Bahnhof“ und „Schule“ haben je 9 Stimmen." + NEXT,
        ),
        (ranked(3), ("6x1", "3x2"), "Gewonnen hat „Park“, gleich in der ersten Runde."),
        (
            ranked(4),
            ("5x1", "4x41", "3x21", "3x31"),
            "Gewonnen hat „Park“, ganz gleich, wer vorher ausscheidet.",
        ),
        (ranked(2), ("5x1", "5x2"), "Gleichstand: „Park“ und „Bahnhof“ können gleich gut gewinnen." + NEXT),
        (ranked(3), ("9x-",), "Niemand hat eine Möglichkeit gewählt."),
        (
            budget(100, 60, 60, 10),
            ("9x3", "5x1", "5x2"),
            "Bezahlt wird „Schule“. Gleichstand: „Park“ und „Bahnhof“ haben je 5 Stimmen, "
            "und für alle reicht das Geld nicht. Übrig sind 0,90 €." + NEXT,
        ),
        (
            budget(100, 60),
            ("2x1",),
            "Nicht beschlussfähig: 2 waren dabei, 9 müssen es sein. Es ist nichts beschlossen.",
        ),
    ],
)
def test_a_result_in_a_sentence_or_three(rule: Yardstick, papers: tuple[str, ...], says: str) -> None:
    assert texts.result_sentence(counted(rule, *papers), rule, options=PLACES) == says


def test_the_lot_is_named() -> None:
    several = up_to(4, 2, 2, LOTS)
    said = texts.result_sentence(counted(several, "5x12", "5x13", lot=LOT), several, options=PLACES)
    assert said.startswith("Gewählt sind „Park“ und ")
    assert "Davon hat das Los entschieden: „" in said
    money = budget(100, 60, 60, rule_set=LOTS)
    assert "Davon hat das Los entschieden: „" in texts.result_sentence(
        counted(money, "9x1", "9x2", lot=LOT), money, options=PLACES
    )


def test_every_round_in_plain_words() -> None:
    rule = ranked(3)
    assert how_it_came(counted(rule, "8x1", "7x2", "3x32", "2x3"), rule, PLACES) == [
        "Runde 1: Park: 8, Bahnhof: 7, Schule: 5. „Schule“ scheidet aus.",
        "Runde 2: Bahnhof: 10, Park: 8. 2 Zettel zählen nicht mehr mit. „Bahnhof“ hat mehr als die Hälfte.",
    ]
    assert how_it_came(counted(rule, "3x13", "3x23", "4x31"), rule, PLACES) == [
        "Runde 1: Schule: 4, Park: 3, Bahnhof: 3. Gleich wenige haben „Park“ und „Bahnhof“. "
        "Darum ist alles durchgerechnet:",
        "Scheidet „Park“ aus, gewinnt am Ende „Schule“.",
        "Scheidet „Bahnhof“ aus, gewinnt am Ende „Schule“.",
    ]


def test_duels_name_the_winner_first() -> None:
    rule = ranked(2, Method.SCHULZE)
    assert how_it_came(counted(rule, "3x12", "6x21"), rule, PLACES) == ["„Bahnhof“ gegen „Park“: 6 zu 3."]


def test_money_says_what_equal_parts_would_be() -> None:
    rule = budget(100_000, 100_000, 100_000, 100_000)
    assert how_it_came(counted(rule, "6x1", "6x2", "6x3"), rule, PLACES)[-1] == (
        "Zu gleichen Teilen wären das 333,34 € + 333,33 € + 333,33 €."
    )
    cheap = budget(100, 20, 90, 90)
    assert "Zu gleichen" not in " ".join(how_it_came(counted(cheap, "9x1", "9x2", "9x3"), cheap, PLACES))


def test_how_it_is_counted_is_said_before_the_vote() -> None:
    assert "Jeder hat bis zu 3 Kreuze. Gewählt werden 2." in texts.rule_sentences(up_to(4, 3, 2))
    assert "Zu verteilen sind 1.000,00 €." in texts.rule_sentences(budget(100_000, 1))
    assert any("in Runden" in said for said in texts.rule_sentences(ranked(3)))
    assert any("mit jeder anderen" in said for said in texts.rule_sentences(ranked(3, Method.SCHULZE)))


@pytest.mark.parametrize("kind", [Kind.ONE_OF, Kind.YES_NO_ABSTAIN])
def test_a_person_is_elected_and_nothing_to_be_chosen_or_accepted(kind: Kind) -> None:
    rule = replace(ranked(3), kind=kind)
    said = " ".join(texts.rule_sentences(rule, persons=True))
    assert "Gewählt ist" in said and "Möglichkeit" not in said and "Angenommen" not in said
    assert "Gewählt ist" not in " ".join(texts.rule_sentences(rule))
