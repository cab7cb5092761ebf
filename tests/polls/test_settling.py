"""What a tie of every kind comes to, in plain values."""

from dataclasses import replace

import pytest

from zukunftsparlament.polls import counting, settling
from zukunftsparlament.polls.lots import Drum
from zukunftsparlament.polls.results import Outcome, Result
from zukunftsparlament.polls.rules import (
    Choice,
    Kind,
    Method,
    Terms,
    Way,
    WhyNotSettle,
    ways_of,
    ways_to_vote_on,
    why_not_picked,
)
from zukunftsparlament.polls.yardstick import Yardstick, yardstick
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie

LABELS = ("Rot", "Gelb", "Blau", "Grün")
BODY = replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES)


def measured(kind: Kind, choices: list[Choice], **terms: object) -> tuple[Result, Yardstick]:
    options = 0 if kind is Kind.YES_NO_ABSTAIN else len(LABELS)
    rule = yardstick(BODY, kind=kind, options=options, binding=True, seats=4, terms=Terms(**terms))  # type: ignore[arg-type]
    counts = counting.count(kind, options, choices, terms=rule.terms)
    result = counting.result(counts, rule, choices=choices)
    assert result.outcome is Outcome.TIED
    return result, rule


def test_one_of_several_becomes_a_choice_between_the_tied() -> None:
    tied, rule = measured(Kind.ONE_OF, [("1",), ("3",), ("1",), ("3",), ("2",)])
    paper = settling.run_off(tied, rule, LABELS)
    assert (paper.kind, paper.options) == (Kind.ONE_OF, ("Rot", "Blau"))
    final = settling.settled(tied, rule, picked=["3"])
    assert (final.outcome, final.winners, tied.winners) == (Outcome.CHOSEN, ("3",), ())


def test_places_that_are_safe_stay_safe() -> None:
    """Green is in; red, yellow and blue want the other two places."""
    choices: list[Choice] = [("1", "4"), ("2", "4"), ("3", "4")]
    tied, rule = measured(Kind.UP_TO, choices, at_most=2, places=3)
    paper = settling.run_off(tied, rule, LABELS)
    assert (paper.options, paper.terms) == (("Rot", "Gelb", "Blau"), Terms(at_most=2, places=2))
    final = settling.settled(tied, rule, picked=("3", "1"))
    assert (final.winners, final.more["places_left"]) == (("1", "3", "4"), 0)


def test_one_place_left_is_a_choice_of_one() -> None:
    tied, rule = measured(Kind.UP_TO, [("1", "4"), ("2", "4")], at_most=2, places=2)
    assert settling.run_off(tied, rule, LABELS) == settling.RunOff(kind=Kind.ONE_OF, options=("Rot", "Gelb"))


def test_money_that_is_left_is_what_a_run_off_is_about() -> None:
    """Red costs 400 and is paid; blue and green cost 500 each, and 600 are left."""
    choices: list[Choice] = [("1", "3"), ("1", "4"), ("1",)]
    tied, rule = measured(Kind.BUDGET, choices, costs=(40000, 10000, 50000, 50000), amount=100000)
    paper = settling.run_off(tied, rule, LABELS)
    assert (paper.options, paper.terms) == (("Blau", "Grün"), Terms(costs=(50000, 50000), amount=60000))
    final = settling.settled(tied, rule, picked=("4",))
    assert (final.winners, final.more["spent"], final.more["left"]) == (("1", "4"), 90000, 10000)


@pytest.mark.parametrize("method", list(Method))
def test_an_order_of_preference_becomes_a_choice_of_one(method: Method) -> None:
    tied, rule = measured(Kind.RANKED, [("1", "2"), ("2", "1")], method=method)
    assert settling.run_off(tied, rule, LABELS).options == ("Rot", "Gelb")
    assert settling.settled(tied, rule, picked=("2",)).winners == ("2",)


