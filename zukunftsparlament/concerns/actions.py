"""Writing a concern down, reading those that wait, handing one on. Keepers come and go in `keeping`."""

from dataclasses import dataclass
from datetime import date
from secrets import token_urlsafe

from zukunftsparlament.concerns import keys, queries
from zukunftsparlament.concerns.box import BrokenBox, Paper, new_key, open_private, seal, unseal
from zukunftsparlament.concerns.rules import KEEPERS, ConcernWhyNot, HandedOn
from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import month, now, today
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.wiping import wiping
from zukunftsparlament.people.secrets import slowly

ADD = Sql("INSERT INTO concern (token, day) VALUES ($1, $2) RETURNING id")
PUT = Sql("INSERT INTO concern_box (concern, keeper, box) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
COUNT = Sql(
    "INSERT INTO concern_month (month, number) VALUES ($1, 1) "
    "ON CONFLICT (month) DO UPDATE SET number = concern_month.number + 1"
)
LOCK = Sql("SELECT id FROM concern WHERE token = $1 {for_update}")
MINE = Sql(
    "SELECT c.id, c.token, c.day, b.box FROM concern c LEFT JOIN concern_box b ON b.concern = c.id AND b.keeper = $1 "
    "ORDER BY c.id"
)
DROP_BOXES = Sql("DELETE FROM concern_box WHERE concern = $1")
DROP = Sql("DELETE FROM concern WHERE id = $1")
TOKENS = Sql("SELECT token FROM concern")


@dataclass(frozen=True, slots=True)
class Opened:
    """`paper` is None for one that does not open: its key is gone, or it was sealed before this keeper came."""

    token: str
    day: date
    paper: Paper | None


async def write_down(paper: Paper) -> None:
    """Seal it for both keepers. Nothing else is kept: not who, not when in the day. Raises Refused."""
    token, key, day = token_urlsafe(18), new_key(), today()
    keys.keep(token, key, day=day)  # first: words without their key would be lost
    async with writing():
        keepers = await queries.keepers()
        if len(keepers) < KEEPERS:
            keys.destroy(token)
            raise Refused(ConcernWhyNot.NOBODY_READS)
        concern = await ADD.value(token, day)
        for keeper in keepers:
            await PUT.rows(concern, keeper.id, seal(paper, key, keeper.pair.public))
        await COUNT.rows(month(now()))


async def open_all(staff: int, passphrase: str) -> list[Opened]:
    """What waits, for one keeper, oldest first. What the other one could not read yet is sealed for them as well.

    Raises Missing for whoever is no keeper, Refused when the passphrase opens nothing.
    """
    keeper = await queries.keeper(staff)
    if keeper is None:
        raise Missing
    private = await slowly(open_private, keeper.pair, passphrase)
    if private is None:
        raise Refused(ConcernWhyNot.CANNOT_OPEN)
    others = [other for other in await queries.keepers() if other.id != keeper.id]
    opened = []
    async with writing():
        for row in await MINE.rows(keeper.id):
            key = keys.key_of(row["token"])
            paper = _unsealed(row["box"], key, private)
            opened.append(Opened(row["token"], row["day"], paper))
            if paper and key:
                for other in others:
                    await PUT.rows(row["id"], other.id, seal(paper, key, other.pair.public))
    return opened


def _unsealed(box: bytes | None, key: bytes | None, private: bytes) -> Paper | None:
    if box is None or key is None:
        return None
    try:
        return unseal(bytes(box), key, private)
    except BrokenBox:
        return None


async def hand_on(token: str, to: HandedOn, *, actor: str) -> bool:
    """Its words go for good, and so does its key. False when somebody else has done it already."""
    async with wiping("concern", "concern_box"), writing():
        concern = await LOCK.value(token)
        if concern is None:
            return False
        await DROP_BOXES.rows(concern)
        await DROP.rows(concern)
        await record(actor=actor, verb="hand_on", subject_kind="concern", subject_number=None, to=to.value)
    keys.destroy(token)
    return True


async def destroy_orphans() -> None:
    """Keys of what never got into the store, or has left it while somebody was killed."""
    for token in keys.orphans({row["token"] for row in await TOKENS.rows()}):
        keys.destroy(token)
