import json
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zukunftsparlament.procedure.rules import (
    HOLZWICKEDE,
    Problem,
    SeatsBySchool,
    SeatsKind,
    Wrong,
    WrongRuleSet,
    as_json,
    read_rule_set,
    seats_of_school,
)

Json = dict[str, Any]


def changed(**fields: Any) -> Json:
    return {**deepcopy(as_json(HOLZWICKEDE)), **fields}


def problems(json_object: object, seats: int | None = 18) -> list[tuple[str, Wrong]]:
    with pytest.raises(WrongRuleSet) as raised:
        read_rule_set(json_object, seats=seats)
    return [(problem.field, problem.wrong) for problem in raised.value.problems]


REAL_PARLIAMENTS: dict[str, Json] = {
    "Waltrop": {"invitation_days": 7, "invitation_days_urgent": 3, "item_deadline_days": 5, "unexcused_absences": 2},
    "Sömmerda": {"invitation_days": 14, "unexcused_absences": None},
    "Anklam": {"quorum": {"kind": "at_least_half", "second_call": {"num": 1, "den": 3}}},
    "Wermelskirchen": {
        "quorum": {"kind": "fixed", "number": 13},
        "tie": "rejected",
        "invitation_days": 7,
        "term_years": 3,
    },
    "Treptow-Köpenick": {"tie": "run_off"},
    "Jena": {"tie": "lot"},
    "Unna": {"tie": "body_decides"},
    "Wildeshausen": {"secret": {"persons": "always", "on_request": {"num": 1, "den": 2, "strict": True}}},
    "Gronau": {"invitation_days": 28, "minutes": {"days": 42, "confirmed_by": "two_signatures"}},
    "Leipzig": {
        "quorum": {"kind": "fixed", "number": 11},
        "speaking_seconds": {"first": 180, "further": 60, "mover": 180},
        "majority": {"of": "present", "num": 2, "den": 3, "strict": False},
    },
    "Münster": {"ages": {"from": 12, "to": 17}, "quorum": {"kind": "share", "num": 2, "den": 5}},
}


@pytest.mark.parametrize("parliament", REAL_PARLIAMENTS)
def test_the_rules_of_real_parliaments_can_be_entered(parliament: str) -> None:
    json_object = changed(**REAL_PARLIAMENTS[parliament])
    rules = read_rule_set(json_object, seats=23)
    assert as_json(rules) == json_object
    assert read_rule_set(json.loads(json.dumps(as_json(rules)))) == rules


def test_the_default_is_read_as_it_is_written() -> None:
    assert read_rule_set(as_json(HOLZWICKEDE), seats=18) == HOLZWICKEDE


# All but the first came later: a version from before says nothing about them.
MAY_BE_MISSING = {
    "unexcused_absences": None,
    "random_ballot_order": False,
    "final_vote": False,
    "external_list": False,
    "seats_by_school": SeatsBySchool(),
}


@pytest.mark.parametrize("field", as_json(HOLZWICKEDE))
def test_every_field_is_needed_but_what_may_be_missing(field: str) -> None:
    json_object = changed()
    del json_object[field]
    if field in MAY_BE_MISSING:
        assert getattr(read_rule_set(json_object), field) == MAY_BE_MISSING[field]
    else:
        assert problems(json_object) == [(field, Wrong.MISSING)]


