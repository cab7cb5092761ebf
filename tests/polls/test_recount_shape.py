"""What the shape of a list must be: the verifier and the browser refuse the same, and both before they count."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.polls.list_makers import lists
from tests.polls.paper_makers import verify, written
from tests.polls.test_recount import differences, text

Json = dict[str, Any]
MADE = lists(400)
BY_NAME = next(one for one in MADE if len(one["ballots"]) > 3 and "seat" in one["ballots"][0])
ONE_BY_NAME = next(one for one in MADE if len(one["ballots"]) == 1 and "seat" in one["ballots"][0])
OPTIONS = next(one for one in MADE if one["rule"]["kind"] == "budget" and one["rule"]["quorum"]["kind"] == "fixed")


def voted_twice(listed: Json) -> None:
    listed["ballots"][1]["seat"] = listed["ballots"][0]["seat"]


def without_a_seat(listed: Json) -> None:
    del listed["ballots"][0]["seat"]


def last_without_a_seat(listed: Json) -> None:
    del listed["ballots"][-1]["seat"]


def seat_as_text(listed: Json) -> None:
    for ballot in listed["ballots"]:
        ballot["seat"] = f"{ballot['seat']:02}"


def receipt_as_number(listed: Json) -> None:
    for ballot in listed["ballots"]:
        ballot["receipt"] = 0


def choice_as_text(listed: Json) -> None:
    listed["ballots"][0]["choice"] = listed["ballots"][0]["choice"][0]


def another_question(listed: Json) -> None:
    listed["question"] = "Etwas ganz anderes?"


def another_question_on_the_paper(listed: Json) -> None:
    listed["languages"]["de"]["question"] = "Etwas ganz anderes?"


def one_option_less(listed: Json) -> None:
    listed["languages"]["en"]["options"].pop()


def options_as_text(listed: Json) -> None:
    listed["languages"]["de"]["options"] = "x" * listed["rule"]["options"]


def more_on_the_paper(listed: Json) -> None:
    listed["languages"]["de"]["note"] = ""


def without_german(listed: Json) -> None:
    del listed["languages"]["de"]


def more_in_the_rule(listed: Json) -> None:
    listed["rule"]["note"] = "Gilt nicht."


def more_in_the_majority(listed: Json) -> None:
    listed["rule"]["majority"]["note"] = ""


def more_in_the_quorum(listed: Json) -> None:
    listed["rule"]["quorum"]["num"] = 1


def terms_of_another_kind(listed: Json) -> None:
    listed["rule"]["places"] = 1


OF_SEATS = (voted_twice, without_a_seat, last_without_a_seat, seat_as_text, choice_as_text, receipt_as_number)
OF_WORDS = (
    another_question,
    another_question_on_the_paper,
    one_option_less,
    options_as_text,
    more_on_the_paper,
    without_german,
    more_in_the_rule,
    more_in_the_majority,
    more_in_the_quorum,
    terms_of_another_kind,
)
CASES: list[tuple[Json, Callable[[Json], None]]] = [
    *((BY_NAME, change) for change in OF_SEATS),
    *((ONE_BY_NAME, change) for change in (seat_as_text, choice_as_text, receipt_as_number)),
    *((OPTIONS, change) for change in OF_WORDS),
]


def changed(listed: Json, change: Callable[[Json], None]) -> Json:
    copy = deepcopy(listed)
    change(copy)
    return copy


def test_the_browser_refuses_every_other_shape() -> None:
    found = differences([text(changed(*case)) for case in CASES])
    assert [case[1].__name__ for case, said in zip(CASES, found, strict=True) if not said] == []
    assert differences([text(one) for one in (BY_NAME, ONE_BY_NAME, OPTIONS)]) == ["", "", ""]


@pytest.mark.parametrize(("listed", "change"), CASES, ids=[case[1].__name__ for case in CASES])
def test_the_verifier_refuses_it_too(tmp_path: Path, listed: Json, change: Callable[[Json], None]) -> None:
    assert verify(written(tmp_path, listed)) == 0
    assert verify(written(tmp_path, changed(listed, change))) == 1
