"""Reading one hand-over, in one of its versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from zukunftsparlament.handovers import rules
from zukunftsparlament.handovers.freezing import DoneFact, Frozen, Given, whole
from zukunftsparlament.handovers.queries.handed import local_day
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql

HANDOVER = Sql(
    "SELECT h.id, h.number, b.short AS body, h.made_at, h.made_by, h.answer_by, h.frozen, h.sha256 "
    "FROM handover h JOIN body b ON b.id = h.body WHERE h.number = $1"
)
CORRECTIONS = Sql(
    "SELECT version, frozen, sha256, made_at, made_by FROM handover_correction WHERE handover = $1 ORDER BY version"
)
ANSWERS = Sql(
    "SELECT d.number, a.answer, a.reason, a.next_date, a.given_at, x.done_on, x.words FROM answer a "
    "JOIN handed_decision d ON d.id = a.decision "
    "LEFT JOIN decision_done x ON x.id = (SELECT max(y.id) FROM decision_done y WHERE y.decision = d.id) "
    "WHERE d.handover = $1 ORDER BY a.id"
)
VOIDED = Sql(
    "SELECT d.number FROM handed_decision d JOIN poll p ON p.id = d.poll "
    "WHERE d.handover = $1 AND p.voided_at IS NOT NULL ORDER BY d.number"
)
POLLS_IN = Sql(
    "SELECT p.number, d.choice FROM handed_decision d JOIN handover h ON h.id = d.handover "
    "JOIN poll p ON p.id = d.poll WHERE h.number = $1 ORDER BY d.number"
)
DECISION = Sql(
    "SELECT d.id, d.proposal, b.short AS body, h.made_at FROM handed_decision d JOIN handover h ON h.id = d.handover "
    "JOIN body b ON b.id = h.body WHERE h.number = $1 AND d.number = $2"
)
IS_VOID = Sql(
    "SELECT count(*) FROM handed_decision d JOIN poll p ON p.id = d.poll WHERE d.id = $1 AND p.voided_at IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class Version:
    """`made_by`: the name of the account, without the `office:` of the journal."""

    number: int
    made_at: datetime
    made_by: str
    frozen: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Handover:
    """`frozen`: as the documents need it, with fingerprint and newest answers. `clocks` by number of the decision.

    `version` is the one that is read, `versions` are all, the oldest first. `histories`: all answers to a decision, the
    oldest first. `voided`: the numbers of the decisions whose poll was voided after it had been handed over.
    """

    number: int
    body: str
    made_at: datetime
    made_by: str
    answer_by: date
    frozen: Frozen
    version: int
    versions: Sequence[Version]
    clocks: Mapping[int, rules.Clock]
    histories: Mapping[int, Sequence[Given]]
    done: Mapping[int, DoneFact]
    voided: Sequence[int]

    @property
    def is_newest(self) -> bool:
        return self.version == len(self.versions)


@dataclass(frozen=True, slots=True)
class DecisionRef:
    """Row ids of a decision and of the proposal behind it, for those who write."""

    id: int
    proposal: int | None
    body: str
    made_at: datetime


async def handover(number: int, *, version: int | None = None) -> Handover:
    """The newest version, or that one. Raises Missing for a number that nobody has."""
    row = await HANDOVER.row(number)
    if row is None:
        raise Missing
    versions = [_version(row | {"version": 1}), *(_version(found) for found in await CORRECTIONS.rows(row["id"]))]
    wanted = len(versions) if version is None else version
    if not 0 < wanted <= len(versions):
        raise Missing
    answers = await ANSWERS.rows(row["id"])
    histories = _by_decision(answers)
    done = {found["number"]: DoneFact(found["done_on"], found["words"]) for found in answers if found["done_on"]}
    read = versions[wanted - 1]
    frozen = whole(read.frozen, read.sha256, {place: given[-1] for place, given in histories.items()}, done)
    return Handover(
        number=number,
        body=row["body"],
        made_at=read.made_at,
        made_by=read.made_by,
        answer_by=row["answer_by"],
        frozen=frozen,
        version=wanted,
        versions=versions,
        clocks=_clocks(row["answer_by"], [decision["number"] for decision in frozen["decisions"]], histories),
        histories=histories,
        done=done,
        voided=[voided["number"] for voided in await VOIDED.rows(row["id"])],
    )


async def decision(handover: int, number: int) -> DecisionRef:
    """Raises Missing."""
    row = await DECISION.row(handover, number)
    if row is None:
        raise Missing
    return DecisionRef(**row)


async def is_void(decision: int) -> bool:
    """Whether its poll (`decision` is a row id) was voided after it had been handed over."""
    return bool(await IS_VOID.value(decision))


async def polls_in(handover: int) -> list[tuple[int, str]]:
    """The number of the poll and the option of each of its decisions, in its order."""
    return [(row["number"], row["choice"]) for row in await POLLS_IN.rows(handover)]


def _version(row: Row) -> Version:
    made_by = row["made_by"].partition(":")[2]
    return Version(row["version"], row["made_at"], made_by, row["frozen"], row["sha256"])


def _by_decision(answers: Sequence[Row]) -> dict[int, list[Given]]:
    found: dict[int, list[Given]] = {}
    for row in answers:
        given = Given(row["answer"], row["reason"], row["next_date"], local_day(row["given_at"]))
        found.setdefault(row["number"], []).append(given)
    return found


def _clocks(
    answer_by: date, decisions: Sequence[int], histories: Mapping[int, Sequence[Given]]
) -> dict[int, rules.Clock]:
    first = {number: given[0].given_on for number, given in histories.items()}
    return {number: rules.clock(answer_by, answered=first.get(number), today=today()) for number in decisions}
