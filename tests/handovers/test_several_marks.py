"""Decisions of ballots with several marks, frozen and in every document."""

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pypdf import PdfReader

from tests import makers_handovers, makers_polls
from zukunftsparlament.dossiers.documents import DOCUMENTS
from zukunftsparlament.handovers.freezing import fingerprint, whole, written
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.rules import Kind, Method, Terms

pytestmark = pytest.mark.usefixtures("store")
SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/handover.schema.json").read_text())
FROZEN = Sql("SELECT frozen FROM handover WHERE number = $1")
OPTIONS = "Neue Tore\nBunte Bänke\nTische"


async def handed(kind: Kind, terms: Terms, *papers: str) -> Any:
    poll = await makers_polls.published(
        [tuple(marks) for marks in papers], kind=kind, terms=terms, options=OPTIONS, question="Was bauen wir?"
    )
    number = await makers_handovers.handed_over(poll.number)
    return json.loads(await FROZEN.value(number))


WAYS = [
    (Kind.UP_TO, Terms(at_most=2, places=2), ("12", "12", "3"), ["1", "2"], "Entschieden: Neue Tore, Bunte Bänke"),
    (Kind.RANKED, Terms(), ("12", "21", "21"), ["2"], "Runde 1: Bunte Bänke: 2, Neue Tore: 1, Tische: 0."),
    (Kind.RANKED, Terms(method=Method.SCHULZE), ("12", "12", "3"), ["1"], "„Neue Tore“ gegen „Bunte Bänke“: 2 zu 0."),
]


@pytest.mark.parametrize(("kind", "terms", "papers", "winners", "says"), WAYS)
async def test_what_was_chosen_and_how_it_came_stands_in_every_document(
    kind: Kind, terms: Terms, papers: tuple[str, ...], winners: list[str], says: str
) -> None:
    frozen = await handed(kind, terms, *papers)
    told: Any = whole(written(frozen), fingerprint(written(frozen)), {})
    jsonschema.validate(told, SCHEMA)
    decision = told["decisions"][0]
    assert (decision["kind"], decision["outcome"], decision["winners"]) == (kind.value, "chosen", winners)
    documents = {ending: document.write(told) for ending, document in DOCUMENTS.items()}
    assert all(documents.values())
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(documents["pdf"])).pages)
    assert says in " ".join(text.split())
    assert "Neue Tore: 1" in documents["csv"].decode() or "Neue Tore: 2" in documents["csv"].decode()


async def test_the_money_of_a_budget_is_exact() -> None:
    frozen = await handed(Kind.BUDGET, Terms(costs=(33_334, 50_000, 66_667), amount=100_000), "1", "12", "12")
    decision = frozen["decisions"][0]
    costs = {"1": 33_334, "2": 50_000, "3": 66_667}
    assert decision["money"] == {"amount": 100_000, "costs": costs, "spent": 83_334, "left": 16_666}
    assert (decision["winner"], decision["winners"]) == (None, ["1", "2"])
    assert "„Tische“ (0 Stimmen): nicht bezahlt, 666,67 €." in decision["how"]


async def test_a_decision_of_one_cross_is_frozen_as_before() -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision("yes", "no", "yes"))
    frozen = json.loads(await FROZEN.value(number))
    assert not {"winners", "how", "money"} & set(frozen["decisions"][0])
