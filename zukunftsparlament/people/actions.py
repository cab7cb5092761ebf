"""Signing in and out, and telling somebody something."""

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import pyotp

from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.throttle import Limit, Throttle
from zukunftsparlament.people import queries, secrets
from zukunftsparlament.people.rules import WhyNot, has_left, read_code

NEW_SESSION = Sql(
    "INSERT INTO session (token_hash, member, staff, own_device, started_at, seen_at, confirmed_at) "
    "VALUES ($1, $2, $3, $4, $5, $5, $6)"
)
# Asked again inside the transaction that begins a session: a card may have been replaced while words were checked.
STILL_CODE = Sql("SELECT id FROM card WHERE member = $1 AND code_hash = $2 {for_share}")
STILL_WORDS = Sql("SELECT id FROM card WHERE member = $1 AND words_hash = $2 {for_share}")
STILL_STAFF = Sql("SELECT id FROM staff WHERE id = $1 AND passphrase_hash = $2 AND ended_at IS NULL {for_share}")
END_SESSION = Sql("DELETE FROM session WHERE token_hash = $1")
END_SESSIONS_OF = Sql("DELETE FROM session WHERE member = $1")
END_STAFF_SESSIONS = Sql("DELETE FROM session WHERE staff = $1")
CONFIRM = Sql("UPDATE session SET confirmed_at = $2 WHERE id = $1")
USE_TOTP_STEP = Sql("UPDATE staff SET last_totp_step = $2 WHERE id = $1 AND last_totp_step < $2 RETURNING id")
TELL = Sql("INSERT INTO message (member, at, kind, facts, address) VALUES ($1, $2, $3, $4, $5)")

TOTP_SECONDS = 30
LONGEST_PASSPHRASE = 1000

# From one address an account gets five tries and then two a minute; from all together it takes more than one address
# to fill it, so that nobody alone can shut somebody out. A school sits behind one address: there only a flood counts.
by_account = Throttle(Limit(free=20, seconds=15))
by_account_and_address = Throttle(Limit(free=5, seconds=30))
by_address = Throttle(Limit(free=300, seconds=0.5))


async def sign_in_with_code(typed: str, *, own_device: bool) -> str:
    """The new session's token for the code of a card's QR. Raises Refused; never locked by wrong words."""
    code = read_code(typed)
    hashed = secrets.digest(code) if code else ""
    member = await queries.CARD_BY_CODE.value(hashed) if code else None
    if member is None:
        raise Refused(WhyNot.CARD_UNKNOWN)
    async with writing():
        if not await STILL_CODE.rows(member, hashed):
            raise Refused(WhyNot.CARD_UNKNOWN)
        return await _begin(member=member, own_device=own_device)


async def sign_in_with_words(name: str, words: str, *, own_device: bool, address: str) -> str:
    """The new session's token for a card name and its five words. Raises Refused or TooOften."""
    account = f"card:{fold(name)}"
    _count_try(account, address)
    row = await queries.CARD_BY_NAME.row(fold(name))
    hashed = row["words_hash"] if row else secrets.NOBODY
    if not await secrets.matches(fold(words), hashed) or row is None:
        raise Refused(WhyNot.WORDS_WRONG)
    async with writing():
        if not await STILL_WORDS.rows(row["member"], hashed):
            raise Refused(WhyNot.WORDS_WRONG)
        token = await _begin(member=row["member"], own_device=own_device)
    _passed(account, address)
    return token


async def sign_in_staff(name: str, passphrase: str, code: str, *, address: str) -> str:
    """The new session's token for an account of the office. Raises Refused (never saying what is wrong) or TooOften."""
    async with _checked_staff(name, passphrase, code, address=address) as staff:
        return await _begin(staff=staff, own_device=False)


async def confirm_staff(session: int, name: str, passphrase: str, code: str, *, address: str) -> None:
    """Asked again before cards, exports, roles and deletion; good for ten minutes."""
    async with _checked_staff(name, passphrase, code, address=address):
        await CONFIRM.rows(session, now())


@asynccontextmanager
async def _checked_staff(name: str, passphrase: str, code: str, *, address: str) -> AsyncIterator[int]:
    """The account's row id, in a transaction in which it is still good."""
    account = f"staff:{fold(name)}"
    _count_try(account, address)
    row = await queries.STAFF_BY_NAME.row(fold(name))
    hashed = row["passphrase_hash"] if row else secrets.NOBODY
    if not await secrets.matches(passphrase[:LONGEST_PASSPHRASE], hashed) or row is None:
        raise Refused(WhyNot.STAFF_WRONG)
    async with writing():
        if not await STILL_STAFF.rows(row["id"], hashed) or not await _is_totp_right(row, code):
            raise Refused(WhyNot.STAFF_WRONG)
        yield int(row["id"])
    _passed(account, address)


async def _is_totp_right(row: dict[str, Any], code: str) -> bool:
    """One step early or late is fine; no code is good twice."""
    secret = secrets.open_totp(row["sealed_totp"])
    if secret is None:
        return False
    totp, moment = pyotp.TOTP(secret), int(now().timestamp())
    for step in (moment // TOTP_SECONDS + near for near in (0, -1, 1)):
        if pyotp.utils.strings_equal(totp.at(step * TOTP_SECONDS), code.replace(" ", "")):
            return bool(await USE_TOTP_STEP.rows(row["id"], step))
    return False


async def _begin(*, member: int | None = None, staff: int | None = None, own_device: bool) -> str:
    """Inside the transaction that has just seen that card or account still good."""
    token, at = secrets.new_token(), now()
    if member is not None and has_left(await queries.DELETE_AFTER.value(member), month(at)):
        raise Refused(WhyNot.CARD_ENDED)
    await NEW_SESSION.rows(secrets.digest(token), member, staff, own_device, at, at if staff else None)
    return token


async def sign_out(token: str) -> None:
    async with writing():
        await END_SESSION.rows(secrets.digest(token))


async def sign_out_everywhere(*, member: int | None, staff: int | None) -> None:
    async with writing():
        await (END_SESSIONS_OF.rows(member) if member is not None else END_STAFF_SESSIONS.rows(staff))


async def tell(members: Sequence[int], kind: str, *, address: str = "", **facts: Any) -> None:
    """Leave a message on "Meins" of each of `members`; `kind` has its sentence in `mine/texts`. Inside `writing()`."""
    said = json.dumps(facts, ensure_ascii=False, sort_keys=True, default=str)
    for member in dict.fromkeys(members):
        await TELL.rows(member, now(), kind, said, address)


@contextmanager
def counted_try(account: str, address: str) -> Iterator[None]:
    """Around a try that raises Refused when it was wrong. Raises TooOften before it."""
    _count_try(account, address)
    yield
    _passed(account, address)


def _count_try(account: str, address: str) -> None:
    """Raises TooOften. Narrow first: what stops here fills nothing that others share."""
    by_account_and_address.count(f"{account}@{address}")
    by_account.count(account)
    by_address.count(address)


def _passed(account: str, address: str) -> None:
    by_account_and_address.forgive(f"{account}@{address}")
    by_account.take_back(account)
    by_address.take_back(address)
