"""The hand-over for programs, its schema, and the fingerprint that everybody can work out."""

import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.dossiers.example import decision, every_kind, handover, one_of
from zukunftsparlament.dossiers.canonical import canonical, fingerprint
from zukunftsparlament.dossiers.handover_json import handover_json
from zukunftsparlament.dossiers.results import in_words, tally

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs" / "schemas" / "handover.schema.json").read_text(encoding="utf-8")
)


def problems(value: Any) -> list[str]:
    """What is wrong with `value`, by the schema."""
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(value)]


def test_it_keeps_to_its_schema() -> None:
    assert problems(json.loads(handover_json(every_kind()))) == []


@pytest.mark.parametrize(
    "change",
    [{"kind": "maybe"}, {"turnout": "17"}, {"counts": {"yes": -1}}, {"author": "Igel 3"}, {"binding": None}],
    ids=str,
)
def test_the_schema_refuses_what_does_not_belong(change: dict[str, Any]) -> None:
    assert problems(handover(decision(**change)))


def test_the_canonical_form_is_sorted_and_has_no_spaces() -> None:
    assert canonical({"b": [1, "ä"], "a": None}) == '{"a":null,"b":[1,"ä"]}'.encode()


def test_half_a_character_does_not_stop_it() -> None:
    assert canonical("\ud800") == b'"?"'


def test_anybody_can_work_out_the_fingerprint_from_the_file() -> None:
    read = json.loads(handover_json(every_kind()))
    claimed = read.pop("sha256")
    for one in read["decisions"]:
        del one["answer"]
    text = json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    assert hashlib.sha256(text.encode()).hexdigest() == claimed


def test_an_answer_does_not_change_the_fingerprint_and_a_vote_does() -> None:
    answer = {"answer": "yes", "reason": "Gern.", "next_date": None, "answered_on": "2027-03-01"}
    asked = fingerprint(handover(decision()))

    assert fingerprint(handover(decision(answer=answer))) == asked
    assert fingerprint(handover(decision(counts={"yes": 13, "no": 3, "abstain": 2}))) != asked


def test_a_result_in_short_and_in_words() -> None:
    assert tally(decision()) == "12 : 3 : 2"
    assert tally(one_of()) == "118 von 219"
    assert in_words(decision(counts={"yes": 2})) == "Ergebnis: Ja 2, Nein 0, Enthaltung 0. Nicht abgestimmt: 1 von 18."
