"""A motion is amended before it is voted on: then it reads anew."""

import pytest

from tests import makers_votes
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.rules.in_sitting import HeldAs, WhyNotHere

pytestmark = pytest.mark.usefixtures("store")

ASKS = "Soll es einen Skatepark am Bahnhof geben?"
MEANS = "Wir fordern ihn am Bahnhof."


@pytest.mark.parametrize(("choice", "read"), [("yes", ASKS), ("no", "Soll es einen Skatepark geben?")])
async def test_the_amendment_comes_first(choice: str, read: str) -> None:
    room = await makers_votes.room()
    motion = await makers_votes.prepared(room)
    held = HeldAs(amends=motion, question=ASKS, yes_means=MEANS)
    change = await makers_votes.prepared(room, question="Am Bahnhof?", held=held)
    with pytest.raises(Refused) as refused:
        await actions.open_poll(motion, actor=CHAIR)
    assert refused.value.reason is WhyNotHere.AMENDMENT_WAITS

    await actions.open_poll(change, actor=CHAIR)
    await makers_votes.shown(room, change, [choice] * 3)

    await actions.open_poll(motion, actor=CHAIR)
    assert (await queries.poll(motion)).question == read
    await makers_votes.shown(room, motion, ["yes"])
    assert change not in [one.poll.number for one in await queries.counted_polls()]  # the motion is what is handed over


async def test_only_a_motion_that_waits_can_be_amended() -> None:
    room = await makers_votes.room()
    motion = await makers_votes.opened(room)
    with pytest.raises(Wrong) as wrong:
        await makers_votes.prepared(room, question="Am Bahnhof?", held=HeldAs(amends=motion, question=" "))
    assert set(wrong.value.problems) == {"amends", "new_question", "new_yes_means"}


async def test_an_amendment_binds_as_its_motion_does() -> None:
    """Else one hand of eight could rewrite what nine have to decide."""
    room = await makers_votes.room(voters=8, absent=10)
    motion = await makers_votes.prepared(room)
    held = HeldAs(amends=motion, straw=True, question=ASKS, yes_means=MEANS)
    change = await makers_votes.prepared(room, question="Am Bahnhof?", held=held)
    assert (await queries.poll(change)).binding
    with pytest.raises(Refused) as refused:
        await actions.open_poll(change, actor=CHAIR)
    assert refused.value.reason is WhyNotHere.NOT_QUORATE

    asked = await makers_votes.prepared(room, question="Mögt ihr das?", held=HeldAs(straw=True))
    held = HeldAs(amends=asked, question=ASKS, yes_means=MEANS)
    assert not (await queries.poll(await makers_votes.prepared(room, question="So?", held=held))).binding


async def test_what_binds_nobody_changes_no_motion() -> None:
    """Such as stand in the store from before."""
    room = await makers_votes.room()
    motion = await makers_votes.prepared(room)
    held = HeldAs(amends=motion, question=ASKS, yes_means=MEANS)
    change = await makers_votes.prepared(room, question="Am Bahnhof?", held=held)
    await Sql("UPDATE poll SET binding = $2 WHERE number = $1").rows(change, False)
    await actions.open_poll(change, actor=CHAIR)
    await makers_votes.shown(room, change, ["yes"] * 3)
    assert (await queries.poll(motion)).question == "Soll es einen Skatepark geben?"
