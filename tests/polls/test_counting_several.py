"""Several crosses and money: the border is found, and nobody wins by the order of the paper."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.polls.kind_makers import LOT, budget, choices, counted, listed, papers_for, up_to
from tests.polls.paper_makers import TWO_THIRDS, rules
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Choice, cents_in, money, shares
from zukunftsparlament.procedure.rules import Tie

LOTS = rules(tie=Tie.LOT)


def test_the_places_go_to_the_most_votes() -> None:
    result = counted(up_to(4, 2, places=2), "6x12", "4x14", "2x3", "-")
    assert (result.outcome, result.winners, result.tied, dict(result.more)) == (
        Outcome.CHOSEN,
        ("1", "2"),
        (),
        {"places_left": 0},
    )
    assert dict(result.counts.votes) == {"1": 10, "2": 6, "3": 2, "4": 4, "abstain": 1}
    assert result.counts.ballots == 13


def test_who_is_safely_in_and_who_is_tied_for_the_rest() -> None:
    result = counted(up_to(4, 2, places=2), "5x12", "5x13", "2x4")
    assert (result.outcome, result.winners, result.tied, result.more["places_left"]) == (
        Outcome.TIED,
        ("1",),
        ("2", "3"),
        1,
    )


def test_the_lot_gives_the_places_that_are_left() -> None:
    result = counted(up_to(4, 4, places=3, rule_set=LOTS), "9x1", "3x234", lot=LOT)
    assert (result.outcome, len(result.drawn), result.tied) == (Outcome.CHOSEN, 2, ("2", "3", "4"))
    assert result.winners == tuple(sorted(("1", *result.drawn)))


def test_places_that_nobody_wants_to_fill_stay_empty() -> None:
    assert counted(up_to(3, 3, places=3), "9x1").winners == ("1",)
    assert counted(up_to(3, 3), "9x-").outcome is Outcome.NO_MAJORITY


def test_each_winner_needs_what_the_rule_set_asks_for() -> None:
    result = counted(up_to(3, 3, places=2, rule_set=rules(majority=TWO_THIRDS)), "8x1", "4x12")
    assert (result.winners, result.outcome) == (("1",), Outcome.CHOSEN)


@settings(max_examples=80)
@given(papers_for(up_to(4, 3, 2), most=14))
def test_nobody_safely_in_has_fewer_votes_than_somebody_outside(papers: list[Choice]) -> None:
    _, result = listed(up_to(4, 3, 2), papers + choices("9x-"))
    votes = dict(result.counts.sides)
    outside = set(votes) - set(result.winners) - set(result.tied)
    assert all(votes[inside] > votes[other] for inside in result.winners for other in result.tied)
    assert all(votes[inside] >= votes[other] for inside in (*result.winners, *result.tied) for other in outside)
    assert len(result.winners) + result.more["places_left"] <= 2
    assert (len(result.tied) > result.more["places_left"]) or not result.tied


def test_money_goes_to_the_most_votes_while_it_lasts_and_cheaper_ones_have_their_chance() -> None:
    result = counted(budget(100_000, 60_000, 50_000, 30_000, 20_000), "7x1", "6x2", "5x34", "4x4")
    assert (result.winners, result.more["spent"], result.more["left"]) == (("1", "4"), 80_000, 20_000)
    assert result.outcome is Outcome.CHOSEN


def test_case_01_three_projects_with_the_same_votes_are_a_tie_and_can_share_to_the_cent() -> None:
    rule = budget(100_000, 100_000, 100_000, 100_000, 100_000, 100_000, 100_000)
    result = counted(rule, "6x1", "6x2", "6x3", "2x4", "5", "6")
    assert (result.outcome, result.winners, result.tied) == (Outcome.TIED, (), ("1", "2", "3"))
    assert shares(result.more["left"], among=len(result.tied)) == [33_334, 33_333, 33_333]


def test_what_stands_below_a_tie_is_open_too() -> None:
    result = counted(budget(100, 60, 60, 10), "6x1", "6x2", "3x3")
    assert (result.winners, result.tied, result.more["left"]) == ((), ("1", "2"), 100)


def test_the_lot_draws_and_then_the_money_goes_on() -> None:
    result = counted(budget(100, 60, 60, 10, rule_set=LOTS), "6x1", "6x2", "3x3", lot=LOT)
    assert result.outcome is Outcome.CHOSEN
    assert result.winners == tuple(sorted((result.drawn[0], "3")))
    assert (len(result.drawn), result.more["left"]) == (1, 30)


@settings(max_examples=80)
@given(st.data())
def test_money_is_never_more_than_there_is_and_no_order_decides(data: st.DataObject) -> None:
    costs = data.draw(st.lists(st.integers(1, 40), min_size=4, max_size=4))
    rule = budget(max(costs) + data.draw(st.integers(0, 60)), *costs)
    papers = data.draw(papers_for(rule)) + choices("9x-")
    _, result = listed(rule, papers)
    paid = [costs[int(choice) - 1] for choice in result.winners]
    assert (sum(paid), result.more["spent"] + result.more["left"]) == (result.more["spent"], rule.terms.amount)
    votes = dict(result.counts.sides)
    orders = [
        [str(n + 1) for n in order]
        for order in permutations(range(4))
        if all(votes[str(a + 1)] >= votes[str(b + 1)] for a, b in pairwise(order))
    ]
    ends = {frozenset(_bought(order, costs, rule.terms.amount, votes)) for order in orders}
    assert all(set(result.winners) <= end for end in ends)
    assert (len(ends) == 1) or result.outcome is Outcome.TIED


def _bought(order: list[str], costs: list[int], left: int, votes: dict[str, int]) -> list[str]:
    bought = []
    for choice in order:
        if votes[choice] and costs[int(choice) - 1] <= left:
            left -= costs[int(choice) - 1]
            bought.append(choice)
    return bought


@given(st.integers(0, 10**9), st.integers(1, 50))
def test_shares_are_exact_and_even(amount: int, among: int) -> None:
    parts = shares(amount, among=among)
    assert (sum(parts), len(parts), parts) == (amount, among, sorted(parts, reverse=True))
    assert parts[0] - parts[-1] <= 1


def test_nothing_is_shared_among_nobody() -> None:
    with pytest.raises(ValueError, match="shared"):
        shares(100, among=0)


@pytest.mark.parametrize(
    ("typed", "cents"),
    [("333,34", 33_334), (" 1.000,00 € ", 100_000), ("1000", 100_000), ("0,01", 1), ("12 Euro", 1200)],
)
def test_money_is_read_as_people_write_it(typed: str, cents: int) -> None:
    assert cents_in(typed) == cents
    assert cents_in(money(cents)) == cents


@pytest.mark.parametrize("typed", ["", "333.34", "1,5", "1.00", "-5", "1e3", "zehn", "１０", "99999999999", "10,00 $"])
def test_what_could_mean_two_things_is_no_amount(typed: str) -> None:
    with pytest.raises(ValueError, match=r"amount|much"):
        cents_in(typed)
