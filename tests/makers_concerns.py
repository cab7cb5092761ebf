"""Accounts of the office that read concerns."""

from dataclasses import dataclass

import pyotp

from tests import makers
from zukunftsparlament.concerns.keeping import become_keeper
from zukunftsparlament.kernel.keys import server_key
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import secrets

ACCOUNT = Sql("UPDATE staff SET passphrase_hash = $2, sealed_totp = $3 WHERE id = $1")


@dataclass(frozen=True)
class Account:
    id: int
    name: str
    passphrase: str
    totp: str

    def typed(self) -> dict[str, str]:
        return {"passphrase": self.passphrase, "totp": pyotp.TOTP(self.totp).now()}


async def account(name: str, passphrase: str = "korrekt pferd batterie") -> Account:
    server_key()
    id_, totp = await makers.staff(name), pyotp.random_base32()
    await ACCOUNT.rows(id_, await secrets.slow_hash(passphrase), secrets.seal_totp(totp))
    return Account(id_, name, passphrase, totp)


async def two_keepers() -> tuple[Account, Account]:
    made = [await account("Ada", "drei laute gänse am see"), await account("Ben", "vier leise eulen im wald")]
    for one in made:
        await become_keeper(one.id, one.passphrase, actor=f"office:{one.name}")
    return made[0], made[1]
