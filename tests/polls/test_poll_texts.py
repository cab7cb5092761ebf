import pytest
from hypothesis import given

from tests.polls.paper_makers import TWO_THIRDS, measured, one_of, rules, some_votes, yardsticks, yes_no
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.polls import lots, texts
from zukunftsparlament.polls.rules import WhyNot
from zukunftsparlament.polls.yardstick import Yardstick
from zukunftsparlament.procedure.rules import Tie

PLACES = ("Emscherpark", "Bahnhof", "Sportplatz")


@pytest.mark.parametrize("why_not", WhyNot)
def test_every_refusal_has_a_sentence(why_not: WhyNot) -> None:
    assert sentence(why_not).endswith(".")
    assert max(len(part.split()) for part in sentence(why_not).split(". ")) <= 20


@pytest.mark.parametrize(
    ("rule", "votes", "says"),
    [
        (yes_no(), (8, 1, 3), "Angenommen: 8 dafür, 1 dagegen, 3 Enthaltungen."),
        (yes_no(), (8, 0, 1), "Einstimmig angenommen: 8 dafür, 0 dagegen, 1 Enthaltung."),
        (yes_no(), (4, 6, 0), "Abgelehnt: 4 dafür, 6 dagegen."),
        (yes_no(), (9, 9, 0), "Gleichstand: 9 dafür, 9 dagegen. Damit ist es abgelehnt."),
        (
            yes_no(rules(tie=Tie.RUN_OFF)),
            (9, 9, 0),
            "Gleichstand: 9 dafür, 9 dagegen. Noch ist nichts entschieden. Es gibt eine Stichwahl.",
        ),
        (
            yes_no(),
            (8, 0, 0),
            "Nicht beschlussfähig: 8 waren dabei, 9 müssen es sein. Es ist nichts beschlossen.",
        ),
        (yes_no(), (1, 0, 0), "Nicht beschlussfähig: 1 war dabei, 9 müssen es sein. Es ist nichts beschlossen."),
        (yes_no(binding=False), (30, 12, 0), "Stimmungsbild: 30 dafür, 12 dagegen."),
        (one_of(3), (8, 6, 4), "Die meisten Stimmen hat „Emscherpark“: 8 von 18."),
        (
            one_of(3, rules(tie=Tie.BODY_DECIDES)),
            (6, 6, 6),
            "Gleichstand: „Emscherpark“, „Bahnhof“, „Sportplatz“ haben je 6 Stimmen. "
            "Noch ist nichts entschieden. Jetzt beschließt das Parlament, wie es weitergeht.",
        ),
        (
            one_of(3, rules(majority=TWO_THIRDS)),
            (11, 7, 0),
            "Keine Möglichkeit hat die nötige Mehrheit. Es ist nichts beschlossen.",
        ),
    ],
)
def test_a_result_in_one_sentence(rule: Yardstick, votes: tuple[int, ...], says: str) -> None:
    assert texts.result_sentence(measured(rule, *votes), rule, options=PLACES) == says


def test_the_lot_is_named() -> None:
    rule = yes_no(rules(tie=Tie.LOT))
    drawn = lots.with_lot(measured(rule, 9, 9), lots.Drum(1))
    says = "Gleichstand: 9 dafür, 9 dagegen. Das Los hat entschieden: abgelehnt."
    assert texts.result_sentence(drawn, rule) == says


@pytest.mark.parametrize(
    ("step", "says"),
    [
        (0, "Wie viele schon abgestimmt haben, steht hier, sobald es genug sind."),
        (1, "Mindestens 1 von 18 hat abgestimmt."),
        (15, "Mindestens 15 von 18 haben abgestimmt."),
        (18, "Alle 18 haben abgestimmt."),
    ],
)
def test_turnout_in_words(step: int, says: str) -> None:
    assert texts.turnout_sentence(step, of=18) == says


@given(yardsticks, some_votes)
def test_every_result_and_rule_can_be_said(rule: Yardstick, votes: list[int]) -> None:
    places = ("A", "B", "C", "D")
    for said in (texts.result_sentence(measured(rule, *votes), rule, options=places), *texts.rule_sentences(rule)):
        assert said.endswith(".")
        assert "{" not in said
