import asyncio
import json
from datetime import timedelta

import pytest

from tests import makers, makers_handovers, makers_proposals
from zukunftsparlament.dossiers.canonical import fingerprint
from zukunftsparlament.handovers import actions, queries
from zukunftsparlament.handovers.rules import WhyNot
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries import row_of

pytestmark = pytest.mark.usefixtures("store")

STORED = Sql("SELECT frozen, sha256 FROM handover WHERE number = $1")
PLACE = Sql("INSERT INTO municipality (name, parliament, contact) VALUES ($1, $2, $3)")
STEPS = Sql("SELECT stage, facts FROM proposal_step WHERE proposal = $1 ORDER BY id")
MESSAGES = Sql("SELECT member, kind, facts, address FROM message ORDER BY id")
JOURNAL = Sql(
    "SELECT actor, verb, subject_kind, subject_number, details FROM journal_entry ORDER BY number DESC LIMIT 1"
)


async def test_what_is_frozen_is_exactly_this() -> None:
    await PLACE.rows("Beispielstadt", "Jugendrat", "{}")
    poll, proposal, _ = await makers_handovers.about(question="Soll der Skatepark gebaut werden?")
    await makers_proposals.contribution(proposal, stance="for", text="Dann sind wir draußen.")
    await makers_proposals.contribution(proposal, stance="against", text="Das ist laut.")
    await makers_proposals.contribution(proposal, stance="question", text="Wer zahlt?")
    choice = await makers_handovers.decision("2", "2", "1", question="Was zuerst?", options="Rampe\nBank")

    number = await makers_handovers.handed_over(poll, choice)

    frozen = (await queries.handover(number)).frozen
    day = today().isoformat()
    straw = "Das ist ein Stimmungsbild: Es zeigt, was viele denken, und beschließt nichts."
    same = {"secrecy": "open", "turnout": 3, "binding": False, "rule": straw, "answer": None}
    assert frozen == {
        "number": 1,
        "parliament": "Jugendrat",
        "municipality": "Beispielstadt",
        "body": "Arbeitsgruppe Demokratie fördern",
        "made_on": day,
        "answer_by": (today() + timedelta(days=56)).isoformat(),
        "period": {"from": day, "to": day},
        "sha256": fingerprint(frozen),  # type: ignore[arg-type]
        "decisions": [
            same
            | {
                "number": 1,
                "proposal": proposal,
                "topic": "freizeit",
                "title": "Ein Skatepark neben der Villa",
                "text": "Wir wollen sitzen.\n\nWeil man müde wird.\n\n"
                "Auf dem Stimmzettel stand: Soll der Skatepark gebaut werden?",
                "for": ["Dann sind wir draußen."],
                "against": ["Das ist laut."],
                "kind": "yes_no_abstain",
                "counts": {"yes": 2, "no": 1, "abstain": 0},
                "options": [],
                "yes_means": "Wir fordern ihn vom Rat.",
                "no_means": "Der Platz bleibt, wie er ist.",
                "electorate_size": 4,
                "outcome": "accepted",
                "winner": None,
            },
            same
            | {
                "number": 2,
                "proposal": None,
                "topic": "",
                "title": "Was zuerst?",
                "text": "",
                "for": [],
                "against": [],
                "kind": "one_of",
                "counts": {"1": 1, "2": 2, "abstain": 0},
                "options": [{"value": "1", "label": "Rampe"}, {"value": "2", "label": "Bank"}],
                "yes_means": frozen["decisions"][1]["yes_means"],
                "no_means": frozen["decisions"][1]["no_means"],
                "electorate_size": 7,
                "outcome": "chosen",
                "winner": "2",
            },
        ],
    }


async def test_the_fingerprint_is_that_of_the_stored_bytes_and_outlives_answers() -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision())
    row = await STORED.row(number)
    await makers_handovers.answered(number)

    assert row is not None
    assert await STORED.row(number) == row
    whole = (await queries.handover(number)).frozen
    assert whole["sha256"] == row["sha256"] == fingerprint(whole)  # type: ignore[arg-type]
    assert whole["decisions"][0]["answer"]["answer"] == "yes"
    assert "answer" not in json.loads(row["frozen"])["decisions"][0]


async def test_author_and_backers_learn_that_it_was_handed_over() -> None:
    poll, proposal, people = await makers_handovers.about(backers=2)
    await makers_handovers.handed_over(poll)

    ref = await row_of(proposal)
    stages = [row["stage"] for row in await STEPS.rows(ref.id)]
    told = [row for row in await MESSAGES.rows() if row["kind"] == "way"]
    due = (today() + timedelta(days=56)).isoformat()
    step = {"kind": "handed_over", "body": makers_handovers.AG, "answer_by": due}
    assert ref.stage == "handed_over" and stages[-1] == "handed_over"
    assert [row["member"] for row in told] == people
    facts = json.loads(told[0]["facts"])
    assert (facts["title"], facts["steps"][-1]) == (ref.title, step)
    assert told[0]["address"] == f"/vorschlaege/{proposal}"


async def test_the_journal_names_body_and_fingerprint_but_nobody_young() -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision())

    entry = await JOURNAL.row()
    assert entry is not None
    assert (entry["actor"], entry["verb"], entry["subject_kind"], entry["subject_number"]) == (
        makers_handovers.OFFICE,
        "handed_over",
        "handover",
        number,
    )
    row = await STORED.row(number)
    assert row is not None and json.loads(entry["details"])["sha256"] == row["sha256"]


async def test_five_taps_at_once_hand_over_once() -> None:
    poll = await makers_handovers.decision()
    await makers_handovers.body()
    taps = [actions.hand_over(makers_handovers.wish(poll), actor=makers_handovers.OFFICE) for _ in range(5)]

    outcomes = await asyncio.gather(*taps, return_exceptions=True)

    assert outcomes.count(1) == 1
    refusals = [outcome.reason for outcome in outcomes if isinstance(outcome, Refused)]
    assert refusals == 4 * [WhyNot.HANDED_OVER_ALREADY]
    assert await makers_handovers.handed_over(await makers_handovers.decision()) == 2, "a refusal takes no number"


async def test_another_body_may_get_the_same_result() -> None:
    poll = await makers_handovers.decision()
    assert await makers_handovers.handed_over(poll) == 1
    assert await makers_handovers.handed_over(poll, body_="Rat") == 2


async def test_an_unpublished_poll_is_refused_and_an_unknown_one_is_a_wrong_form() -> None:
    from tests import makers_polls

    await makers_handovers.body()
    with pytest.raises(Refused) as refused:
        number = (await makers_polls.counted(["yes"])).number
        await actions.hand_over(makers_handovers.wish(number), actor=makers_handovers.OFFICE)
    assert refused.value.reason is WhyNot.NOT_PUBLISHED
    with pytest.raises(Wrong) as wrong:
        await actions.hand_over(makers_handovers.wish(999, body="Niemand", days=-1), actor=makers_handovers.OFFICE)
    assert set(wrong.value.problems) == {"polls", "body", "answer_by"}


async def test_a_former_member_does_not_stop_a_hand_over() -> None:
    proposal = await makers_proposals.proposal(author=None, backers=(await makers.member(),))
    poll = await makers_handovers.decision(proposal=proposal)

    assert await makers_handovers.handed_over(poll) == 1
