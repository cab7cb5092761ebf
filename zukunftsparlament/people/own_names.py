"""A pseudonym that somebody has thought of: asked for, held, released or refused. Nobody else can tell meanwhile."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from secrets import token_urlsafe

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.forgetting import forget_everywhere
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.people.looks import skeleton
from zukunftsparlament.people.names import LET_GO, RENAME, TAKE, all_names, choose_name
from zukunftsparlament.people.pseudonyms import NameWhyNot, tidied, why_not_name

BETWEEN = timedelta(days=30)
SHOWN = 20
TYPED = 200  # characters that are looked at at all

STAFF_NAMES = Sql("SELECT name FROM staff")
ONE_AT_A_TIME = Sql("SELECT id FROM member WHERE id = $1 {for_update}")
OTHERS = Sql("SELECT member FROM name_key WHERE kind IN ('name', 'look') AND key IN ($1, $2) AND member <> $3")
OWNER = Sql("SELECT member FROM name_key WHERE kind = $1 AND key = $2")
GIVE_BACK = Sql("DELETE FROM name_key WHERE member = $1 AND kind = $2 AND key = $3")
LAST_RELEASED = Sql("SELECT id FROM name_wish WHERE member = $1 AND outcome = 'released' AND decided_at > $2")
WAITS = Sql("SELECT id, name FROM name_wish WHERE member = $1 AND decided_at IS NULL")
ASK = Sql("INSERT INTO name_wish (token, member, name, asked_at, outcome) VALUES ($1, $2, $3, $4, '')")
DROP = Sql("DELETE FROM name_wish WHERE member = $1 AND decided_at IS NULL")
_WISH = (
    "SELECT w.token, w.member, w.name, w.asked_at, w.decided_at, w.outcome, m.name AS old "
    "FROM name_wish w JOIN member m ON m.id = w.member "
)
ONE = Sql(f"{_WISH} WHERE w.token = $1")
WAITING = Sql(f"{_WISH} WHERE w.decided_at IS NULL ORDER BY w.asked_at, w.id LIMIT {SHOWN}")
LOCK = Sql("SELECT id FROM name_wish WHERE token = $1 {for_update}")
DECIDE = Sql("UPDATE name_wish SET decided_at = $2, outcome = $3, name = '' WHERE token = $1")
FORGET = Sql("DELETE FROM name_wish WHERE decided_at < $1")


@dataclass(frozen=True, slots=True)
class Wish:
    """`old` is the name that stands everywhere until then; `name` is empty once it is decided."""

    token: str
    member: int
    name: str
    asked_at: datetime
    decided_at: datetime | None
    outcome: str
    old: str | None


async def ask_for(member: int, typed: str, *, is_flagged: bool) -> None:
    """`is_flagged`: the guard has found something in it. One of the offered kind is taken at once. Raises Refused."""
    name = tidied(typed)
    if name in all_names():
        await choose_name(member, name)
        return
    if why_not := why_not_name(name, staff=[row["name"] for row in await STAFF_NAMES.rows()]):
        raise Refused(why_not)
    if is_flagged:
        raise Refused(NameWhyNot.FLAGGED)
    async with writing():
        await ONE_AT_A_TIME.rows(member)
        if waiting := await WAITS.row(member):
            if waiting["name"] == name:
                return  # a second tap
            raise Refused(NameWhyNot.WAITS_ALREADY)
        if await LAST_RELEASED.rows(member, now() - BETWEEN):
            raise Refused(NameWhyNot.TOO_SOON)
        if await _is_somebody_elses(member, name):
            raise Refused(NameWhyNot.LIKE_ANOTHER)
        await ASK.rows(token_urlsafe(18), member, name, now())


async def _is_somebody_elses(member: int, name: str) -> bool:
    """Only names that are seen count: of two that wait for the same one neither learns of the other."""
    return skeleton(name) in offered_looks() or bool(await OTHERS.rows(fold(name), skeleton(name), member))


@cache
def offered_looks() -> frozenset[str]:
    """How the offered kind of names looks, taken or not: nobody gets one that looks like it."""
    return frozenset(map(skeleton, all_names()))


async def take_back(member: int) -> None:
    """The own wish, while it waits."""
    async with writing():
        await DROP.rows(member)


async def waiting_name_of(member: int) -> str:
    row = await WAITS.row(member)
    return str(row["name"]) if row else ""


async def waiting_names() -> list[Wish]:
    """The oldest twenty."""
    return [Wish(**row) for row in await WAITING.rows()]


async def wish(token: str) -> Wish:
    row = await ONE.row(token)
    if row is None:
        raise Missing
    return Wish(**row)


async def release(token: str, *, actor: str) -> tuple[Wish, bool]:
    """The wish as it is now, and whether this decided it. Taken meanwhile, it is refused instead."""
    async with writing():
        found = await _locked(token)
        if found.decided_at is not None:
            return found, False
        taken = await _is_somebody_elses(found.member, found.name) or not await _rename(found.member, found.name)
        await _decide(found, "refused" if taken else "released", actor=actor)
        kind = "name_taken" if taken else "name_released"
        await tell([found.member], kind, address="/meins/name", name=found.name)
        return await wish(token), True


async def refuse(token: str, words: str, *, actor: str) -> tuple[Wish, bool]:
    """`words` go to whoever asked for it."""
    async with writing():
        found = await _locked(token)
        if found.decided_at is not None:
            return found, False
        await _decide(found, "refused", actor=actor)
        await tell([found.member], "name_refused", address="/meins/name", name=found.name, reason=words)
        return await wish(token), True


async def _rename(member: int, name: str) -> bool:
    """The unique index has the last word: False when somebody takes the same name right now."""
    keys = {"look": skeleton(name), "name": fold(name)}
    fresh = [kind for kind, key in keys.items() if await TAKE.rows(member, kind, key)]
    owners = [await OWNER.value(kind, key) for kind, key in keys.items()]
    if owners != [member, member]:
        for kind in fresh:
            await GIVE_BACK.rows(member, kind, keys[kind])
        return False
    for kind, key in keys.items():
        await LET_GO.rows(member, kind, key)
    await RENAME.rows(member, name)
    forget_everywhere()
    return True


async def _decide(found: Wish, outcome: str, *, actor: str) -> None:
    await DECIDE.rows(found.token, now(), outcome)
    verb = {"released": "release", "refused": "decline"}[outcome]
    await record(actor=actor, verb=verb, subject_kind="name", subject_number=None)


async def _locked(token: str) -> Wish:
    await wish(token)
    await LOCK.rows(token)
    return await wish(token)


async def forget_old_wishes() -> None:
    """Called with the sessions, once an hour: after a month nobody needs to know that somebody was called otherwise."""
    await FORGET.rows(now() - BETWEEN)
