"""What is in a fund, and where it went."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.polls.queries.counted import TIED, counted
from zukunftsparlament.polls.queries.ties import tie_of
from zukunftsparlament.polls.texts import choice_label

# What an open question could still cost. Once it is published the entry stands there, or nothing is due; a tie keeps
# its money until it is settled.
PROMISED = (
    "(SELECT coalesce(sum(p.cents), 0) FROM poll p WHERE p.fund = f.id AND p.voided_at IS NULL AND p.binding = $1 "
    "AND p.opened_at IS NOT NULL AND p.published_at IS NULL AND p.after_tie IS NULL)"
)
TIED_ABOUT_MONEY = Sql(
    "SELECT p.number, p.cents, p.fund FROM poll p WHERE p.fund IS NOT NULL AND p.voided_at IS NULL AND p.binding = $1 "
    "AND p.published_at IS NOT NULL AND p.after_tie IS NULL AND p.result LIKE $2 "
    "AND NOT EXISTS (SELECT 1 FROM fund_entry e WHERE e.poll = p.id)"
)
FUND = (
    "SELECT f.id, f.number, f.source, f.year, "  # noqa: S608
    "(SELECT coalesce(sum(e.cents), 0) FROM fund_entry e WHERE e.fund = f.id) AS balance, "
    f"{PROMISED} AS promised FROM fund f"
)
ALL = Sql(f"{FUND} ORDER BY f.year DESC, f.source")
BY_ID = Sql(f"{FUND} WHERE f.id = $2")
BY_NUMBER = Sql(f"{FUND} WHERE f.number = $2")
# What was decided behind closed doors stays there in its words, also when the money comes back; the cents do not.
IN_PUBLIC = "CASE WHEN q.item IS NULL OR i.public THEN"
ENTRIES = (
    "SELECT e.fund, e.place, e.at, e.actor, e.cents, e.choice, p.number AS poll, "  # noqa: S608
    f"{IN_PUBLIC} p.question END AS question, {IN_PUBLIC} p.options END AS options, "
    f"{IN_PUBLIC} e.reason ELSE '' END AS reason, "
    "r.place AS reverses, (SELECT n.place FROM fund_entry n WHERE n.reverses = e.id) AS reversed_by "
    "FROM fund_entry e LEFT JOIN poll p ON p.id = e.poll LEFT JOIN fund_entry r ON r.id = e.reverses "
    "LEFT JOIN poll q ON q.id = coalesce(e.poll, r.poll) LEFT JOIN agenda_item i ON i.id = q.item "
)
OF_FUND = Sql(f"{ENTRIES} WHERE e.fund = $1 ORDER BY e.place")
OF_ALL = Sql(f"{ENTRIES} ORDER BY e.fund, e.place")


@dataclass(frozen=True, slots=True)
class Fund:
    """Cents. `promised`: what votes that are not decided yet could cost."""

    id: int
    number: int
    source: str
    year: int
    balance: int
    promised: int

    @property
    def free(self) -> int:
        return self.balance - self.promised

    @property
    def name(self) -> str:
        return f"{self.source} {self.year}"


@dataclass(frozen=True, slots=True)
class Entry:
    """`reverses`, `reversed_by`: places of entries that undo each other. `poll`: the number of what decided it."""

    place: int
    at: datetime
    actor: str
    cents: int
    choice: str
    reason: str
    poll: int | None
    question: str
    options: str
    reverses: int | None
    reversed_by: int | None

    @property
    def amount(self) -> int:
        """Without its sign."""
        return abs(self.cents)

    @property
    def label(self) -> str:
        """What of several was paid; "" for a yes, and for what is not public."""
        options = json.loads(self.options)
        return choice_label(self.choice, options) if options and self.choice.isdecimal() else ""

    @property
    def can_be_returned(self) -> bool:
        return self.cents < 0 and self.reversed_by is None


async def funds() -> list[Fund]:
    """The newest year first."""
    waiting = await _promised_to_ties()
    return [_fund(row, waiting) for row in await ALL.rows(True)]


async def fund_by_id(row_id: int) -> Fund:
    return await _one(BY_ID, row_id)


async def fund(number: int) -> Fund:
    return await _one(BY_NUMBER, number)


async def _one(found: Sql, key: int) -> Fund:
    row = await found.row(True, key) if 0 < key < 2**31 else None
    if row is None:
        raise Missing
    return _fund(row, await _promised_to_ties())


def _fund(row: Row, waiting: Mapping[int, int]) -> Fund:
    plain = {name: row[name] for name in ("id", "number", "source", "year")}
    promised = int(row["promised"]) + waiting.get(row["id"], 0)
    return Fund(**plain, balance=int(row["balance"]), promised=promised)


async def _promised_to_ties() -> Mapping[int, int]:
    """By row id of the fund. Of those that nobody has settled yet: there are few."""
    waiting: Counter[int] = Counter()
    for row in await TIED_ABOUT_MONEY.rows(True, TIED):
        tie = await tie_of(await counted(row["number"]))
        if tie and tie.final is None:
            waiting[row["fund"]] += row["cents"] or 0
    return waiting


async def entries(found: Fund) -> list[Entry]:
    return [_entry(row) for row in await OF_FUND.rows(found.id)]


async def all_entries() -> dict[int, list[Entry]]:
    """By row id of the fund."""
    found: dict[int, list[Entry]] = {}
    for row in await OF_ALL.rows():
        found.setdefault(row["fund"], []).append(_entry(row))
    return found


async def returnable(found: Fund, place: int) -> Entry:
    """Raises Missing for what never went out, or has come back."""
    for entry in await entries(found):
        if entry.place == place and entry.can_be_returned:
            return entry
    raise Missing


def _entry(row: Row) -> Entry:
    known = {name: value for name, value in row.items() if name != "fund"}
    return Entry(**known | {"question": row["question"] or "", "options": row["options"] or "[]"})
