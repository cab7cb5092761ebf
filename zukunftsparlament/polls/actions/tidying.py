"""After a count or a void: the key is destroyed, and what was deleted is wiped from the files of the store.

Every step leaves its trace in the key folder until it is done, so that whoever was killed in between goes on.
"""

import logging
import time

from zukunftsparlament.kernel.database import STORE_ERRORS, engine
from zukunftsparlament.polls import keys, queries

PAPER = ("paper_slip", "paper_seat", "paper_voter", "paper_entry")
WIPED = ("turnout", "sealed_ballot", "open_vote", "secret_wish", "poll_key_card", *PAPER)
ORPHAN_SECONDS = 24 * 60 * 60  # a key of a poll that never opened: an opening was cut short
DRAFT_SECONDS = 60  # writing one takes milliseconds

log = logging.getLogger("zukunftsparlament")


async def tidy_after(number: int) -> None:
    """Never raises for the store: the poll is counted, and `tidy` tries again."""
    keys.destroy_both(number)
    try:
        await engine().compact(WIPED)
    except STORE_ERRORS as error:
        log.warning("poll %s: wiping waits: %s", number, error)
    else:
        keys.compacted(number)


async def tidy() -> None:
    """At a start, and now and then: destroy keys that no poll needs any more, wipe what waits for it."""
    keys.clear_drafts(seconds=DRAFT_SECONDS, now=time.time())
    for number in keys.numbers(keys.KEY, keys.LOT):
        way = await queries.way_of(number)
        orphaned = not way.opened and keys.is_older_than(number, seconds=ORPHAN_SECONDS, now=time.time())
        if way.finished:
            await tidy_after(number)
        elif orphaned:
            keys.destroy_both(number)
    for number in keys.numbers(keys.COMPACT):
        if (await queries.way_of(number)).finished:  # otherwise a count is under way, or was cut short
            await tidy_after(number)
