"""Some vote on paper: same box, same list, entered by two; and nothing counts before it is in."""

import asyncio

import pytest

from tests import makers_paper, makers_polls, makers_votes
from tests.makers_paper import HELPER, OTHER
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.composing.votes import vote
from zukunftsparlament.polls import actions, pruefen, queries
from zukunftsparlament.polls.actions import Cast
from zukunftsparlament.polls.checks import CHECKS
from zukunftsparlament.polls.queries.minuted import held_in
from zukunftsparlament.polls.rules import Kind, Secrecy, Terms, WhyNot
from zukunftsparlament.polls.rules.in_sitting import HeldAs
from zukunftsparlament.polls.rules.paper import INVALID, WhyNotPaper
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.rules import SittingKind

pytestmark = pytest.mark.usefixtures("store")

LEFT = Sql(
    "SELECT (SELECT count(*) FROM paper_slip) + (SELECT count(*) FROM paper_voter) + (SELECT count(*) FROM paper_entry)"
)
BOXES = Sql("SELECT count(*) FROM sealed_ballot")
FINGERPRINTS = Sql("SELECT fingerprint FROM paper_entry")
FACTS = Sql("SELECT facts FROM sitting_step WHERE kind = 'paper'")


async def refused(act: object) -> object:
    with pytest.raises(Refused) as why:
        await act  # type: ignore[misc]
    return why.value.reason


async def closed(
    *, voters: int = 7, choices: tuple[str, ...] = ("yes", "yes", "no"), **wished: object
) -> tuple[int, list[str]]:
    """All but the last three have voted by phone; three have slips."""
    room = await makers_votes.room(voters=voters, **({"kind": wished.pop("room")} if "room" in wished else {}))  # type: ignore[arg-type]
    number = await makers_votes.opened(room, **({"secrecy": Secrecy.SECRET} | wished))
    slips = await makers_paper.given(number, room)
    await makers_votes.voted(room, number, choices)
    await actions.close_poll(number, actor=CHAIR)
    return number, slips


async def test_paper_and_phones_are_one_list() -> None:
    number, slips = await closed()
    assert await refused(actions.show_result(number, actor=CHAIR)) is WhyNot.PAPER_WAITS
    assert await makers_paper.entered(number, {slips[4]: ("no",), slips[1]: ("no",)}, second=HELPER)
    assert [said for check in CHECKS if (said := await check.find())] == []
    await actions.show_result(number, actor=CHAIR)

    counted = await queries.published_poll(number)
    assert dict(counted.result.counts.votes) == {"yes": 2, "no": 3, "abstain": 0}
    assert (counted.list_["turnout"], counted.list_["electorate_size"]) == (5, 7)
    listed = counted.list_["ballots"]
    assert [one["receipt"] for one in listed] == sorted(one["receipt"] for one in listed)
    assert {slips[1], slips[4]} <= {one["receipt"] for one in listed}
    pruefen.check(counted.list_)
    poll = counted.poll
    assert (poll.paper_given, poll.paper_returned, poll.paper_invalid) == (3, 2, 0)
    assert await LEFT.value() == 0
    assert [said for check in CHECKS if (said := await check.find())] == []


async def test_a_spoilt_slip_came_back_and_is_no_vote() -> None:
    number, slips = await closed()
    assert await makers_paper.entered(number, {slips[0]: INVALID, slips[2]: ("abstain",), slips[3]: ("yes",)})
    await actions.show_result(number, actor=CHAIR)
    counted = await queries.published_poll(number)
    assert dict(counted.result.counts.votes) == {"yes": 3, "no": 1, "abstain": 1}
    assert (counted.poll.turnout, counted.poll.paper_returned, counted.poll.paper_invalid) == (5, 3, 1)
    assert await FACTS.value() == f'{{"given": 3, "invalid": 1, "poll": {number}, "returned": 3}}'


async def test_two_who_differ_put_nothing_in() -> None:
    number, slips = await closed()
    here = {slips[0]: ("yes",), slips[1]: ("no",)}
    assert not await actions.enter_slips(number, here, round=1, actor=CHAIR)
    assert not await actions.enter_slips(number, here | {slips[1]: ("yes",)}, round=1, actor=OTHER)
    assert not await actions.enter_slips(number, here, round=1, actor=OTHER)  # a second tap of the same form
    assert await BOXES.value() == 3
    papers = await queries.papers_of(await queries.poll(number))
    assert (papers.round, papers.now) == (2, {})
    assert len({bytes(row["fingerprint"]) for row in await FINGERPRINTS.rows()}) == 2
    assert not await actions.enter_slips(number, here, round=2, actor=CHAIR)
    assert await actions.enter_slips(number, dict(reversed(here.items())), round=2, actor=OTHER)
    assert await BOXES.value() == 5
    assert await actions.enter_slips(number, here, actor=OTHER)  # it is in already
    assert await BOXES.value() == 5


