from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from zukunftsparlament.polls.rules import (
    PollState,
    PollTimes,
    closing_time,
    state,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)

moments = st.none() | st.integers(-100, 100).map(lambda hours: NOON + hours * HOUR)
all_times = st.builds(
    PollTimes,
    opens_at=moments,
    opened_at=moments,
    closes_at=moments,
    closing_at=moments,
    closed_at=moments,
    counted_at=moments,
    published_at=moments,
    voided_at=moments,
)
some_now = st.integers(-101, 101).map(lambda hours: NOON + hours * HOUR)
WAY = list(PollState)


def test_a_planned_opening_opens_nothing_by_itself() -> None:
    times = PollTimes(opens_at=NOON - HOUR)
    assert state(times, NOON) is PollState.PREPARED


def test_it_is_closed_at_the_minute_of_its_end() -> None:
    times = PollTimes(opened_at=NOON - HOUR, closes_at=NOON)
    assert state(times, NOON - SECOND) is PollState.OPEN
    assert state(times, NOON) is PollState.CLOSED
    assert closing_time(times, NOON) == NOON
    assert closing_time(times, NOON - SECOND) is None


def test_a_closing_time_once_written_is_not_reopened_by_a_clock_that_jumps_back() -> None:
    times = PollTimes(opened_at=NOON - HOUR, closes_at=NOON, closed_at=NOON)
    assert state(times, NOON - 10 * HOUR) is PollState.CLOSED
    assert closing_time(times, NOON) is None


def test_an_opening_in_the_future_of_a_clock_that_jumped_back_is_still_an_opening() -> None:
    assert state(PollTimes(opened_at=NOON), NOON - HOUR) is PollState.OPEN


def test_a_countdown_can_be_stopped_until_it_is_over() -> None:
    running = PollTimes(opened_at=NOON - HOUR, closing_at=NOON)
    assert state(running, NOON - SECOND) is PollState.CLOSING
    assert state(replace(running, closing_at=None), NOON) is PollState.OPEN
    assert state(running, NOON) is PollState.CLOSED


def test_a_countdown_does_not_lengthen_the_planned_time() -> None:
    times = PollTimes(opened_at=NOON - HOUR, closes_at=NOON, closing_at=NOON + 10 * SECOND)
    assert state(times, NOON) is PollState.CLOSED
    assert closing_time(times, NOON + HOUR) == NOON


@given(all_times, some_now, some_now)
def test_a_poll_never_goes_back_while_the_clock_runs_on(times: PollTimes, one: datetime, other: datetime) -> None:
    earlier, later = sorted((one, other))
    open_or_closing = {PollState.OPEN, PollState.CLOSING}
    before, after = state(times, earlier), state(times, later)
    assert before is after or (before in open_or_closing and after is PollState.CLOSED)


@given(all_times, some_now, some_now)
def test_what_the_clock_has_closed_stays_closed_once_it_is_written(
    times: PollTimes, now: datetime, jump: datetime
) -> None:
    if closed_at := closing_time(times, now):
        written = replace(times, closed_at=closed_at)
        assert closed_at <= now
        assert state(written, jump) is PollState.CLOSED
        assert closing_time(written, jump) is None


@given(all_times.filter(lambda times: times.closed_at is not None), some_now)
def test_closed_counted_and_published_do_not_ask_the_clock(times: PollTimes, now: datetime) -> None:
    assert state(times, now) is state(times, NOON)
    assert WAY.index(state(times, now)) >= WAY.index(PollState.CLOSED)
