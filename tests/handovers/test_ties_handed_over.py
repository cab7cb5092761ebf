"""A tie that was settled is handed over as what it came to, with the way out of it, in every document."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pypdf import PdfReader

from tests import makers, makers_handovers, makers_polls
from tests.client import Client
from tests.makers_polls import CHAIR
from zukunftsparlament.dossiers.documents import DOCUMENTS
from zukunftsparlament.handovers import checks
from zukunftsparlament.handovers.freezing import fingerprint, whole
from zukunftsparlament.handovers.rules import WhyNot
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import Chosen
from zukunftsparlament.polls.rules import Electorate, Secrecy, Way
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie

pytestmark = pytest.mark.usefixtures("store")

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/handover.schema.json").read_text())
FROZEN = Sql("SELECT frozen FROM handover WHERE number = $1")
MIXED_UP = Sql("UPDATE handed_decision SET choice = '1' WHERE number = 2")
SEATS: dict[str, Any] = {"electorate": Electorate.SEATS, "secrecy": Secrecy.OPEN}


async def tied(rule: Tie) -> int:
    """Two against two, and nobody for the third."""
    await makers_polls.rules(replace(HOLZWICKEDE, tie=rule))
    return await makers_handovers.decision("1", "2", "1", "2", options="Rot\nBlau\nGrün", **SEATS)


async def handed(poll: int) -> Any:
    """The first decision, and what the PDF says."""
    told, text = await handed_whole(poll)
    return told["decisions"][0], text


async def handed_whole(poll: int) -> Any:
    """The whole hand-over, and what its PDF says."""
    frozen = await FROZEN.value(await makers_handovers.handed_over(poll))
    told: Any = whole(frozen, fingerprint(frozen), {})
    jsonschema.validate(told, SCHEMA)
    documents = {ending: document.write(told) for ending, document in DOCUMENTS.items()}
    assert all(documents.values())
    pages = PdfReader(io.BytesIO(documents["pdf"])).pages
    return told, " ".join(" ".join(page.extract_text() for page in pages).split())


async def test_a_word_of_the_chairs_is_a_decision() -> None:
    poll = await tied(Tie.CHAIR_DECIDES)
    await actions.settle_tie(poll, Chosen(way=Way.CHAIR, picked=["2"], reason="Weil es eilt."), actor=CHAIR)
    decision, text = await handed(poll)
    assert (decision["outcome"], decision["winner"], decision["counts"]["2"]) == ("chosen", "2", 2)
    assert "Gleichstand. Der Vorsitz hat entschieden: Blau." in text
    assert "Der Vorsitz hat entschieden: „Blau“. Weil es eilt." in text


async def shared() -> int:
    """Red and blue share 1000.01 euros, as the parliament has decided after a tie."""
    poll = await tied(Tie.BODY_DECIDES)
    vote = await actions.settle_tie(poll, Chosen(way=Way.WAYS), actor=CHAIR)
    await actions.open_poll(vote, actor=CHAIR)
    for voter in await queries.electorate(Electorate.SEATS):
        await actions.cast_vote(vote, ["1"], voter=voter)
    for act in (actions.close_poll, actions.count_poll, actions.publish_poll):
        await act(vote, actor=CHAIR)
    await actions.settle_tie(poll, Chosen(way=Way.SHARE, amount=100_001), actor=CHAIR)
    return poll


async def test_of_what_shares_the_money_each_is_a_decision() -> None:
    told, text = await handed_whole(await shared())
    assert [(one["number"], one["winner"], one["share"]["cents"]) for one in told["decisions"]] == [
        (1, "1", 50_001),
        (2, "2", 50_000),
    ]
    assert "Rot 500,01 €, Blau 500,00 €" in text and "Dieser Beschluss: Blau bekommt 500,00 €." in text
    assert await checks.CHECKS[0].find() is None
    await MIXED_UP.rows()
    assert "Eine Entscheidung ist über etwas anderes." in str(await checks.CHECKS[0].find())


async def test_a_tie_that_waits_is_not_handed_over_yet(client: Client) -> None:
    poll = await tied(Tie.BODY_DECIDES)
    with pytest.raises(Refused) as refused:
        await makers_handovers.handed_over(poll)
    assert refused.value.reason is WhyNot.NOT_DECIDED
    await client.sign_in(staff=await makers.staff())
    to_pick = f'name="polls" value="{poll}"'
    assert to_pick not in (await client.get("/buero/uebergaben/neu")).text
    await actions.settle_tie(poll, Chosen(way=Way.LOT), actor=CHAIR)
    await actions.draw_lot(poll, "Igel", actor=CHAIR)
    page = (await client.get("/buero/uebergaben/neu")).text
    assert to_pick in page and "Entschieden: " in page and "Noch ist nichts entschieden" not in page


async def test_a_tie_in_a_straw_poll_is_a_result() -> None:
    await makers_polls.rules(replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES))
    decision, _text = await handed(await makers_handovers.decision("yes", "no", "yes", "no"))
    assert (decision["outcome"], "how" in decision, "settled" in decision) == ("tied", False, False)


@pytest.mark.parametrize("rule", [Tie.LOT, Tie.BODY_DECIDES])
async def test_a_lot_is_not_told_as_a_majority(rule: Tie) -> None:
    """Neither the one at the count, nor the one after it."""
    await makers_polls.rules(replace(HOLZWICKEDE, tie=rule))
    poll = await makers_handovers.decision("yes", "no", "yes", "no", **SEATS)
    if rule is Tie.BODY_DECIDES:
        await actions.settle_tie(poll, Chosen(way=Way.LOT), actor=CHAIR)
        await actions.draw_lot(poll, "Igel", actor=CHAIR)
    decision, text = await handed(poll)
    assert (decision["settled"], "Das Los hat entschieden: " in text, "nötige Mehrheit" in text) == ("lot", True, False)


async def test_what_waits_for_its_last_yes_or_no_is_not_handed_over_yet() -> None:
    await makers_polls.rules(replace(HOLZWICKEDE, final_vote=True))
    await makers_polls.proposal()
    poll = await makers_handovers.decision("1", "1", "2", options="Rot\nBlau", proposal=7, **SEATS)
    with pytest.raises(Refused) as refused:
        await makers_handovers.handed_over(poll)
    assert refused.value.reason is WhyNot.NOT_DECIDED