async def test_one_alone_is_never_two() -> None:
    number, slips = await closed()
    for _tap in range(3):
        assert not await actions.enter_slips(number, {slips[0]: ("yes",)}, actor=CHAIR)
    assert await refused(actions.count_poll(number, actor=CHAIR)) is WhyNot.PAPER_WAITS


async def test_both_at_once_put_it_in_once() -> None:
    number, slips = await closed()
    acts = [actions.enter_slips(number, {slips[0]: ("no",)}, actor=actor) for actor in (CHAIR, OTHER, CHAIR, OTHER)]
    assert True in await asyncio.gather(*acts)
    assert await BOXES.value() == 4


async def test_what_cannot_be_entered() -> None:
    number, slips = await closed()
    for entered, why_not in (
        ({"igel-igel-igel-nein": ("yes",)}, WhyNotPaper.NO_SUCH_SLIP),
        (dict.fromkeys(slips[:4], ("yes",)), WhyNotPaper.MORE_THAN_GIVEN),
        ({slips[0]: ("1",)}, WhyNotPaper.NOT_ON_THE_SLIP),
        ({slips[0]: ("yes", "no")}, WhyNotPaper.NOT_ON_THE_SLIP),
    ):
        assert await refused(actions.enter_slips(number, entered, actor=CHAIR)) is why_not
    assert await makers_paper.entered(number, {})  # nothing came back: two have said so
    await actions.show_result(number, actor=CHAIR)
    assert (await queries.poll(number)).turnout == 3


async def test_who_has_a_slip_does_not_vote_by_phone_until_it_is_taken_back() -> None:
    room = await makers_votes.room(voters=5)
    number = await makers_votes.opened(room, secrecy=Secrecy.SECRET)
    poll = makers_polls.Opened(number, room.voters)
    seats = await makers_paper.seats(room.voters)
    assert await refused(actions.give_slip(number, seats[4], actor=CHAIR)) is WhyNotPaper.NO_SLIPS_LEFT
    await makers_paper.given(number, room, slips=2)
    assert await refused(makers_polls.vote(poll, room.voters[4])) is WhyNot.VOTES_ON_PAPER
    assert (await queries.paper_for(number, room.voters[4])).why_not is WhyNot.VOTES_ON_PAPER
    assert await makers_polls.vote(poll, room.voters[0]) is Cast.IS_IN_NOW
    assert await refused(actions.give_slip(number, seats[0], actor=CHAIR)) is WhyNotPaper.HAS_VOTED_BY_PHONE
    assert await refused(actions.give_slip(number, 99, actor=CHAIR)) is WhyNotPaper.NO_SUCH_SEAT
    assert await refused(actions.close_poll(number, countdown=10, actor=CHAIR)) is WhyNot.TOO_FEW_ON_PAPER
    for seat in seats[3:]:
        await actions.take_slip_back(number, seat, actor=HELPER)
    assert await makers_polls.vote(poll, room.voters[4]) is Cast.IS_IN_NOW
    await actions.close_poll(number, actor=CHAIR)
    assert await refused(actions.give_slip(number, seats[3], actor=CHAIR)) is WhyNotPaper.ONLY_WHILE_OPEN
    assert await refused(actions.enter_slips(number, {}, actor=CHAIR)) is WhyNotPaper.NOTHING_GIVEN


@pytest.mark.parametrize("secrecy", [Secrecy.SECRET, Secrecy.OPEN])
async def test_a_slip_and_a_phone_in_the_same_moment_are_one_vote(secrecy: Secrecy) -> None:
    room = await makers_votes.room(voters=8)
    number = await makers_votes.opened(room, secrecy=secrecy)
    if secrecy is Secrecy.SECRET:
        await actions.draw_slips(number, 8, printed=0, actor=CHAIR)
    poll, seats = makers_polls.Opened(number, room.voters), await makers_paper.seats(room.voters)

    async def either(act: object) -> bool:
        try:
            await act  # type: ignore[misc]
        except Refused as why:
            assert why.reason in (WhyNot.VOTES_ON_PAPER, WhyNotPaper.HAS_VOTED_BY_PHONE)
            return False
        return True

    votes = [either(makers_polls.vote(poll, voter)) for voter in room.voters]
    slips = [either(actions.give_slip(number, seat, actor=CHAIR)) for seat in seats]
    told = await asyncio.gather(*(act for pair in zip(slips, votes, strict=True) for act in pair))
    assert all(paper != phone for paper, phone in zip(told[::2], told[1::2], strict=True))


