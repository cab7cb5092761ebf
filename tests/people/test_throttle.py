import pytest
from hypothesis import given
from hypothesis import strategies as st

from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.refusals import TooOften
from zukunftsparlament.kernel.throttle import Limit, Throttle


@given(st.integers(1, 20), st.integers(1, 60))
def test_so_many_are_free_and_then_one_has_to_wait(free: int, seconds: int) -> None:
    throttle = Throttle(Limit(free=free, seconds=seconds))
    for _ in range(free):
        throttle.count("igel")

    with pytest.raises(TooOften) as refused:
        throttle.count("igel")

    assert 1 <= refused.value.seconds <= seconds
    throttle.count("eule")


def test_a_try_that_was_right_does_not_count() -> None:
    throttle = Throttle(Limit(free=1, seconds=3600))
    for _ in range(5):
        throttle.count("igel")
        throttle.take_back("igel")


def test_only_so_many_keys_are_remembered() -> None:
    throttle = Throttle(Limit(free=1, seconds=1))
    for number in range(20_100):
        throttle.count(str(number))

    assert len(throttle._buckets) == 20_000


def test_folding_looks_at_no_more_than_a_card_needs() -> None:
    flood = "a" + "\u0316\u0301" * 400_000

    assert fold(flood) == fold(flood[:200])
