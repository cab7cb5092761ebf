import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.polls.paper_makers import measured, some_votes, yardsticks, yes_no
from zukunftsparlament.polls import counting, results
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Kind, choices_of
from zukunftsparlament.polls.yardstick import Yardstick


@given(st.sampled_from(["yes_no_abstain", "one_of"]).map(Kind), st.lists(st.integers(0, 3)))
def test_counting_loses_and_invents_nothing(kind: Kind, marks: list[int]) -> None:
    paper = choices_of(kind, 3)
    choices = [paper[mark % len(paper)] for mark in marks]
    counted = counting.count(kind, 3, [(choice,) for choice in choices])
    assert dict(counted.votes) == {choice: choices.count(choice) for choice in paper}
    assert counted.ballots == len(marks)


@given(yardsticks, some_votes)
def test_nobody_wins_a_tie_and_a_winner_has_the_most_votes(rule: Yardstick, votes: list[int]) -> None:
    result = measured(rule, *votes)
    most = max(number for _, number in result.counts.sides)
    if result.tied:
        assert result.winners == ()
        assert len(result.tied) > 1
    for winner in result.winners:
        assert result.counts.of(winner) == most > 0
        assert [number for _, number in result.counts.sides].count(most) == 1


@given(yardsticks, some_votes)
def test_the_order_of_the_options_decides_nothing(rule: Yardstick, votes: list[int]) -> None:
    if rule.kind is not Kind.ONE_OF:
        return
    padded = (votes + 5 * [0])[: rule.options]
    turned = measured(rule, *reversed(padded))
    straight = measured(rule, *padded)
    mirror = {str(n): str(rule.options + 1 - n) for n in range(1, rule.options + 1)}
    assert turned.outcome is straight.outcome
    assert sorted(mirror[choice] for choice in turned.winners + turned.tied) == sorted(straight.winners + straight.tied)


@given(yardsticks.filter(lambda rule: rule.kind is Kind.YES_NO_ABSTAIN), st.integers(0, 9), st.integers(1, 9))
def test_one_more_yes_instead_of_a_no_never_turns_yes_into_no(rule: Yardstick, yes: int, no: int) -> None:
    order = [Outcome.NOT_QUORATE, Outcome.REJECTED, Outcome.TIED, Outcome.ACCEPTED]
    before, after = measured(rule, yes, no), measured(rule, yes + 1, no - 1)
    assert order.index(before.outcome) <= order.index(after.outcome)


@given(yardsticks, some_votes)
def test_a_straw_poll_asks_no_rule_set(rule: Yardstick, votes: list[int]) -> None:
    straw = replace(rule, binding=False, quorum=None, tie=None, majority=yes_no(binding=False).majority)
    assert measured(straw, *votes).quorate
    assert measured(straw, *votes).outcome is not Outcome.NOT_QUORATE


@given(yardsticks, some_votes)
def test_a_result_is_read_as_it_was_written(rule: Yardstick, votes: list[int]) -> None:
    result = measured(rule, *votes)
    written = json.loads(json.dumps(results.as_json(result)))
    assert results.from_json(written, kind=rule.kind, ballots=result.counts.ballots) == result
