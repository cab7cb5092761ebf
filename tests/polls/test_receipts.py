from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zukunftsparlament.polls import receipts

KEY = bytes(range(32))


def test_there_are_256_words_so_that_a_receipt_has_32_bits() -> None:
    assert len(set(receipts.WORDS)) == 256
    assert all(word.isalpha() and word == word.lower() and is_normalized("NFC", word) for word in receipts.WORDS)


def test_a_receipt_is_four_words_of_the_list() -> None:
    drawn = receipts.draw().split("-")
    assert len(drawn) == 4
    assert set(drawn) <= set(receipts.WORDS)


def test_what_was_signed_is_read() -> None:
    receipt = receipts.draw()
    assert receipts.read(receipts.sign(receipt, 7, KEY), 7, KEY) == receipt


def test_the_same_receipt_is_signed_alike_at_any_time_for_anybody() -> None:
    assert receipts.sign("igel-boot-mond-apfel", 7, KEY) == receipts.sign("igel-boot-mond-apfel", 7, KEY)


@pytest.mark.parametrize(("poll", "key"), [(8, KEY), (77, KEY), (7, bytes(32))])
def test_it_is_good_for_one_poll_and_one_key(poll: int, key: bytes) -> None:
    signed = receipts.sign("igel-boot-mond-apfel", 7, KEY)
    with pytest.raises(receipts.WrongReceipt):
        receipts.read(signed, poll, key)


@given(st.text())
def test_nobody_can_make_one_up(text: str) -> None:
    with pytest.raises(receipts.WrongReceipt):
        receipts.read(text, 7, KEY)


def test_half_a_character_is_a_wrong_receipt_and_no_error() -> None:
    with pytest.raises(receipts.WrongReceipt):
        receipts.read("igel\ud800.\udfff", 7, KEY)


def test_another_word_under_the_same_signature_is_noticed() -> None:
    signature = receipts.sign("igel-boot-mond-apfel", 7, KEY).partition(".")[2]
    with pytest.raises(receipts.WrongReceipt):
        receipts.read(f"igel-boot-mond-birne.{signature}", 7, KEY)
