"""Two-key ballot boxes: no private key on this server, and exactly what two cards need to open the box."""

from zukunftsparlament.kernel.checks import Check, Found
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.polls import keys, queries
from zukunftsparlament.polls.queries import KeyCards
from zukunftsparlament.polls.rules import KEY_CARDS

TWO_KEY = Sql(
    "SELECT id, number, secrecy, public_key, opened_at, counted_at, voided_at FROM poll WHERE two_key = $1 "
    "ORDER BY number"
)
STRAY = Sql(
    "SELECT p.number FROM poll_key_card c JOIN poll p ON p.id = c.poll WHERE p.two_key = $1 ORDER BY p.number LIMIT 1"
)


async def _key_cards_fit() -> Found:
    with_files = set(keys.numbers(keys.KEY))
    for row in await TWO_KEY.rows(True):
        cards = await queries.key_cards(row["id"])
        why = _why_not_secret(row, has_file=row["number"] in with_files) or _why_not_cards(row, cards)
        if why:
            return _("Abstimmung {number}: {why}").format(number=row["number"], why=why)
    if (number := await STRAY.value(False)) is not None:
        return _("Abstimmung {number}: Sie hat Schlüsselkarten, ist aber ohne zwei Schlüssel.").format(number=number)
    return None


def _why_not_secret(row: Row, *, has_file: bool) -> Found:
    if has_file:
        return _("Zu ihrer Zwei-Schlüssel-Urne liegt ein Schlüssel auf dem Server.")
    return None if row["secrecy"] == "secret" else _("Zwei Schlüssel, aber keine geheime Abstimmung.")


def _why_not_cards(row: Row, cards: KeyCards) -> Found:
    if row["counted_at"] or row["voided_at"]:
        return None  # that none are left over: see "Urnen"
    shares = [card for card in cards.taken if card.share is not None]
    if not row["opened_at"]:
        return _("Noch nicht eröffnet, und es gibt schon Teile eines Schlüssels.") if shares else None
    if cards.confirmed != KEY_CARDS or len(shares) != KEY_CARDS or not row["public_key"]:
        return _("Von ihren drei Schlüsselkarten fehlt etwas: Zwei Karten öffnen diese Urne vielleicht nicht.")
    waiting = {card.place for card in cards.taken if card.turned_share is not None}
    expected = {card.place for card in cards.taken if cards.turned and card != cards.turned}
    return None if waiting == expected else _("Was die erste gesteckte Karte hinterlassen hat, passt nicht.")


KEY_CARD_CHECKS = (Check(N_("Zwei-Schlüssel-Urnen"), _key_cards_fit),)
