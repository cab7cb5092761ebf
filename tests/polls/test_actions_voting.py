import json

import pytest

from tests import makers, makers_polls
from zukunftsparlament.kernel.refusals import Missing, Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import Cast
from zukunftsparlament.polls.rules import Electorate, Secrecy, WhyNot

pytestmark = pytest.mark.usefixtures("store")

BOXES = Sql("SELECT box FROM sealed_ballot")
CHOICES = Sql("SELECT choice FROM open_vote ORDER BY id")


async def test_a_secret_vote_lies_in_the_box_and_says_nothing() -> None:
    poll = await makers_polls.opened()

    cast = await makers_polls.vote(poll, poll.voters[0], "no")

    boxes = [bytes(row["box"]) for row in await BOXES.rows()]
    assert (cast, len(boxes), len(boxes[0])) == (Cast.IS_IN_NOW, 1, 304)
    assert b"no" not in boxes[0].lower() or b"choice" not in boxes[0]


async def test_a_second_secret_vote_changes_nothing_whatever_it_carries() -> None:
    poll = await makers_polls.opened()
    await makers_polls.vote(poll, poll.voters[0])

    again = await actions.cast_vote(poll.number, ["nonsense", "more"], receipt="", voter=poll.voters[0])

    assert (again, len(await BOXES.rows())) == (Cast.WAS_IN_ALREADY, 1)


async def test_an_open_vote_can_be_changed_until_the_end() -> None:
    poll = await makers_polls.opened(secrecy=Secrecy.OPEN)
    await makers_polls.vote(poll, poll.voters[0], "yes")
    await makers_polls.vote(poll, poll.voters[0], "abstain")

    assert [json.loads(row["choice"]) for row in await CHOICES.rows()] == [["abstain"]]

    await actions.close_poll(poll.number, actor=makers_polls.CHAIR)
    with pytest.raises(Refused) as refused:
        await makers_polls.vote(poll, poll.voters[0], "no")
    assert refused.value.reason is WhyNot.ALREADY_CLOSED


@pytest.mark.parametrize("chosen", [[], ["yes", "no"], ["maybe"], ["1"], ["YES"], ["x" * 20_000], ["\ud800"]])
async def test_what_is_not_on_the_paper_is_not_cast(chosen: list[str]) -> None:
    poll = await makers_polls.opened()

    with pytest.raises(Wrong) as wrong:
        await actions.cast_vote(poll.number, chosen, receipt=makers_polls.slip(poll.number), voter=poll.voters[0])

    assert (list(wrong.value.problems), await BOXES.rows()) == (["choice"], [])


@pytest.mark.parametrize("receipt", ["", "igel-mond-boot-apfel", "igel-mond-boot-apfel.00", "ü.ü"])
async def test_nobody_chooses_a_receipt(receipt: str) -> None:
    poll = await makers_polls.opened()

    with pytest.raises(Wrong):
        await actions.cast_vote(poll.number, ["yes"], receipt=receipt, voter=poll.voters[0])

    assert await BOXES.rows() == []
    assert await makers_polls.vote(poll, poll.voters[0]) is Cast.IS_IN_NOW


async def test_a_receipt_of_another_poll_is_none() -> None:
    poll = await makers_polls.opened()
    with pytest.raises(Wrong):
        await makers_polls.vote(poll, poll.voters[0], receipt=makers_polls.slip(poll.number + 1))


async def test_only_who_is_on_the_roll_votes() -> None:
    poll = await makers_polls.opened()
    came_later = await makers.seated()

    for voter in (came_later, await makers.member(), None):
        with pytest.raises(Refused) as refused:
            await actions.cast_vote(poll.number, ["yes"], receipt=makers_polls.slip(poll.number), voter=voter)
        assert refused.value.reason is WhyNot.NOT_ON_THE_ROLL


async def test_every_card_votes_in_a_poll_of_the_cards() -> None:
    poll = await makers_polls.opened(electorate=Electorate.CARDS)
    assert await makers_polls.vote(poll, poll.voters[2]) is Cast.IS_IN_NOW


async def test_before_the_opening_nobody_votes_and_nobody_is_sent_away_for_good() -> None:
    voter = await makers.seated()
    number = await makers_polls.prepared()
    with pytest.raises(Refused) as refused:
        await actions.cast_vote(number, ["yes"], voter=voter)
    assert refused.value.reason is WhyNot.NOT_OPEN_YET


async def test_after_the_count_whoever_has_voted_is_counted() -> None:
    poll = await makers_polls.counted(["yes", "no", "yes"])
    with pytest.raises(Refused) as refused:
        await actions.cast_vote(poll.number, ["yes"], voter=poll.voters[0])
    assert refused.value.reason is WhyNot.ALREADY_COUNTED


async def test_a_poll_that_does_not_exist_is_missing() -> None:
    with pytest.raises(Missing):
        await actions.cast_vote(99, ["yes"], voter=1)


async def test_the_turnout_is_shown_in_steps() -> None:
    poll = await makers_polls.voted(["yes"] * 4, voters=11)
    found = await queries.poll(poll.number)
    assert await queries.shown_turnout(found) == 0
    await makers_polls.vote(poll, poll.voters[4])
    assert await queries.shown_turnout(found) == 5
