import asyncio
import json

import pytest

from tests import makers_handovers
from zukunftsparlament.handovers import queries
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries import row_of

pytestmark = pytest.mark.usefixtures("store")

STEPS = Sql("SELECT stage, facts FROM proposal_step WHERE proposal = $1 ORDER BY id")
TOLD = Sql("SELECT member FROM message WHERE kind = 'way' AND facts LIKE '%answered%' ORDER BY id")
ANSWERS = Sql("SELECT count(*) FROM answer")


async def test_an_answer_is_told_on_the_proposal_and_to_its_people() -> None:
    poll, proposal, people = await makers_handovers.about(backers=1)
    number = await makers_handovers.handed_over(poll)
    soon = await makers_handovers.answered(number, answer="differently", reason="Kleiner, aber bald.")

    ref = await row_of(proposal)
    step = (await STEPS.rows(ref.id))[-1]
    assert ref.stage == step["stage"] == "answered"
    assert json.loads(step["facts"]) == {
        "handover": number,
        "body": makers_handovers.AG,
        "answer": "differently",
        "reason": "Kleiner, aber bald.",
        "next_date": soon.isoformat(),
    }
    assert [row["member"] for row in await TOLD.rows()] == people


async def test_the_same_answer_twice_is_one_and_a_new_one_is_added() -> None:
    poll, _, people = await makers_handovers.about()
    number = await makers_handovers.handed_over(poll)

    await asyncio.gather(*(makers_handovers.answered(number) for _ in range(3)))
    assert await ANSWERS.value() == 1
    await makers_handovers.answered(number, answer="later", reason="Doch erst im Herbst.")

    assert await ANSWERS.value() == 2
    newest = (await queries.handover(number)).frozen["decisions"][0]["answer"]
    assert (newest["answer"], newest["reason"]) == ("later", "Doch erst im Herbst.")
    assert len(await TOLD.rows()) == len(people)  # what happens on one day is one line


async def test_a_decision_that_does_not_exist_is_missing() -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision())
    for handover, decision in ((number, 2), (number + 1, 1)):
        with pytest.raises(Missing):
            await makers_handovers.answered(handover, decision)
