"""Somebody who is signed in shows once more that the card is theirs: a phone lies about, a card rarely."""

from zukunftsparlament.kernel.picture_words import LONGEST_TYPED, fold
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import secrets
from zukunftsparlament.people.access import Me
from zukunftsparlament.people.actions import counted_try
from zukunftsparlament.people.rules import WhyNot, read_code

CARD = Sql(
    "SELECT c.code_hash, c.words_hash, m.card_name FROM card c JOIN member m ON m.id = c.member WHERE c.member = $1"
)


async def prove(typed: str, *, me: Me, address: str) -> None:
    """`typed`: the five words, or the code out of the QR. Raises Refused, or TooOften as signing in does."""
    card = await CARD.row(me.card)
    if card is None:
        raise Refused(WhyNot.CARD_UNKNOWN)
    code = read_code(typed)
    if code is not None and secrets.digest(code) == card["code_hash"]:
        return
    with counted_try(f"card:{fold(card['card_name'] or '')}", address):
        if not await secrets.matches(fold(typed[:LONGEST_TYPED]), card["words_hash"]):
            raise Refused(WhyNot.WORDS_WRONG)
