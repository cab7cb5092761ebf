"""Steps on the way of a proposal."""

import json
from collections.abc import Collection
from typing import Any

from zukunftsparlament.kernel.clock import now, start_of_today
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.people.telling import tell_for_today
from zukunftsparlament.proposals.queries.authors import followers_of
from zukunftsparlament.proposals.rules import GOES_BACK, is_stage

ADD_STEP = Sql("INSERT INTO proposal_step (proposal, at, stage, facts) VALUES ($1, $2, $3, $4)")
SET_STAGE = Sql("UPDATE proposal SET stage = $2 WHERE id = $1")
PROPOSAL = Sql("SELECT number, title, removed_at FROM proposal WHERE id = $1")
TODAY = Sql("SELECT stage AS kind, facts FROM proposal_step WHERE proposal = $1 AND at >= $2 ORDER BY id")

# What those are told who follow. Its release, and that it is ripe, its authors are told in words of their own.
TOLD = frozenset(
    {
        "ripe", "on_agenda", "off_agenda", "straw_poll", "straw_poll_counted", "in_vote", "not_quorate", "poll_void",
        "point_decided", "alternative_chosen", "accepted", "rejected", "tied", "handed_over",
        "answered", "done", "withdrawn", "merged", "merged_in", "not_taken_up",
        "taken_up_again", "edited",
    }
)  # fmt: skip
# A reason is read where it stands, on the page: it goes with the page.
KEPT_OF_A_STEP = ("day", "body", "answer", "answer_by", "next_date", "into", "source")


async def record_step(proposal_id: int, kind: str, *, but: Collection[int] = (), **facts: Any) -> None:
    """Write a dated step into the timeline, and set the stage when `kind` is one. Inside `writing()`.

    `facts` is what the step's sentence needs, plain values that JSON can hold. Everybody listening is told, and all
    who follow it find it on "Meins", except those in `but`: they did it, or are told in other words.
    """
    said = json.dumps(facts, ensure_ascii=False, sort_keys=True, default=str)
    await ADD_STEP.rows(proposal_id, now(), kind, said)
    if is_stage(kind):
        await SET_STAGE.rows(proposal_id, kind)
    proposal = await PROPOSAL.row(proposal_id)
    if proposal is None or proposal["number"] is None:
        return
    announce("proposals", f"proposal-{proposal['number']}")
    if kind in TOLD and proposal["removed_at"] is None:
        await _tell(proposal_id, proposal, but)


async def _tell(proposal_id: int, proposal: Row, but: Collection[int]) -> None:
    """Whatever has happened to it today, in one line."""
    members = [member for member in await followers_of(proposal_id) if member not in but]
    if not members:
        return
    happened: dict[str, dict[str, Any]] = {}
    before = ""
    for step in await TODAY.rows(proposal_id, start_of_today()):
        kind, comes_back = step["kind"], before in GOES_BACK and is_stage(step["kind"])
        if kind in TOLD and not comes_back:
            happened.pop(kind, None)  # of two edits, or two answers, the last counts
            happened[kind] = {"kind": kind, **_kept(json.loads(step["facts"]))}
        before = kind
    number, title = proposal["number"], proposal["title"]
    await tell_for_today(
        members, "way", address=f"/vorschlaege/{number}", title=title, number=number, steps=list(happened.values())
    )


def _kept(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: facts[name] for name in KEPT_OF_A_STEP if facts.get(name) is not None}