async def test_slips_are_drawn_once_a_tap_and_before_the_end() -> None:
    room = await makers_votes.room(voters=4)
    number = await makers_votes.prepared(room, secrecy=Secrecy.SECRET)
    for _tap in range(2):
        await actions.draw_slips(number, 5, printed=0, actor=CHAIR)
    assert len((await queries.papers_of(await queries.poll(number))).drawn) == 5
    assert await refused(actions.draw_slips(number, 56, printed=5, actor=CHAIR)) is WhyNotPaper.HOW_MANY_SLIPS
    assert await refused(actions.draw_slips(number, 0, printed=5, actor=CHAIR)) is WhyNotPaper.HOW_MANY_SLIPS
    await actions.open_poll(number, actor=CHAIR)
    await actions.close_poll(number, actor=CHAIR)
    assert await refused(actions.draw_slips(number, 1, printed=5, actor=CHAIR)) is WhyNotPaper.ONLY_BEFORE_THE_END
    await actions.void_poll(number, "Die Frage war falsch.", actor=CHAIR)
    assert await LEFT.value() == 0


async def test_an_open_vote_has_slips_with_seats() -> None:
    number, slips = await closed(secrecy=Secrecy.NAMED, choices=("yes", "yes", "no", "no"))
    assert await makers_paper.entered(number, {slips[0]: ("no",), slips[1]: INVALID})
    await actions.show_result(number, actor=CHAIR)
    counted = await queries.published_poll(number)
    assert dict(counted.result.counts.votes) == {"yes": 2, "no": 3, "abstain": 0}
    assert {"choice": ["no"], "receipt": "", "seat": int(slips[0])}.items() >= next(
        one for one in counted.list_["ballots"] if one.get("seat") == int(slips[0])
    ).items()


async def test_several_crosses_are_alike_in_any_order() -> None:
    number, slips = await closed(
        options="A\nB\nC", kind=Kind.UP_TO, terms=Terms(at_most=2, places=2), choices=("1", "2", "3")
    )
    assert not await actions.enter_slips(number, {slips[0]: ("3", "1")}, actor=CHAIR)
    assert await actions.enter_slips(number, {slips[0]: ("1", "3")}, actor=OTHER)
    await actions.show_result(number, actor=CHAIR)
    assert dict((await queries.published_poll(number)).result.counts.votes) == {"1": 2, "2": 1, "3": 2, "abstain": 0}


async def test_a_rehearsal_needs_no_three() -> None:
    room = await makers_votes.room(voters=2, kind=SittingKind.REHEARSAL)
    number = await makers_votes.opened(room, secrecy=Secrecy.SECRET)
    slips = await makers_paper.given(number, room, slips=1)
    await actions.close_poll(number, actor=CHAIR)
    assert await makers_paper.entered(number, {slips[0]: ("yes",)})
    await actions.show_result(number, actor=CHAIR)
    assert (await queries.poll(number)).turnout == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE poll SET paper_returned = 4",
        "UPDATE poll SET paper_invalid = 1",
        "UPDATE poll SET paper_given = 4",
        "UPDATE poll SET paper_given = NULL, paper_returned = NULL, paper_invalid = NULL",
    ],
)
async def test_verify_notices_other_numbers(change: str) -> None:
    number, slips = await closed()
    await makers_paper.entered(number, {slips[4]: ("no",), slips[1]: ("no",)})
    await Sql(change).rows()
    assert [said for check in CHECKS if (said := await check.find())]


async def test_verify_notices_who_votes_twice() -> None:
    number, _slips = await closed()
    await Sql("INSERT INTO paper_voter (poll, member) SELECT poll, member FROM turnout").rows()
    found = [said for check in CHECKS if (said := await check.find())]
    assert found == [f"Abstimmung {number}: Ein Sitz hat einen Zettel und hat auch am Handy abgestimmt."]


async def test_an_amended_question_needs_new_slips() -> None:
    room = await makers_votes.room(voters=4)
    motion = await makers_votes.prepared(room, secrecy=Secrecy.SECRET)
    words = HeldAs(amends=motion, question="Am Bahnhof?", yes_means="Wir fordern ihn dort.")
    change = await makers_votes.opened(room, question="Anders?", held=words)
    await actions.draw_slips(motion, 5, printed=0, actor=CHAIR)
    await makers_votes.shown(room, change, ["yes", "yes", "yes"])
    assert (await queries.papers_of(await queries.poll(motion))).drawn == []


async def test_minutes_say_how_many_came_back() -> None:
    number, slips = await closed()
    await makers_paper.entered(number, {slips[0]: ("no",), slips[1]: INVALID})
    await actions.show_result(number, actor=CHAIR)
    sitting = await sittings.sitting(int((await queries.poll(number)).sitting_number or 0))
    told = [vote(held, decision=None) for held in await held_in(sitting.id)]
    assert told[0]["how"][0] == "Auf Papier: 2 von 3 Zetteln kamen zurück. 1 davon ist ungültig."
