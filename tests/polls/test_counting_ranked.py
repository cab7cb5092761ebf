"""Orders of preference, counted by programs that work in other ways than ours."""

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.polls.kind_makers import choices, counted, listed, papers_for, ranked
from tests.polls.paper_makers import TWO_THIRDS, rules
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Choice, Method
from zukunftsparlament.procedure.rules import Tie

OPTIONS = ["1", "2", "3", "4"]
ORDERS = papers_for(ranked(4), most=12)


def every_way(papers: list[Choice], still_in: list[str]) -> set[str]:
    """Instant run-off by trying all ways: one leaves at a time, and whoever stays last has won."""
    if len(still_in) == 1:
        return set(still_in)
    stacks = dict.fromkeys(still_in, 0)
    for paper in papers:
        standing = [mark for mark in paper if mark in still_in]
        if standing:
            stacks[standing[0]] += 1
    lowest = sorted(stacks.values())[0]
    found: set[str] = set()
    for option in still_in:
        if stacks[option] == lowest:
            found |= every_way(papers, [other for other in still_in if other != option])
    return found


def by_all_chains(papers: list[Choice]) -> set[str]:
    """Schulze with every chain written out, the way nobody would program it."""

    def prefer(one: str, other: str) -> int:
        place = [{mark: n for n, mark in enumerate(paper)} for paper in papers]
        return sum(places.get(one, 99) < places.get(other, 99) for places in place)

    def link(one: str, other: str) -> int:
        return prefer(one, other) if prefer(one, other) > prefer(other, one) else 0

    def chain(start: str, end: str) -> int:
        between = [option for option in OPTIONS if option not in (start, end)]
        ways = [(start, *way, end) for n in range(len(between) + 1) for way in permutations(between, n)]
        return max(min(link(way[n], way[n + 1]) for n in range(len(way) - 1)) for way in ways)

    return {one for one in OPTIONS if all(chain(one, other) >= chain(other, one) for other in OPTIONS if other != one)}


@settings(max_examples=150)
@given(ORDERS)
def test_instant_run_off_agrees_with_trying_every_way(papers: list[Choice]) -> None:
    marked = [paper for paper in papers if paper != ("abstain",)]
    _, result = listed(ranked(4), papers + choices("9x-"))
    found = set(result.winners) | set(result.tied)
    assert found == (every_way(marked, OPTIONS) if marked else set())


@settings(max_examples=80)
@given(st.integers(0, 3), ORDERS)
def test_schulze_agrees_with_every_chain_written_out(more: int, papers: list[Choice]) -> None:
    papers = papers + papers * more + choices("9x-")
    marked = [paper for paper in papers if paper != ("abstain",)]
    _, result = listed(ranked(4, Method.SCHULZE), papers)
    assert set(result.winners) | set(result.tied) == (by_all_chains(marked) if marked else set())


@settings(max_examples=80)
@given(st.sampled_from(Method), ORDERS, st.permutations(OPTIONS))
def test_the_order_of_the_paper_decides_nothing(method: Method, papers: list[Choice], names: list[str]) -> None:
    papers = [paper[:2] for paper in papers] if method is Method.POINTS else papers
    papers = papers + choices("9x-")
    other = dict(zip(OPTIONS, names, strict=True)) | {"abstain": "abstain"}
    _, straight = listed(ranked(4, method), papers)
    _, turned = listed(ranked(4, method), [tuple(other[mark] for mark in paper) for paper in papers])
    assert sorted(other[mark] for mark in straight.winners + straight.tied) == sorted(turned.winners + turned.tied)


@settings(max_examples=80)
@given(ORDERS)
def test_whoever_beats_everybody_wins_by_schulze(papers: list[Choice]) -> None:
    _, result = listed(ranked(4, Method.SCHULZE), papers + choices("9x-"))
    duels = result.more["duels"]
    for one in OPTIONS:
        if all(duels[one][other] > duels[other][one] for other in OPTIONS if other != one):
            assert result.winners == (one,)


def test_round_by_round_the_last_one_leaves() -> None:
    result = counted(ranked(3), "8x1", "7x2", "3x32", "2x3")
    assert (result.outcome, result.winners) == (Outcome.CHOSEN, ("2",))
    assert result.more["rounds"] == [
        {"votes": {"1": 8, "2": 7, "3": 5}, "exhausted": 0, "out": ["3"], "either": {}},
        {"votes": {"1": 8, "2": 10}, "exhausted": 2, "out": [], "either": {}},
    ]
    assert dict(result.counts.votes) == {"1": 8, "2": 7, "3": 5, "abstain": 0}


def test_several_without_a_chance_leave_together() -> None:
    rounds = counted(ranked(4), "4x1", "5x2", "31", "41").more["rounds"]
    assert [one["out"] for one in rounds] == [["3", "4"], []]


def test_a_tie_on_the_way_that_changes_nothing_is_no_tie() -> None:
    result = counted(ranked(3), "3x13", "3x23", "4x31")
    assert (result.outcome, result.winners) == (Outcome.CHOSEN, ("3",))
    assert result.more["rounds"][-1]["either"] == {"1": ["3"], "2": ["3"]}


def test_a_tie_that_decides_is_a_tie_and_the_lot_draws_where_the_rule_says_so() -> None:
    papers = ["5x12", "5x21"]
    tied = counted(ranked(2), *papers)
    assert (tied.outcome, tied.tied, tied.winners) == (Outcome.TIED, ("1", "2"), ())
    drawn = counted(ranked(2, rule_set=rules(tie=Tie.LOT)), *papers, lot=bytes(32))
    assert (drawn.outcome, drawn.winners, drawn.tied) == (Outcome.CHOSEN, drawn.drawn, ("1", "2"))


def test_a_circle_is_settled_by_the_strongest_chain() -> None:
    result = counted(ranked(3, Method.SCHULZE), "5x123", "4x231", "3x312")
    assert (result.outcome, result.winners) == (Outcome.CHOSEN, ("1",))
    assert result.more["duels"]["3"]["1"] == 7


def test_the_winner_reaches_what_the_rule_set_asks_for() -> None:
    rule_set = rules(majority=TWO_THIRDS)
    for method in Method:
        assert counted(ranked(2, method, rule_set), "8x12", "4x21").outcome is Outcome.CHOSEN
        assert counted(ranked(2, method, rule_set), "7x12", "5x21").outcome is Outcome.NO_MAJORITY


def test_papers_without_a_mark_choose_nobody() -> None:
    for method in Method:
        assert counted(ranked(3, method), "9x-").outcome is Outcome.NO_MAJORITY


def test_twelve_options_in_a_ring_are_counted_at_once() -> None:
    """The worst case for trying every way: all are tied, in every round."""
    ring = [str(n + 1) for n in range(12)]
    papers = [tuple(ring[start:] + ring[:start]) for start in range(12)] * 18
    _, result = listed(ranked(12), papers)
    assert len(result.tied) == 12
    assert Counter(result.more["rounds"][0]["votes"].values()) == {18: 12}


def test_a_first_vote_is_two_points_and_a_second_one() -> None:
    """Most first votes alone do not win: 4 × 2 against 3 × 2 + 3 × 1."""
    result = counted(ranked(3, Method.POINTS), "4x13", "3x23", "3x32", "-")
    assert (result.winners, result.more["points"]) == (("3",), {"1": 8, "2": 9, "3": 13})
    assert counted(ranked(3, Method.POINTS), "5x13", "5x31").tied == ("1", "3")
    for papers in ("123",), ("11",):
        with pytest.raises(ValueError, match="nobody can have cast"):
            counted(ranked(3, Method.POINTS), *papers)
