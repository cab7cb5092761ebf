"""What the bodies owe: answers that are due soon or too late, and the next word after a "later"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zukunftsparlament.handovers import rules
from zukunftsparlament.handovers.queries.handed import local_day
from zukunftsparlament.handovers.queries.outcomes import FROM_DECISIONS, ORDER, Outcome, outcome_in
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.sql import Sql

WAITING = Sql(
    f"{FROM_DECISIONS} WHERE p.voided_at IS NULL AND x.id IS NULL AND (a.id IS NULL "
    f"OR (a.answer = 'later' AND a.next_date < $1)) {ORDER}"
)
REMINDED_AT = Sql("SELECT h.number, r.at FROM handover_reminder r JOIN handover h ON h.id = r.handover ORDER BY r.id")


@dataclass(frozen=True, slots=True)
class Debt:
    """One decision that the body has to say something about."""

    outcome: Outcome
    why: rules.Owed


@dataclass(frozen=True, slots=True)
class Owing:
    """What a body owes of one hand-over. `reminded`: the days on which the office reminded it, the newest last."""

    handover: int
    body: str
    answer_by: date
    debts: Sequence[Debt]
    reminded: Sequence[date]

    @property
    def reminded_today(self) -> bool:
        return today() in self.reminded


async def waiting() -> list[Outcome]:
    """What waits for an answer, the longest overdue first; then each "later" whose day has passed."""
    return [outcome_in(row) for row in await WAITING.rows(today())]


async def owing() -> list[Owing]:
    """Two statements, however many there are."""
    reminded: dict[int, list[date]] = {}
    for row in await REMINDED_AT.rows():
        reminded.setdefault(row["number"], []).append(local_day(row["at"]))
    found: dict[int, list[Debt]] = {}
    for outcome in await waiting():
        if why := why_owed(outcome):
            found.setdefault(outcome.handover, []).append(Debt(outcome, why))
    return [
        Owing(number, debts[0].outcome.body, debts[0].outcome.answer_by, debts, reminded.get(number, []))
        for number, debts in found.items()
    ]


def why_owed(outcome: Outcome) -> rules.Owed | None:
    reply = outcome.reply
    return rules.owed(
        outcome.answer_by,
        answer=reply.answer if reply else None,
        next_date=reply.next_date if reply else None,
        is_void=outcome.is_void,
        is_done=outcome.done is not None,
        today=today(),
    )
