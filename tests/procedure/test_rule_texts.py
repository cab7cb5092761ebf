import pytest

from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.procedure import texts
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Majority, MajorityOf, Quorum, QuorumKind, Share, Tie, Wrong


@pytest.mark.parametrize("wrong", Wrong)
def test_every_problem_has_a_sentence(wrong: Wrong) -> None:
    assert sentence(wrong).endswith(".")


@pytest.mark.parametrize("tie", Tie)
def test_every_way_out_of_a_tie_has_a_sentence(tie: Tie) -> None:
    assert texts.tie_sentence(tie).startswith("Bei Gleichstand")


def test_the_rules_of_holzwickede_in_three_sentences() -> None:
    assert texts.rule_sentences(HOLZWICKEDE, seats=18) == [
        "Mindestens die Hälfte muss dabei sein: 9 von 18.",
        "Angenommen ist, was mehr Ja als Nein bekommt. Enthaltungen zählen nicht mit.",
        "Bei Gleichstand ist es abgelehnt.",
    ]


def test_a_quorum_says_its_number() -> None:
    fixed = Quorum(QuorumKind.FIXED, 13, second_call=Share(1, 3))
    assert texts.quorum_sentence(fixed, seats=23) == "Mindestens 13 von 23 müssen dabei sein."
    assert texts.quorum_sentence(fixed, seats=23, second_call=True) == "Beim zweiten Mal reichen 8 von 23."
    more = Quorum(QuorumKind.MORE_THAN_HALF)
    assert texts.quorum_sentence(more, seats=18) == "Mehr als die Hälfte muss dabei sein: 10 von 18."


@pytest.mark.parametrize(
    ("majority", "abstentions_count", "says"),
    [
        (
            Majority(MajorityOf.CAST, 4, 6, False),
            True,
            "Für ein Ja braucht es mindestens zwei Drittel der abgegebenen Stimmen. Enthaltungen zählen mit.",
        ),
        (Majority(MajorityOf.SEATS, 1, 2, True), False, "Für ein Ja braucht es mehr als die Hälfte aller Sitze."),
        (Majority(MajorityOf.PRESENT, 3, 5, False), False, "Für ein Ja braucht es mindestens 3/5 der Anwesenden."),
    ],
)
def test_a_majority_in_words(majority: Majority, abstentions_count: bool, says: str) -> None:
    assert texts.majority_sentence(majority, abstentions_count) == says
