"""Finding elections of persons, with what their ballots have come to."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.polls.deputies import drawn_in
from zukunftsparlament.polls.queries.counted import COUNTED, CountedPoll, counted_in
from zukunftsparlament.polls.queries.election_shapes import Candidate, Election
from zukunftsparlament.polls.queries.polls import FULL
from zukunftsparlament.polls.queries.rows import poll_in
from zukunftsparlament.polls.queries.ties import tie_of
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import YES, Choice, TieState
from zukunftsparlament.polls.rules.elections import Office, Shape, sides_of
from zukunftsparlament.polls.rules.standing import Ran, standing
from zukunftsparlament.polls.settling import places_open
from zukunftsparlament.procedure.queries import version

__all__ = ["Candidate", "Election", "election", "elections_of"]

ELECTION = (
    "SELECT e.id, e.item, e.mark, e.title, e.office, e.shape, e.places, e.deputies, e.age, i.mark AS item_mark, "
    "i.ended_at AS item_ended_at, s.number AS sitting, s.rule_set FROM election e "
    "JOIN agenda_item i ON i.id = e.item JOIN sitting s ON s.id = i.sitting"
)
OF_ITEM = Sql(f"{ELECTION} WHERE e.item = $1 ORDER BY e.mark")
ONE = Sql(f"{ELECTION} WHERE e.item = $1 AND e.mark = $2")
CANDIDATES = Sql(
    "SELECT c.id, c.member, c.seat, c.label, c.side, c.agreed_at, c.withdrew_at, c.accepted_at, c.declined_at, "
    "c.answered_by, c.named_by, m.name "
    "FROM candidacy c LEFT JOIN member m ON m.id = c.member WHERE c.election = $1 ORDER BY c.id"
)
POLLS = Sql(f"{FULL} WHERE p.election = $1 AND p.voided_at IS NULL ORDER BY p.number")
PUBLISHED = Sql(f"{COUNTED} AND p.published_at IS NOT NULL AND p.election = $1 ORDER BY p.number")
ABOUT = Sql("SELECT id, election_side AS side, candidate FROM poll WHERE election = $1")


async def elections_of(item: int) -> list[Election]:
    """`item`: a row id."""
    return [await _whole(row) for row in await OF_ITEM.rows(item)]


async def election(item: int, mark: int) -> Election:
    row = await ONE.row(item, mark) if 0 < mark < 2**31 else None
    if row is None:
        raise Missing
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
        for side in sides_of(shape)
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
        poll_sides={row_id: one["side"] for row_id, one in about.items()},
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
    labels = partial(_labels, found.poll.options, yes_to)
    final = (tie.final if tie else None) or found.result
    waiting = tie.open if tie else found.result
    is_tied = final.outcome is Outcome.TIED
    won = labels(final.winners)
    return Ran(
        poll=found.poll.number,
        side=place["side"],
        votes=_votes(found, yes_to),
        won=won,
        tied=labels(waiting.tied) if is_tied else (),
        undecided=is_tied and not yes_to and tie is not None and tie.stands.state is TieState.WAITS,
        free=places_open(waiting) if is_tied else 0,
        added=max(0, len(won) - found.poll.terms.places),
        yes_to=yes_to,
        drawn=tuple(labels(group) for group in drawn_in(found)),
        fell_short=final.outcome is Outcome.NO_MAJORITY,
    )


def _votes(found: CountedPoll, yes_to: str) -> dict[str, Any]:
    """How many each has got. `yes_to`: whom the ballot was about alone, with a yes or no; else ""."""
    counts = found.result.counts
    if yes_to:
        return {yes_to: counts.of(YES)}
    return {_labels(found.poll.options, "", (choice,))[0]: number for choice, number in counts.sides}


def _labels(options: Sequence[str], yes_to: str, choices: Choice) -> tuple[str, ...]:
    if yes_to:
        return (yes_to,) if YES in choices else ()
    return tuple(options[int(choice) - 1] for choice in choices)
