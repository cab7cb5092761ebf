"""Elections of persons: who stands, which ballots were held, who is in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.polls.queries.counted import COUNTED, counted_in
from zukunftsparlament.polls.queries.polls import FULL
from zukunftsparlament.polls.queries.rows import Poll, poll_in
from zukunftsparlament.polls.queries.ties import tie_of
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import YES, Choice, PollState
from zukunftsparlament.polls.rules.elections import Office, Shape, Side
from zukunftsparlament.polls.rules.standing import Ran, Standing, standing
from zukunftsparlament.polls.settling import places_open
from zukunftsparlament.procedure.queries import version

ELECTION = (
    "SELECT e.id, e.item, e.mark, e.title, e.office, e.shape, e.places, e.deputies, e.age, i.mark AS item_mark, "
    "i.ended_at AS item_ended_at, s.number AS sitting, s.rule_set FROM election e "
    "JOIN agenda_item i ON i.id = e.item JOIN sitting s ON s.id = i.sitting"
)
OF_ITEM = Sql(f"{ELECTION} WHERE e.item = $1 ORDER BY e.mark")
ONE = Sql(f"{ELECTION} WHERE e.item = $1 AND e.mark = $2")
BY_ID = Sql(f"{ELECTION} WHERE e.id = $1")
CANDIDATES = Sql(
    "SELECT c.id, c.member, c.seat, c.label, c.side, c.agreed_at, c.withdrew_at, c.accepted_at, c.declined_at, "
    "c.answered_by, m.name FROM candidacy c LEFT JOIN member m ON m.id = c.member WHERE c.election = $1 ORDER BY c.id"
)
POLLS = Sql(f"{FULL} WHERE p.election = $1 AND p.voided_at IS NULL ORDER BY p.number")
PUBLISHED = Sql(f"{COUNTED} AND p.published_at IS NOT NULL AND p.election = $1 ORDER BY p.number")
ABOUT = Sql("SELECT id, election_side AS side, candidate FROM poll WHERE election = $1")


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """`name`: pseudonym, for the signed-in only; "" for somebody who has left us, and who stands no more."""

    id: int
    member: int | None
    seat: int | None
    label: str
    side: str
    agreed_at: datetime | None
    withdrew_at: datetime | None
    accepted_at: datetime | None
    declined_at: datetime | None
    answered_by: str
    name: str

    @property
    def stands(self) -> bool:
        return self.agreed_at is not None and not self.is_out

    @property
    def is_out(self) -> bool:
        return self.withdrew_at is not None or self.declined_at is not None or self.member is None

    @property
    def is_asked(self) -> bool:
        """Somebody else has named them, and they have said nothing yet."""
        return self.agreed_at is None and not self.is_out


@dataclass(frozen=True, kw_only=True, slots=True)
class Election:
    """`sitting`: its number; `item_mark`, `mark`: in addresses. `standing`: by side, of a pair two of them."""

    id: int
    item: int
    sitting: int
    item_mark: int
    mark: int
    title: str
    office: Office
    shape: Shape
    places: int
    deputies: int
    age: int | None
    is_over: bool
    from_list: bool
    candidates: tuple[Candidate, ...]
    polls: tuple[Poll, ...]
    sides: tuple[Standing, ...]

    @property
    def address(self) -> str:
        return f"/vorsitz/{self.sitting}/punkte/{self.item_mark}/wahl/{self.mark}"

    @property
    def is_pair(self) -> bool:
        return self.shape is Shape.PAIR

    @property
    def takes_candidates(self) -> bool:
        """As long as there will be a ballot to which the list is still open."""
        open_still = any(side.free and not (side.tied or side.best or side.equal) for side in self.sides)
        return open_still and not self.is_over and not self.is_busy

    @property
    def prepared(self) -> list[Poll]:
        return [poll for poll in self.polls if poll.state is PollState.PREPARED]

    @property
    def is_busy(self) -> bool:
        return any(poll.times.opened_at and not poll.times.published_at for poll in self.polls)

    @property
    def is_tied(self) -> bool:
        return any(side.tied for side in self.sides)

    @property
    def elected(self) -> list[str]:
        return [label for side in self.sides for label in side.elected]

    @property
    def is_complete(self) -> bool:
        return all(side.free == 0 for side in self.sides)

    def on(self, side: str) -> list[Candidate]:
        return [one for one in self.candidates if one.side == side]

    def at(self, place: int) -> Candidate:
        """From 1."""
        if not 0 < place <= len(self.candidates):
            raise Missing
        return self.candidates[place - 1]

    def named(self, label: str) -> Candidate:
        return next(one for one in self.candidates if one.label == label)

    def of(self, member: int | None) -> Candidate | None:
        return next((one for one in self.candidates if member is not None and one.member == member), None)


async def elections_of(item: int) -> list[Election]:
    """`item`: a row id."""
    return [await _whole(row) for row in await OF_ITEM.rows(item)]


async def election(item: int, mark: int) -> Election:
    row = await ONE.row(item, mark) if 0 < mark < 2**31 else None
    if row is None:
        raise Missing
    return await _whole(row)


async def election_by_id(row_id: int) -> Election:
    row = await BY_ID.row(row_id)
    assert row is not None
    return await _whole(row)


async def _whole(row: Row) -> Election:
    candidates = tuple(Candidate(**one | {"name": one["name"] or ""}) for one in await CANDIDATES.rows(row["id"]))
    polls = tuple(poll_in(one) for one in await POLLS.rows(row["id"]))
    about = {one["id"]: one for one in await ABOUT.rows(row["id"])}
    ran = [one for counted in await PUBLISHED.rows(row["id"]) if (one := await _ran(counted, about, candidates))]
    shape = Shape(row["shape"])
    rules = (await version(row["rule_set"])).rules
    from_list = rules.external_list
    sides = [
        standing(
            side,
            [one for one in ran if one.side == side],
            out={one.label for one in candidates if one.is_out},
            places=row["places"],
            deputies=len(candidates) if from_list else row["deputies"],
        )
        for side in ((Side.YOUNGER.value, Side.OLDER.value) if shape is Shape.PAIR else ("",))
    ]
    return Election(
        **{name: row[name] for name in ("id", "item", "sitting", "item_mark", "mark", "title", "places", "deputies")},
        age=row["age"],
        office=Office(row["office"]),
        shape=shape,
        is_over=row["item_ended_at"] is not None,
        from_list=from_list,
        candidates=candidates,
        polls=polls,
        sides=tuple(sides),
    )


async def _ran(row: Row, about: dict[int, Row], candidates: Sequence[Candidate]) -> Ran | None:
    """A ballot that has come to something. A run-off stands with the vote whose tie it settles, and adds no result."""
    found = counted_in(row)
    if found.poll.times.voided_at or found.poll.after_tie is not None:
        return None
    tie = await tie_of(found)
    found = replace(found, tie=tie)
    place = about[found.poll.id]
    yes_to = next((one.label for one in candidates if one.id == place["candidate"]), "")
    final = (tie.final if tie else None) or found.result
    waiting = tie.open if tie else found.result
    is_tied = final.outcome is Outcome.TIED

    def labels(choices: Choice) -> tuple[str, ...]:
        if yes_to:
            return (yes_to,) if YES in choices else ()
        return tuple(found.poll.options[int(choice) - 1] for choice in choices)

    votes: dict[str, Any] = (
        {yes_to: found.result.counts.of(YES)}
        if yes_to
        else {labels((choice,))[0]: number for choice, number in found.result.counts.sides}
    )
    return Ran(
        poll=found.poll.number,
        side=place["side"],
        votes=votes,
        won=labels(final.winners),
        tied=labels(waiting.tied) if is_tied else (),
        free=places_open(waiting) if is_tied else 0,
        yes_to=yes_to,
        fell_short=final.outcome is Outcome.NO_MAJORITY,
    )
