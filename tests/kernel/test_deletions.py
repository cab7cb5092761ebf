"""What the file beside the store remembers, and what it may take back."""

from pathlib import Path

import pytest

from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.settings import settings

pytestmark = pytest.mark.usefixtures("store")


def dead_cards() -> list[str]:
    return [entry["hash"] for entry in deletions.entries() if entry["kind"] == "card"]


def test_a_line_is_taken_back_alone() -> None:
    deletions.card_died("old", by="lost in a failed commit")
    deletions.card_lives("old", by="lost in a failed commit")
    deletions.card_died("other", by="x")
    assert dead_cards() == ["other"]

    deletions.card_died("old", by="the second try")
    assert dead_cards() == ["other", "old"]


def test_in_whatever_order_a_backup_adds_its_lines() -> None:
    deletions.card_died("old", by="first")
    deletions.card_lives("old", by="first")
    deletions.card_died("old", by="second")
    lines = settings().deletions.read_text().splitlines()

    settings().deletions.unlink()
    deletions.add_lines(lines[::-1] + lines)

    assert dead_cards() == ["old"]


def test_a_line_cut_short_takes_no_other_with_it(data_folder: Path) -> None:
    deletions.member_deleted(7)
    with (data_folder / "deletions.jsonl").open("a") as file:
        file.write('{"kind": "card", "ha')
    deletions.member_deleted(8)

    assert [entry["id"] for entry in deletions.entries()] == [7, 8]
