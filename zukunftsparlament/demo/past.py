"""The demo's history is made by the real actions, today; then its times are moved to where they belong.

The journal stays as it is: it says what truly happened, that all of this was made today. Of a sitting it also says that
its steps were moved: `verify` compares them with the last such entry.
"""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from typing import Any

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.queries import Sitting, sitting_by_id
from zukunftsparlament.sittings.trail import plan_of, trail

TIMES = {
    "card_batch": ("made_at",),
    "message": ("at",),
    "proposal": (
        "changed_at", "submitted_at", "asked_back_at", "declined_at", "released_at", "ripe_at", "withdrawn_at",
        "edited_at",
    ),
    "proposal_version": ("changed_at", "submitted_at", "asked_back_at", "declined_at", "released_at"),
    "co_author": ("joined_at",),
    "merging": ("made_at", "ends_at", "source_yes_at", "target_yes_at", "ended_at"),
    "proposal_step": ("at",),
    "comment": ("submitted_at", "asked_back_at", "declined_at", "released_at", "removed_at"),
    "report": ("made_at", "settled_at"),
    "removal": ("removed_at", "objected_at"),
    "poll_series": ("prepared_at",),
    "poll": ("prepared_at", "opened_at", "closed_at", "counted_at", "published_at"),
    "fund": ("made_at",),
    "fund_entry": ("at",),
    "election": ("made_at",),
    "candidacy": ("named_at", "agreed_at", "accepted_at"),
    "handover": ("made_at",),
    "answer": ("given_at",),
    "decision_done": ("entered_at",),
    "sitting": ("created_at", "invited_at", "starts_at", "ends_at", "opened_at", "closed_at"),
    "agenda_item": ("begun_at", "ended_at", "note_saved_at"),
    "guest": ("came_at", "left_at"),
    "attendance": ("came_at", "left_at"),
    "speaking_turn": ("raised_at", "lowered_at", "begun_at", "ends_at", "ended_at"),
    "sitting_step": ("at",),
    "minutes": ("made_at", "public_at"),
    "minutes_confirmation": ("at",),
}  # fmt: skip
FACTS = {"message": "at", "proposal_step": "at"}
MOVING_FACTS = ("answer_by", "next_date", "starts")  # days and moments that lie as far back as the event itself


def _since(table: str, column: str) -> tuple[Sql, Sql]:
    found = Sql(f"SELECT id, {column} AS moment FROM {table} WHERE {column} >= $1")  # noqa: S608  our own names
    move = Sql(f"UPDATE {table} SET {column} = $2 WHERE id = $1")  # noqa: S608
    return found, move


STATEMENTS = [_since(table, column) for table, columns in TIMES.items() for column in columns]
FACT_STATEMENTS = [
    (
        Sql(f"SELECT id, facts FROM {table} WHERE {column} >= $1"),  # noqa: S608
        Sql(f"UPDATE {table} SET facts = $2 WHERE id = $1"),  # noqa: S608
    )
    for table, column in FACTS.items()
]
MOVED_SITTINGS = Sql("SELECT DISTINCT sitting FROM sitting_step WHERE at >= $1 ORDER BY sitting")
OPENINGS = Sql("SELECT id, facts FROM sitting_step WHERE sitting = $1 AND kind = 'opened'")
SET_FACTS = Sql("UPDATE sitting_step SET facts = $2 WHERE id = $1")


@asynccontextmanager
async def days_ago(days: float) -> AsyncIterator[None]:
    """What is made inside happened `days` days before today."""
    start = now()
    yield
    back = timedelta(days=days)
    async with writing():
        sittings = [row["sitting"] for row in await MOVED_SITTINGS.rows(start)]
        for found, change in FACT_STATEMENTS:
            for row in await found.rows(start):
                facts = json.loads(row["facts"])
                if moved := moved_facts(facts, back):
                    await change.rows(row["id"], json.dumps(moved, ensure_ascii=False, sort_keys=True))
        for found, move in STATEMENTS:
            for row in await found.rows(start):
                await move.rows(row["id"], row["moment"] - back)
        for sitting in sittings:
            await _tell_anew(await sitting_by_id(sitting))


async def _tell_anew(sitting: Sitting) -> None:
    for row in await OPENINGS.rows(sitting.id):
        facts = json.loads(row["facts"]) | {"plan": await plan_of(sitting.id)}
        await SET_FACTS.rows(row["id"], json.dumps(facts, ensure_ascii=False, sort_keys=True))
    if not sitting.is_rehearsal:
        facts = {"anew": True, "trail": await trail(sitting.id)}
        await record(actor="system", verb="move_back", subject_kind="sitting", subject_number=sitting.number, **facts)


def moved_facts(facts: dict[str, Any], back: timedelta) -> dict[str, Any] | None:
    """None when nothing has to move. What is told of a day holds the facts of its steps."""
    if "steps" in facts:
        steps = [moved_facts(step, back) or step for step in facts["steps"]]
        return facts | {"steps": steps} if steps != facts["steps"] else None
    if not any(name in facts for name in MOVING_FACTS):
        return None
    return facts | {name: _moved(facts[name], back) for name in MOVING_FACTS if name in facts}


def _moved(written: str, back: timedelta) -> str:
    if "T" in written:
        return (datetime.fromisoformat(written) - back).isoformat()
    return str(date.fromisoformat(written) - back)
