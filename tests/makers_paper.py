"""Votes on paper for tests: slips drawn, handed out, entered by two, in one line each."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from tests import makers_votes
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.rules import Choice, Secrecy

OTHER, HELPER = "chair:2", "office:Frau Vogt"
HOLDS = Sql("SELECT number FROM seat WHERE member = $1")
SEATS = Sql("SELECT seat FROM attendance WHERE member = $1")


async def seats(members: Sequence[int]) -> list[int]:
    return [int(await SEATS.value(member)) for member in members]


async def holders(members: Sequence[int]) -> list[int]:
    """Seats of those who have not come."""
    return [int(await HOLDS.value(member)) for member in members]


async def given(number: int, room: makers_votes.Room, *, slips: int = 3, printed: int = 6) -> list[str]:
    """To those who came last, before it opens. Returns what stands on the slips: nobody knows who took which."""
    poll = await queries.poll(number)
    if poll.is_secret:
        await actions.draw_slips(number, printed, printed=0, actor=CHAIR)
    for seat in await seats(room.voters[-slips:]):
        await actions.give_slip(number, seat, actor=CHAIR)
    return (await queries.papers_of(poll)).slips(poll)


async def opened(room: makers_votes.Room, *, slips: int = 3, printed: int = 6, **wished: Any) -> tuple[int, list[str]]:
    number = await makers_votes.prepared(room, **({"secrecy": Secrecy.SECRET} | wished))
    found = await given(number, room, slips=slips, printed=printed)
    await actions.open_poll(number, actor=CHAIR)
    return number, found


async def entered(number: int, slips: Mapping[str, Choice], *, second: str = OTHER) -> bool:
    assert not await actions.enter_slips(number, slips, actor=CHAIR)
    return await actions.enter_slips(number, slips, actor=second)


async def refused(act: object) -> object:
    with pytest.raises(Refused) as why:
        await act  # type: ignore[misc]
    return why.value.reason


async def closed(
    *, voters: int = 7, choices: tuple[str, ...] = ("yes", "yes", "no"), **wished: Any
) -> tuple[int, list[str]]:
    """All but the last three have voted by phone; three have slips."""
    room = await makers_votes.room(voters=voters, **({"kind": wished.pop("room")} if "room" in wished else {}))
    number, slips = await opened(room, **wished)
    await makers_votes.voted(room, number, choices)
    await makers_votes.closed(number)
    return number, slips
