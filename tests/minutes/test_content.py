"""What minutes say: the same sitting gives the same content, and everything that happened is in it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests import makers, makers_minutes, makers_polls, makers_proposals
from tests.dossiers import minutes_example
from tests.makers_minutes import at, held
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.composing import composed
from zukunftsparlament.minutes.queries import record
from zukunftsparlament.polls.actions import Chosen, settle_tie
from zukunftsparlament.polls.rules import Secrecy, Way
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie
from zukunftsparlament.sittings.actions.notes import excuse
from zukunftsparlament.sittings.actions.tasks import add_task
from zukunftsparlament.sittings.queries import sitting as sitting_of
from zukunftsparlament.sittings.rules import SittingKind
from zukunftsparlament.sittings.rules.noting import TaskDraft

pytestmark = pytest.mark.usefixtures("store")

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schemas" / "minutes.schema.json").read_text("utf-8"))
ELECTION = Sql(
    "INSERT INTO election (item, mark, title, office, shape, places, deputies, made_at, made_by) "
    "VALUES ($1, 1, 'Sprecherin', 'other', 'places', 1, 1, $2, 'chair:1') RETURNING id"
)
CANDIDATE = Sql(
    "INSERT INTO candidacy (election, member, seat, label, side, named_at, agreed_at, answered_by) "
    "VALUES ($1, $2, $3, $4, '', $5, $5, '')"
)
QUORUM = "Mindestens die Hälfte muss dabei sein: 4 von 7."


def problems(content: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(content)]


async def content_of(number: int) -> Any:
    return composed(await record(await sitting_of(number)))


def iso(clock: str) -> str:
    return at(clock).isoformat()


def span(seat: int, school: str, to: str | None = None) -> dict[str, Any]:
    return {"seat": seat, "school": school, "spans": [{"from": iso("18:00"), "to": to, "deputy": False}]}


async def test_a_whole_sitting_is_told_exactly() -> None:
    await held()
    await add_task(3, TaskDraft(text="Beim Bauhof anrufen", owner="Jugendbüro"), actor="chair:1")
    await excuse(3, {6}, actor="chair:1")

    content = await content_of(3)

    vote = content["items"][1]["votes"].pop()
    assert content == {
        "parliament": "Zukunftsparlament",
        "municipality": "",
        "version": 1,
        "sitting": {
            "number": 3, "kind": "official", "title": "Februar", "place": "Saal am Markt", "starts_at": iso("18:00"),
            "invited_at": iso("12:00"), "opened_at": iso("18:00"), "closed_at": iso("19:30"), "urgent_reason": "",
            "second_call_of": None, "rule_set": 1, "pauses": [],
            "led": [{"seat": 1, "school": "Eichenschule"}, {"seat": 2, "school": "Eichenschule"}], "written_by": None,
        },
        "quorum": {"seats": 7, "needed": 4, "rule": QUORUM},
        "present": [
            span(1, "Eichenschule"), span(2, "Eichenschule"), span(3, "Eichenschule"),
            span(4, "Ulmenschule"), span(5, "Ulmenschule", iso("19:00")),
        ],
        "absent": [{"seat": 6, "school": "", "excused": True}],
        "empty": [7],
        "listeners": 0,
        "guests": [{"name": "Die Bürgermeisterin", "from": iso("18:10"), "to": None}],
        "items": [
            {
                "number": "1", "public": True, "kind": "other", "title": "Begrüßung", "owner": "",
                "begun_at": iso("18:00"), "ended_at": iso("18:05"), "ended_as": "done", "end_reason": "", "note": "",
                "votes": [],
            },
            {
                "number": "2", "public": True, "kind": "other", "title": "Ein Skatepark", "owner": "",
                "begun_at": iso("18:05"), "ended_at": iso("18:40"), "ended_as": "done", "end_reason": "",
                "note": "Viele fanden die Idee gut.", "speeches": 3, "by_guests": 1,
                "orders": [{"at": iso("18:30"), "kind": "end_list", "seat": 4, "outcome": "accepted"}], "votes": [],
            },
        ],
        "questions": [],
        "tasks": [{"text": "Beim Bauhof anrufen", "owner": "Jugendbüro", "due_on": None}],
        "next": None,
    }  # fmt: skip
    assert vote == {
        "poll": 1, "question": "Wollen wir einen Skatepark fordern?", "yes_means": "Wir fordern ihn vom Rat.",
        "no_means": "Der Platz bleibt, wie er ist.", "kind": "yes_no_abstain", "secrecy": "open", "binding": True,
        "persons": False, "options": [], "present": 5, "needed": 4, "seats": 7, "second_call": False,
        "by_hands": False, "opened_at": iso("18:35"), "state": "counted", "roll": 6, "turnout": 5,
        "votes": {"yes": 4, "no": 1, "abstain": 0}, "outcome": "accepted", "winners": ["yes"],
        "result": "Angenommen: 4 dafür, 1 dagegen.", "how": [], "decision": 1, "rule": [
            QUORUM, "Angenommen ist, was mehr Ja als Nein bekommt. Enthaltungen zählen nicht mit.",
            "Bei Gleichstand ist es abgelehnt.",
        ],
    }  # fmt: skip
    assert not problems(content)


async def test_the_example_of_the_documents_keeps_to_the_schema() -> None:
    assert not problems(minutes_example.content())
    assert problems({**minutes_example.content(), "names": ["Mutiger Igel"]})


async def test_of_a_non_public_item_only_the_decision_is_told() -> None:
    found = await held()
    await Sql("UPDATE agenda_item SET public = $2 WHERE id = $1").rows(found.items[1].id, False)
    await add_task(3, TaskDraft(text="Geheim", owner="Sitz 1", item=found.items[1].mark), actor="chair:1")
    await makers_minutes.decided(found, found.items[1], question="Nur ein Bild?", secrecy=Secrecy.OPEN)
    await Sql("UPDATE poll SET binding = $2 WHERE number = $1").rows(2, False)
    await makers_minutes.decided(found, found.items[1], question="Du?", secrecy=Secrecy.NAMED)

    content = await content_of(3)

    item = content["items"][1]
    assert (set(item), item["public"]) == ({"number", "public", "votes"}, False)
    assert [(vote["question"], vote["yes_means"], vote["no_means"]) for vote in item["votes"]] == [
        ("Nicht öffentlich", "", "")
    ] * 2
    assert [vote["secrecy"] for vote in item["votes"] if "by_seat" not in vote] == ["open", "named"]
    assert "Skatepark fordern" not in str(content)
    assert (content["tasks"], problems(content)) == ([], [])


async def test_of_a_non_public_tie_nobody_reads_why_the_chair_decided_so() -> None:
    found = await held(rules=replace(HOLZWICKEDE, tie=Tie.CHAIR_DECIDES), vote=False)
    await Sql("UPDATE agenda_item SET public = $2 WHERE id = $1").rows(found.items[1].id, False)
    number = await makers_minutes.decided(found, found.items[1], "yynn")
    said = Chosen(way=Way.CHAIR, picked=("no",), reason="Weil er gelogen hat.")
    await settle_tie(number, said, actor=makers_polls.CHAIR)

    content = await content_of(3)

    assert "gelogen" not in str(content)
    vote = content["items"][1]["votes"][0]
    assert (vote["outcome"], vote["settled"], vote["how"]) == ("rejected", "chair", [])
    assert vote["result"].endswith("Abgelehnt.") and not problems(content)


async def test_the_motion_stands_there_in_full_and_its_decision_has_a_number() -> None:
    found = await held(vote=False)
    number = await makers_proposals.proposal(title="Mehr Bänke")
    row = await makers_proposals.proposal_id(number)
    await Sql("UPDATE agenda_item SET proposal = $2 WHERE id = $1").rows(found.items[1].id, row)
    await makers_minutes.decided(found, found.items[0], "nnnyy")
    await makers_minutes.decided(found, found.items[1], "yyyyy", secrecy=Secrecy.SECRET)

    first, second = (await content_of(3))["items"]

    assert second["motion"] == {
        "proposal": number, "title": "Mehr Bänke", "text": "Wir wollen sitzen.", "reason": "Weil man müde wird.",
    }  # fmt: skip
    assert [one["votes"][0]["decision"] for one in (first, second)] == [1, 2]
    assert [one["votes"][0]["outcome"] for one in (first, second)] == ["rejected", "accepted"]
    assert second["votes"][0]["list_sha256"] and "list_sha256" not in first["votes"][0]


async def test_who_votes_by_name_is_told_by_seat() -> None:
    found = await held(vote=False)
    await makers_minutes.decided(found, found.items[1], "yna", secrecy=Secrecy.NAMED)

    told = json.dumps(await content_of(3), ensure_ascii=False)

    by_seat = json.loads(told)["items"][1]["votes"][0]["by_seat"]
    assert [(one["seat"], one["choice"]) for one in by_seat] == [(1, ["yes"]), (2, ["no"]), (3, ["abstain"])]
    assert "Igel" not in told


async def test_a_tie_that_was_drawn_is_told_with_all_that_is_needed_to_draw_it_again() -> None:
    found = await held(rules=replace(HOLZWICKEDE, tie=Tie.LOT), vote=False)
    await makers_minutes.decided(found, found.items[1], ["1", "1", "2", "2"], options="Rot\nBlau", question="Farbe?")

    content = await content_of(3)

    vote = content["items"][1]["votes"][0]
    assert (vote["settled"], vote["votes"]) == ("lot", {"1": 2, "2": 2, "abstain": 0})
    assert vote["lots"][0]["drawn"] == [["Rot", "Blau"][int(vote["winners"][0]) - 1]]
    assert len(vote["lots"][0]["revealed"]) == 64 and not problems(content)


async def test_an_election_is_told_by_labels_with_who_moves_up() -> None:
    found = await held(vote=False)
    item = found.items[1]
    await Sql("UPDATE agenda_item SET kind = 'election' WHERE id = $1").rows(item.id)
    number = await makers_minutes.decided(
        found, item, "1121", options="Sitz 3\nSitz 4", persons=True, secrecy=Secrecy.SECRET, question="Wer spricht?"
    )
    election = await ELECTION.value(item.id, makers_minutes.at("18:10"))
    await Sql("UPDATE poll SET election = $2 WHERE number = $1").rows(number, election)
    for seat in (3, 4):
        member = found.members[seat - 3]
        await CANDIDATE.rows(election, member, seat, f"Sitz {seat}", makers_minutes.at("18:10"))

    content = await content_of(3)

    assert content["items"][1]["elections"] == [
        {
            "title": "Sprecherin", "side": "", "places": 1, "elected": ["Sitz 3"], "moved_up": [], "tied": [],
            "ranking": [{"place": 1, "label": "Sitz 3", "votes": 3}, {"place": 2, "label": "Sitz 4", "votes": 1}],
            "deputies": [["Sitz 4"]], "declined": [], "free": 0,
        }
    ]  # fmt: skip
    assert not problems(content) and "Igel" not in json.dumps(content)


async def test_a_practice_vote_stands_in_no_minutes_and_a_rehearsal_says_what_it_is() -> None:
    found = await held(kind=SittingKind.REHEARSAL)
    await Sql("UPDATE poll SET practice = $1").rows(True)
    assert (await content_of(9003))["items"][1]["votes"]

    await Sql("UPDATE sitting SET kind = 'official' WHERE id = $1").rows(found.sitting.id)
    assert not (await content_of(9003))["items"][1]["votes"]


async def test_whoever_was_never_in_the_room_is_absent_and_nobody_is_called_unexcused_unasked() -> None:
    await held()
    member = await makers.member()
    await Sql("UPDATE seat SET member = $1 WHERE number = 7").rows(member)

    assert (await content_of(3))["absent"] == [
        {"seat": 6, "school": "", "excused": None}, {"seat": 7, "school": "", "excused": None},
    ]  # fmt: skip
