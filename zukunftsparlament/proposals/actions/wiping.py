"""Removed words are kept only for an objection. Once that is decided, or nobody made one in time, they are wiped."""

import json
import time

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.wiping import wipe_what_waits, wiping
from zukunftsparlament.proposals.actions.edits import wipe_versions
from zukunftsparlament.proposals.actions.quoting import quote_no_more
from zukunftsparlament.proposals.actions.tidying import tidy_pictures
from zukunftsparlament.proposals.rules.objections import TIME_TO_OBJECT

DUE = Sql(
    "SELECT id, token, proposal, comment, picture, kept, outcome FROM removal WHERE wiped_at IS NULL AND "
    "(decided_at IS NOT NULL OR (objected_at IS NULL AND removed_at < $1)) ORDER BY id LIMIT 100"
)
STILL_DUE = Sql("SELECT id FROM removal WHERE id = $1 AND wiped_at IS NULL {for_update}")
WIPED = Sql("UPDATE removal SET kept = '', objection = '', wiped_at = $2 WHERE id = $1")
WIPE_COMMENT = Sql("UPDATE comment SET text = '' WHERE id = $1 AND removed_at IS NOT NULL")
WIPE_PICTURE = Sql("UPDATE picture SET kept_until = $2, alt = '' WHERE proposal = $1 AND removed_at IS NOT NULL")
WIPE_REPORTS = Sql(
    "UPDATE report SET text = '', removed_words = '' WHERE coalesce(proposal, 0) = $1 AND coalesce(comment, 0) = $2 "
    "AND coalesce(picture, 0) = $3 AND settled_at IS NOT NULL"
)
PAGE = Sql("SELECT number, title FROM proposal WHERE id = $1")
TABLES = (
    "removal",
    "comment",
    "proposal",
    "proposal_step",
    "proposal_version",
    "picture",
    "report",
    "message",
    "search_entry",
    "search_word",
)
EVERY_SECONDS = 60.0

_next = 0.0


async def tick() -> None:
    """Called every half second; works once a minute."""
    global _next
    if time.monotonic() < _next:
        return
    await wipe_removed()
    await wipe_what_waits()
    _next = time.monotonic() + EVERY_SECONDS


async def wipe_removed() -> int:
    """How many there were."""
    due = await DUE.rows(now() - TIME_TO_OBJECT)
    if due:
        async with wiping(*TABLES), writing():
            for removal in due:
                await _wipe(removal)
        await tidy_pictures()
    return len(due)


async def _wipe(removal: Row) -> None:
    if not await STILL_DUE.rows(removal["id"]):
        return
    if removal["outcome"] != "restored":
        await wipe_words(removal)
    await WIPED.rows(removal["id"], now())


async def wipe_words(removal: Row) -> None:
    """For good, also in what people were told. Inside `writing()`."""
    await WIPE_REPORTS.rows(removal["proposal"] or 0, removal["comment"] or 0, removal["picture"] or 0)
    if removal["comment"]:
        await WIPE_COMMENT.rows(removal["comment"])
    if removal["proposal"]:
        await WIPE_PICTURE.rows(removal["proposal"], now())
    if removal["proposal"] and not removal["picture"]:
        await wipe_versions(removal["proposal"])
    kept = json.loads(removal["kept"] or "{}")
    if "title" in kept:  # its authors still read it in what they were told, and the titles before
        page = await PAGE.row(removal["proposal"]) or {}
        for title in {kept["title"], *kept.get("quoted", {})}:
            await quote_no_more(title, of=page["number"], instead=page["title"])
