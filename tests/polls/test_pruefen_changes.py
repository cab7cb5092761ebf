"""Whatever is changed in a list, the verifier finds it."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.polls.paper_makers import one_of, poll, rules, verify, written, yes_no
from zukunftsparlament.polls.published import canonical, published_list
from zukunftsparlament.procedure.rules import Tie

Json = dict[str, Any]

YES_NO = json.loads(canonical(published_list(poll(yes_no(), 8, 2, 3))[0]))
DRAWN = json.loads(canonical(published_list(poll(one_of(3, rules(tie=Tie.LOT)), 2, 6, 6, lot=bytes(32)))[0]))


def flipped(listed: Json) -> None:
    listed["ballots"][0]["choice"] = ["no"]


def removed(listed: Json) -> None:
    del listed["ballots"][3]


def removed_and_turnout_adjusted(listed: Json) -> None:
    del listed["ballots"][3]
    listed["turnout"] -= 1


def stuffed(listed: Json) -> None:
    listed["ballots"].append({"choice": ["yes"], "receipt": "zzz"})


def swapped(listed: Json) -> None:
    listed["ballots"][0], listed["ballots"][1] = listed["ballots"][1], listed["ballots"][0]


def off_the_paper(listed: Json) -> None:
    listed["ballots"][0]["choice"] = ["4"]


def two_crosses(listed: Json) -> None:
    listed["ballots"][0]["choice"] = ["yes", "no"]


def field_added(listed: Json) -> None:
    listed["note"] = ""


def field_lost(listed: Json) -> None:
    del listed["rule"]


def larger_than_the_roll(listed: Json) -> None:
    listed["electorate_size"] = 12


CHANGES: list[Callable[[Json], None]] = [
    flipped,
    removed,
    removed_and_turnout_adjusted,
    stuffed,
    swapped,
    off_the_paper,
    two_crosses,
    field_added,
    field_lost,
    larger_than_the_roll,
]


@pytest.mark.parametrize("change", CHANGES)
def test_it_finds_every_change(
    tmp_path: Path, change: Callable[[Json], None], capsys: pytest.CaptureFixture[str]
) -> None:
    listed = deepcopy(YES_NO)
    change(listed)
    assert verify(written(tmp_path, listed)) == 1
    assert "STIMMT NICHT" in capsys.readouterr().out


RESULTS: list[tuple[str, object]] = [
    ("outcome", "rejected"),
    ("winners", ["no"]),
    ("winners", []),
    ("tied", ["yes", "no"]),
    ("quorate", False),
    ("quorate", 1),
    ("unanimous", True),
    ("drawn", "yes"),
    ("counts", {"yes": 9, "no": 2, "abstain": 3}),
    ("counts", {"yes": 8, "no": 2}),
    ("extra", 0),
]


@pytest.mark.parametrize(("field", "value"), RESULTS)
def test_it_finds_every_changed_result(tmp_path: Path, field: str, value: object) -> None:
    listed = deepcopy(YES_NO)
    listed["result"][field] = value
    assert verify(written(tmp_path, listed)) == 1


@pytest.mark.parametrize(
    "lot", [None, {}, {"commitment": "00", "revealed": "00" * 32}, {**DRAWN["lot"], "revealed": "zz"}]
)
def test_it_finds_a_lot_that_was_exchanged(tmp_path: Path, lot: object) -> None:
    assert verify(written(tmp_path, {**DRAWN, "lot": lot})) == 1


def test_it_finds_the_other_one_of_the_tied_as_winner(tmp_path: Path) -> None:
    listed = deepcopy(DRAWN)
    other = next(choice for choice in listed["result"]["tied"] if choice != listed["result"]["drawn"])
    listed["result"] |= {"drawn": other, "winners": [other]}
    assert verify(written(tmp_path, listed)) == 1
