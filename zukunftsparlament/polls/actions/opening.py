"""Opening a poll freezes who may vote and how many seats there are, and locks the ballot box."""

import asyncio
from collections.abc import Mapping, Sequence

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.queries import seat_count
from zukunftsparlament.polls import box, keys, lots, minutes, queries, rules
from zukunftsparlament.polls.actions.key_cards import lock_with_cards
from zukunftsparlament.polls.actions.leading import poll_to_lead, told
from zukunftsparlament.polls.actions.opening_here import Gathered, gather, keep_on_paper, refuse, room_votes
from zukunftsparlament.polls.actions.telling import tell_opened
from zukunftsparlament.polls.actions.wishing import forget_wishes
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.rules import VOTES_ARE_TAKEN, WhyNot
from zukunftsparlament.polls.rules.in_sitting import is_rehearsed
from zukunftsparlament.procedure import queries as procedure
from zukunftsparlament.procedure.rules import Tie
from zukunftsparlament.proposals.queries import by_id
from zukunftsparlament.proposals.rules import GIVEN_UP

OPEN = Sql(
    "UPDATE poll SET opened_at = $2, electorate_size = $3, public_key = $4, lot_commitment = $5, "
    "seats = $6, present = $7, second_call = $8 "
    "WHERE id = $1 AND opened_at IS NULL"
)
AS_OPENED = Sql(f"SELECT {minutes.COLUMNS} FROM poll WHERE id = $1")  # noqa: S608
SEATS_ON_ROLL = Sql(
    "UPDATE on_roll SET seat = (SELECT s.number FROM seat s WHERE s.member = on_roll.member) WHERE poll = $1"
)
SEAT_ON_ROLL = Sql("UPDATE on_roll SET seat = $3 WHERE poll = $1 AND member = $2")
ROLL_BY_NAME = Sql("SELECT member, seat FROM on_roll WHERE poll = $1")
AT_ONCE = 100


def _add_to_roll(members: int) -> Sql:
    return Sql(f"INSERT INTO on_roll (poll, member) VALUES {', '.join(f'($1, ${n + 2})' for n in range(members))}")  # noqa: S608


ADD_HUNDRED, ADD_ONE = _add_to_roll(AT_ONCE), _add_to_roll(1)


async def open_poll(number: int, *, actor: str) -> None:
    """Votes are taken from the commit on. Somebody else was faster: nothing happens, and that is no error.

    The private key is on disk before the store knows the public one: a vote that nobody could count cannot be cast.
    In a sitting those vote who are in the room; a vote that could not be opened for want of a quorum is remembered.
    """
    async with writing():
        poll, sitting = await poll_to_lead(number, actor)
        if poll.state in VOTES_ARE_TAKEN:
            return
        room = await gather(poll, sitting)
        if room and room.why_not:
            await refuse(poll, room, actor=actor)
        else:
            await _open(poll, room, actor=actor)
    if room and room.why_not:
        raise Refused(room.why_not)


async def _open(poll: Poll, room: Gathered | None, *, actor: str) -> None:
    members = await queries.may_vote_in(poll) if room is None else sorted(room.roll)
    at, closes_at = now(), poll.times.closes_at
    passed = closes_at is not None and closes_at <= at
    why_not = rules.why_not_open(
        state=poll.state,
        roll_size=len(members),
        secrecy=poll.secrecy,
        end_has_passed=passed,
        rehearsed=is_rehearsed(poll.number),
    )
    if why_not := why_not or await _why_not_about(poll):
        raise Refused(why_not)
    await _freeze_roll(poll, members, room.roll if room else {})
    await keep_on_paper(poll)
    await room_votes(room)
    await forget_wishes(poll)
    private, public = await _new_key(poll)
    lot = lots.new_lot() if await _draws_lots(poll) else None
    await asyncio.to_thread(keys.keep, poll.number, private=private, lot=lot)
    commitment = lots.commitment(lot) if lot else None
    second_call = room is not None and room.meeting.is_second_call
    present = room.present if room else None
    await OPEN.rows(poll.id, at, len(members), public, commitment, await seat_count(), present, second_call)
    await tell_opened(poll)
    on_roll = {row["member"]: row["seat"] for row in await ROLL_BY_NAME.rows(poll.id)}
    facts = minutes.of_opening(await AS_OPENED.row(poll.id) or {}, on_roll) | {"electorate_size": len(members)}
    said = room.said | {"when": at} if room else {}
    step = "practice" if poll.practice and not is_rehearsed(poll.number) else "poll_opened"
    await told(poll, room.meeting.sitting if room else None, step, verb="open_poll", actor=actor, facts=facts, **said)


async def _new_key(poll: Poll) -> tuple[bytes | None, bytes | None]:
    """Private and public key of the box. No private one where key cards open it: nothing of it may lie here."""
    if poll.two_key:
        return None, await lock_with_cards(poll)
    return box.new_key() if poll.is_secret else (None, None)


async def _freeze_roll(poll: Poll, members: Sequence[int], seats: Mapping[int, int | None]) -> None:
    whole = len(members) - len(members) % AT_ONCE
    for first in range(0, whole, AT_ONCE):
        await ADD_HUNDRED.rows(poll.id, *members[first : first + AT_ONCE])
    for member in members[whole:]:
        await ADD_ONE.rows(poll.id, member)
    if poll.is_by_name and not seats:
        await SEATS_ON_ROLL.rows(poll.id)
    for member, seat in seats.items():
        await SEAT_ON_ROLL.rows(poll.id, member, seat)


async def _why_not_about(poll: Poll) -> WhyNot | None:
    """A proposal may have been withdrawn since the poll was prepared."""
    given_up = poll.proposal is not None and (await by_id(poll.proposal)).stage in GIVEN_UP
    return WhyNot.PROPOSAL_GIVEN_UP if given_up else None


async def _draws_lots(poll: Poll) -> bool:
    return poll.binding and (await procedure.version(poll.rule_set)).rules.tie is Tie.LOT
