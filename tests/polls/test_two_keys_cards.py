"""What stands on a key card: read back however it is typed, and useless for any other box."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zukunftsparlament.polls import box, key_cards
from zukunftsparlament.polls.key_cards import BrokenShare, Unreadable

CARDS = st.binary(min_size=key_cards.SECRET_BYTES, max_size=key_cards.SECRET_BYTES)
SEPARATORS = st.sampled_from([" ", "", "-", ", ", "\n", " 7. "])


def plain(text: str) -> str:
    for letter, instead in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.replace(letter, instead)
    return text


@given(CARDS, SEPARATORS, st.sampled_from([str.upper, str.lower, plain, str]))
@settings(max_examples=80)
def test_ten_words_are_read_however_they_are_typed(card: bytes, between: str, as_typed: object) -> None:
    words = [word.word for word in key_cards.words_of(card)]
    assert len(words) == 10

    assert key_cards.read_words(as_typed(between.join(words))) == card  # type: ignore[operator]


@given(CARDS)
@settings(max_examples=40)
def test_the_code_is_read_in_small_letters_too(card: bytes) -> None:
    assert key_cards.read_code(f" {key_cards.code_of(card).lower()} ") == card


@given(CARDS, st.integers(0, 9), st.integers(1, 511))
@settings(max_examples=200)
def test_a_wrong_word_is_noticed_nearly_always(card: bytes, place: int, further: int) -> None:
    words = key_cards.words_of(card)
    words[place] = key_cards.WORDS[(key_cards.WORDS.index(words[place]) + further) % 512]

    try:
        assert key_cards.read_words(" ".join(word.word for word in words)) != card
    except Unreadable as unreadable:
        assert unreadable.word == ""


def test_of_a_thousand_slips_the_checksum_lets_about_one_pass() -> None:
    card = bytes(range(10))
    words = [word.word for word in key_cards.words_of(card)]
    passed = 0
    for place in (0, 9):
        for word in key_cards.WORDS:
            try:
                passed += key_cards.read_words(" ".join([*words[:place], word.word, *words[place + 1 :]])) != card
            except Unreadable:
                continue
    assert passed < 10


@pytest.mark.parametrize("typed", ["", "igel", "ei" * 200, "1" * 5000, "\ud800", "igel " * 11, "💥"])
def test_what_is_no_card_is_said_quickly(typed: str) -> None:
    with pytest.raises(Unreadable):
        key_cards.read_words(typed)
    with pytest.raises(Unreadable):
        key_cards.read_code(typed)


def test_a_word_that_is_on_no_card_is_named() -> None:
    with pytest.raises(Unreadable) as raised:
        key_cards.read_words("Igel Mnod Apfel")

    assert raised.value.word == "Mnod"


def test_a_share_opens_for_its_card_its_poll_and_its_place_alone() -> None:
    private = key_cards.private_key(bytes(10), poll=7)
    sealed = key_cards.seal_share(b"share", poll=7, place=2, public=box.public_key(private))

    assert key_cards.open_share(sealed, poll=7, place=2, private=private) == b"share"
    for poll, place, key in (
        (8, 2, private),
        (7, 3, private),
        (7, 2, key_cards.private_key(bytes(10), poll=8)),
        (7, 2, key_cards.private_key(bytes(9) + b"1", poll=7)),
    ):
        with pytest.raises(BrokenShare):
            key_cards.open_share(sealed, poll=poll, place=place, private=key)
    for broken in (b"", sealed[:-1], sealed[:-1] + bytes([sealed[-1] ^ 1])):
        with pytest.raises(BrokenShare):
            key_cards.open_share(broken, poll=7, place=2, private=private)
