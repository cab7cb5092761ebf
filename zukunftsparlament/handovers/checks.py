"""Whether every hand-over is what was handed over."""

from typing import Any

from zukunftsparlament.handovers.freezing import fingerprint
from zukunftsparlament.handovers.journal_checks import JOURNAL_CHECKS
from zukunftsparlament.handovers.later_checks import LATER_CHECKS
from zukunftsparlament.kernel.checks import Check, Found, numbers_fit, read_json
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _

HANDED = Sql("SELECT id, number, answer_by, frozen, sha256 FROM handover ORDER BY number")
DECISIONS = Sql("SELECT number, choice FROM handed_decision WHERE handover = $1 ORDER BY number")
ANSWER = Sql(
    "SELECT a.id FROM answer a WHERE a.answer NOT IN ('yes', 'differently', 'later', 'no') OR a.reason = '' "
    "ORDER BY a.id LIMIT 1"
)


async def _handovers_are_unchanged() -> Found:
    for row in await HANDED.rows():
        number = row["number"]
        if fingerprint(row["frozen"]) != row["sha256"]:
            return _("Übergabe {number}: Inhalt und Prüfsumme passen nicht zusammen.").format(number=number)
        frozen = read_json(row["frozen"]) or {}
        if frozen.get("number") != number or frozen.get("answer_by") != row["answer_by"].isoformat():
            return _("Übergabe {number}: Nummer oder Frist sind andere als im Inhalt.").format(number=number)
        rows = await DECISIONS.rows(row["id"])
        if [found["number"] for found in rows] != [decision["number"] for decision in frozen["decisions"]]:
            return _("Übergabe {number}: Es fehlen Entscheidungen, oder es sind zu viele.").format(number=number)
        if any(found["choice"] not in _choices(said) for found, said in zip(rows, frozen["decisions"], strict=True)):
            return _("Übergabe {number}: Eine Entscheidung ist über etwas anderes.").format(number=number)
    return None


def _choices(decision: dict[str, Any]) -> tuple[str, ...]:
    """What it may be about. Of the oldest it was not written down, but a share of money always is."""
    winner = decision["winner"] or ""
    return (winner,) if "share" in decision else (winner, "")


async def _answers_have_reasons() -> Found:
    if (row := await ANSWER.row()) is not None:
        return _("Rückmeldung in Zeile {id}: unbekannte Antwort oder keine Begründung.").format(id=row["id"])
    return None


CHECKS = (
    Check(N_("Übergaben"), _handovers_are_unchanged),
    Check(N_("Rückmeldungen"), _answers_have_reasons),
    *JOURNAL_CHECKS,
    *LATER_CHECKS,
    numbers_fit("handover", "handover"),
)
