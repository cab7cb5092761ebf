"""Those who spoke least come first, and everybody can see why."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from zukunftsparlament.procedure.rules import SpeakingSeconds
from zukunftsparlament.sittings.rules import SittingState, WhyNot
from zukunftsparlament.sittings.rules.room_words import RoomWhyNot
from zukunftsparlament.sittings.rules.speaking import Hand, Why, in_line, seconds_for, why_not_raise

START = datetime(2027, 2, 3, 16, tzinfo=UTC)
SECONDS = SpeakingSeconds(first=180, further=60, mover=240)


def hand(mark: int, *, spoke: int = 0, school: int = 0, is_order: bool = False) -> Hand:
    """`mark` is the minute, too."""
    at = START + timedelta(minutes=mark)
    return Hand(mark=mark, raised_at=at, spoke=spoke, school_spoke=school, is_order=is_order)


def test_the_order_and_its_reasons() -> None:
    line = in_line(
        [hand(1, spoke=1, school=1), hand(2, school=2), hand(3, school=1), hand(4), hand(5), hand(6, is_order=True)]
    )

    assert [(one.hand.mark, one.place, one.why) for one in line] == [
        (6, 1, Why.NEXT),
        (4, 1, Why.ORDER_FIRST),
        (5, 2, Why.LATER),
        (3, 3, Why.SCHOOL_SPOKE_MORE),
        (2, 4, Why.SCHOOL_SPOKE_MORE),
        (1, 5, Why.SPOKE_MORE),
    ]


hands = st.lists(
    st.builds(hand, st.integers(1, 50), spoke=st.integers(0, 3), school=st.integers(0, 3), is_order=st.booleans()),
    unique_by=lambda one: one.mark,
    max_size=12,
)


@settings(max_examples=150)
@given(hands, st.randoms())
def test_a_reason_is_true_and_the_order_does_not_depend_on_how_they_came(found: list[Hand], chance: object) -> None:
    line = in_line(found)
    shuffled = [*found]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert in_line(shuffled) == line
    for before, one in pairwise(line):
        assert not (one.hand.is_order and not before.hand.is_order)
        assert one.why is not Why.NEXT
        if one.why is Why.SPOKE_MORE:
            assert one.hand.spoke > before.hand.spoke
        if one.why is Why.SCHOOL_SPOKE_MORE:
            assert one.hand.school_spoke > before.hand.school_spoke
        if one.why is Why.LATER:
            assert one.hand.raised_at > before.hand.raised_at


def test_how_long_somebody_may_speak() -> None:
    at = START
    assert seconds_for(Hand(mark=1, raised_at=at), SECONDS) == 180
    assert seconds_for(Hand(mark=1, raised_at=at, spoke=3), SECONDS) == 180  # elsewhere, not about this
    assert seconds_for(Hand(mark=1, raised_at=at, spoke_here=1), SECONDS) == 60
    assert seconds_for(Hand(mark=1, raised_at=at, spoke_here=1, mover=True), SECONDS) == 240
    assert seconds_for(Hand(mark=1, raised_at=at, is_order=True), SECONDS) == 60


def test_who_may_raise_a_hand() -> None:
    def why(state: SittingState = SittingState.OPEN, **known: bool) -> object:
        fits = {"in_room": True, "has_seat": True, "item_runs": True, "is_closed": False, "is_order": False} | known
        return why_not_raise(state, **fits)

    assert why() is None
    assert why(SittingState.PAUSED) is RoomWhyNot.PAUSED
    assert why(SittingState.INVITED) is WhyNot.NOT_OPEN
    assert why(in_room=False) is WhyNot.NOT_IN_THE_ROOM
    assert why(has_seat=False) is RoomWhyNot.ONLY_SEATS_SPEAK
    assert why(item_runs=False) is RoomWhyNot.NO_ITEM_RUNS
    assert why(is_closed=True) is RoomWhyNot.LIST_IS_CLOSED
    assert why(is_closed=True, is_order=True) is None
