"""Pictures of proposals. Files are on the disk before a row speaks of them, and go when no row does any more."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from secrets import token_urlsafe
from typing import IO

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import after_commit, writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.pictures import Decoded, decoded, folder
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.rules.pictures import WIDTHS

ADD = Sql(
    "INSERT INTO picture (token, proposal, alt, width, height, files, made_at, shown_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
)
DESCRIBE = Sql(
    "UPDATE picture SET alt = $2 WHERE proposal = $1 AND shown_at IS NOT NULL AND removed_at IS NULL RETURNING id"
)
SHOW = Sql("UPDATE picture SET shown_at = $2, alt = $3 WHERE proposal = $1 AND shown_at IS NULL")
DROP = Sql("DELETE FROM picture WHERE proposal = $1 AND shown_at IS NOT NULL AND removed_at IS NULL RETURNING token")
DROP_WAITING = Sql("DELETE FROM picture WHERE proposal = $1 AND shown_at IS NULL RETURNING token")
DROP_UNDER = Sql(
    "DELETE FROM picture WHERE shown_at IS NULL AND proposal IN (SELECT proposal FROM proposal_version "
    "WHERE author = $1 AND number IS NULL) RETURNING token"
)
TOKENS = Sql("SELECT token FROM picture WHERE proposal = $1")
REMOVE = Sql(
    "UPDATE picture SET removed_at = $2, kept_until = $3 WHERE proposal = $1 AND shown_at IS NOT NULL "
    "AND removed_at IS NULL RETURNING id"
)
IS_SHOWN = Sql("SELECT id FROM picture WHERE proposal = $1 AND shown_at IS NOT NULL AND removed_at IS NULL")
PUT_BACK = Sql(
    "UPDATE picture SET removed_at = NULL, kept_until = NULL WHERE id = "
    "(SELECT max(id) FROM picture WHERE proposal = $1 AND removed_at IS NOT NULL) RETURNING id"
)
NUMBER = Sql("SELECT number FROM proposal WHERE id = $1")


@asynccontextmanager
async def taken(file: IO[bytes]) -> AsyncIterator["Taken"]:
    """Decode `file`, before anything is locked. What no row has taken at the end is gone again.

    Raises NotTaken with the reason, or TooOften when too many pictures wait.
    """
    made = await decoded(file, WIDTHS)
    token = token_urlsafe(18)
    ours = Taken(token, made, await asyncio.to_thread(folder.write, token, made.copies))
    try:
        yield ours
    finally:
        if not ours.has_row:  # else whether it is durable is not known here; the tidy looks
            folder.remove(token)


class Taken:
    """A picture whose copies are on the disk, for `attach` or `attach_to_edit`."""

    def __init__(self, token: str, made: Decoded, files: dict[str, str]) -> None:
        self.token, self.width, self.height, self.files = token, made.width, made.height, files
        self.has_row = False


async def attach(proposal_id: int, picture: Taken, alt: str = "") -> None:
    """It is the proposal's picture from now on, and the one before it is gone. Inside `writing()`, the proposal
    locked."""
    await drop(proposal_id)
    await _add(proposal_id, picture, alt, shown_at=now())


async def attach_to_edit(proposal_id: int, picture: Taken) -> None:
    """It waits until the edit is released (`show`) or given up (`drop_waiting`); one that waited before is gone.

    Its alternative text stands in the edit. Inside `writing()`, the proposal locked.
    """
    await drop_waiting(proposal_id)
    await _add(proposal_id, picture, "", shown_at=None)


async def _add(proposal_id: int, picture: Taken, alt: str, *, shown_at: datetime | None) -> None:
    files = json.dumps(picture.files, sort_keys=True)
    await ADD.rows(picture.token, proposal_id, alt, picture.width, picture.height, files, now(), shown_at)
    picture.has_row = True


async def describe(proposal_id: int, alt: str) -> bool:
    """New alternative text for the picture that is shown; False when there is none."""
    async with writing():
        return bool(await DESCRIBE.rows(proposal_id, alt))


async def show(proposal_id: int, alt: str) -> None:
    """The edit is released: the picture that waits takes the place of the one before. Inside `writing()`."""
    await drop(proposal_id)
    await SHOW.rows(proposal_id, now(), alt)


async def drop(proposal_id: int) -> None:
    """The author does not want it any more: the row goes, and once that is durable, the files. Inside `writing()`."""
    for row in await DROP.rows(proposal_id):
        _forget_files(row["token"])


async def drop_waiting(proposal_id: int) -> None:
    """Its edit is given up, or stays without a new picture. Inside `writing()`."""
    for row in await DROP_WAITING.rows(proposal_id):
        _forget_files(row["token"])


async def drop_waiting_of(author: int) -> None:
    """Before the edits go on which this member has written last. Inside `writing()`."""
    for row in await DROP_UNDER.rows(author):
        _forget_files(row["token"])


async def forget_files_of(proposal_id: int) -> None:
    """Before a proposal is deleted, and its pictures' rows with it. Inside `writing()`."""
    for row in await TOKENS.rows(proposal_id):
        _forget_files(row["token"])


def _forget_files(token: str) -> None:
    after_commit(lambda: folder.remove(token))


async def remove_picture(proposal_id: int, *, until: datetime) -> bool:
    """Moderation: nobody but the office gets it any more. Until `until` it can be put back; then the clock deletes it.

    False when there is none. Inside `writing()`.
    """
    is_there = bool(await REMOVE.rows(proposal_id, now(), until))
    await _say_so(proposal_id)
    return is_there


async def put_back_picture(proposal_id: int) -> bool:
    """An objection was right. False when it is gone, or another one is shown by now. Inside `writing()`."""
    if await IS_SHOWN.row(proposal_id) is not None:
        return False
    is_back = bool(await PUT_BACK.rows(proposal_id))
    await _say_so(proposal_id)
    return is_back


async def _say_so(proposal_id: int) -> None:
    if (number := await NUMBER.value(proposal_id)) is not None:
        announce("proposals", f"proposal-{number}")
