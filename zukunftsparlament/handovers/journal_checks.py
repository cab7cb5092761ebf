"""Whether every hand-over and every answer is what the journal says of it, and whether the journal knows them all."""

from dataclasses import dataclass, field
from typing import Any

from zukunftsparlament.handovers.minutes import Given, answers_given
from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.checks import Check, Found, read_json
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _

HANDED = Sql("SELECT h.id, h.number, h.sha256, b.short FROM handover h JOIN body b ON b.id = h.body ORDER BY h.number")
DECISIONS = Sql(
    "SELECT d.number, p.number AS poll, d.proposal, (SELECT count(*) FROM answer a WHERE a.decision = d.id) AS answers "
    "FROM handed_decision d JOIN poll p ON p.id = d.poll WHERE d.handover = $1 ORDER BY d.number"
)
TOLD = Sql("SELECT proposal, facts FROM proposal_step WHERE stage = $1")


@dataclass
class Known:
    """What the journal knows of one hand-over."""

    facts: dict[str, Any]
    answers: list[Given | None] = field(default_factory=list)  # None: from before answers had a fingerprint


async def _handovers_fit() -> Found:
    before = await _known()
    rows = {row["number"]: row for row in await HANDED.rows()}
    after = await _known()
    if missing := sorted(before.keys() - rows.keys()):
        return _("Übergabe {number}: Das Journal kennt sie, der Datenbestand nicht.").format(number=missing[0])
    for number, row in rows.items():
        if number not in after:
            return _("Übergabe {number}: Sie steht nicht im Journal.").format(number=number)
        if why := await _why_not(row, after[number]):
            return _("Übergabe {number}: {why}").format(number=number, why=why)
    return None


async def _why_not(row: Row, known: Known) -> Found:
    if known.facts.get("sha256") != row["sha256"]:
        return _("Ihr Inhalt ist ein anderer als im Journal.")
    if known.facts.get("body") != row["short"]:
        return _("Im Journal steht ein anderes Gremium.")
    if known.facts.get("polls") != [found["poll"] for found in await DECISIONS.rows(row["id"])]:
        return _("Im Journal stehen andere Abstimmungen.")
    return None


async def _answers_fit() -> Found:
    before = await _known()  # others write while we read
    rows = await HANDED.rows()
    given = {row["number"]: await answers_given(row["id"]) for row in rows}
    after = await _known()
    for number, answers in given.items():
        early, late = before.get(number, Known({})).answers, after.get(number, Known({})).answers
        if len(answers) < len(early):
            return _("Übergabe {number}: Eine Rückmeldung fehlt.").format(number=number)
        if len(answers) > len(late):
            return _("Übergabe {number}: Eine Rückmeldung steht nicht im Journal.").format(number=number)
        if any(known not in (None, answer) for known, answer in zip(late, answers, strict=False)):
            return _("Übergabe {number}: Eine Rückmeldung ist anders als im Journal.").format(number=number)
    return None


async def _known() -> dict[int, Known]:
    found = {act.subject: Known(act.facts) for act in await acts("handed_over", "handover")}
    moved = {act.subject: act for act in await acts("move_back", "handover")}
    for number, act in moved.items():
        found[number].facts["sha256"] = act.facts["sha256"]
        found[number].answers = [(decision, print_) for decision, print_ in act.facts["answers"]]
    for act in await acts("answered", "handover"):
        if act.subject in found and (act.subject not in moved or act.entry > moved[act.subject].entry):
            print_ = act.facts.get("sha256")
            found[act.subject].answers.append((act.facts["decision"], print_) if print_ else None)
    return found


async def _timelines_tell() -> Found:
    """What was handed over and answered stands on the way of its proposal."""
    rows = [(row["number"], decision) for row in await HANDED.rows() for decision in await DECISIONS.rows(row["id"])]
    told = {(kind, *found) for kind in ("handed_over", "answered") for found in await _told(kind)}
    for number, decision in rows:
        kinds = ("handed_over", "answered") if decision["answers"] else ("handed_over",)
        if decision["proposal"] and any((kind, decision["proposal"], number) not in told for kind in kinds):
            return _("Übergabe {number}: Sie fehlt im Zeitstrahl eines Vorschlags.").format(number=number)
    return None


async def _told(kind: str) -> list[tuple[int, int | None]]:
    """Row ids of proposals, and the number of the hand-over."""
    return [(row["proposal"], (read_json(row["facts"]) or {}).get("handover")) for row in await TOLD.rows(kind)]


JOURNAL_CHECKS = (
    Check(N_("Übergaben und Journal"), _handovers_fit),
    Check(N_("Rückmeldungen und Journal"), _answers_fit),
    Check(N_("Übergaben im Zeitstrahl"), _timelines_tell),
)
