"""Accounts of the youth office: a passphrase and a second factor."""

import secrets as random
from enum import Enum

import pyotp

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.picture_words import CARD_WORDS, fold
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_
from zukunftsparlament.people import minutes, secrets
from zukunftsparlament.people.actions import END_STAFF_SESSIONS

ADD = Sql(
    "INSERT INTO staff (name, folded, role, passphrase_hash, sealed_totp, last_totp_step) "
    "VALUES ($1, $2, 'office', $3, $4, 0) ON CONFLICT DO NOTHING RETURNING id"
)
BY_NAME = Sql("SELECT id, name, ended_at FROM staff WHERE folded = $1 {for_update}")
HERE = Sql("SELECT id FROM staff WHERE ended_at IS NULL ORDER BY id {for_update}")
END = Sql("UPDATE staff SET ended_at = $2 WHERE id = $1")
RENEW = Sql(
    "UPDATE staff SET passphrase_hash = $2, sealed_totp = $3, last_totp_step = 0, ended_at = NULL WHERE id = $1"
)
SHORTEST = 12  # characters
LONGEST_NAME = 60
WORDS = 6  # of 512: 54 bits, behind argon2id and a second factor


class StaffWhyNot(Enum):
    TOO_SHORT = "too_short"
    TOO_PLAIN = "too_plain"
    NAME_WRONG = "name_wrong"
    NAME_TAKEN = "name_taken"
    UNKNOWN = "unknown"
    LAST_ONE = "last_one"


tell(
    {
        StaffWhyNot.TOO_SHORT: N_("Die Passphrase braucht mindestens 12 Zeichen."),
        StaffWhyNot.TOO_PLAIN: N_("Die Passphrase darf nicht aus dem Namen oder einem einzigen Zeichen bestehen."),
        StaffWhyNot.NAME_WRONG: N_("Der Name braucht 2 bis 60 Zeichen."),
        StaffWhyNot.NAME_TAKEN: N_("Ein Konto mit diesem Namen gibt es schon."),
        StaffWhyNot.UNKNOWN: N_("Ein Konto mit diesem Namen gibt es nicht."),
        StaffWhyNot.LAST_ONE: N_("Das ist das letzte Konto. Legen Sie zuerst ein anderes an."),
    }
)


def why_not_staff(name: str, passphrase: str) -> StaffWhyNot | None:
    if not 2 <= len(name.strip()) <= LONGEST_NAME or not name.strip().isprintable() or not fold(name):
        return StaffWhyNot.NAME_WRONG
    if len(passphrase) < SHORTEST:
        return StaffWhyNot.TOO_SHORT
    if name.casefold() == passphrase.casefold() or len(set(passphrase)) == 1:
        return StaffWhyNot.TOO_PLAIN
    return None


def new_passphrase() -> str:
    return "-".join(random.choice(CARD_WORDS).word.lower() for _ in range(WORDS))


def new_totp_secret() -> str:
    """Base32, 160 bits."""
    return pyotp.random_base32()


def totp_link(name: str, secret: str, *, issuer: str) -> str:
    """What an authenticator app reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer)


def is_code_of(secret: str, code: str) -> bool:
    """Whether the app shows the right code now; half a minute early or late is fine."""
    return pyotp.TOTP(secret).verify(code.replace(" ", ""), for_time=now(), valid_window=1)


async def create_staff(name: str, passphrase: str, *, totp_secret: str = "", actor: str = "system") -> str:
    """A new account of the office. Returns its TOTP secret, which nobody can read again. Raises Refused."""
    name = name.strip()
    if why_not := why_not_staff(name, passphrase):
        raise Refused(why_not)
    secret = totp_secret or new_totp_secret()
    hashed, sealed = await secrets.slow_hash(passphrase), secrets.seal_totp(secret)
    async with writing():
        if await ADD.value(name, fold(name), hashed, sealed) is None:
            raise Refused(StaffWhyNot.NAME_TAKEN)
        facts = {"name": name, "account": minutes.of_account(hashed, sealed)}
        await record(actor=actor, verb="create_staff", subject_kind="staff", subject_number=None, **facts)
    return secret


async def is_staff(name: str) -> bool:
    """Whether there is, or was, an account of that name."""
    return await BY_NAME.value(fold(name)) is not None


async def end_staff(name: str, *, actor: str = "system") -> None:
    """Nobody signs in with it any more, and whoever is signed in is not. Raises Refused for the last one of all."""
    async with writing():
        here = [row["id"] for row in await HERE.rows()]
        account = await _account(name)
        if account["ended_at"] is not None:
            return
        if here == [account["id"]]:
            raise Refused(StaffWhyNot.LAST_ONE)
        await END.rows(account["id"], now())
        await END_STAFF_SESSIONS.rows(account["id"])
        await record(actor=actor, verb="end_staff", subject_kind="staff", subject_number=None, name=account["name"])


async def renew_staff(name: str, passphrase: str, totp_secret: str, *, actor: str = "system") -> None:
    """A new passphrase and a new second factor; the old ones open nothing. An ended account begins again."""
    if why_not := why_not_staff(name, passphrase):
        raise Refused(why_not)
    hashed, sealed = await secrets.slow_hash(passphrase), secrets.seal_totp(totp_secret)
    async with writing():
        account = await _account(name)
        await RENEW.rows(account["id"], hashed, sealed)
        await END_STAFF_SESSIONS.rows(account["id"])
        facts = {"name": account["name"], "account": minutes.of_account(hashed, sealed)}
        await record(actor=actor, verb="renew_staff", subject_kind="staff", subject_number=None, **facts)


async def _account(name: str) -> Row:
    found = await BY_NAME.row(fold(name))
    if found is None:
        raise Refused(StaffWhyNot.UNKNOWN)
    return found


__all__ = [
    "create_staff",
    "end_staff",
    "is_code_of",
    "is_staff",
    "new_passphrase",
    "new_totp_secret",
    "renew_staff",
    "totp_link",
    "why_not_staff",
]
