import ast
import json
import shutil
import subprocess
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.polls.paper_makers import one_of, poll, rules, some_votes, verify, verify_alone, written, yardsticks, yes_no
from zukunftsparlament.polls import pruefen
from zukunftsparlament.polls.published import canonical, published_list, sha256
from zukunftsparlament.polls.yardstick import Yardstick
from zukunftsparlament.procedure.rules import Tie

Json = dict[str, Any]
LOT = bytes(32)
SAME_FOLDER = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

YES_NO = json.loads(canonical(published_list(poll(yes_no(), 8, 2, 3))[0]))
DRAWN = json.loads(canonical(published_list(poll(one_of(3, rules(tie=Tie.LOT)), 2, 6, 6, lot=LOT))[0]))


@pytest.mark.parametrize("listed", [YES_NO, DRAWN])
def test_run_alone_it_finds_a_good_list_good(tmp_path: Path, listed: Json) -> None:
    run = verify_alone(written(tmp_path, listed))
    assert (run.returncode, run.stderr) == (0, "")
    assert "ALLES STIMMT" in run.stdout
    assert sha256(canonical(listed)) in run.stdout
    assert "openssl pkeyutl -verify" in run.stdout


def test_it_runs_on_the_oldest_python_it_promises(tmp_path: Path) -> None:
    python = shutil.which("python3.9")
    if python is None or subprocess.run([python, "--version"], capture_output=True, check=False).returncode:
        pytest.skip("no Python 3.9 on this machine")
    run = verify_alone(written(tmp_path, YES_NO), python)
    assert "ALLES STIMMT" in run.stdout


def test_it_needs_nothing_but_the_standard_library_of_python_3_9() -> None:
    tree = ast.parse(Path(pruefen.__file__).read_text(), feature_version=(3, 9))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert imported == {"__future__", "collections", "fractions", "hashlib", "json", "pathlib", "sys", "typing"}


@SAME_FOLDER
@given(rule=yardsticks, votes=some_votes)
def test_it_works_out_the_same_result_as_the_count(tmp_path: Path, rule: Yardstick, votes: list[int]) -> None:
    listed, _ = published_list(poll(rule, *votes, lot=LOT if rule.tie is Tie.LOT else None))
    assert verify(written(tmp_path, listed)) == 0


@SAME_FOLDER
@given(place=st.integers(0, len(canonical(YES_NO)) - 1), byte=st.integers(0, 255))
def test_with_the_checksum_it_finds_any_changed_byte(tmp_path: Path, place: int, byte: int) -> None:
    content = canonical(YES_NO)
    changed = content[:place] + bytes([byte]) + content[place + 1 :]
    path = tmp_path / "liste.json"
    path.write_bytes(changed)
    assert verify(path, sha256(content)) == (0 if changed == content else 1)


def test_it_reads_the_checksum_from_the_file_beside_the_list(tmp_path: Path) -> None:
    path = written(tmp_path, YES_NO)
    (tmp_path / "liste.json.sha256").write_text(f"{sha256(canonical(YES_NO)).upper()}  liste.json\n")
    assert verify(path) == 0
    (tmp_path / "liste.json.sha256").write_text("0" * 64)
    assert verify(path) == 1


def test_a_receipt_that_occurs_twice_is_said_and_is_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = deepcopy(YES_NO)
    yes = [ballot for ballot in listed["ballots"] if ballot["choice"] == ["yes"]]
    yes[1]["receipt"] = yes[0]["receipt"]
    listed["ballots"].sort(key=lambda ballot: (ballot["receipt"], ballot["choice"]))
    assert verify(written(tmp_path, listed)) == 0
    assert "2-mal" in capsys.readouterr().out


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b"\xff", b"[" * 20_000, b'{"ballots": 1}', b"1" * 9999]
)
def test_what_is_no_list_is_said_calmly(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "liste.json"
    path.write_bytes(content)
    assert verify(path) == 1


@SAME_FOLDER
@given(field=st.sampled_from(list(YES_NO)), value=st.none() | st.integers() | st.text() | st.lists(st.integers()))
def test_any_other_value_is_a_difference_and_no_crash(tmp_path: Path, field: str, value: object) -> None:
    assert verify(written(tmp_path, {**YES_NO, field: value})) in (0, 1)


@SAME_FOLDER
@given(
    field=st.sampled_from(list(YES_NO["rule"])), value=st.none() | st.integers() | st.text() | st.lists(st.integers())
)
def test_any_other_rule_is_a_difference_and_no_crash(tmp_path: Path, field: str, value: object) -> None:
    assert verify(written(tmp_path, {**YES_NO, "rule": {**YES_NO["rule"], field: value}})) in (0, 1)


def test_a_missing_file_is_1_and_a_wrong_call_2(tmp_path: Path) -> None:
    assert verify(tmp_path / "nicht-da.json") == 1
    assert pruefen.main([]) == 2
    assert pruefen.main(["--help"]) == 2


def test_a_question_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    question = "\x1b[2JAlles gut"
    languages = {"de": {**YES_NO["languages"]["de"], "question": question}}
    assert verify(written(tmp_path, {**YES_NO, "question": question, "languages": languages})) == 0
    assert "\x1b" not in capsys.readouterr().out
