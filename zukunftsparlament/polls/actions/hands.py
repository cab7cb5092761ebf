"""Hands are counted by two people, each on their own phone. Only what both say alike is a result."""

import json
from collections.abc import Iterable
from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.queries import chair_seats
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.actions.closing import CLOSE
from zukunftsparlament.polls.actions.counting import ALREADY, write_count
from zukunftsparlament.polls.actions.leading import poll_to_lead, told
from zukunftsparlament.polls.actions.publishing import publish_poll
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.queries.hands import Hands
from zukunftsparlament.polls.rules import VOTES_ARE_TAKEN, Ballot, Choice
from zukunftsparlament.polls.rules.in_sitting import WhyNotHere, ballots_of, hands_wanted, why_not_hands
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.actions import happened, must_lead
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import WhyNot

ADD = Sql("INSERT INTO hand_count (poll, round, actor, counts, at) VALUES ($1, $2, $3, $4, $5)")
NAME = Sql("INSERT INTO poll_teller (poll, actor) VALUES ($1, $2) ON CONFLICT (poll, actor) DO NOTHING")


async def name_teller(number: int, actor_named: str, *, actor: str) -> None:
    """`actor_named`: `seat:7` of somebody in the room, or somebody of the office. Chairs count anyway."""
    async with writing():
        poll, sitting = await poll_to_lead(number, actor)
        _must_count_hands(poll)
        if sitting is not None and actor_named.startswith("seat:"):
            meeting = await sittings.meeting(sitting)
            here = {one.seat for one in meeting.here if one.seat is not None}
            if actor_named not in {f"seat:{seat}" for seat in here - await chair_seats()}:
                raise Refused(WhyNotHere.NO_TELLER)
        await NAME.rows(poll.id, actor_named)
        announce(*poll.rooms)


async def count_hands(number: int, counts: dict[str, int], *, actor: str, round: int = 0) -> bool:
    """Whether there is a result now. `actor`: a chair, or a teller. `round`: which one the form was about, 0: any.

    The second of a round who says the same makes it one; who says something else makes both count again, and neither
    hears the numbers of the other. Raises Refused.
    """
    async with writing():
        poll, sitting = await _poll_with_hands(number)
        if poll.state in ALREADY:
            return True
        _must_count_hands(poll)
        hands = await queries.hands_of(poll)
        if round and round != hands.round:
            return False  # a second tap of a form that has been told before
        await _must_be_teller(hands, sitting, actor)
        mine = [said for other, said in hands.now.items() if seat_in(other) == seat_in(actor)]
        if mine:
            if mine[0] == counts:
                return False  # a second tap
            raise Refused(WhyNotHere.COUNTED_ALREADY)
        wanted = hands_wanted(poll.kind, len(poll.options))
        if why_not := why_not_hands(counts, wanted=wanted, present=poll.electorate_size or 0):
            raise Refused(why_not)
        await ADD.rows(poll.id, hands.round, actor, json.dumps(counts, sort_keys=True), now())
        if not hands.now:
            announce(*poll.rooms)
            return False
        agreed = next(iter(hands.now.values())) == counts
        facts: dict[str, Any] = {"poll": number, "agreed": agreed, "by": sorted([*hands.now, actor])}
        await happened(sitting, "hands", actor=actor, item=poll.item, in_journal=True, **facts)
        if agreed:
            await _close_and_show(poll, sitting, ballots_of(counts, wanted=wanted), actor=actor)
        return agreed


def seat_in(actor: str) -> str:
    """Whoever stops being a chair while hands are counted is still the same person."""
    return actor.removeprefix("chair:").removeprefix("seat:")


async def _must_be_teller(hands: Hands, sitting: Sitting, actor: str) -> None:
    """A chair, or whom they have named; and in the room now, to see the hands."""
    if actor.startswith("chair:"):
        await must_lead(actor)
    elif actor not in hands.tellers:
        raise Refused(WhyNotHere.NO_TELLER)
    await _must_be_in_the_room(sitting, actor)


async def _must_be_in_the_room(sitting: Sitting, actor: str) -> None:
    """A chair whose seat a deputy holds is not; the office has no seat."""
    role, _, seat = actor.partition(":")
    if role == "office":
        return
    here = await sittings.here(sitting.id)
    if not any(str(one.seat) == seat and not (one.deputy and role == "chair") for one in here):
        raise Refused(WhyNot.NOT_IN_THE_ROOM)


async def _poll_with_hands(number: int) -> tuple[Poll, Sitting]:
    """Locked, the sitting first. A teller leads nothing, and may count all the same."""
    found = await queries.poll(number)
    if found.sitting_number is None or not found.by_hands:
        raise Missing
    sitting = await sittings.sitting_for_changing(found.sitting_number)
    return await queries.poll_for_changing(number), sitting


def _must_count_hands(poll: Poll) -> None:
    if not poll.by_hands or poll.state not in VOTES_ARE_TAKEN:
        raise Refused(WhyNotHere.NO_HANDS_HERE)


async def _close_and_show(poll: Poll, sitting: Sitting, hands: Iterable[Choice], *, actor: str) -> None:
    """As many ballots as hands, so that everybody counts them again like all others."""
    await CLOSE.rows(poll.id, now())
    await told(poll, sitting, "poll_closed", verb="close_poll", actor=actor, facts={"by_hands": True})
    ballots = [Ballot(choice) for choice in hands]
    await write_count(await queries.poll_for_changing(poll.number), ballots, sitting=sitting, actor=actor)
    await publish_poll(poll.number, actor="system")
