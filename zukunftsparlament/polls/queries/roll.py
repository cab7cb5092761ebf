"""Who may vote, who has, how many have."""

import json
from dataclasses import dataclass

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import queries as people
from zukunftsparlament.polls.queries.rows import Poll
from zukunftsparlament.polls.rules import Electorate, turnout_step

PLACE = Sql(
    "SELECT (SELECT count(*) FROM on_roll WHERE poll = $1 AND member = $2) AS on_roll, "
    "(SELECT count(*) FROM turnout WHERE poll = $1 AND member = $2) AS voted, "
    "(SELECT choice FROM open_vote WHERE poll = $1 AND member = $2) AS choice, "
    "(SELECT count(*) FROM paper_voter WHERE poll = $1 AND member = $2) AS on_paper"
)
NAMES_BY_SEAT = Sql(
    "SELECT r.seat, m.name FROM on_roll r JOIN member m ON m.id = r.member WHERE r.poll = $1 AND r.seat IS NOT NULL"
)
IN_THE_BOX = Sql("SELECT count(*) FROM sealed_ballot WHERE poll = $1")
# Nobody knows whose slips of paper came back: of these only the number counts.
FROM_PAPER = "coalesce((SELECT paper_returned - paper_invalid FROM poll WHERE id = $1), 0)"
SECRETLY = f"(SELECT count(*) FROM turnout WHERE poll = $1) + {FROM_PAPER}"  # noqa: S608
OPENLY = "(SELECT count(*) FROM open_vote WHERE poll = $1)"
VOTED_SECRETLY = Sql(f"SELECT {SECRETLY}")
VOTED_OPENLY = Sql(f"SELECT {OPENLY}")
RUNNING_TURNOUT = Sql(
    "SELECT p.number, p.electorate_size, s.number AS sitting, "
    "(SELECT count(*) FROM turnout t WHERE t.poll = p.id) + (SELECT count(*) FROM open_vote o WHERE o.poll = p.id) "
    "AS cast FROM poll p LEFT JOIN agenda_item i ON i.id = p.item LEFT JOIN sitting s ON s.id = i.sitting "
    "WHERE p.opened_at IS NOT NULL AND p.closed_at IS NULL AND p.voided_at IS NULL"
)

BOX_FITS = Sql(
    f"SELECT (SELECT count(*) FROM turnout WHERE poll = $1) + {FROM_PAPER} = "  # noqa: S608
    "(SELECT count(*) FROM sealed_ballot WHERE poll = $1)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands in one poll. `choice`: what they chose in an open one. `on_paper`: was given a slip."""

    on_roll: bool = False
    has_voted: bool = False
    choice: tuple[str, ...] = ()
    on_paper: bool = False


async def place_of(member: int | None, poll: Poll) -> Place:
    if member is None:
        return Place()
    row = await PLACE.row(poll.id, member)
    if row is None:
        return Place()
    chosen = tuple(json.loads(row["choice"])) if row["choice"] else ()
    return Place(bool(row["on_roll"]), bool(row["voted"] or chosen), chosen, bool(row["on_paper"]))


async def electorate(of: Electorate) -> list[int]:
    """Who would be on the roll if the poll were opened now. In the order of their row ids, which says nothing."""
    return sorted(await (people.seated_members() if of is Electorate.SEATS else people.card_holders()))


async def voted(poll: Poll) -> int:
    """How many have voted. Not to be shown while votes are taken: see `shown_turnout`."""
    return int(await (VOTED_SECRETLY if poll.is_secret else VOTED_OPENLY).value(poll.id))


async def ballots_in(poll: Poll) -> int:
    return int(await (IN_THE_BOX if poll.is_secret else VOTED_OPENLY).value(poll.id))


async def box_fits(poll: Poll) -> bool:
    """Whether as many ballots lie in the box as have voted. There is no box in an open poll."""
    return not poll.is_secret or bool(await BOX_FITS.value(poll.id))


async def shown_turnout(poll: Poll) -> int:
    """In steps, as long as the poll is not counted."""
    return poll.turnout if poll.turnout is not None else step_of(poll, await voted(poll))


def step_of(poll: Poll, cast: int) -> int:
    return poll.turnout if poll.turnout is not None else turnout_step(cast, of=poll.electorate_size or 0)


async def running_steps() -> dict[str, int]:
    """The shown turnout of every running poll, by the rooms that it concerns."""
    steps: dict[str, int] = {}
    for row in await RUNNING_TURNOUT.rows():
        step = turnout_step(row["cast"], of=row["electorate_size"])
        steps[f"poll-{row['number']}"] = step
        if row["sitting"] is not None:  # one question at a time
            steps[f"sitting-{row['sitting']}"] = step
    return steps


async def names_by_seat(poll: Poll) -> dict[int, str]:
    """Of a vote by name. Who has left has no name any more; the seat stays."""
    return {row["seat"]: row["name"] or "" for row in await NAMES_BY_SEAT.rows(poll.id)}
