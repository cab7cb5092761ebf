import pytest
from hypothesis import given
from hypothesis import strategies as st

from zukunftsparlament.polls import rules
from zukunftsparlament.polls.rules import Electorate, Kind, PollState, Secrecy, WhyNot

PREPARED, OPEN, CLOSING, CLOSED, COUNTED, PUBLISHED, VOID = PollState


def test_only_the_roll_votes_and_only_while_votes_are_taken() -> None:
    answers = [rules.why_not_vote(state=state, may_vote=True) for state in PollState]
    assert answers == [
        WhyNot.NOT_OPEN_YET,
        None,
        None,
        WhyNot.ALREADY_CLOSED,
        WhyNot.ALREADY_COUNTED,
        WhyNot.ALREADY_COUNTED,
        WhyNot.VOID,
    ]
    assert {rules.why_not_vote(state=state, may_vote=False) for state in PollState} == {WhyNot.NOT_ON_THE_ROLL}


def test_a_poll_opens_once() -> None:
    answers = [rules.why_not_open(state=state, roll_size=18, secrecy=Secrecy.SECRET) for state in PollState]
    once = WhyNot.OPENS_ONLY_ONCE
    assert answers == [None, WhyNot.ALREADY_OPEN, WhyNot.ALREADY_OPEN, once, once, once, WhyNot.VOID]


def test_nothing_opens_for_nobody_or_after_its_end() -> None:
    assert rules.why_not_open(state=PREPARED, roll_size=0, secrecy=Secrecy.OPEN) is WhyNot.NOBODY_ON_THE_ROLL
    late = rules.why_not_open(state=PREPARED, roll_size=18, secrecy=Secrecy.OPEN, end_has_passed=True)
    assert late is WhyNot.CLOSING_TIME_PASSED


@pytest.mark.parametrize(("roll_size", "why_not"), [(2, WhyNot.TOO_FEW_FOR_SECRECY), (3, None)])
def test_two_voters_have_no_secret(roll_size: int, why_not: WhyNot | None) -> None:
    assert rules.why_not_open(state=PREPARED, roll_size=roll_size, secrecy=Secrecy.SECRET) is why_not
    assert rules.why_not_open(state=PREPARED, roll_size=roll_size, secrecy=Secrecy.OPEN) is None


def test_what_is_open_or_closing_can_be_closed() -> None:
    closed = WhyNot.ALREADY_CLOSED
    answers = [rules.why_not_close(state=state, countdown=10) for state in PollState]
    assert answers == [WhyNot.NOT_OPEN_YET, None, None, closed, closed, closed, WhyNot.VOID]


@pytest.mark.parametrize(("seconds", "allowed"), [(-1, False), (0, True), (600, True), (601, False)])
def test_a_countdown_lasts_ten_minutes_at_most(seconds: int, allowed: bool) -> None:
    assert (rules.why_not_close(state=OPEN, countdown=seconds) is None) is allowed


def test_only_a_running_countdown_can_be_stopped() -> None:
    answers = [rules.why_not_stop_closing(state=state) for state in PollState]
    closed, not_closing = WhyNot.ALREADY_CLOSED, WhyNot.NOT_CLOSING
    assert answers == [not_closing, not_closing, None, closed, closed, closed, WhyNot.VOID]


def test_only_a_closed_poll_is_counted_and_only_once() -> None:
    answers = [rules.why_not_count(state=state, ballots=12, turnout=12) for state in PollState]
    counted = WhyNot.ALREADY_COUNTED
    assert answers == [
        WhyNot.NOT_OPEN_YET,
        WhyNot.STILL_OPEN,
        WhyNot.STILL_OPEN,
        None,
        counted,
        counted,
        WhyNot.VOID,
    ]


@pytest.mark.parametrize("ballots", [11, 13])
def test_a_box_that_differs_from_the_turnout_is_not_counted(ballots: int) -> None:
    assert rules.why_not_count(state=CLOSED, ballots=ballots, turnout=12) is WhyNot.BOX_DIFFERS_FROM_TURNOUT


