"""What waits on the desk of the office, in one statement."""

from dataclasses import dataclass
from datetime import date, datetime

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.last_days import SOON
from zukunftsparlament.proposals.queries.held import HELD
from zukunftsparlament.proposals.queries.reports import OPEN_ONES, URGENT_REASONS

# Of concerns those are told who read them, and nobody else.
COUNTS = Sql(
    f"SELECT (SELECT count(*) {OPEN_ONES}) AS reports, "  # noqa: S608
    f"(SELECT count(*) FROM report WHERE settled_at IS NULL AND reason IN ({URGENT_REASONS})) AS urgent, "
    "(SELECT count(*) FROM removal WHERE objected_at IS NOT NULL AND decided_at IS NULL) AS objections, "
    "(SELECT count(*) FROM name_wish WHERE decided_at IS NULL) AS names, "
    "(SELECT count(*) FROM concern WHERE EXISTS (SELECT 1 FROM concern_keeper WHERE staff = $4)) AS concerns, "
    "(SELECT count(*) FROM seat WHERE last_day <= $5) AS seats, "
    f"(SELECT count(*) FROM ({HELD}) held) AS held, first.submitted_at AS oldest, soon.last_day AS seat_ends_on "
    "FROM (SELECT 1 AS one) desk LEFT JOIN "
    f"(SELECT submitted_at FROM ({HELD}) waiting ORDER BY submitted_at LIMIT 1) first ON desk.one = 1 LEFT JOIN "
    "(SELECT last_day FROM seat WHERE last_day <= $5 ORDER BY last_day LIMIT 1) soon ON desk.one = 1"
)


@dataclass(frozen=True, slots=True)
class Desk:
    """`urgent`: reports about danger and threats. `concerns`: 0 for all but the two who read them. `held`: posts that
    wait to be read, the `oldest` since then. `seats`: that are free soon or by now, the first on the day after
    `seat_ends_on`."""

    reports: int
    urgent: int
    objections: int
    names: int
    concerns: int
    held: int
    oldest: datetime | None
    seats: int
    seat_ends_on: date | None

    @property
    def is_clear(self) -> bool:
        return not (self.held or self.reports or self.objections or self.names or self.concerns)


async def waiting_for(staff: int | None) -> Desk:
    (row,) = await COUNTS.rows("", "", "", staff or 0, today() + SOON)
    return Desk(**row)
