"""Two of three cards open the box, and nothing else does."""

import asyncio
from itertools import permutations

import pytest

from tests import makers_polls as polls
from tests.polls import key_makers
from tests.polls.key_makers import CHAIR, OFFICE, OTHER_CHAIR, Locked
from zukunftsparlament.kernel.keys import keys_folder
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, key_cards, queries
from zukunftsparlament.polls.actions import Turned
from zukunftsparlament.polls.restoring import void_what_was_under_way
from zukunftsparlament.polls.rules import WhyNot

pytestmark = pytest.mark.usefixtures("store")


async def turn(locked: Locked, keeper: str, *, card: bytes | None = None) -> Turned:
    return await actions.turn_key(locked.number, card or locked.cards[keeper], actor=keeper)


async def why_not_turn(locked: Locked, keeper: str, *, card: bytes | None = None) -> object:
    with pytest.raises(Refused) as refused:
        await turn(locked, keeper, card=card)
    return refused.value.reason


@pytest.mark.parametrize(("first", "second"), list(permutations((CHAIR, OTHER_CHAIR, OFFICE), 2)))
async def test_any_two_cards_in_any_order_count(first: str, second: str) -> None:
    locked = await key_makers.voted_and_closed("yes", "yes", "no")

    assert await turn(locked, first) is Turned.FIRST
    assert await polls.state(locked.number) == "closed"
    assert await turn(locked, second) is Turned.COUNTED

    counted = await queries.counted(locked.number)
    assert dict(counted.result.counts.votes) == {"yes": 2, "no": 1, "abstain": 0}
    assert (await queries.key_cards(counted.poll.id)).taken == ()
    assert list((keys_folder() / "polls").glob("*")) == []


async def test_one_card_alone_is_never_enough_however_often_it_is_turned() -> None:
    locked = await key_makers.voted_and_closed("yes", "no", "no")
    for _again in range(3):
        assert await turn(locked, CHAIR) is Turned.FIRST

    with pytest.raises(Refused) as refused:
        await actions.count_poll(locked.number, actor=CHAIR)

    assert refused.value.reason is WhyNot.NEEDS_TWO_KEYS
    assert await polls.state(locked.number) == "closed"


async def test_nobody_opens_it_while_people_vote() -> None:
    locked = await key_makers.opened()

    assert await why_not_turn(locked, CHAIR) is WhyNot.STILL_OPEN


async def test_cards_of_another_box_or_out_of_thin_air_open_nothing() -> None:
    locked = await key_makers.voted_and_closed("yes", "no", "no")
    await turn(locked, CHAIR)

    assert await why_not_turn(locked, OFFICE, card=key_cards.new_card()) is WhyNot.KEY_CARD_UNKNOWN
    other = await key_makers.voted_and_closed("yes", "no", "no", question="Und noch etwas?")
    assert await why_not_turn(locked, OFFICE, card=other.cards[OFFICE]) is WhyNot.KEY_CARD_UNKNOWN
    assert await polls.state(locked.number) == "closed"


async def test_a_share_that_was_changed_or_swapped_is_noticed_and_nothing_is_counted() -> None:
    locked = await key_makers.voted_and_closed("yes", "no", "no")
    await turn(locked, CHAIR)
    share = Sql(
        "UPDATE poll_key_card SET share = (SELECT o.share FROM poll_key_card o WHERE o.keeper = $2) WHERE keeper = $1"
    )
    await share.rows(OFFICE, OTHER_CHAIR)

    assert await why_not_turn(locked, OFFICE) is WhyNot.BOX_DOES_NOT_OPEN
    assert await turn(locked, OTHER_CHAIR) is Turned.COUNTED


async def test_two_who_turn_at_once_count_once() -> None:
    locked = await key_makers.voted_and_closed("yes", "no", "no")

    turned = await asyncio.gather(*(turn(locked, keeper) for keeper in (CHAIR, OTHER_CHAIR, OFFICE) * 2))

    assert Turned.COUNTED in turned
    assert (await queries.poll(locked.number)).turnout == 3


async def test_lost_cards_leave_one_way_only_void_and_then_nothing_of_it_is_left() -> None:
    locked = await key_makers.voted_and_closed("yes", "no", "no")
    await turn(locked, CHAIR)
    await actions.void_poll(locked.number, "Zwei Schlüsselkarten sind weg.", actor=CHAIR)

    poll = await queries.poll(locked.number)
    assert poll.state.value == "void"
    assert (await queries.key_cards(poll.id)).taken == ()
    assert await why_not_turn(locked, OFFICE) is WhyNot.VOID


async def test_after_a_restore_what_was_under_way_is_void_and_what_waits_needs_new_cards() -> None:
    locked = await key_makers.voted_and_closed("yes", "no", "no")
    waiting = await polls.prepared(two_key=True, question="Und noch etwas?")
    await key_makers.card(waiting, CHAIR)

    assert await void_what_was_under_way("Ein alter Stand kam zurück.") == [locked.number]
    assert (await queries.key_cards((await queries.poll(waiting)).id)).taken == ()
