"""A tie that was settled is handed over as what it came to, with the way out of it, in every document."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pypdf import PdfReader

from tests import makers_handovers, makers_polls
from tests.makers_polls import CHAIR
from zukunftsparlament.dossiers.documents import DOCUMENTS
from zukunftsparlament.handovers.freezing import fingerprint, whole
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import Chosen
from zukunftsparlament.polls.rules import Electorate, Secrecy, Way
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie

pytestmark = pytest.mark.usefixtures("store")

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/handover.schema.json").read_text())
FROZEN = Sql("SELECT frozen FROM handover WHERE number = $1")
SEATS: dict[str, Any] = {"electorate": Electorate.SEATS, "secrecy": Secrecy.OPEN}


async def tied(rule: Tie) -> int:
    """Two against two, and nobody for the third."""
    await makers_polls.rules(replace(HOLZWICKEDE, tie=rule))
    return await makers_handovers.decision("1", "2", "1", "2", options="Rot\nBlau\nGrün", **SEATS)


async def handed(poll: int) -> Any:
    """The whole hand-over, and what its PDF says."""
    frozen = await FROZEN.value(await makers_handovers.handed_over(poll))
    told: Any = whole(frozen, fingerprint(frozen), {})
    jsonschema.validate(told, SCHEMA)
    documents = {ending: document.write(told) for ending, document in DOCUMENTS.items()}
    assert all(documents.values())
    pages = PdfReader(io.BytesIO(documents["pdf"])).pages
    return told["decisions"][0], " ".join(" ".join(page.extract_text() for page in pages).split())


async def test_a_word_of_the_chairs_is_a_decision() -> None:
    poll = await tied(Tie.CHAIR_DECIDES)
    await actions.settle_tie(poll, Chosen(way=Way.CHAIR, picked=["2"], reason="Weil es eilt."), actor=CHAIR)
    decision, text = await handed(poll)
    assert (decision["outcome"], decision["winner"], decision["counts"]["2"]) == ("chosen", "2", 2)
    assert "Der Vorsitz hat entschieden: „Blau“. Weil es eilt." in text


async def test_what_is_shared_has_several_winners_and_each_its_money() -> None:
    poll = await tied(Tie.BODY_DECIDES)
    vote = await actions.settle_tie(poll, Chosen(way=Way.WAYS), actor=CHAIR)
    await actions.open_poll(vote, actor=CHAIR)
    for voter in await queries.electorate(Electorate.SEATS):
        await actions.cast_vote(vote, ["1"], voter=voter)
    for act in (actions.close_poll, actions.count_poll, actions.publish_poll):
        await act(vote, actor=CHAIR)
    await actions.settle_tie(poll, Chosen(way=Way.SHARE, amount=100_001), actor=CHAIR)
    decision, text = await handed(poll)
    assert (decision["winner"], decision["winners"]) == (None, ["1", "2"])
    assert "Rot 500,01 €, Blau 500,00 €" in text


async def test_a_tie_that_nobody_has_settled_is_one() -> None:
    decision, _text = await handed(await tied(Tie.BODY_DECIDES))
    assert (decision["outcome"], "how" in decision) == ("tied", False)
