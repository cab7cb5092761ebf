"""Opening the box. One transaction from sealed ballots to a result; only after it the key is destroyed.

Killed before the commit, nothing has happened and it can be counted again. Killed after it, `tidy` finishes the rest.
"""

import asyncio
import json
from collections.abc import Iterable, Sequence

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import after_commit, writing
from zukunftsparlament.kernel.keys import key_for
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.queries import seat_count
from zukunftsparlament.polls import box, keys, published, queries, results, rules
from zukunftsparlament.polls.actions.closing import close_by_the_clock
from zukunftsparlament.polls.actions.leading import poll_to_lead, told
from zukunftsparlament.polls.actions.tidying import PAPER, tidy_after
from zukunftsparlament.polls.published import Counted, Wording
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.rules import Ballot, PollState, WhyNot
from zukunftsparlament.polls.yardstick import yardstick
from zukunftsparlament.procedure import queries as procedure
from zukunftsparlament.sittings.queries import Sitting

SEALED = Sql("SELECT box FROM sealed_ballot WHERE poll = $1")
OPEN_VOTES = Sql(
    "SELECT o.choice, r.seat FROM open_vote o JOIN on_roll r ON r.poll = o.poll AND r.member = o.member "
    "WHERE o.poll = $1"
)
OPENED = Sql("INSERT INTO ballot (poll, receipt, choice) VALUES ($1, $2, $3)")
EMPTIED = ("sealed_ballot", "turnout", "open_vote", "poll_key_card", *PAPER)
EMPTY = tuple(Sql(f"DELETE FROM {table} WHERE poll = $1") for table in EMPTIED)  # noqa: S608
COUNT = Sql(
    "UPDATE poll SET counted_at = $2, closed_at = coalesce(closed_at, $3), turnout = $4, result = $5, published = $6, "
    "signature = $7 WHERE id = $1 AND counted_at IS NULL"
)
ALREADY = frozenset({PollState.COUNTED, PollState.PUBLISHED})
SIGNING_PURPOSE = "published lists"


async def count_poll(number: int, *, actor: str, private: bytes | None = None) -> None:
    """Somebody else has counted: nothing happens. Raises Refused where the box does not fit; then it stays shut.

    `private`: of a two-key ballot box, put together from two cards; of all others the key lies in its folder.
    """
    await close_by_the_clock(number)
    async with writing():
        poll, sitting = await poll_to_lead(number, actor, also_office=private is not None)
        if poll.state in ALREADY:
            return
        why_not = rules.why_not_count(
            state=poll.state,
            ballots=await queries.ballots_in(poll),
            turnout=await queries.voted(poll),
            paper_waits=poll.paper_waits,
        )
        if why_not:
            raise Refused(why_not)
        await write_count(poll, await _ballots(poll, private), sitting=sitting, actor=actor)


async def write_count(poll: Poll, found: Sequence[Ballot], *, sitting: Sitting | None, actor: str) -> None:
    """Ballots of a box, or as many as hands were up. Inside `writing()`, the poll locked."""
    ballots = published.in_order(found)
    listed, result = published.published_list(await _counted(poll, ballots))
    text = published.canonical(listed)
    if poll.is_secret:
        for ballot in ballots:  # in the order of the receipts: the order of the rows tells nothing else
            await OPENED.rows(poll.id, ballot.receipt, json.dumps(list(ballot.choice)))
    for statement in EMPTY:
        await statement.rows(poll.id)
    outcome = json.dumps(results.as_json(result), sort_keys=True)
    at, signature = now(), published.sign(text, signing_seed())
    await COUNT.rows(poll.id, at, at, len(ballots), outcome, text.decode(), signature)
    await asyncio.to_thread(keys.ask_to_compact, poll.number)
    after_commit(lambda: tidy_after(poll.number))
    facts = {"sha256": published.sha256(text)}
    await told(poll, sitting, "", verb="count_poll", actor=actor, facts=facts)


def signing_seed() -> bytes:
    """Of the Ed25519 key under every published list of this installation."""
    return key_for(SIGNING_PURPOSE)


async def _ballots(poll: Poll, private: bytes | None) -> list[Ballot]:
    if not poll.is_secret:
        rows = await OPEN_VOTES.rows(poll.id)
        return [Ballot(tuple(json.loads(row["choice"])), seat=row["seat"] if poll.is_by_name else None) for row in rows]
    if poll.two_key and private is None:
        raise Refused(WhyNot.NEEDS_TWO_KEYS)
    private = private or keys.private_key(poll.number)
    if private is None:
        raise Refused(WhyNot.BOX_DOES_NOT_OPEN)
    sealed = [bytes(row["box"]) for row in await SEALED.rows(poll.id)]
    try:
        ballots = await asyncio.to_thread(_unsealed, sealed, private)
    except box.BrokenBallot:
        raise Refused(WhyNot.BOX_DOES_NOT_OPEN) from None
    if any(_why_not(poll, ballot) for ballot in ballots):
        raise Refused(WhyNot.BOX_DOES_NOT_OPEN)
    return ballots


def _why_not(poll: Poll, ballot: Ballot) -> WhyNot | None:
    return rules.why_not_choice(poll.kind, len(poll.options), chosen=ballot.choice, terms=poll.terms)


def _unsealed(sealed: Iterable[bytes], private: bytes) -> list[Ballot]:
    return [box.unseal(one, private) for one in sealed]


async def _counted(poll: Poll, ballots: list[Ballot]) -> Counted:
    version = await procedure.version(poll.rule_set)
    seats = await seat_count() if poll.seats is None else poll.seats  # None: opened by an older version of this program
    rule = yardstick(
        version.rules,
        kind=poll.kind,
        options=len(poll.options),
        binding=poll.binding,
        seats=seats,
        second_call=poll.second_call,
        terms=poll.terms,
        schools=poll.schools,
    )
    wording = Wording(question=poll.question, yes_means=poll.yes_means, no_means=poll.no_means, options=poll.options)
    lot = keys.lot(poll.number)
    if poll.lot_commitment and lot is None:
        raise Refused(WhyNot.BOX_DOES_NOT_OPEN)
    return Counted(
        poll=poll.number,
        wordings={"de": wording},
        rule=rule,
        electorate_size=poll.electorate_size or 0,
        present=poll.present,
        ballots=ballots,
        lot=lot if poll.lot_commitment else None,
    )
