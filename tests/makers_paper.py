"""Votes on paper for tests: slips drawn, handed out, entered by two, in one line each."""

from collections.abc import Mapping, Sequence

from tests import makers_votes
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.rules import Choice

OTHER, HELPER = "chair:2", "office:Frau Vogt"
SEATS = Sql("SELECT seat FROM attendance WHERE member = $1")


async def seats(members: Sequence[int]) -> list[int]:
    return [int(await SEATS.value(member)) for member in members]


async def given(number: int, room: makers_votes.Room, *, slips: int = 3, printed: int = 6) -> list[str]:
    """To those who came last. Returns what stands on the slips, of which nobody knows who took which."""
    poll = await queries.poll(number)
    if poll.is_secret:
        await actions.draw_slips(number, printed, printed=0, actor=CHAIR)
    for seat in await seats(room.voters[-slips:]):
        await actions.give_slip(number, seat, actor=CHAIR)
    return (await queries.papers_of(poll)).slips(poll)


async def entered(number: int, slips: Mapping[str, Choice], *, second: str = OTHER) -> bool:
    assert not await actions.enter_slips(number, slips, actor=CHAIR)
    return await actions.enter_slips(number, slips, actor=second)