ONE_MISTAKE = [
    ({"quorum": {"kind": "fixed", "number": 19}}, "quorum.number", Wrong.MORE_THAN_ALL_SEATS),
    ({"quorum": {"kind": "fixed", "number": 0}}, "quorum.number", Wrong.TOO_SMALL),
    ({"quorum": {"kind": "fixed"}}, "quorum.number", Wrong.MISSING),
    ({"quorum": {"kind": "half"}}, "quorum.kind", Wrong.NOT_ONE_OF_THE_WORDS),
    ({"quorum": {"kind": "at_least_half", "number": 9}}, "quorum.number", Wrong.UNKNOWN_FIELD),
    ({"quorum": {"kind": "share", "num": 1, "den": 0}}, "quorum.den", Wrong.TOO_SMALL),
    ({"quorum": {"kind": "share", "num": 4, "den": 3}}, "quorum.num", Wrong.MORE_THAN_THE_WHOLE),
    (
        {"quorum": {"kind": "at_least_half", "second_call": {"num": 2, "den": 3}}},
        "quorum.second_call",
        Wrong.SECOND_CALL_HARDER,
    ),
    (
        {"quorum": {"kind": "fixed", "number": 5, "second_call": {"num": 1, "den": 3}}},
        "quorum.second_call",
        Wrong.SECOND_CALL_HARDER,
    ),
    ({"majority": {"of": "cast", "num": 1, "den": 3, "strict": True}}, "majority.num", Wrong.LESS_THAN_A_MAJORITY),
    ({"majority": {"of": "cast", "num": 1, "den": 2, "strict": False}}, "majority.num", Wrong.LESS_THAN_A_MAJORITY),
    ({"majority": {"of": "seats", "num": 3, "den": 2, "strict": True}}, "majority.num", Wrong.MORE_THAN_THE_WHOLE),
    ({"majority": {"of": "seats", "num": 2, "den": 2, "strict": True}}, "majority.strict", Wrong.NOBODY_CAN_REACH_IT),
    ({"majority": {"of": "cast", "num": 1, "den": 2}}, "majority.strict", Wrong.MISSING),
    ({"majority": {"of": "cast", "num": 0.5, "den": 1, "strict": True}}, "majority.num", Wrong.NOT_A_WHOLE_NUMBER),
    ({"majority": []}, "majority", Wrong.NOT_AN_OBJECT),
    ({"secret": {"persons": "never", "on_request": "one"}}, "secret.persons", Wrong.NOT_ONE_OF_THE_WORDS),
    ({"secret": {"persons": "always", "on_request": "two"}}, "secret.on_request", Wrong.NOT_AN_OBJECT),
    ({"invitation_days": 3}, "invitation_days_urgent", Wrong.URGENT_IS_SLOWER),
    ({"invitation_days": True}, "invitation_days", Wrong.NOT_A_WHOLE_NUMBER),
    ({"abstentions_count": 0}, "abstentions_count", Wrong.NOT_YES_OR_NO),
    ({"valid_from": "31.12.2026"}, "valid_from", Wrong.NOT_A_DAY),
    ({"ages": {"from": 19, "to": 9}}, "ages.to", Wrong.BACKWARDS),
    ({"backings_for_agenda": 0}, "backings_for_agenda", Wrong.TOO_SMALL),
    ({"term_years": 99}, "term_years", Wrong.TOO_LARGE),
    ({"quorrum": 9}, "quorrum", Wrong.UNKNOWN_FIELD),
]


@pytest.mark.parametrize(("fields", "path", "wrong"), ONE_MISTAKE)
def test_one_mistake_is_one_problem_at_its_field(fields: Json, path: str, wrong: Wrong) -> None:
    assert problems(changed(**fields)) == [(path, wrong)]


def test_all_problems_are_said_at_once() -> None:
    found = problems(changed(tie="coin", term_years=None, ages={"from": "nine"}))
    assert found == [
        ("tie", Wrong.NOT_ONE_OF_THE_WORDS),
        ("term_years", Wrong.MISSING),
        ("ages.from", Wrong.NOT_A_WHOLE_NUMBER),
        ("ages.to", Wrong.MISSING),
    ]


def test_without_seats_a_large_quorum_may_be_right() -> None:
    assert read_rule_set(changed(quorum={"kind": "fixed", "number": 19}), seats=None).quorum.number == 19


@pytest.mark.parametrize("nonsense", [None, [], "{}", 7])
def test_what_is_no_object_is_one_problem(nonsense: object) -> None:
    assert problems(nonsense) == [("", Wrong.NOT_AN_OBJECT)]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["kind", "num", "den", "of"]), inner),
    max_leaves=6,
)


@given(st.sampled_from(list(as_json(HOLZWICKEDE))), json_values)
def test_any_value_is_either_read_or_a_problem(field: str, value: object) -> None:
    try:
        read_rule_set(changed(**{field: value}), seats=18)
    except WrongRuleSet as wrong:
        assert all(isinstance(problem, Problem) and problem.field.startswith(field[:3]) for problem in wrong.problems)


@pytest.mark.parametrize(
    ("rule", "pupils", "seats"),
    [
        (SeatsBySchool(), 400, None),
        (SeatsBySchool(SeatsKind.FIXED, seats=2), None, 2),
        (SeatsBySchool(SeatsKind.BY_SIZE, pupils=150), 300, 2),
        (SeatsBySchool(SeatsKind.BY_SIZE, pupils=150), 301, 3),
        (SeatsBySchool(SeatsKind.BY_SIZE, pupils=150), 3, 1),
        (SeatsBySchool(SeatsKind.BY_SIZE, pupils=150), None, None),
    ],
)
def test_seats_of_a_school(rule: SeatsBySchool, pupils: int | None, seats: int | None) -> None:
    assert seats_of_school(rule, pupils=pupils) == seats
    written = changed() | {"seats_by_school": as_json(replace(HOLZWICKEDE, seats_by_school=rule))["seats_by_school"]}
    assert read_rule_set(written).seats_by_school == rule
