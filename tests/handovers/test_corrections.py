"""What is handed over is never changed: a correction is a new version that says what is different."""

import asyncio
import json

import pytest

from tests import makers_handovers, makers_proposals
from tests.dossiers.test_handover_json import problems
from zukunftsparlament.dossiers.canonical import fingerprint
from zukunftsparlament.dossiers.documents import DOCUMENTS
from zukunftsparlament.handovers import actions, queries
from zukunftsparlament.handovers.checks import CHECKS
from zukunftsparlament.handovers.correcting import changed, draft
from zukunftsparlament.handovers.rules import WhyNot
from zukunftsparlament.kernel.refusals import Missing, Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.actions import void_poll

pytestmark = pytest.mark.usefixtures("store")

BECAUSE = "Ein Name ist gelöscht."
STORED = Sql("SELECT frozen, sha256 FROM handover WHERE number = $1")
CHANGE_TEXT = Sql("UPDATE proposal SET text = $2 WHERE number = $1")
JOURNAL = Sql("SELECT verb, details FROM journal_entry ORDER BY number DESC LIMIT 1")


async def correct(number: int, *, replaces: int = 1, letter: str = "", because: str = BECAUSE, seen: str = "") -> int:
    return await actions.correct(
        number, letter=letter, because=because, replaces=replaces, seen=seen, actor=makers_handovers.OFFICE
    )


async def handed() -> tuple[int, int, int]:
    """Number of the hand-over, of its first poll and of the proposal behind it."""
    poll, proposal, _ = await makers_handovers.about("Ein Nachtbus")
    other = await makers_handovers.decision(question="Und ein Radweg?")
    return await makers_handovers.handed_over(poll, other), poll, proposal


async def all_is_well() -> bool:
    return [await check.find() for check in CHECKS] == [None] * len(CHECKS)


async def test_the_new_version_names_what_changed_and_the_old_one_stays() -> None:
    number, _, proposal = await handed()
    before = await STORED.row(number)
    await CHANGE_TEXT.rows(proposal, "Er soll bis Mitternacht fahren.")

    assert await correct(number, letter="Guten Tag!") == 2

    newest, first = await queries.handover(number), await queries.handover(number, version=1)
    assert (newest.version, first.version) == (2, 1) and newest.is_newest and not first.is_newest
    assert await STORED.row(number) == before
    assert "Mitternacht" in newest.frozen["decisions"][0]["text"]
    assert "Mitternacht" not in first.frozen["decisions"][0]["text"]
    replaces = newest.frozen["replaces"]
    assert (replaces["version"], replaces["sha256"], replaces["because"]) == (1, first.frozen["sha256"], BECAUSE)
    assert replaces["changes"] == ["Das Anschreiben ist neu oder anders.", "Nr. 1: Anders ist: der Text."]
    assert newest.frozen["letter"] == "Guten Tag!" and newest.frozen["answer_by"] == first.frozen["answer_by"]
    for version in (newest, first):
        assert problems(version.frozen) == []
        assert fingerprint(version.frozen) == version.frozen["sha256"]  # type: ignore[arg-type]
    row = await JOURNAL.row()
    assert row and row["verb"] == "corrected"
    assert json.loads(row["details"]) == {"version": 2, "sha256": newest.frozen["sha256"]}
    assert await all_is_well()


async def test_answers_belong_to_the_decisions_in_every_version() -> None:
    number, _, proposal = await handed()
    await makers_handovers.answered(number, 2, reason="Ab Mai.")
    await CHANGE_TEXT.rows(proposal, "Anders.")
    await correct(number)
    await makers_handovers.answered(number, 1, answer="no", reason="Zu teuer.")

    for version in (1, 2):
        found = (await queries.handover(number, version=version)).frozen["decisions"]
        assert [decision["answer"]["reason"] for decision in found] == ["Zu teuer.", "Ab Mai."]


async def test_a_voided_poll_stays_readable_and_is_said_to_count_no_more() -> None:
    number, poll, _ = await handed()
    await void_poll(poll, "Zwei Karten waren vertauscht.", actor="chair:1")

    await correct(number)

    frozen = (await queries.handover(number)).frozen
    assert [decision.get("void", False) for decision in frozen["decisions"]] == [True, False]
    assert frozen["replaces"]["changes"] == ["Nr. 1: Die Abstimmung wurde aufgehoben. Sie zählt nicht mehr."]
    assert problems(frozen) == [] and await all_is_well()
    for document in DOCUMENTS.values():
        assert document.write(frozen)  # type: ignore[arg-type]


async def test_without_a_change_there_is_no_new_version() -> None:
    number, _, _ = await handed()

    with pytest.raises(Refused) as refused:
        await correct(number)

    assert refused.value.reason is WhyNot.NO_CHANGE and len((await queries.handover(number)).versions) == 1


async def test_a_third_version_replaces_the_second() -> None:
    number, _, _ = await handed()
    await correct(number, letter="Eins.")
    assert await correct(number, replaces=2, letter="Zwei.") == 3

    newest = await queries.handover(number)
    assert newest.frozen["replaces"]["sha256"] == newest.versions[1].sha256 and await all_is_well()
    with pytest.raises(Refused) as refused:
        await correct(number, replaces=3, letter="Zwei.")
    assert refused.value.reason is WhyNot.NO_CHANGE


async def test_of_two_corrections_at_once_one_wins_and_the_other_is_told() -> None:
    number, _, _ = await handed()

    outcomes = await asyncio.gather(
        *(correct(number, letter=letter) for letter in ("Eins.", "Zwei.")), return_exceptions=True
    )

    assert [outcome for outcome in outcomes if outcome == 2] == [2]
    (lost,) = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert lost.reason is WhyNot.REPLACED_MEANWHILE
    assert len((await queries.handover(number)).versions) == 2 and await all_is_well()


async def test_what_came_in_between_is_to_be_read_first() -> None:
    number, _, proposal = await handed()
    await CHANGE_TEXT.rows(proposal, "Anders.")
    seen = (await draft(number, letter="", because="")).seen
    await makers_proposals.contribution(proposal, text="Das kam dazwischen.")

    with pytest.raises(Refused) as refused:
        await correct(number, seen=seen)

    assert refused.value.reason is WhyNot.CHANGED_SINCE_PREVIEW


@pytest.mark.parametrize(
    ("letter", "because", "field"), [("", " ", "because"), ("", "x" * 1001, "because"), ("x" * 2001, "x", "letter")]
)
async def test_a_correction_says_why_and_keeps_to_its_lengths(letter: str, because: str, field: str) -> None:
    number, _, _ = await handed()

    with pytest.raises(Wrong) as wrong:
        await correct(number, letter=letter, because=because)

    assert set(wrong.value.problems) == {field}


@pytest.mark.parametrize("version", [0, 2, -1])
async def test_a_version_that_nobody_made_is_missing(version: int) -> None:
    number, _, _ = await handed()

    with pytest.raises(Missing):
        await queries.handover(number, version=version)


def test_what_is_different_is_said_part_by_part() -> None:
    old = {"decisions": [{"number": 1, "title": "A", "for": [], "counts": {"yes": 1}}]}
    new = {"decisions": [{"number": 1, "title": "B", "for": ["x"], "counts": {"yes": 1}}]}

    assert changed(old, new) == ["Nr. 1: Anders ist: der Titel, was dafür spricht."]
    assert changed(old, old) == []
