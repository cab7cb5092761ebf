"""What the journal keeps of seats, roles and accounts, so that `verify` notices when a row is changed later.

Fingerprints only: the journal names no young person.
"""

import hashlib
import json

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.sql import Sql

SEATS = Sql("SELECT number, member, deputy FROM seat ORDER BY number")
ROLES = Sql("SELECT id, role FROM member WHERE role IN ('member', 'deputy', 'chair', 'moderator') ORDER BY id")


async def of_roles(*, without: int | None = None) -> str:
    """Who sits where and who has which role, all together. Inside a transaction that locks the seats.

    `without`: a member (row id) who is about to lose theirs.
    """
    seats = [[row["number"], row["member"], row["deputy"]] for row in await SEATS.rows()]
    roles = [[row["id"], row["role"]] for row in await ROLES.rows() if row["id"] != without]
    return _fingerprint({"seats": seats, "roles": roles})


def of_account(passphrase_hash: str, sealed_totp: str) -> str:
    return _fingerprint({"passphrase": passphrase_hash, "totp": sealed_totp})


async def write_down_roles() -> None:
    """The demo gives roles past the office: the journal says how it begins. Inside `writing()`."""
    await record(actor="system", verb="begin", subject_kind="role", subject_number=None, roles=await of_roles())


def _fingerprint(told: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
