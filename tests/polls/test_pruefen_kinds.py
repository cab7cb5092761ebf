"""The verifier on the kinds with several marks: it agrees with the count, and notices every change."""

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.polls.kind_makers import LOT, budget, choices, listed, polls, ranked, up_to
from tests.polls.paper_makers import rules, verify, verify_alone, written
from zukunftsparlament.polls.published import canonical
from zukunftsparlament.polls.rules import Choice, Method
from zukunftsparlament.polls.yardstick import Yardstick
from zukunftsparlament.procedure.rules import Majority, MajorityOf, Tie

Json = dict[str, Any]
SAME_FOLDER = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
LOTS = rules(tie=Tie.LOT)


def good(rule: Yardstick, *papers: str, lot: bytes | None = None) -> Json:
    found: Json = json.loads(canonical(listed(rule, choices(*papers), lot=lot)[0]))
    return found


LISTS = {
    "up_to": good(up_to(4, 2, 2), "5x12", "5x13", "2x4"),
    "up_to, drawn": good(up_to(4, 4, 3, LOTS), "9x1", "3x234", lot=LOT),
    "irv": good(ranked(3), "8x12", "7x23", "5x32", "-"),
    "irv, a tie on the way": good(ranked(3), "3x13", "3x23", "4x31"),
    "schulze": good(ranked(3, Method.SCHULZE), "5x123", "4x231", "3x312"),
    "points": good(ranked(4, Method.POINTS), "5x12", "4x23", "3x3", "2x14", "-"),
    "each school one vote": good(
        replace(ranked(3, rule_set=rules(majority=Majority(MajorityOf.SEATS, 1, 2, True))), schools=200), "8x12", "9x2"
    ),
    "budget": good(budget(100, 60, 50, 30, 20), "7x1", "6x2", "5x34"),
    "budget, drawn": good(budget(100, 60, 60, 10, rule_set=LOTS), "6x1", "6x2", "3x3", lot=LOT),
}


@SAME_FOLDER
@given(polls())
def test_it_works_out_the_same_result_as_the_count(tmp_path: Path, poll: tuple[Yardstick, list[Choice]]) -> None:
    rule, papers = poll
    lot = LOT if rule.tie is Tie.LOT else None
    assert verify(written(tmp_path, listed(rule, papers, lot=lot)[0])) == 0


@pytest.mark.parametrize("name", LISTS)
def test_run_alone_it_finds_a_good_list_good(tmp_path: Path, name: str) -> None:
    run = verify_alone(written(tmp_path, LISTS[name]))
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("name", LISTS)
def test_it_finds_every_other_number_and_every_other_name_in_the_result(tmp_path: Path, name: str) -> None:
    for change in changes_in(LISTS[name]["result"]):
        changed = deepcopy(LISTS[name])
        change(changed["result"])
        assert verify(written(tmp_path, changed)) == 1


def changes_in(result: Any, *way: Any) -> list[Callable[[Any], None]]:
    """One change for every number, word and list that stands anywhere in it."""
    found: list[Callable[[Any], None]] = []
    for place, value in result.items() if isinstance(result, dict) else enumerate(result):
        found.append(partial(_changed, way=(*way, place), value=_other(value)))
        if isinstance(value, dict | list):
            found += changes_in(value, *way, place)
    return found


def _changed(result: Any, *, way: tuple[Any, ...], value: Any) -> None:
    *inner, place = way
    for step in inner:
        result = result[step]
    result[place] = value


def _other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, list):
        return [*value, "9"]
    if isinstance(value, dict):
        return {**value, "9": 1}
    return "rejected"


def one_changed(ballots: list[Json]) -> None:
    ballots[0]["choice"] = ["2"] if ballots[0]["choice"] != ["2"] else ["1"]


def one_twice_marked(ballots: list[Json]) -> None:
    ballots[0]["choice"] = ["1", "1"]


def abstained_too(ballots: list[Json]) -> None:
    ballots[0]["choice"] = ["1", "abstain"]


def nothing_marked(ballots: list[Json]) -> None:
    ballots[0]["choice"] = []


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("change", [one_changed, one_twice_marked, abstained_too, nothing_marked])
def test_it_finds_a_changed_ballot(tmp_path: Path, name: str, change: Callable[[list[Json]], None]) -> None:
    changed = deepcopy(LISTS[name])
    change(changed["ballots"])
    assert verify(written(tmp_path, changed)) == 1


def test_more_crosses_than_allowed_and_more_money_than_there_is(tmp_path: Path) -> None:
    for name, marks in (("up_to", ["1", "2", "3"]), ("up_to", ["2", "1"]), ("budget", ["1", "2"])):
        changed = deepcopy(LISTS[name])
        changed["ballots"][0]["choice"] = marks
        assert verify(written(tmp_path, changed)) == 1


@SAME_FOLDER
@given(name=st.sampled_from(list(LISTS)), data=st.data())
def test_any_other_rule_is_a_difference_and_no_crash(tmp_path: Path, name: str, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(list(LISTS[name]["rule"])))
    value = data.draw(st.none() | st.integers() | st.text() | st.lists(st.integers()))
    assert verify(written(tmp_path, {**LISTS[name], "rule": {**LISTS[name]["rule"], field: value}})) in (0, 1)


def test_votes_by_name_stand_in_the_order_of_the_seats_and_each_seat_once(tmp_path: Path) -> None:
    named = deepcopy(LISTS["irv"])
    for seat, ballot in enumerate(named["ballots"], start=1):
        ballot |= {"receipt": "", "seat": seat}
    assert verify(written(tmp_path, named)) == 0
    named["ballots"][1]["seat"] = 1
    assert verify(written(tmp_path, named)) == 1
    del named["ballots"][1]["seat"]
    assert verify(written(tmp_path, named)) == 1
