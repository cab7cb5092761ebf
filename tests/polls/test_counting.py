import pytest

from tests.polls.paper_makers import (
    TWO_THIRDS,
    counts,
    measured,
    one_of,
    rules,
    yes_no,
)
from zukunftsparlament.polls import counting
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Kind
from zukunftsparlament.procedure.rules import Majority, MajorityOf, Quorum, QuorumKind, Tie

OF_ALL_SEATS = Majority(MajorityOf.SEATS, num=1, den=2, strict=True)


@pytest.mark.parametrize(
    ("votes", "outcome"),
    [
        ((8, 0, 3), Outcome.ACCEPTED),
        ((5, 4, 0), Outcome.ACCEPTED),
        ((4, 5, 0), Outcome.REJECTED),
        ((0, 0, 9), Outcome.REJECTED),
        ((8, 0, 0), Outcome.NOT_QUORATE),
        ((0, 0, 0), Outcome.NOT_QUORATE),
    ],
)
def test_a_vote_of_the_eighteen_seats(votes: tuple[int, ...], outcome: Outcome) -> None:
    assert measured(yes_no(), *votes).outcome is outcome


def test_nine_of_eighteen_are_enough_only_under_at_least_half() -> None:
    more_than_half = yes_no(rules(quorum=Quorum(QuorumKind.MORE_THAN_HALF)))
    assert measured(yes_no(), 9, 0, 0).quorate
    assert not measured(more_than_half, 9, 0, 0).quorate


def test_eighteen_to_nothing_with_two_abstentions_is_unanimous_only_where_they_do_not_count() -> None:
    strictly = yes_no(rules(abstentions_count=True), seats=23)
    assert not measured(strictly, 18, 0, 2).unanimous
    assert measured(yes_no(seats=23), 18, 0, 2).unanimous


def test_wermelskirchen_rejects_a_tie() -> None:
    tie = measured(yes_no(rules(quorum=Quorum(QuorumKind.FIXED, 13)), seats=23), 10, 10, 0)
    assert (tie.outcome, tie.tied, tie.winners) == (Outcome.REJECTED, ("yes", "no"), ())


@pytest.mark.parametrize("tie", [tie for tie in Tie if tie is not Tie.REJECTED])
def test_every_other_rule_leaves_a_tie_a_tie(tie: Tie) -> None:
    result = measured(yes_no(rules(tie=tie)), 9, 9, 0)
    assert (result.outcome, result.tied, result.winners) == (Outcome.TIED, ("yes", "no"), ())


def test_a_tie_that_misses_two_thirds_is_rejected_and_not_drawn_by_lot() -> None:
    result = measured(yes_no(rules(tie=Tie.LOT, majority=TWO_THIRDS)), 9, 9, 0)
    assert (result.outcome, result.tied) == (Outcome.REJECTED, ("yes", "no"))


def test_unna_three_of_six_projects_are_tied_and_nobody_wins() -> None:
    unna = one_of(6, rules(tie=Tie.BODY_DECIDES), seats=22)
    tie = measured(unna, 6, 6, 6, 2, 1, 1)
    assert (tie.outcome, tie.tied, tie.winners) == (Outcome.TIED, ("1", "2", "3"), ())


def test_unna_the_second_vote_decides_to_split() -> None:
    second = measured(one_of(2, seats=22), 14, 8)
    assert (second.outcome, second.winners) == (Outcome.CHOSEN, ("1",))


@pytest.mark.parametrize("tie", Tie)
def test_options_in_a_tie_are_never_rejected_or_chosen_by_their_order(tie: Tie) -> None:
    result = measured(one_of(3, rules(tie=tie)), 2, 6, 6)
    assert (result.outcome, result.tied, result.winners) == (Outcome.TIED, ("2", "3"), ())


def test_of_several_options_the_most_votes_win_under_a_simple_majority() -> None:
    result = measured(one_of(3), 8, 6, 4)
    assert (result.outcome, result.winners) == (Outcome.CHOSEN, ("1",))


@pytest.mark.parametrize(("votes", "outcome"), [((11, 7), Outcome.NO_MAJORITY), ((12, 6), Outcome.CHOSEN)])
def test_two_thirds_are_asked_of_the_leading_option_too(votes: tuple[int, ...], outcome: Outcome) -> None:
    assert measured(one_of(2, rules(majority=TWO_THIRDS)), *votes).outcome is outcome


def test_a_majority_of_all_seats_needs_ten_of_eighteen() -> None:
    rule = yes_no(rules(majority=OF_ALL_SEATS))
    assert [measured(rule, yes, 0, 2).outcome for yes in (9, 10)] == [Outcome.REJECTED, Outcome.ACCEPTED]


def test_in_a_sitting_those_present_count_and_not_those_who_voted() -> None:
    rule = yes_no(rules(majority=Majority(MajorityOf.PRESENT, num=1, den=2, strict=True)))
    votes = counts(rule, 6, 2, 0)
    assert counting.result(votes, rule, present=11).outcome is Outcome.ACCEPTED
    assert counting.result(votes, rule, present=12).outcome is Outcome.REJECTED
    assert counting.result(votes, rule).outcome is Outcome.NOT_QUORATE


@pytest.mark.parametrize(
    ("votes", "outcome"),
    [
        ((1, 0, 0), Outcome.ACCEPTED),
        ((0, 1, 9), Outcome.REJECTED),
        ((3, 3, 0), Outcome.TIED),
        ((0, 0, 4), Outcome.NO_MAJORITY),
        ((0, 0, 0), Outcome.NO_MAJORITY),
    ],
)
def test_a_straw_poll_has_no_quorum_and_keeps_its_tie(votes: tuple[int, ...], outcome: Outcome) -> None:
    straw = yes_no(rules(majority=OF_ALL_SEATS, abstentions_count=True), binding=False)
    assert measured(straw, *votes).outcome is outcome


@pytest.mark.parametrize("choice", [(), ("maybe",), ("yes", "no"), ("1",)])
def test_a_ballot_that_nobody_can_have_cast_stops_the_count(choice: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="nobody can have cast"):
        counting.count(Kind.YES_NO_ABSTAIN, 0, [("yes",), choice])
