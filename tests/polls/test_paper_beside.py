"""Votes on paper beside the count: other kinds, two keys, rehearsals, minutes, and what `verify` notices."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import makers, makers_paper, makers_votes
from tests.makers_paper import HELPER, OTHER, closed, refused
from tests.makers_polls import CHAIR
from tests.polls import key_makers
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.composing.votes import vote
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.checks import CHECKS
from zukunftsparlament.polls.queries.minuted import held_in
from zukunftsparlament.polls.rules import Kind, Secrecy, Terms, WhyNot
from zukunftsparlament.polls.rules.in_sitting import HeldAs
from zukunftsparlament.polls.rules.paper import INVALID, Entered, WhyNotPaper, as_bytes
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.rules import SittingKind

pytestmark = pytest.mark.usefixtures("store")

LEFT = Sql(
    "SELECT (SELECT count(*) FROM paper_slip) + (SELECT count(*) FROM paper_voter) + (SELECT count(*) FROM paper_entry)"
)


async def test_slips_are_drawn_once_a_tap_and_before_the_end() -> None:
    room = await makers_votes.room(voters=4)
    number = await makers_votes.prepared(room, secrecy=Secrecy.SECRET)
    for _tap in range(2):
        await actions.draw_slips(number, 5, printed=0, actor=CHAIR)
    assert len((await queries.papers_of(await queries.poll(number))).drawn) == 5
    assert await refused(actions.draw_slips(number, 56, printed=5, actor=CHAIR)) is WhyNotPaper.HOW_MANY_SLIPS
    assert await refused(actions.draw_slips(number, 0, printed=5, actor=CHAIR)) is WhyNotPaper.HOW_MANY_SLIPS
    await actions.open_poll(number, actor=CHAIR)
    await makers_votes.closed(number)
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
    number, slips = await makers_paper.opened(room, slips=1)
    await makers_votes.closed(number)
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


@pytest.mark.parametrize("slips", [1, 2])
async def test_verify_notices_who_was_alone(slips: int) -> None:
    number, _slips = await closed()
    keep = "SELECT id FROM paper_voter ORDER BY id LIMIT $1"
    await Sql(f"DELETE FROM paper_voter WHERE id NOT IN ({keep})").rows(slips)
    found = [said for check in CHECKS if (said := await check.find())]
    assert f"Abstimmung {number}: So wenige auf Papier oder am Handy sind nicht geheim." in found


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
    await makers_paper.given(motion, room)
    await makers_votes.shown(room, change, ["yes", "yes", "yes"])
    papers = await queries.papers_of(await queries.poll(motion))
    assert (papers.drawn, papers.given) == ([], [])


async def test_minutes_say_how_many_came_back() -> None:
    number, slips = await closed()
    await makers_paper.entered(number, {slips[0]: ("no",), slips[1]: INVALID})
    await actions.show_result(number, actor=CHAIR)
    sitting = await sittings.sitting(int((await queries.poll(number)).sitting_number or 0))
    told = [vote(held, decision=None) for held in await held_in(sitting.id)]
    assert told[0]["how"][0] == "Auf Papier: 2 von 3 Zetteln kamen zurück. 1 davon ist ungültig."


async def test_one_of_the_two_is_a_chair() -> None:
    number, slips = await closed()
    await makers.chair()
    assert not await actions.enter_slips(number, {slips[0]: ("no",)}, actor=HELPER)
    other = actions.enter_slips(number, {slips[0]: ("no",)}, actor="office:Herr Brand")
    assert await refused(other) is WhyNotPaper.ONE_OF_THE_CHAIRS
    assert await actions.enter_slips(number, {slips[0]: ("no",)}, actor=CHAIR)


async def test_a_box_with_two_keys_takes_paper_too() -> None:
    room = await makers_votes.room(voters=6)
    await key_makers.keepers()
    draft = replace(makers_votes.draft(options="Ada\nBo", secrecy=Secrecy.SECRET), persons=True, two_key=True)
    place = room.sitting.number, room.item.mark
    number = await actions.prepare_in_sitting(*place, draft, held=HeldAs(), actor=CHAIR)
    cards = {keeper: await key_makers.card(number, keeper) for keeper in (CHAIR, OTHER, key_makers.OFFICE)}
    slips = await makers_paper.given(number, room)
    await actions.open_poll(number, actor=CHAIR)
    await makers_votes.voted(room, number, ["1", "2", "2"])
    await makers_votes.closed(number)
    assert await refused(actions.turn_key(number, cards[CHAIR], actor=CHAIR)) is WhyNot.PAPER_WAITS
    await makers_paper.entered(number, dict.fromkeys(slips[:3], ("1",)))
    await actions.turn_key(number, cards[CHAIR], actor=CHAIR)
    await actions.turn_key(number, cards[OTHER], actor=OTHER)
    await actions.show_result(number, actor=CHAIR)
    assert dict((await queries.published_poll(number)).result.counts.votes) == {"1": 4, "2": 2, "abstain": 0}
    assert [said for check in CHECKS if (said := await check.find())] == []


SLIPS = st.dictionaries(st.sampled_from("abc"), st.sampled_from([INVALID, ("yes",), ("no",), ("1", "2")]))


@given(SLIPS, SLIPS)
def test_two_entries_are_the_same_bytes_only_if_they_say_the_same(one: Entered, other: Entered) -> None:
    assert (as_bytes(one) == as_bytes(other)) == (one == other)
    assert as_bytes(one) == as_bytes(dict(reversed(list(one.items()))))
