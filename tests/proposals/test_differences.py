"""What is marked as new or gone is exactly what is different."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from zukunftsparlament.proposals.rules.differences import Kind, Piece, differences

WORDS = st.text(alphabet="abÄ1 .!\n\u0301\u202e🙂", max_size=60)


@given(WORDS, WORDS)
@settings(max_examples=150, deadline=None)
def test_both_texts_can_be_read_out_of_it(before: str, after: str) -> None:
    pieces = differences(before, after)

    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.NEW) == before
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.GONE) == after
    assert all(piece.text for piece in pieces)


def test_words_are_compared_and_not_letters() -> None:
    assert differences("Eine rote Bank am Bach.", "Eine grüne Tür am Bach.") == (
        Piece(Kind.SAME, "Eine "),
        Piece(Kind.GONE, "rote Bank"),
        Piece(Kind.NEW, "grüne Tür"),
        Piece(Kind.SAME, " am Bach."),
    )


def test_the_longest_texts_are_compared_in_a_moment() -> None:
    before, after = "! ? " * 500, "? ! ." * 400
    start = time.process_time()
    differences(before, after)
    differences("a" * 20_000, "b " * 10_000)

    assert time.process_time() - start < 1
