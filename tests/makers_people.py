"""People who can sign in: a card with words, an account of the office."""

import pyotp

from tests import makers
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.keys import server_key
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import actions, secrets
from zukunftsparlament.people.names import take

WORDS = "Apfel Ball Löwe Straße Zug"


def forgive_everybody() -> None:
    """Throttles live in memory: a test starts without earlier tries."""
    for throttle in (actions.by_account, actions.by_account_and_address, actions.by_address):
        throttle._buckets.clear()


async def member_with_words(card_name: str = "Igel 27") -> int:
    member = await makers.member()
    await Sql("UPDATE card SET words_hash = $2 WHERE member = $1").rows(member, await secrets.slow_hash(fold(WORDS)))
    async with writing():
        assert await take(member, "card", card_name)
    return member


async def office_account() -> tuple[str, str]:
    """Name and TOTP secret of an account with the passphrase "korrekt pferd batterie"."""
    server_key()
    totp = pyotp.random_base32()
    id_ = await makers.staff("Jugendbüro 1")
    await Sql("UPDATE staff SET passphrase_hash = $2, sealed_totp = $3 WHERE id = $1").rows(
        id_, await secrets.slow_hash("korrekt pferd batterie"), secrets.seal_totp(totp)
    )
    return "Jugendbüro 1", totp
