"""What the parliament calls itself, on two lines and on one."""

import pytest

from zukunftsparlament.kernel.place import Place, whole, word_mark


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Zukunftsparlament", ("Zukunfts", "parlament")),
        ("Jugendrat", ("Jugendrat",)),
        ("Kinder- und Jugendparlament", ("Kinder- und", "Jugendparlament")),
        ("Parlament der jungen Menschen", ("Parlament der", "jungen Menschen")),
        ("parlament", ("parlament",)),
        ("", ("",)),
    ],
)
def test_the_word_mark_has_two_lines_at_most(name: str, lines: tuple[str, ...]) -> None:
    assert word_mark(name) == lines == Place(name).lines


def test_the_place_is_said_once() -> None:
    assert whole("Jugendrat", "Beispielstadt") == "Jugendrat Beispielstadt"
    assert whole("Jugendrat Beispielstadt", "Beispielstadt") == "Jugendrat Beispielstadt"
    assert whole("Zukunftsparlament", "") == "Zukunftsparlament"
