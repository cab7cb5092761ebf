"""The doors of a two-key ballot box: take a card, show that it is there, and at the end put two of them in."""

from dataclasses import dataclass
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.qr import qr_svg
from zukunftsparlament.kernel.refusals import Missing, Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads
from zukunftsparlament.people.queries import chair_count
from zukunftsparlament.polls import actions, key_cards, queries
from zukunftsparlament.polls.key_cards import Unreadable
from zukunftsparlament.polls.queries import KeyCard, KeyCards, Poll
from zukunftsparlament.polls.rules import WhyNot, why_not_take_card
from zukunftsparlament.polls.shown import pictures
from zukunftsparlament.polls.two_key_texts import keeper_words, ready_sentence, unreadable_sentence


@dataclass(frozen=True, slots=True)
class Kept:
    """One of the three cards, as the page lists it."""

    keeper: str
    is_mine: bool
    is_confirmed: bool
    is_turned: bool


@dataclass(frozen=True, slots=True)
class CardsShown:
    """`mine`: the card of whoever looks. `why_not_take`: why they cannot take one, "" when they can."""

    poll: Poll
    cards: list[Kept]
    ready: str
    missing: int
    mine: KeyCard | None
    is_turned: bool
    why_not_take: str

    @property
    def address(self) -> str:
        return address_of(self.poll.number)


def address_of(number: int) -> str:
    return f"/abstimmungen/{number}/schluessel"


async def cards_of(number: int, me: Me) -> CardsShown:
    """Raises Missing for a poll without key cards."""
    poll = await queries.poll(number)
    if not poll.two_key:
        raise Missing
    cards = await queries.key_cards(poll.id)
    why_not = why_not_take_card(
        me.actor, others=cards.others_than(me.actor), chairs=await chair_count(), state=poll.state
    )
    return CardsShown(
        poll=poll,
        cards=_listed(cards, me),
        ready=ready_sentence(cards.confirmed),
        missing=cards.missing,
        mine=cards.of(me.actor),
        is_turned=cards.turned is not None,
        why_not_take=sentence(why_not) if why_not else "",
    )


def _listed(cards: KeyCards, me: Me) -> list[Kept]:
    return [
        Kept(keeper_words(card.keeper), card.keeper == me.actor, card.is_confirmed, card.is_turned)
        for card in cards.taken
    ]


def card_page(poll: Poll, card: bytes, *, form: Form, **more: Any) -> Response[str]:
    """The card itself: now or never. Nothing of it is kept when this answer is on its way."""
    code = key_cards.code_of(card)
    return page(
        "polls/key_card.html",
        poll=poll,
        code=code,
        words=pictures("-".join(word.slug for word in key_cards.words_of(card))),
        asked=key_cards.asked_place(card),
        qr=qr_svg(f"{settings().base_url}{address_of(poll.number)}#{code}"),
        form=form,
        **more,
    )


def card_in(form: Form) -> bytes:
    """The card that somebody has typed or scanned. Raises Wrong."""
    try:
        if form.text("code"):
            return key_cards.read_code(form.text("code"))
        return key_cards.read_words(form.raw("words"))
    except Unreadable as unreadable:
        raise Wrong({"words": unreadable_sentence(unreadable.word)}) from None


class KeyCardController(Controller):
    path = "/abstimmungen/{number:int}/schluessel"
    guards = [leads]

    @get(name="keys")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        shown = await cards_of(number, me)
        template = "polls/_keys_now.html" if visit.get().wants_fragment else "polls/keys.html"
        return page(template, shown=shown, poll=shown.poll, form=Form())

    @post("/karte", name="keys.take", status_code=200)
    async def take(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        card = await actions.take_key_card(number, actor=me.actor)
        return card_page(await queries.poll(number), card, form=Form())

    @post("/bestaetigung", name="keys.confirm", status_code=303)
    async def confirm(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        try:
            card = card_in(form)
        except Wrong:
            return go_to(address_of(number))  # nobody types this field: begin anew
        try:
            await actions.confirm_key_card(number, card, form.text("word"), actor=me.actor)
        except Wrong as wrong:
            return card_page(await queries.poll(number), card, form=form, status=422, problems=wrong.problems)
        return go_to(address_of(number))

    @post("/neubeginn", name="keys.discard", status_code=303)
    async def discard(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.discard_key_cards(number, actor=me.actor)
        return go_to(address_of(number))

    @post(name="keys.turn", status_code=303)
    async def turn(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        try:
            turned = await actions.turn_key(number, card_in(form), actor=me.actor)
        except Wrong as wrong:
            return await self._again(number, me, form, wrong.problems)
        except Refused as refused:
            if refused.reason is not WhyNot.KEY_CARD_UNKNOWN:
                raise
            return await self._again(number, me, form, {"words": sentence(refused.reason)})
        return go_to(address_of(number) if turned is actions.Turned.FIRST else f"/abstimmungen/{number}")

    async def _again(self, number: int, me: Me, form: Form, problems: dict[str, str]) -> Response[str]:
        shown = await cards_of(number, me)
        return page("polls/keys.html", status=422, shown=shown, poll=shown.poll, form=form, problems=problems)
