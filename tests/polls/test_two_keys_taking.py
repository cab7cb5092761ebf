"""Three keepers take their cards before a two-key ballot box can be opened."""

import asyncio
from dataclasses import replace

import pytest

from tests import makers
from tests import makers_polls as polls
from tests.polls import key_makers
from tests.polls.key_makers import CHAIR, OFFICE, OTHER_CHAIR
from zukunftsparlament.kernel.keys import keys_folder
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, box, key_cards, queries
from zukunftsparlament.polls.rules import PollState, Secrecy, Way, WhyNot, why_not_take_card, why_not_two_keys
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie

pytestmark = pytest.mark.usefixtures("store")


@pytest.mark.parametrize(("chairs", "office"), [(0, 0), (0, 5), (1, 1), (2, 0), (5, 0)])
def test_with_too_few_keepers_there_is_no_such_box(chairs: int, office: int) -> None:
    assert why_not_two_keys(chairs=chairs, office=office) is WhyNot.TOO_FEW_KEEPERS


@pytest.mark.parametrize(("chairs", "office"), [(2, 1), (3, 1), (1, 2), (2, 4)])
def test_two_chairs_and_the_office_or_one_chair_and_two_of_the_office_are_enough(chairs: int, office: int) -> None:
    assert why_not_two_keys(chairs=chairs, office=office) is None


@pytest.mark.parametrize(
    ("keeper", "others", "chairs", "expected"),
    [
        (CHAIR, [], 2, None),
        (CHAIR, [OTHER_CHAIR, OFFICE], 2, None),
        (CHAIR, [OTHER_CHAIR, "chair:3"], 3, WhyNot.KEY_CARDS_OF_CHAIRS_TAKEN),
        (OFFICE, ["office:Bert"], 2, WhyNot.KEY_CARDS_OF_OFFICE_TAKEN),
        (OFFICE, ["office:Bert", CHAIR], 1, None),
        (OFFICE, ["office:Bert", "office:Carla"], 1, WhyNot.KEY_CARDS_OF_OFFICE_TAKEN),
        (OFFICE, ["office:Bert", "office:Carla"], 0, WhyNot.KEY_CARDS_OF_OFFICE_TAKEN),
        (CHAIR, [OTHER_CHAIR, OFFICE, "office:Bert"], 3, WhyNot.KEY_CARDS_ALL_TAKEN),
    ],
)
def test_who_may_take_a_card(keeper: str, others: list[str], chairs: int, expected: WhyNot | None) -> None:
    assert why_not_take_card(keeper, others=others, chairs=chairs, state=PollState.PREPARED) is expected


async def test_it_is_refused_at_the_tick_with_the_reason() -> None:
    await makers.chair()
    with pytest.raises(Wrong) as few:
        await polls.prepared(two_key=True)
    await key_makers.keepers()
    with pytest.raises(Wrong) as not_secret:
        await polls.prepared(two_key=True, secrecy=Secrecy.OPEN)

    assert "drei Menschen" in few.value.problems["two_key"]
    assert "geheim" in not_secret.value.problems["two_key"]


async def test_it_opens_only_when_three_have_shown_that_they_hold_their_card() -> None:
    await key_makers.keepers()
    for _seat in range(3):
        await makers.seated()
    number = await polls.prepared(two_key=True)
    await key_makers.card(number, CHAIR)
    await key_makers.card(number, OFFICE)
    await actions.take_key_card(number, actor=OTHER_CHAIR)  # and not confirmed

    with pytest.raises(Refused) as refused:
        await actions.open_poll(number, actor=CHAIR)
    assert refused.value.reason is WhyNot.KEY_CARDS_MISSING
    await key_makers.card(number, OTHER_CHAIR)
    await actions.open_poll(number, actor=CHAIR)

    assert await polls.state(number) == "open"


async def test_no_private_key_is_written_anywhere_and_every_share_is_sealed() -> None:
    locked = await key_makers.opened()
    poll = await queries.poll(locked.number)

    assert list((keys_folder() / "polls").glob("*.key")) == []
    for held in (await queries.key_cards(poll.id)).taken:
        card = locked.cards[held.keeper]
        private = key_cards.private_key(card, poll=locked.number)
        assert box.public_key(private) == held.public_key
        share = key_cards.open_share(held.share or b"", poll=locked.number, place=held.place, private=private)
        assert len(share) == 32 and share not in (held.share or b"")


