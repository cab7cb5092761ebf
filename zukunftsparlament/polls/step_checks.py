"""Whether votes of sittings are as the steps of their sitting tell them: opened once, for those who were there, counted
by two people."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from zukunftsparlament.kernel.checks import Check, Found, read_json, seen_twice
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.sittings.rules.tree import TO_DECIDE

POLLS = Sql(
    "SELECT p.id, p.number, p.item, p.opened_at, p.closed_at, p.present, p.second_call, p.binding, p.by_hands, "
    "i.kind, s.id AS sitting, s.number AS of_sitting, s.second_call_of FROM poll p JOIN agenda_item i ON i.id = p.item "
    "JOIN sitting s ON s.id = i.sitting ORDER BY s.number, p.number"
)
STEPS = Sql(
    "SELECT sitting, at, kind, item, facts FROM sitting_step "
    "WHERE kind IN ('poll_opened', 'practice', 'poll_closed', 'hands') ORDER BY id"
)
# A seat on the roll was in the room when the vote opened; in a straw poll of all it may have been a listener.
NOT_THERE = Sql(
    "SELECT s.number, p.number AS poll FROM on_roll r JOIN poll p ON p.id = r.poll JOIN agenda_item i ON i.id = p.item "
    "JOIN sitting s ON s.id = i.sitting WHERE p.opened_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM attendance a "
    "WHERE a.sitting = s.id AND a.came_at <= p.opened_at AND (a.left_at IS NULL OR a.left_at >= p.opened_at) "
    "AND (a.seat = r.seat OR (r.seat IS NULL AND (a.member = r.member OR a.member IS NULL)))) "
    "ORDER BY s.number, p.number LIMIT 1"
)
COUNTS = Sql("SELECT poll, round, actor, counts FROM hand_count ORDER BY poll, round, id")
TELLERS = Sql("SELECT poll, actor FROM poll_teller")
OPENED = ("poll_opened", "practice")
A_CHAIR = re.compile(r"chair:\d+")


async def _openings_fit() -> Found:
    polls, told = await POLLS.rows(), await _told()
    for row in polls:
        if why := _why_not(row, told.pop(row["number"], [])):
            return _("Sitzung {sitting}, Abstimmung {number}: {why}").format(
                sitting=row["of_sitting"], number=row["number"], why=why
            )
    if (absent := await NOT_THERE.row()) is not None:
        said = _("Sitzung {number}, Abstimmung {poll}: Im Wählerverzeichnis steht jemand, der nicht da war.")
        return said.format(**absent)
    return None


async def _told() -> dict[int, list[Row]]:
    """Steps by number of their poll, their facts read."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in await STEPS.rows():
        facts = read_json(row["facts"]) or {}
        found[facts.get("poll", 0)].append(row | {"facts": facts})
    return found


def _why_not(row: Row, steps: Sequence[Row]) -> Found:
    opened = [step for step in steps if step["kind"] in OPENED]
    closed = [step for step in steps if step["kind"] == "poll_closed"]
    if len(opened) != (row["opened_at"] is not None) or len(closed) != (row["closed_at"] is not None):
        return _("Wann sie offen war, passt nicht zu dem, was in der Sitzung geschehen ist.")
    if any((step["sitting"], step["item"]) != (row["sitting"], row["item"]) for step in steps):
        return _("Sie gehört zu einem anderen Punkt, als es geschehen ist.")
    if not opened:
        return None
    facts: dict[str, Any] = opened[0]["facts"]
    again = row["second_call_of"] is not None and row["kind"] in TO_DECIDE
    if facts.get("present") != row["present"] or bool(row["second_call"]) is not again:
        return _("Wie viele da waren oder nötig waren, ist anders, als es geschehen ist.")
    if row["binding"] and facts.get("quorate") is False:
        return _("Es waren zu wenige da.")
    if "second_call" in facts and (facts["second_call"], opened[0]["at"]) != (again, row["opened_at"]):
        return _("Sie hat zu einer anderen Zeit begonnen, als es geschehen ist.")
    return None


async def _counters_fit() -> Found:
    told, tellers = await _told(), {(row["poll"], row["actor"]) for row in await TELLERS.rows()}
    rounds: dict[int, dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in await COUNTS.rows():
        rounds[row["poll"]][row["round"]].append(row)
    for poll in await POLLS.rows():
        counts = rounds.get(poll["id"], {})
        steps = [step["facts"] for step in told.get(poll["number"], []) if step["kind"] == "hands"]
        if not all(_may_count(row, tellers) for each in counts.values() for row in each) or not _as_told(counts, steps):
            said = _("Sitzung {sitting}, Abstimmung {number}: Gezählt haben andere, als es geschehen ist.")
            return said.format(sitting=poll["of_sitting"], number=poll["number"])
    return None


def _may_count(row: Row, tellers: set[tuple[int, str]]) -> bool:
    return A_CHAIR.fullmatch(row["actor"]) is not None or (row["poll"], row["actor"]) in tellers


def _as_told(counts: Mapping[int, Sequence[Row]], steps: Sequence[Mapping[str, Any]]) -> bool:
    """Each round that two have counted has its step. A chair who became a member meanwhile is still one person."""
    whole = [counts[number] for number in sorted(counts) if len(counts[number]) > 1]
    if len(whole) != len(steps):
        return False
    for each, facts in zip(whole, steps, strict=True):
        people = sorted(row["actor"] for row in each)
        agreed = len({row["counts"] for row in each}) == 1
        if len({actor.partition(":")[2] for actor in people}) != 2 or facts.get("agreed") is not agreed:
            return False
        if facts.get("by", people) != people:
            return False
    return True


STEP_CHECKS = (
    Check(N_("Abstimmungen, wie die Sitzungen sie erzählen"), seen_twice(_openings_fit)),
    Check(N_("Wer Hände gezählt hat"), seen_twice(_counters_fit)),
)
