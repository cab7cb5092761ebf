"""The two of the office who read concerns: each says so themselves, with their own passphrase."""

import json

from zukunftsparlament.concerns import queries
from zukunftsparlament.concerns.box import new_pair
from zukunftsparlament.concerns.rules import ConcernWhyNot, why_not_keep
from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.secrets import digest, slowly

ONE_AT_A_TIME = Sql("SELECT id FROM staff ORDER BY id {for_update}")
HASH = Sql("SELECT passphrase_hash FROM staff WHERE id = $1")
ADD = Sql(
    "INSERT INTO concern_keeper (staff, public_key, sealed_private, salt, passphrase_print, since) "
    "VALUES ($1, $2, $3, $4, $5, $6)"
)
DROP_BOXES = Sql("DELETE FROM concern_box WHERE keeper = $1")
DROP = Sql("DELETE FROM concern_keeper WHERE id = $1")
MUNICIPALITY = Sql("SELECT id, contact FROM municipality ORDER BY id LIMIT 1 {for_update}")
SET_CONTACT = Sql("UPDATE municipality SET contact = $2 WHERE id = $1")


async def become_keeper(staff: int, passphrase: str, *, actor: str) -> None:
    """The caller has just checked the passphrase. Raises Refused. Keys that open for nobody any more make room."""
    pair = await slowly(new_pair, passphrase)
    async with writing():
        await ONE_AT_A_TIME.rows()
        good = [keeper for keeper in await queries.keepers() if keeper.staff != staff]
        keeps_already = await queries.keeper(staff) is not None
        if why_not := why_not_keep(others=len(good), keeps_already=keeps_already):
            raise Refused(why_not)
        await drop_stale_keepers()
        print_ = digest(str(await HASH.value(staff)))
        await ADD.rows(staff, pair.public, pair.sealed_private, pair.salt, print_, now())
        await record(actor=actor, verb="keep_concerns", subject_kind="staff", subject_number=None)


async def step_back(staff: int, *, actor: str) -> None:
    """Somebody else has to read from now on. Raises Refused while any concern waits."""
    async with writing():
        await ONE_AT_A_TIME.rows()
        keeper = await queries.keeper(staff)
        if keeper is None:
            return
        if await queries.how_many():
            raise Refused(ConcernWhyNot.STILL_WAITING)
        await DROP.rows(keeper.id)
        await record(actor=actor, verb="leave_concerns", subject_kind="staff", subject_number=None)


async def drop_stale_keepers() -> None:
    """Inside `writing()`. What is sealed for them opens for nobody; the other keeper has it too."""
    for keeper in await queries.all_keepers():
        if not keeper.is_good:
            await DROP_BOXES.rows(keeper.id)
            await DROP.rows(keeper.id)


async def set_welfare(contact: dict[str, str], *, actor: str) -> None:
    """Whom a child can turn to: the youth welfare office that is responsible here."""
    async with writing():
        row = await MUNICIPALITY.row()
        if row is None:
            return
        told = {**json.loads(row["contact"]), "welfare": contact}
        await SET_CONTACT.rows(row["id"], json.dumps(told, ensure_ascii=False))
        await record(actor=actor, verb="set_welfare", subject_kind="municipality", subject_number=None, **contact)
