"""A lot that was drawn after the count is drawn again by the verifier, from two published files."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests import makers_polls
from tests.client import Client
from tests.makers_polls import CHAIR
from tests.polls.paper_makers import verify
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.rules import Kind, Secrecy, Terms, Way
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie

pytestmark = pytest.mark.usefixtures("store")

TIES: dict[str, tuple[list[Sequence[str]], dict[str, Any]]] = {
    "yes or no": (["yes", "yes", "no", "no"], {}),
    "one of three": (["1", "1", "2", "2", "3"], {"options": "Rot\nBlau\nGrün"}),
    "two places for three": (
        [["1", "2"], ["2", "3"], ["3", "1"], ["4"]],
        {"options": "A\nB\nC\nD", "kind": Kind.UP_TO, "terms": Terms(at_most=2, places=2)},
    ),
    "money for one of two": (
        [["1"], ["1"], ["1"], ["2"], ["2"], ["3"], ["3"]],
        {"options": "A\nB\nC", "kind": Kind.BUDGET, "terms": Terms(costs=(50, 40, 40), amount=100)},
    ),
}


async def tied(kind: str) -> int:
    await makers_polls.rules(replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES))
    votes, wished = TIES[kind]
    poll = await makers_polls.published(votes, **{"secrecy": Secrecy.OPEN, **wished})
    await actions.settle_tie(poll.number, actions.Chosen(way=Way.LOT), actor=CHAIR)
    return poll.number


async def files(client: Client, number: int, folder: Path) -> tuple[Path, Path]:
    for name in ("liste.json", "los.json"):
        answer = await client.get(f"/abstimmungen/{number}/{name}")
        assert answer.status_code == 200
        (folder / name).write_bytes(answer.content)
    return folder / "liste.json", folder / "los.json"


@pytest.mark.parametrize("kind", TIES)
async def test_it_is_drawn_again(client: Client, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    number = await tied(kind)
    address = f"/abstimmungen/{number}"
    assert (await client.get(f"{address}/los.json")).status_code == 404
    assert "los.json" not in (await client.get(f"{address}/ergebnis")).text
    await actions.draw_lot(number, "Igel 🦔", actor=CHAIR)

    listed, lot = await files(client, number, tmp_path)
    assert "pruefen.py liste.json --los los.json" in (await client.get(f"{address}/ergebnis")).text
    assert verify(listed, "--los", str(lot)) == 0
    winners = json.loads(lot.read_bytes())["draws"][0]["winners"]
    assert f"DAS LOS STIMMT. Gezogen: {' '.join(winners)}" in capsys.readouterr().out
    for change in CHANGES:
        given = json.loads((tmp_path / "los.json").read_bytes())
        draw = given["draws"][0]
        draw |= change(draw)
        changed = tmp_path / "anderes.json"
        changed.write_text(json.dumps(given), encoding="utf-8")
        assert verify(listed, "--los", str(changed)) == 1, draw


CHANGES: list[Callable[[dict[str, Any]], dict[str, Any]]] = [
    lambda draw: {"winners": [choice for choice in draw["tied"] if choice not in draw["winners"]]},
    lambda draw: {"revealed": "00" * 32},
    lambda draw: {"commitment": sha256(b"").hexdigest(), "revealed": "zz"},
    lambda draw: {"tied": draw["winners"]} if "places" in draw else {"left": 10},
    lambda draw: {"places" if "places" in draw else "left": 99},
    lambda draw: {"note": ""},
]


async def test_no_lot_where_none_was_drawn(client: Client, tmp_path: Path) -> None:
    poll = await makers_polls.published(["yes", "yes", "no"], secrecy=Secrecy.OPEN)
    for number in (poll.number, 99):
        assert (await client.get(f"/abstimmungen/{number}/los.json")).status_code == 404
    listed, lot = tmp_path / "liste.json", tmp_path / "los.json"
    listed.write_bytes((await client.get(f"/abstimmungen/{poll.number}/liste.json")).content)
    lot.write_text(json.dumps({"poll": poll.number, "draws": []}), encoding="utf-8")
    assert verify(listed, "--los", str(lot)) == 1
    assert verify(listed, "--los") == 2
    assert verify(listed, "--los", str(tmp_path / "fehlt.json")) == 1