def test_only_what_is_counted_is_published() -> None:
    not_yet = WhyNot.NOT_COUNTED_YET
    answers = [rules.why_not_publish(state=state) for state in PollState]
    assert answers == [not_yet, not_yet, not_yet, not_yet, None, WhyNot.ALREADY_PUBLISHED, WhyNot.VOID]


@pytest.mark.parametrize("state", [state for state in PollState if state is not VOID])
def test_everything_can_be_voided_with_a_reason(state: PollState) -> None:
    assert rules.why_not_void(state=state, reason="Die Frage war falsch.") is None
    assert rules.why_not_void(state=state, reason=" ") is WhyNot.REASON_MISSING
    assert rules.why_not_void(state=state, reason="x" * 501) is WhyNot.REASON_TOO_LONG


def test_void_is_void() -> None:
    assert rules.why_not_void(state=VOID, reason="Noch einmal.") is WhyNot.ALREADY_VOID


@pytest.mark.parametrize(
    ("electorate", "allowed", "binding"),
    [(Electorate.SEATS, True, True), (Electorate.SEATS, False, False), (Electorate.CARDS, True, False)],
)
def test_only_the_seats_can_bind(electorate: Electorate, allowed: bool, binding: bool) -> None:
    assert rules.is_binding(electorate, circular_votes_binding=allowed) is binding


def test_the_paper_lists_its_choices_in_order_and_abstaining_last() -> None:
    assert rules.choices_of(Kind.YES_NO_ABSTAIN, 0) == ("yes", "no", "abstain")
    assert rules.choices_of(Kind.ONE_OF, 3) == ("1", "2", "3", "abstain")


@pytest.mark.parametrize(
    ("kind", "options", "chosen", "why_not"),
    [
        (Kind.YES_NO_ABSTAIN, 0, ["yes"], None),
        (Kind.YES_NO_ABSTAIN, 0, [], WhyNot.NOTHING_CHOSEN),
        (Kind.YES_NO_ABSTAIN, 0, ["yes", "no"], WhyNot.TOO_MANY_CHOSEN),
        (Kind.YES_NO_ABSTAIN, 0, ["1"], WhyNot.NOT_ON_THE_PAPER),
        (Kind.ONE_OF, 3, ["3"], None),
        (Kind.ONE_OF, 3, ["4"], WhyNot.NOT_ON_THE_PAPER),
        (Kind.ONE_OF, 3, ["03"], WhyNot.NOT_ON_THE_PAPER),
        (Kind.ONE_OF, 3, ["yes"], WhyNot.NOT_ON_THE_PAPER),
    ],
)
def test_only_what_is_on_the_paper_can_be_chosen(
    kind: Kind, options: int, chosen: list[str], why_not: WhyNot | None
) -> None:
    assert rules.why_not_choice(kind, options, chosen=chosen) is why_not


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_turnout_moves_in_steps_and_says_less_than_it_knows(cast: int, of: int) -> None:
    cast = min(cast, of)
    shown = rules.turnout_step(cast, of=of)
    assert 0 <= shown <= cast
    assert shown % 5 == 0 or shown == of
    assert shown <= rules.turnout_step(min(cast + 1, of), of=of)
    assert len({rules.turnout_step(n, of=of) for n in range(of + 1)}) <= 12


@pytest.mark.parametrize(("cast", "shown"), [(0, 0), (4, 0), (5, 5), (9, 5), (17, 15), (18, 18)])
def test_eighteen_voters_are_shown_in_fives(cast: int, shown: int) -> None:
    assert rules.turnout_step(cast, of=18) == shown


def test_four_voters_are_not_shown_at_all() -> None:
    assert {rules.turnout_step(cast, of=4) for cast in range(5)} == {0}
