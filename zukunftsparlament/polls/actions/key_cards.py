"""Key cards before the opening: three keepers each take one, and show that they hold it.

A card is drawn in the request that shows it, and forgotten with its answer. The store keeps what a share can be sealed
with. So nobody waits for anybody, nothing is lost when the server falls over, and any of several servers may answer.
"""

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.people.queries import chair_count, chairs
from zukunftsparlament.people.secrets import slowly
from zukunftsparlament.polls import box, key_cards, queries, rules, shamir
from zukunftsparlament.polls.actions.leading import note, sitting_of
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.rules import PollState, WhyNot

TAKE = Sql("INSERT INTO poll_key_card (poll, place, keeper, public_key) VALUES ($1, $2, $3, $4)")
TAKE_ANOTHER = Sql("UPDATE poll_key_card SET public_key = $2, confirmed_at = NULL WHERE id = $1")
CONFIRM = Sql("UPDATE poll_key_card SET confirmed_at = $2 WHERE id = $1 AND confirmed_at IS NULL")
DISCARD = Sql("DELETE FROM poll_key_card WHERE poll = $1")
LOCK_IN = Sql("UPDATE poll_key_card SET share = $2 WHERE id = $1")


async def tell_chairs(number: int) -> None:
    """That a card waits for them. Inside `writing()`."""
    await tell(await chairs(), "key_card", address=f"/abstimmungen/{number}/schluessel")


async def take_key_card(number: int, *, actor: str) -> bytes:
    """A new card for `actor`, to be shown now or never. One that they had before is worth nothing from now on."""
    card = key_cards.new_card()
    public = await public_key_of(card, number)
    async with writing():
        poll = await two_key_poll(number)
        cards = await queries.key_cards(poll.id)
        others = cards.others_than(actor)
        if why_not := rules.why_not_take_card(actor, others=others, chairs=await chair_count(), state=poll.state):
            raise Refused(why_not)
        if before := cards.of(actor):
            await TAKE_ANOTHER.rows(before.id, public)
        else:
            await TAKE.rows(poll.id, cards.free_place, actor, public)
        await _record(poll, "take_key_card", actor)
    return card


async def confirm_key_card(number: int, card: bytes, word: str, *, actor: str) -> None:
    """`word`: the one at `key_cards.asked_place`. Raises Wrong when it is another; twice is no error."""
    public = await public_key_of(card, number)
    async with writing():
        poll = await two_key_poll(number)
        mine = (await queries.key_cards(poll.id)).of(actor)
        if mine is None or mine.public_key != public:
            raise Refused(WhyNot.KEY_CARD_REPLACED)
        if mine.is_confirmed:
            return
        if fold(word) != key_cards.words_of(card)[key_cards.asked_place(card) - 1].slug:
            raise Wrong({"word": sentence(WhyNot.KEY_CARD_OTHER_WORD)})
        await CONFIRM.rows(mine.id, now())
        await _record(poll, "confirm_key_card", actor)


async def discard_key_cards(number: int, *, actor: str) -> None:
    """All three begin anew: somebody has lost a card, or leads no longer. Only before the opening."""
    async with writing():
        poll = await two_key_poll(number)
        if poll.state is not PollState.PREPARED:
            raise Refused(WhyNot.KEY_CARD_ALREADY_NEEDED)
        if (await queries.key_cards(poll.id)).taken:
            await DISCARD.rows(poll.id)
            await _record(poll, "discard_key_cards", actor)


async def lock_with_cards(poll: Poll) -> bytes:
    """Makes the key of the box. Returns its public half; of the private one three sealed shares stay, and no more.

    Inside `writing()`, the poll locked. Raises Refused while a keeper has no card.
    """
    cards = await queries.key_cards(poll.id)
    if why_not := rules.why_not_open_box(confirmed=cards.confirmed):
        raise Refused(why_not)
    private, public = box.new_key()
    shares = shamir.split(private)
    for card in cards.taken:
        share = shares[card.place]
        sealed = key_cards.seal_share(share, poll=poll.number, place=card.place, public=card.public_key)
        await LOCK_IN.rows(card.id, sealed)
    return public


async def public_key_of(card: bytes, number: int) -> bytes:
    """What the store knows of a card. Slow, so never inside `writing()`."""
    return box.public_key(await slowly(key_cards.private_key, card, poll=number))


async def two_key_poll(number: int) -> Poll:
    """Locked for changing, its sitting first. Inside `writing()`. Raises Missing, and Refused without key cards."""
    await sitting_of(number)
    poll = await queries.poll_for_changing(number)
    if not poll.two_key:
        raise Refused(WhyNot.NO_KEY_CARDS_HERE)
    return poll


async def _record(poll: Poll, verb: str, actor: str) -> None:
    announce(*poll.rooms)
    await note(poll.number, actor=actor, verb=verb)