async def test_another_word_is_refused_and_the_card_stays_unconfirmed() -> None:
    await key_makers.keepers()
    number = await polls.prepared(two_key=True)
    card = await actions.take_key_card(number, actor=CHAIR)
    words = key_cards.words_of(card)
    asked = key_cards.asked_place(card) - 1
    other = next(word.word for word in words if word != words[asked])

    with pytest.raises(Wrong):
        await actions.confirm_key_card(number, card, other, actor=CHAIR)
    assert (await queries.key_cards((await queries.poll(number)).id)).confirmed == 0
    for _twice in range(2):
        await actions.confirm_key_card(number, card, f" {words[asked].word.upper()} ", actor=CHAIR)

    assert (await queries.key_cards((await queries.poll(number)).id)).confirmed == 1


async def test_a_new_card_makes_the_old_one_worthless() -> None:
    await key_makers.keepers()
    number = await polls.prepared(two_key=True)
    old = await key_makers.card(number, CHAIR)
    await actions.take_key_card(number, actor=CHAIR)

    with pytest.raises(Refused) as refused:
        await confirm(number, old)
    assert refused.value.reason is WhyNot.KEY_CARD_REPLACED
    assert (await queries.key_cards((await queries.poll(number)).id)).confirmed == 0


async def confirm(number: int, card: bytes) -> None:
    word = key_cards.words_of(card)[key_cards.asked_place(card) - 1].word
    await actions.confirm_key_card(number, card, word, actor=CHAIR)


async def test_all_may_begin_anew_until_it_is_open() -> None:
    locked = await key_makers.with_cards()
    await actions.discard_key_cards(locked.number, actor=CHAIR)
    assert (await queries.key_cards((await queries.poll(locked.number)).id)).taken == ()

    opened = await key_makers.opened()
    for act in (actions.discard_key_cards, actions.take_key_card):
        with pytest.raises(Refused) as refused:
            await act(opened.number, actor=CHAIR)
        assert refused.value.reason is WhyNot.KEY_CARD_ALREADY_NEEDED


async def test_two_who_take_at_once_get_two_places_and_one_who_taps_twice_gets_one() -> None:
    await key_makers.keepers()
    number = await polls.prepared(two_key=True)

    await asyncio.gather(*(actions.take_key_card(number, actor=keeper) for keeper in (CHAIR, OTHER_CHAIR, OFFICE) * 2))

    cards = (await queries.key_cards((await queries.poll(number)).id)).taken
    assert sorted((card.place, card.keeper) for card in cards) == sorted(
        zip((1, 2, 3), (card.keeper for card in cards), strict=True)
    )
    assert {card.keeper for card in cards} == {CHAIR, OTHER_CHAIR, OFFICE}


async def test_a_poll_without_the_tick_has_no_cards() -> None:
    number = await polls.prepared()
    with pytest.raises(Refused) as refused:
        await actions.take_key_card(number, actor=CHAIR)

    assert refused.value.reason is WhyNot.NO_KEY_CARDS_HERE


async def test_a_run_off_is_as_safe_as_what_it_follows() -> None:
    await polls.rules(replace(HOLZWICKEDE, tie=Tie.RUN_OFF))
    locked = await key_makers.voted_and_closed("1", "2", "1", "2", options="Ada\nBo", persons=True)
    await actions.turn_key(locked.number, locked.cards[CHAIR], actor=CHAIR)
    await actions.turn_key(locked.number, locked.cards[OFFICE], actor=OFFICE)
    await actions.publish_poll(locked.number, actor=CHAIR)
    run_off = await actions.settle_tie(locked.number, actions.Chosen(way=Way.RUN_OFF), actor=CHAIR)

    assert (await queries.poll(run_off)).two_key


async def test_both_chairs_are_told_that_a_card_waits_for_them() -> None:
    await key_makers.keepers()
    number = await polls.prepared(two_key=True)

    told = await Sql("SELECT address FROM message WHERE kind = 'key_card'").rows()
    assert [row["address"] for row in told] == 2 * [f"/abstimmungen/{number}/schluessel"]
