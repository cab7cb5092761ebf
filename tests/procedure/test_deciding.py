from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from zukunftsparlament.procedure.rules import (
    HOLZWICKEDE,
    Majority,
    MajorityOf,
    Quorum,
    QuorumKind,
    RequestedBy,
    Share,
    in_force,
    is_quorate,
    is_unanimous,
    majority_base,
    may_ask_for_secret,
    quorum_number,
    reaches,
)

SIMPLE = HOLZWICKEDE.majority
TWO_THIRDS = Majority(MajorityOf.CAST, num=2, den=3, strict=False)
HALF = Quorum(QuorumKind.AT_LEAST_HALF)
MORE_THAN_HALF = Quorum(QuorumKind.MORE_THAN_HALF)

people = st.integers(min_value=0, max_value=10**20)
shares = st.tuples(st.integers(1, 1000), st.integers(1, 1000)).map(sorted).map(lambda pair: Share(*pair))
quorums = st.one_of(
    st.builds(Quorum, st.just(QuorumKind.FIXED), st.integers(1, 100)),
    st.builds(Quorum, st.sampled_from([QuorumKind.AT_LEAST_HALF, QuorumKind.MORE_THAN_HALF])),
    st.builds(Quorum, st.just(QuorumKind.SHARE), share=shares),
)
majorities = st.builds(
    lambda of, share, strict: Majority(of, share.num, share.den, strict),
    st.sampled_from(MajorityOf),
    shares,
    st.booleans(),
).filter(lambda m: 2 * m.num > m.den or (2 * m.num == m.den and m.strict))


def carried(
    majority: Majority, yes: int, no: int, abstain: int, *, count_abstentions: bool = False, extra: int = 0
) -> bool:
    cast = yes + no + abstain
    base = majority_base(
        majority,
        yes=yes,
        no=no,
        abstain=abstain,
        present=cast + extra,
        seats=cast + extra,
        abstentions_count=count_abstentions,
    )
    return reaches(majority, yes, base=base)


def test_nine_of_eighteen_is_at_least_half_and_not_more_than_half() -> None:
    assert is_quorate(HALF, present=9, seats=18)
    assert not is_quorate(HALF, present=8, seats=18)
    assert not is_quorate(MORE_THAN_HALF, present=9, seats=18)
    assert is_quorate(MORE_THAN_HALF, present=10, seats=18)


def test_an_odd_number_of_seats_has_no_half_person() -> None:
    assert (quorum_number(HALF, seats=23), quorum_number(MORE_THAN_HALF, seats=23)) == (12, 12)


def test_nobody_is_never_quorate_not_even_in_an_empty_parliament() -> None:
    assert not is_quorate(HALF, present=0, seats=0)


def test_wermelskirchen_counts_fifteen_before_the_change_and_thirteen_after_it() -> None:
    before = replace(HOLZWICKEDE, quorum=Quorum(QuorumKind.FIXED, 15), valid_from=date(2020, 1, 1))
    after = replace(HOLZWICKEDE, quorum=Quorum(QuorumKind.FIXED, 13), valid_from=date(2024, 3, 12))

    versions = [after, before]

    assert in_force(versions, date(2024, 3, 11)) == before
    assert in_force(versions, date(2024, 3, 12)) == after
    assert in_force(versions, date(2019, 12, 31)) is None
    assert [is_quorate(rules.quorum, present=14, seats=23) for rules in (before, after)] == [False, True]


def test_anklam_needs_a_third_when_called_again() -> None:
    anklam = replace(HALF, second_call=Share(1, 3))
    assert quorum_number(anklam, seats=20) == 10
    assert quorum_number(anklam, seats=20, second_call=True) == 7
    assert quorum_number(HALF, seats=20, second_call=True) == 10


def test_eight_to_nothing_with_three_abstentions_is_carried() -> None:
    assert carried(SIMPLE, 8, 0, 3)
    assert carried(SIMPLE, 8, 0, 3, count_abstentions=True)


def test_abstentions_that_count_can_cost_the_majority() -> None:
    assert carried(SIMPLE, 5, 4, 2)
    assert not carried(SIMPLE, 5, 4, 2, count_abstentions=True)


def test_two_thirds_of_eighteen_is_twelve() -> None:
    assert carried(TWO_THIRDS, 12, 6, 0)
    assert not carried(TWO_THIRDS, 11, 6, 1, count_abstentions=True)


@pytest.mark.parametrize(("abstentions_count", "unanimous"), [(True, False), (False, True)])
def test_eighteen_to_nothing_with_two_abstentions_follows_the_rule_set(
    abstentions_count: bool, unanimous: bool
) -> None:
    assert is_unanimous(yes=18, no=0, abstain=2, abstentions_count=abstentions_count) is unanimous


def test_only_abstentions_are_not_unanimous() -> None:
    assert not is_unanimous(yes=0, no=0, abstain=5, abstentions_count=False)


def test_wildeshausen_votes_secretly_when_more_than_half_of_those_present_ask() -> None:
    wildeshausen = RequestedBy(num=1, den=2, strict=True)
    assert [may_ask_for_secret(wildeshausen, asking=n, present=12) for n in (6, 7)] == [False, True]
    assert [may_ask_for_secret(None, asking=n, present=12) for n in (0, 1)] == [False, True]


@given(quorums, people, people)
def test_the_quorum_is_exact(rule: Quorum, present: int, seats: int) -> None:
    assume(present > 0)
    share = rule.share or Share(1, 2)
    expected = {
        QuorumKind.FIXED: present >= (rule.number or 0),
        QuorumKind.MORE_THAN_HALF: Fraction(present) > Fraction(seats, 2),
    }.get(rule.kind, Fraction(present) >= Fraction(share.num * seats, share.den))
    assert is_quorate(rule, present=present, seats=seats) is expected


@given(quorums, people, people)
def test_one_more_person_never_makes_it_less_quorate(rule: Quorum, present: int, seats: int) -> None:
    assert is_quorate(rule, present=present, seats=seats) <= is_quorate(rule, present=present + 1, seats=seats)


@given(majorities, people, people, people, people, st.booleans())
def test_the_majority_is_exact(m: Majority, yes: int, no: int, abstain: int, extra: int, count: bool) -> None:
    all_there = yes + no + abstain + extra
    base = (yes + no + abstain * count) if m.of is MajorityOf.CAST else all_there
    line = Fraction(m.num, m.den) * base
    expected = yes > 0 and (yes > line if m.strict else yes >= line)
    assert carried(m, yes, no, abstain, count_abstentions=count, extra=extra) is expected


@given(majorities, people, people, people, st.booleans())
def test_nothing_is_carried_against_as_many_or_more(m: Majority, yes: int, no: int, abstain: int, count: bool) -> None:
    assert not carried(m, min(yes, no), max(yes, no), abstain, count_abstentions=count)


@given(majorities, people, people, people, st.booleans())
def test_a_no_that_becomes_a_yes_never_hurts(m: Majority, yes: int, no: int, abstain: int, count: bool) -> None:
    before = carried(m, yes, no + 1, abstain, count_abstentions=count)
    assert before <= carried(m, yes + 1, no, abstain, count_abstentions=count)
