"""What minutes are made of, forged before anybody has confirmed them: `verify` finds it and names the sitting."""

import json
from datetime import timedelta

import pytest

from tests import makers_evening
from zukunftsparlament.kernel.checks import Check
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.checks import CHECKS as MINUTES
from zukunftsparlament.polls.checks import CHECKS as POLLS
from zukunftsparlament.sittings.checks import CHECKS as SITTINGS

pytestmark = pytest.mark.usefixtures("store")

CHECKS: tuple[Check, ...] = (*SITTINGS, *POLLS, *MINUTES)
WHOLE = "sitting = (SELECT id FROM sitting WHERE number = 3)"
OF_WHOLE = f"item IN (SELECT id FROM agenda_item WHERE {WHOLE})"
A_SEAT = "seat = (SELECT min(number) FROM seat WHERE number > 2)"
SEEN = "Sitzung 3"
HANDS = f"(SELECT id FROM poll WHERE by_hands = (1 = 1) AND {OF_WHOLE})"

# Each alone: a statement, and what the sentence says.
FORGED = {
    # steps
    f"DELETE FROM sitting_step WHERE kind = 'poll_opened' AND {WHOLE}": SEEN,
    f"DELETE FROM sitting_step WHERE kind = 'poll_closed' AND {WHOLE}": SEEN,
    f"DELETE FROM sitting_step WHERE kind = 'paused' AND {WHOLE}": SEEN,
    "DELETE FROM sitting_step WHERE kind = 'poll_refused'": "Sitzung 1",
    "DELETE FROM sitting_step": "Sitzung 1",
    f"UPDATE sitting_step SET facts = replace(facts, '\"present\": 8', '\"present\": 7') WHERE {WHOLE}": SEEN,
    f"UPDATE sitting_step SET facts = '{{}}' WHERE kind = 'poll_closed' AND {WHOLE}": SEEN,
    f"UPDATE sitting_step SET at = (SELECT min(at) FROM sitting_step) WHERE {WHOLE}": SEEN,
    f"UPDATE sitting_step SET actor = 'chair:2' WHERE kind = 'paused' AND {WHOLE}": SEEN,
    "INSERT INTO sitting_step (sitting, at, actor, kind, facts) "
    "SELECT sitting, at, actor, 'second_call', '{}' FROM sitting_step WHERE kind = 'opened'": "Nach ihrem Ende",
    "UPDATE sitting_step SET facts = replace(facts, 'true', 'false') WHERE kind = 'hands'": SEEN,
    "UPDATE sitting_step SET facts = replace(facts, 'accepted', 'declined') WHERE kind = 'elected'": SEEN,
    # who was there
    f"DELETE FROM attendance WHERE {A_SEAT} AND {WHOLE}": SEEN,
    f"DELETE FROM attendance WHERE deputy = (1 = 1) AND {WHOLE}": SEEN,
    f"UPDATE attendance SET deputy = (1 = 1) WHERE {A_SEAT} AND {WHOLE}": SEEN,
    f"UPDATE attendance SET left_at = came_at WHERE {A_SEAT} AND {WHOLE}": SEEN,
    f"UPDATE attendance SET left_at = (SELECT closed_at FROM sitting WHERE number = 3) "
    f"WHERE deputy = (1 = 1) AND {WHOLE}": SEEN,
    f"INSERT INTO attendance (sitting, member, seat, deputy, how, came_at, left_at) "
    f"SELECT sitting, NULL, 99, deputy, how, came_at, left_at FROM attendance WHERE {A_SEAT} AND {WHOLE}": SEEN,
    # the sitting and its items
    "UPDATE sitting SET second_call_of = (SELECT min(id) FROM sitting) WHERE number = 3": SEEN,
    "UPDATE sitting SET second_call_of = NULL WHERE number = 2": "Sitzung 2",
    "UPDATE sitting SET place = 'Rathaus' WHERE number = 3": SEEN,
    "UPDATE sitting SET invited_at = created_at WHERE number = 2": "Sitzung 2",
    "UPDATE sitting SET opened_at = created_at WHERE number = 3": SEEN,
    f"UPDATE agenda_item SET ended_at = begun_at WHERE {WHOLE} AND title = 'Bolzplatz'": SEEN,
    f"UPDATE agenda_item SET ended_as = 'done' WHERE {WHOLE} AND ended_as = 'withdrawn'": SEEN,
    f"UPDATE agenda_item SET end_reason = 'Keine Lust.' WHERE {WHOLE} AND ended_as = 'withdrawn'": SEEN,
    f"UPDATE agenda_item SET title = 'Ein Parkplatz' WHERE {WHOLE} AND title = 'Bolzplatz'": SEEN,
    f"UPDATE agenda_item SET urgent_reason = 'Aus Jux.' WHERE {WHOLE} AND urgent_at IS NOT NULL": SEEN,
    f"UPDATE agenda_item SET public = (1 = 0) WHERE {WHOLE}": SEEN,
    # votes
    f"UPDATE poll SET present = 18 WHERE {OF_WHOLE}": SEEN,
    f"UPDATE poll SET second_call = (1 = 1) WHERE {OF_WHOLE}": SEEN,
    f"UPDATE poll SET opened_at = prepared_at WHERE {OF_WHOLE}": SEEN,
    f"UPDATE poll SET item = (SELECT min(id) FROM agenda_item) WHERE {OF_WHOLE}": "„item“ ist anders",
    'UPDATE poll SET amendment = \'{"question": "x", "yes_means": "y"}\' WHERE amends IS NOT NULL': "amendment",
    f"UPDATE hand_count SET actor = 'chair:1 ' WHERE actor = 'chair:2' AND poll = {HANDS}": SEEN,
    f"UPDATE hand_count SET actor = 'seat:1' WHERE actor = 'chair:2' AND poll = {HANDS}": SEEN,
    f"UPDATE hand_count SET actor = 'chair:5' WHERE actor = 'chair:2' AND poll = {HANDS}": SEEN,
    f"DELETE FROM hand_count WHERE round = 1 AND poll = {HANDS}": SEEN,
    "UPDATE poll SET paper_invalid = 1 WHERE paper_given IS NOT NULL": "Zettel",
    "UPDATE poll SET paper_given = NULL, paper_returned = NULL, paper_invalid = NULL": "Zettel",
    # elections
    "UPDATE candidacy SET accepted_at = NULL": SEEN,
    "UPDATE candidacy SET accepted_at = NULL, declined_at = accepted_at": SEEN,
    "UPDATE candidacy SET accepted_at = agreed_at WHERE accepted_at IS NULL AND withdrew_at IS NULL": SEEN,
    "UPDATE candidacy SET agreed_at = NULL WHERE accepted_at IS NULL": SEEN,
    "UPDATE candidacy SET withdrew_at = NULL": SEEN,
    "UPDATE candidacy SET withdrew_at = agreed_at WHERE accepted_at IS NULL": SEEN,
    "UPDATE election SET places = 1": SEEN,
    "UPDATE election SET title = 'Kasse'": SEEN,
}
NEW = {"trail", "plan", "words", "by", "second_call", "amendment", "office", "shape", "places", "deputies", "age"}


