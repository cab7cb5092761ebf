"""Whether versions, reminders and what is done fit together, and whether the journal knows them all."""

from collections import Counter
from typing import Any

from zukunftsparlament.handovers.freezing import fingerprint
from zukunftsparlament.handovers.minutes import of_done
from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.checks import Check, Found, read_json
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _

VERSIONS = Sql(
    "SELECT h.number, h.frozen AS first, h.sha256 AS first_sha256, c.version, c.frozen, c.sha256 "
    "FROM handover_correction c JOIN handover h ON h.id = c.handover ORDER BY h.number, c.version"
)
REMINDERS = Sql(
    "SELECT h.number, count(*) AS times FROM handover_reminder r JOIN handover h ON h.id = r.handover "
    "GROUP BY h.number ORDER BY h.number"
)
DONE = Sql(
    "SELECT h.number AS handover, d.number AS decision, x.done_on, x.words FROM decision_done x "
    "JOIN handed_decision d ON d.id = x.decision JOIN handover h ON h.id = d.handover ORDER BY x.id"
)
UNANSWERED = Sql(
    "SELECT h.number FROM decision_done x JOIN handed_decision d ON d.id = x.decision "
    "JOIN handover h ON h.id = d.handover WHERE NOT EXISTS (SELECT 1 FROM answer a WHERE a.decision = d.id) "
    "ORDER BY h.number LIMIT 1"
)


async def _versions_follow_each_other() -> Found:
    before: tuple[int, int, str] = (0, 0, "")
    for row in await VERSIONS.rows():
        number, version = row["number"], row["version"]
        if number != before[0]:
            before = (number, 1, row["first_sha256"])
        frozen = read_json(row["frozen"]) or {}
        if fingerprint(row["frozen"]) != row["sha256"]:
            return _wrong(number, version, _("Inhalt und Prüfsumme passen nicht zusammen."))
        replaces = frozen.get("replaces", {})
        if (version, frozen.get("version")) != (before[1] + 1, before[1] + 1) or replaces.get("sha256") != before[2]:
            return _wrong(number, version, _("Sie folgt nicht auf die Fassung davor."))
        if _stays(frozen) != _stays(read_json(row["first"]) or {}):
            return _wrong(number, version, _("Nummer, Gremium, Frist oder Entscheidungen sind andere als vorher."))
        before = (number, version, row["sha256"])
    return None


def _stays(frozen: dict[str, Any]) -> tuple[object, ...]:
    numbers = [decision["number"] for decision in frozen.get("decisions", [])]
    return frozen.get("number"), frozen.get("body"), frozen.get("answer_by"), numbers


def _wrong(number: int, version: int, why: str) -> str:
    return _("Übergabe {number}, Fassung {version}: {why}").format(number=number, version=version, why=why)


async def _journal_knows_versions() -> Found:
    before = await _told("corrected", "version", "sha256")
    found = Counter((row["number"], row["version"], row["sha256"]) for row in await VERSIONS.rows())
    return _compared(before, found, await _told("corrected", "version", "sha256"))


async def _journal_knows_what_is_done() -> Found:
    if (row := await UNANSWERED.row()) is not None:
        return _("Übergabe {number}: Etwas ist erledigt, worauf es keine Rückmeldung gibt.").format(
            number=row["number"]
        )
    before = await _done_told()
    found = Counter(
        (row["handover"], row["decision"], of_done(row["done_on"], row["words"])) for row in await DONE.rows()
    )
    return _compared(before, found, await _done_told())


async def _done_told() -> Counter[tuple[Any, ...]]:
    """Where the demo has moved a hand-over into the past, what it wrote down then, and what came later."""
    moved = {act.subject: act for act in await acts("move_back", "handover") if "done" in act.facts}
    told = Counter((number, *one) for number, act in moved.items() for one in act.facts["done"])
    for act in await acts("done", "handover"):
        if act.subject not in moved or act.entry > moved[act.subject].entry:
            told[act.subject, act.facts.get("decision"), act.facts.get("sha256")] += 1
    return told


async def _journal_knows_reminders() -> Found:
    before = await _told("reminded")
    found = Counter({(row["number"],): row["times"] for row in await REMINDERS.rows()})
    return _compared(before, found, await _told("reminded"))


async def _told(verb: str, *facts: str) -> Counter[tuple[Any, ...]]:
    return Counter((act.subject, *(act.facts.get(fact) for fact in facts)) for act in await acts(verb, "handover"))


def _compared(
    before: Counter[tuple[Any, ...]], found: Counter[tuple[Any, ...]], after: Counter[tuple[Any, ...]]
) -> Found:
    """`before` and `after`: the journal, read around the rows, because others write while we read."""
    if missing := before - found:
        return _("Übergabe {number}: Das Journal kennt mehr als der Datenbestand.").format(number=min(missing)[0])
    if unknown := found - after:
        return _("Übergabe {number}: Etwas steht nicht im Journal.").format(number=min(unknown)[0])
    return None


LATER_CHECKS = (
    Check(N_("Fassungen von Übergaben"), _versions_follow_each_other),
    Check(N_("Fassungen und Journal"), _journal_knows_versions),
    Check(N_("Erledigtes und Journal"), _journal_knows_what_is_done),
    Check(N_("Erinnerungen und Journal"), _journal_knows_reminders),
)
