import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.public import PublicKey, SealedBox

from zukunftsparlament.polls import box, receipts
from zukunftsparlament.polls.rules import MOST_OPTIONS, Ballot, Kind, choices_of

PRIVATE, PUBLIC = box.new_key()
LONGEST = "-".join(receipts.WORDS_IN_A_RECEIPT * [max(receipts.WORDS, key=lambda word: len(json.dumps(word)))])

ballots = st.builds(
    Ballot,
    st.sampled_from(choices_of(Kind.YES_NO_ABSTAIN, 0) + choices_of(Kind.ONE_OF, MOST_OPTIONS)).map(lambda one: (one,)),
    st.lists(st.sampled_from(receipts.WORDS), min_size=4, max_size=4).map("-".join),
)


@settings(deadline=None)
@given(ballots)
def test_a_sealed_ballot_is_always_as_long_and_opens_to_the_same(ballot: Ballot) -> None:
    sealed = box.seal(ballot, PUBLIC)
    assert len(sealed) == box.SEALED
    assert box.unseal(sealed, PRIVATE) == ballot


def test_the_longest_ballot_of_any_kind_fits() -> None:
    everything = Ballot(choices_of(Kind.UP_TO, MOST_OPTIONS), LONGEST)
    assert len(box.seal(everything, PUBLIC)) == box.SEALED


def test_the_same_ballot_never_looks_the_same() -> None:
    ballot = Ballot(("yes",), LONGEST)
    assert len({box.seal(ballot, PUBLIC) for _ in range(20)}) == 20


def test_what_does_not_fit_is_refused_and_not_sealed_longer() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        box.seal(Ballot(("yes",), "x" * box.PADDED), PUBLIC)


def test_the_key_of_another_poll_opens_nothing() -> None:
    other_private, _ = box.new_key()
    with pytest.raises(box.BrokenBallot):
        box.unseal(box.seal(Ballot(("yes",), LONGEST), PUBLIC), other_private)


@settings(deadline=None)
@given(st.integers(0, box.SEALED * 8 - 1))
def test_one_flipped_bit_is_noticed(bit: int) -> None:
    sealed = bytearray(box.seal(Ballot(("no",), LONGEST), PUBLIC))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(box.BrokenBallot):
        box.unseal(bytes(sealed), PRIVATE)


@pytest.mark.parametrize("paper", [b"", b"[]", b"{}", b"null", b'{"choice": 3, "receipt": ""}', b"\xff"])
def test_a_box_with_something_else_in_it_is_a_broken_ballot(paper: bytes) -> None:
    with pytest.raises(box.BrokenBallot):
        box.unseal(SealedBox(PublicKey(PUBLIC)).encrypt(paper), PRIVATE)
