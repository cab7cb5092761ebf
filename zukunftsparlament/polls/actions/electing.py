"""Who stands in an election: written down before anybody votes. Nobody stands who has not said so."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.polls import rules
from zukunftsparlament.polls.actions.labelling import actor_of, label_for
from zukunftsparlament.polls.actions.publishing import void_poll
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.queries.election_shapes import Candidate, Election
from zukunftsparlament.polls.queries.elections import election
from zukunftsparlament.polls.rules.elections import MOST_NAMED, WhyNotElect
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.actions import happened, must_lead
from zukunftsparlament.sittings.queries import Sitting

NAME = Sql(
    "INSERT INTO candidacy (election, member, seat, label, side, named_at, agreed_at, answered_by, named_by) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8)"
)
AGREE = Sql("UPDATE candidacy SET agreed_at = $2, withdrew_at = NULL WHERE id = $1")
SIDE = Sql("UPDATE candidacy SET side = $2 WHERE id = $1")


@dataclass(frozen=True, slots=True)
class Place:
    sitting: Sitting
    item: int
    election: Election


async def name_candidate(number: int, mark: int, which: int, member: int, side: str, *, actor: str) -> None:
    """Somebody who leads names a person in the room; that person says yes on their own phone."""
    async with writing():
        place = await _place(number, mark, which)
        await must_lead(actor)
        await _stand(place, member, side, agreed=False, actor=actor)


async def stand(number: int, mark: int, which: int, member: int, side: str) -> None:
    """„Ich kandidiere“: by themselves, or as an answer to whoever has named them."""
    async with writing():
        place = await _place(number, mark, which)
        await _stand(place, member, side, agreed=True, actor=await actor_of(place.election, member))


async def agree_aloud(number: int, mark: int, which: int, candidate: int, *, actor: str) -> None:
    """Somebody without a phone has said yes for all to hear, and a chair ticks it: the minutes say that.
    `candidate`: their place on the list, from 1."""
    async with writing():
        place = await _place(number, mark, which)
        await must_lead(actor)
        one = place.election.at(candidate)
        if one.is_out or one.stands:
            return
        await _agree(place, one, one.side, actor=actor)


async def _stand(place: Place, member: int, side: str, *, agreed: bool, actor: str) -> None:
    found = place.election
    if not found.takes_candidates:
        raise Refused(WhyNotElect.LIST_CLOSED)
    known = found.of(member)
    if found.is_pair and side not in found_sides(found) and not (known and known.side):
        raise Refused(WhyNotElect.SIDE_MISSING)
    if known is not None:
        if known.declined_at is not None:
            raise Refused(WhyNotElect.HAS_DECLINED)
        if agreed and not known.stands:
            await _agree(place, known, side or known.side, actor=actor)
        return
    here = {one.member: one for one in await sittings.here(place.sitting.id)}
    label, seat = await label_for(found, here.get(member))
    side = side if found.is_pair else ""
    if not found.takes_on(side):
        raise Refused(WhyNotElect.LIST_CLOSED)
    if agreed:
        await _make_room(found, side)
    elif len([one for one in found.candidates if one.is_asked and one.named_by == actor]) >= MOST_NAMED:
        raise Refused(WhyNotElect.NAMED_ENOUGH)
    at = now()
    await NAME.rows(found.id, member, seat, label, side, at, at if agreed else None, "" if agreed else actor)
    await _told(place, label, "stands" if agreed else "named", actor=f"seat:{seat}" if agreed and seat else actor)


async def _agree(place: Place, one: Candidate, side: str, *, actor: str) -> None:
    await _make_room(place.election, side)
    await AGREE.rows(one.id, now())
    if side != one.side:
        await SIDE.rows(one.id, side)
    await _told(place, one.label, "stands", actor=actor)


async def _make_room(found: Election, side: str) -> None:
    """For one more who stands. Whoever was only named takes up no room."""
    if not found.takes_on(side):
        raise Refused(WhyNotElect.LIST_CLOSED)
    if len([one for one in found.on(side) if one.stands]) >= rules.MOST_OPTIONS:
        raise Refused(WhyNotElect.TOO_MANY_STAND)
    await ballots_anew(found.prepared_from_list(side))


def found_sides(found: Election) -> Sequence[str]:
    return [side.side for side in found.sides]


async def ballots_anew(prepared: Sequence[Poll]) -> None:
    """They show another list than there is now. The chairs prepare them again with one tap."""
    with speaking(GERMAN):
        reason = _("Die Liste der Kandidierenden hat sich geändert.")
    for poll in prepared:
        await void_poll(poll.number, reason, actor="system")


async def _place(number: int, mark: int, which: int) -> Place:
    sitting, found = await locked_election(number, mark, which)
    if found.is_over:
        raise Refused(WhyNotElect.LIST_CLOSED)
    return Place(sitting, found.item, found)


async def locked_election(number: int, mark: int, which: int) -> tuple[Sitting, Election]:
    """With its sitting, which is what is locked. Inside `writing()`."""
    sitting = await sittings.sitting_for_changing(number)
    item = await sittings.item(sitting.id, mark)
    if not sitting.goes_on:
        raise Refused(WhyNotElect.LIST_CLOSED)
    return sitting, await election(item.id, which)


async def _told(place: Place, label: str, as_: str, *, actor: str) -> None:
    found = place.election
    said: dict[str, Any] = {"label": label, "as": as_}
    await happened(
        place.sitting, "candidate", actor=actor, item=place.item, election=found.mark, title=found.title, **said
    )