def test_a_lot_drawn_later_fills_the_places_and_the_purse_and_no_more() -> None:
    up_to, rule = measured(Kind.UP_TO, [("1", "4"), ("2", "4"), ("3", "4")], at_most=2, places=3)
    budget, money = measured(
        Kind.BUDGET, [("1", "3"), ("1", "4"), ("1",)], costs=(40000, 10000, 50000, 50000), amount=100000
    )
    seen = set()
    for n in range(60):
        lot = n.to_bytes(32)
        picked = settling.drawn_later(up_to, rule, lot=lot, listed=b"{}", word="Igel")
        paid = settling.drawn_later(budget, money, lot=lot, listed=b"{}", word="Igel")
        assert (len(set(picked)), len(paid)) == (2, 1) and set(picked) < set(up_to.tied)
        seen |= {picked, paid}
    assert len(seen) == 6 + 2  # every order of two among three, and either project
    assert settling.drawn_later(up_to, rule, lot=lot, listed=b"{}", word="Wal") in seen


def test_whoever_decides_picks_as_many_as_there_is_room_for() -> None:
    tied = ("1", "2", "3")
    assert why_not_picked(["1", "3"], tied=tied, places=2) is None
    assert why_not_picked(["1"], tied=tied, places=2) is WhyNotSettle.WRONG_NUMBER
    assert why_not_picked(["1", "1"], tied=tied, places=2) is WhyNotSettle.NOT_AMONG_THE_TIED
    assert why_not_picked(["4"], tied=tied, places=1) is WhyNotSettle.NOT_AMONG_THE_TIED
    assert why_not_picked([], tied=tied, places=1) is WhyNotSettle.NOTHING_PICKED
    costs = (300, 200, 100)
    assert why_not_picked(["2", "3"], tied=tied, places=1, costs=costs, money=300) is None
    assert why_not_picked(["1", "3"], tied=tied, places=1, costs=costs, money=300) is WhyNotSettle.TOO_EXPENSIVE


def test_the_rule_set_says_which_ways_there_are() -> None:
    offered = {rule: ways_of(rule, is_about_ways=False) for rule in (*Tie, None)}
    assert offered == {
        Tie.REJECTED: (),
        Tie.LOT: (),
        None: (),
        Tie.RUN_OFF: (Way.RUN_OFF,),
        Tie.CHAIR_DECIDES: (Way.CHAIR,),
        Tie.BODY_DECIDES: (Way.WAYS, Way.RUN_OFF, Way.LOT),
    }
    assert Way.WAYS not in ways_of(Tie.BODY_DECIDES, is_about_ways=True)
    assert Way.SHARE not in ways_to_vote_on(Kind.ONE_OF, persons=True)
    assert Way.SHARE not in ways_to_vote_on(Kind.YES_NO_ABSTAIN, persons=False)


def test_what_is_left_after_a_tie_goes_on_to_those_below() -> None:
    """Red is paid; yellow and blue cost too much together; green, below both, fits exactly once one of them is paid."""
    choices: list[Choice] = [(one,) for one in "1" * 11 + "2222" + "3333" + "444"]
    tied, rule = measured(Kind.BUDGET, choices, costs=(40000, 40000, 40000, 20000), amount=100000)
    for seed in range(20):
        drum = Drum(seed)
        at_the_count = counting.after_the_lot(tied, rule, drum)
        final = settling.settled(tied, rule, picked=at_the_count.drawn)
        assert (final.outcome, final.winners, dict(final.more)) == (
            Outcome.CHOSEN, at_the_count.winners, {"spent": 100000, "left": 0},
        )  # fmt: skip


def test_money_may_be_tied_once_more_below_a_tie() -> None:
    """Red or yellow; then blue or green."""
    choices: list[Choice] = [(one,) for one in "112234"]
    tied, rule = measured(Kind.BUDGET, choices, costs=(60000, 60000, 40000, 40000), amount=100000)
    again = settling.settled(tied, rule, picked=("2",))
    assert (again.outcome, again.winners, again.tied, again.more["left"]) == (
        Outcome.TIED, ("2",), ("3", "4"), 40000,
    )  # fmt: skip
    final = settling.settled(again, rule, picked=("3",))
    assert (final.outcome, final.winners, final.more["left"]) == (Outcome.CHOSEN, ("2", "3"), 0)
