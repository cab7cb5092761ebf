"""Signing in and out, and telling somebody something."""

import json
from collections.abc import Sequence
from typing import Any

import pyotp

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.throttle import Limit, Throttle
from zukunftsparlament.people import queries, secrets
from zukunftsparlament.people.rules import WhyNot, read_code

NEW_SESSION = Sql(
    "INSERT INTO session (token_hash, member, staff, own_device, started_at, seen_at, confirmed_at) "
    "VALUES ($1, $2, $3, $4, $5, $5, $6)"
)
END_SESSION = Sql("DELETE FROM session WHERE token_hash = $1")
END_SESSIONS_OF = Sql("DELETE FROM session WHERE member = $1")
END_STAFF_SESSIONS = Sql("DELETE FROM session WHERE staff = $1")
CONFIRM = Sql("UPDATE session SET confirmed_at = $2 WHERE id = $1")
USE_TOTP_STEP = Sql("UPDATE staff SET last_totp_step = $2 WHERE id = $1 AND last_totp_step < $2 RETURNING id")
TELL = Sql("INSERT INTO message (member, at, kind, facts, address) VALUES ($1, $2, $3, $4, $5)")

TOTP_SECONDS = 30

by_account = Throttle(Limit(free=5, first=15, longest=900))
by_account_and_address = Throttle(Limit(free=3, first=5, longest=900))
by_address = Throttle(Limit(free=300, first=60, longest=900))  # a school sits behind one address


async def sign_in_with_code(typed: str, *, own_device: bool) -> str:
    """The new session's token for the code of a card's QR. Raises Refused; never locked by wrong words."""
    code = read_code(typed)
    member = await queries.CARD_BY_CODE.value(secrets.digest(code)) if code else None
    if member is None:
        raise Refused(WhyNot.CARD_UNKNOWN)
    return await _begin(member=member, own_device=own_device)


async def sign_in_with_words(name: str, words: str, *, own_device: bool, address: str) -> str:
    """The new session's token for a card name and its five words. Raises Refused or TooOften."""
    account = f"card:{fold(name)}"
    _may_try(account, address)
    row = await queries.CARD_BY_NAME.row(fold(name))
    if not await secrets.matches(fold(words), row["words_hash"] if row else secrets.NOBODY) or row is None:
        _failed(account, address)
        raise Refused(WhyNot.WORDS_WRONG)
    _passed(account, address)
    return await _begin(member=row["member"], own_device=own_device)


async def sign_in_staff(name: str, passphrase: str, code: str, *, address: str) -> str:
    """The new session's token for an account of the office. Raises Refused (never saying what is wrong) or TooOften."""
    staff = await _check_staff(name, passphrase, code, address=address)
    return await _begin(staff=staff, own_device=False)


async def confirm_staff(session: int, name: str, passphrase: str, code: str, *, address: str) -> None:
    """Asked again before cards, exports, roles and deletion; good for ten minutes."""
    await _check_staff(name, passphrase, code, address=address)
    async with writing():
        await CONFIRM.rows(session, now())


async def _check_staff(name: str, passphrase: str, code: str, *, address: str) -> int:
    account = f"staff:{fold(name)}"
    _may_try(account, address)
    row = await queries.STAFF_BY_NAME.row(name.strip())
    right = await secrets.matches(passphrase, row["passphrase_hash"] if row else secrets.NOBODY)
    if row is None or not right or not await _is_totp_right(row, code):
        _failed(account, address)
        raise Refused(WhyNot.STAFF_WRONG)
    _passed(account, address)
    return int(row["id"])


async def _is_totp_right(row: dict[str, Any], code: str) -> bool:
    """One step early or late is fine; no code is good twice."""
    secret = secrets.open_totp(row["sealed_totp"])
    if secret is None:
        return False
    totp, moment = pyotp.TOTP(secret), int(now().timestamp())
    for step in (moment // TOTP_SECONDS + near for near in (0, -1, 1)):
        if pyotp.utils.strings_equal(totp.at(step * TOTP_SECONDS), code.replace(" ", "")):
            async with writing():
                return bool(await USE_TOTP_STEP.rows(row["id"], step))
    return False


async def _begin(*, member: int | None = None, staff: int | None = None, own_device: bool) -> str:
    token, at = secrets.new_token(), now()
    async with writing():
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


def _keys(account: str, address: str) -> list[tuple[Throttle, str]]:
    return [(by_account, account), (by_account_and_address, f"{account}@{address}"), (by_address, address)]


def _may_try(account: str, address: str) -> None:
    for throttle, key in _keys(account, address):
        throttle.check(key)


def _failed(account: str, address: str) -> None:
    for throttle, key in _keys(account, address):
        throttle.failed(key)


def _passed(account: str, address: str) -> None:
    by_account.passed(account)
    by_account_and_address.passed(f"{account}@{address}")