class TakenBack(Exception):
    """So that the next one begins with the same store."""


async def found() -> list[str]:
    return [said for check in CHECKS if (said := await check.find())]


async def after(change: str) -> list[str]:
    said: list[str] = []
    try:
        async with writing():
            await Sql(change).rows()
            said = await found()
            raise TakenBack
    except TakenBack:
        return said


async def test_whatever_is_forged_is_found() -> None:
    assert await makers_evening.all_of_them() == [1, 2, 3]
    assert await found() == []
    missed = {change: said for change, named in FORGED.items() if named not in " ".join(said := await after(change))}
    assert missed == {}
    assert await found() == []


async def test_a_store_of_an_older_version_is_no_fault() -> None:
    """Whose steps tell less, whose rows have other microseconds, and whose journal knows no trails."""
    await makers_evening.all_of_them()
    for table, column in (("sitting_step", "facts"), ("journal_entry", "details")):
        for row in await Sql(f"SELECT id, {column} AS facts FROM {table} WHERE {column} <> ''").rows():
            facts = {name: fact for name, fact in json.loads(row["facts"]).items() if name not in NEW}
            await Sql(f"UPDATE {table} SET {column} = $2 WHERE id = $1").rows(row["id"], json.dumps(facts))
    for row in await Sql("SELECT id, at FROM sitting_step").rows():
        await Sql("UPDATE sitting_step SET at = $2 WHERE id = $1").rows(
            row["id"], row["at"] + timedelta(milliseconds=3)
        )
    assert await found() == []
