"""What is left to do for those who are nobody any more. Killed anywhere in between, it goes on at the next start.

First the list outside the store knows of them, so that no older state brings them back. Then every room lets go of
them, in one transaction. Then their traces are wiped, and only after that the store forgets that they are going.
"""

import asyncio
import logging

from zukunftsparlament.departures.rooms import BELONGINGS, ROOMS
from zukunftsparlament.departures.wiping import wipe
from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.database import STORE_ERRORS, writing
from zukunftsparlament.kernel.forgetting import forget_everywhere
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.belongings import Goes, Leaver
from zukunftsparlament.people.departing import BEGIN

GOING = Sql("SELECT member, with_texts FROM departure ORDER BY id")
ONE_AFTER_THE_OTHER = Sql("SELECT id FROM departure WHERE member = $1 {for_update}")
GONE = Sql("DELETE FROM departure WHERE member = $1")

log = logging.getLogger("zukunftsparlament")
_one_at_a_time = asyncio.Lock()


async def going() -> list[Leaver]:
    return [Leaver(row["member"], bool(row["with_texts"])) for row in await GOING.rows()]


async def finish() -> None:
    """Never raises for the store: whoever goes is nobody already, and the clock tries again."""
    try:
        async with _one_at_a_time:
            if leavers := await going():
                await _finish(leavers)
    except STORE_ERRORS as error:
        log.warning("a deletion waits: %s", type(error).__name__)


async def _finish(leavers: list[Leaver]) -> None:
    for leaver in leavers:
        deletions.member_deleted(leaver.member, with_texts=leaver.with_texts)
        await _let_go(leaver)
    await wipe()
    async with writing():
        for leaver in leavers:
            await GONE.rows(leaver.member)


async def _let_go(leaver: Leaver) -> None:
    async with writing():
        if not await ONE_AFTER_THE_OTHER.rows(leaver.member):
            return  # another server was faster
        for room in ROOMS:
            await room.let_go(leaver)
        forget_everywhere()


async def sweep() -> None:
    """What came in at the very moment in which somebody went (a message, say) goes as everything else has gone."""
    for belonging in BELONGINGS:
        if belonging.goes is not Goes.STAYS:
            for row in await belonging.left_over.rows():
                await BEGIN.rows(row["member"], False)
    await finish()


async def write_down() -> None:
    """Before an older state of the store takes the place of this one: it must know who is going just now."""
    for leaver in await going():
        deletions.member_deleted(leaver.member, with_texts=leaver.with_texts)
