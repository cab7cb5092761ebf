"""A secret in three shares: two give it back, one says nothing, and a wrong one is no secret of ours."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zukunftsparlament.polls import box, shamir

PAIRS = tuple(combinations(shamir.PLACES, 2))


@given(st.binary(min_size=32, max_size=32), st.sampled_from(PAIRS), st.booleans())
@settings(max_examples=60)
def test_any_two_of_three_shares_give_the_secret_in_any_order(
    secret: bytes, pair: tuple[int, int], swapped: bool
) -> None:
    shares = shamir.split(secret)
    places = tuple(reversed(pair)) if swapped else pair

    assert shamir.combine({place: shares[place] for place in places}) == secret


@pytest.mark.parametrize("place", shamir.PLACES)
def test_one_share_says_nothing_whatever_the_secret_each_share_is_as_likely(place: int) -> None:
    """Over all 256 slopes every secret byte gives every share byte exactly once."""
    for secret in (0, 1, 77, 255):
        assert Counter(secret ^ shamir.times(slope, place) for slope in range(256)) == Counter(range(256))


def test_splitting_twice_gives_other_shares() -> None:
    secret = bytes(32)

    assert all(shamir.split(secret)[place] != shamir.split(secret)[place] for place in shamir.PLACES)


@given(st.integers(1, 255), st.integers(0, 255), st.integers(0, 255))
def test_gf_256_is_a_field(a: int, b: int, c: int) -> None:
    assert shamir.times(a, shamir.divided_by(a)) == 1
    assert shamir.times(a, b) == shamir.times(b, a)
    assert shamir.times(a, b ^ c) == shamir.times(a, b) ^ shamir.times(a, c)


def test_the_product_is_that_of_the_aes_standard() -> None:
    assert shamir.times(0x57, 0x83) == 0xC1
    assert shamir.divided_by(0x53) == 0xCA


def test_shares_of_two_secrets_open_no_box() -> None:
    (private, public), (other, _public) = box.new_key(), box.new_key()

    mixed = shamir.combine({1: shamir.split(private)[1], 2: shamir.split(other)[2]})

    assert box.public_key(mixed) != public


@pytest.mark.parametrize(
    "shares",
    [{}, {1: b"a"}, {1: b"a", 2: b"b", 3: b"c"}, {0: b"a", 1: b"b"}, {1: b"a", 4: b"b"}, {1: b"a", 2: b"bc"}],
)
def test_what_is_not_two_shares_is_refused(shares: dict[int, bytes]) -> None:
    with pytest.raises(shamir.NotTwoShares):
        shamir.combine(shares)
