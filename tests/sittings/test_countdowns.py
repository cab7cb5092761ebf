"""What cannot be taken back waits ten seconds, can be stopped by either chair, and happens exactly once."""

from datetime import timedelta

import pytest

from tests import makers
from tests.makers_sittings import CHAIR
from tests.sittings.test_course import it_happened, kinds, marks, sitting, sound, why_not
from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.queries import seats as all_seats
from zukunftsparlament.sittings import actions, queries
from zukunftsparlament.sittings.clockwork import Clockwork
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import End, Halt, SittingKind, SittingState, WhyNot

pytestmark = pytest.mark.usefixtures("store")

DUE_AT = Sql("UPDATE sitting SET due_at = $2 WHERE number = $1")


async def its_time_comes(found: Sitting) -> None:
    await DUE_AT.rows(found.number, now())


async def test_an_item_that_is_withdrawn_ends_after_the_countdown_and_not_before() -> None:
    found, clock = await sitting(items=1), Clockwork()
    (mark,) = await marks(found)
    await actions.announce_end(found.number, mark, "withdrawn", " Sie will nicht mehr ", actor=CHAIR)
    await actions.announce_end(found.number, mark, "withdrawn", "Sie will nicht mehr", actor="chair:2")
    await clock.tick()
    assert (await queries.item(found.id, mark)).waits
    waiting = await queries.sitting(found.number)
    assert waiting.due_at and timedelta(seconds=8) < waiting.due_at - now() <= timedelta(seconds=10)

    await its_time_comes(found)
    for _tick in range(2):
        await clock.tick()
    item = await queries.item(found.id, mark)
    assert (item.ended_as, item.end_reason) == (End.WITHDRAWN, "Sie will nicht mehr")
    assert (await kinds(found)).count("item_ended") == 1
    await actions.announce_end(found.number, mark, "withdrawn", "Nochmal", actor=CHAIR)
    assert (await queries.sitting(found.number)).due == {}
    await sound()


async def test_either_chair_stops_it_and_a_late_stop_harms_nobody() -> None:
    found = await sitting(items=1)
    (mark,) = await marks(found)
    await actions.announce_end(found.number, mark, "dropped", "Keine Zeit", actor=CHAIR)
    assert await why_not(actions.announce_closing(found.number, actor=CHAIR)) is Halt.ANOTHER_COUNTDOWN
    await actions.stop_countdown(found.number, "close", actor="chair:2")  # another than the page showed
    assert (await queries.sitting(found.number)).due
    for actor in ("chair:2", CHAIR):
        await actions.stop_countdown(found.number, "end_item", actor=actor)
    assert (await queries.sitting(found.number)).due_at is None
    assert (await kinds(found)).count("countdown_stopped") == 1
    await Clockwork().tick()
    assert (await queries.item(found.id, mark)).waits


async def test_what_became_impossible_meanwhile_is_dropped() -> None:
    found = await sitting(items=1)
    (mark,) = await marks(found)
    await actions.announce_closing(found.number, actor=CHAIR)
    await actions.begin_item(found.number, mark, actor="chair:2")
    await its_time_comes(found)
    await Clockwork().tick()
    assert (await queries.sitting(found.number)).state is SittingState.OPEN
    assert (await kinds(found))[-1] == "countdown_dropped"


async def test_a_program_that_starts_again_takes_the_step_that_was_due_meanwhile() -> None:
    found = await sitting(items=0)
    await actions.announce_closing(found.number, actor=CHAIR)
    await DUE_AT.rows(found.number, now() - timedelta(hours=2))
    await Clockwork().tick()
    assert (await queries.sitting(found.number)).state is SittingState.CLOSED
    (closed,) = await acts("closed", "sitting")
    assert closed.subject == found.number


@pytest.mark.parametrize("hours", [25, -25])
async def test_a_clock_that_jumps_leaves_the_time_to_say_stop(caplog: pytest.LogCaptureFixture, hours: int) -> None:
    found, clock = await sitting(items=0), Clockwork()
    await actions.announce_closing(found.number, actor=CHAIR)
    await DUE_AT.rows(found.number, now() + timedelta(seconds=5) - timedelta(hours=hours))
    clock.wall -= hours * 3600  # as if the tick before had been so long ago
    await clock.tick()
    assert (await queries.sitting(found.number)).state is SittingState.OPEN
    assert "sittings wait" in caplog.messages[0]

    clock.believe_at = 0.0
    await clock.tick()
    after = await queries.sitting(found.number)
    if hours > 0:
        assert after.state is SittingState.CLOSED
    else:  # it would have been due tomorrow
        assert after.due_at and after.due_at - now() <= timedelta(seconds=10)


async def test_a_tick_with_nothing_to_do_writes_nothing() -> None:
    found, clock = await sitting(items=1), Clockwork()
    before = await kinds(found)
    await clock.tick()
    assert await kinds(found) == before


async def chairs() -> dict[int, str]:
    return {row["number"]: row["role"] for row in await all_seats() if row["role"]}


async def test_new_chairs_lead_from_the_end_of_the_countdown_on() -> None:
    found = await sitting(items=1)
    (mark,) = await marks(found)
    for _member in range(4):
        await makers.seated()
    old = await makers.chair()
    *members, chair = sorted(await chairs())
    assert await queries.may_decide(f"chair:{chair}")

    new = members[:2]
    for label, seat in enumerate(new):
        assert (
            await why_not(actions.announce_chairs(found.number, new, actor=f"chair:{chair}")) is Halt.NOT_ELECTED_HERE
        )
        told = {"label": str(label), "as": "accepted", "office": "chairs", "seat": seat}
        await it_happened(found, "elected", actor=CHAIR, **told)
    await actions.announce_chairs(found.number, new, actor=f"chair:{chair}")
    assert (await chairs())[chair] == "chair"
    await its_time_comes(found)
    await Clockwork().tick()

    assert {seat for seat, role in (await chairs()).items() if role == "chair"} == set(new)
    assert (await queries.sitting(found.number)).bell == min(new)
    assert await Sql("SELECT role FROM member WHERE id = $1").value(old) == "member"
    last = (await queries.steps(found.id))[-1]
    assert (last.kind, last.facts["seats"]) == ("chairs", new)
    assert await why_not(actions.begin_item(found.number, mark, actor="member")) is WhyNot.ONLY_CHAIRS_LEAD


async def test_one_chair_does_not_put_the_other_out_of_office() -> None:
    found = await sitting(items=1)
    await makers.seated()
    (member,) = await chairs()
    await makers.chair()
    await makers.chair()
    one, other = sorted(seat for seat in await chairs() if seat != member)
    for seats, reason in [
        ([one], Halt.OTHER_CHAIR_GOES), ([member], Halt.NOT_ELECTED_HERE), ([one, member], Halt.NOT_ELECTED_HERE)
    ]:  # fmt: skip
        assert await why_not(actions.announce_chairs(found.number, seats, actor=f"chair:{one}")) is reason
    await it_happened(found, "poll_opened", actor=CHAIR, poll=99)
    assert await why_not(actions.announce_chairs(found.number, [other], actor=f"chair:{one}")) is Halt.VOTE_RUNS
    await it_happened(found, "poll_closed", actor=CHAIR, poll=99)
    await actions.announce_chairs(found.number, [other], actor=f"chair:{one}")  # goes by an own tap
    await it_happened(found, "poll_opened", actor=CHAIR, poll=100)
    await its_time_comes(found)
    await Clockwork().tick()
    assert (await kinds(found))[-1] == "countdown_dropped"
    assert [seat for seat, role in (await chairs()).items() if role == "chair"] == [one, other]


async def test_at_the_founding_the_office_hands_over_to_the_first_chairs() -> None:
    found = await sitting(items=1, opened=False)
    await actions.open_sitting(found.number, actor="office:Villa")
    await makers.seated()
    (seat,) = await chairs()
    await actions.announce_chairs(found.number, [seat], actor="office:Villa")
    await its_time_comes(found)
    await Clockwork().tick()
    assert ((await chairs())[seat], (await queries.sitting(found.number)).bell) == ("chair", seat)
    assert await why_not(actions.pause(found.number, 5, actor="office:Villa")) is WhyNot.HELPERS_WATCH


async def test_who_cannot_be_chair_is_refused() -> None:
    found = await sitting(items=0)
    for _member in range(3):
        await makers.seated()
    seats = sorted(await chairs())
    for chosen, reason in [([], Halt.NEEDS_A_CHAIR), (seats, Halt.TOO_MANY_CHAIRS), ([9999], Halt.SEAT_IS_EMPTY)]:
        assert await why_not(actions.announce_chairs(found.number, chosen, actor=CHAIR)) is reason
    rehearsal = await sitting(items=0, kind=SittingKind.REHEARSAL)
    act = actions.announce_chairs(rehearsal.number, seats[:1], actor=CHAIR)
    assert await why_not(act) is Halt.ONLY_A_REHEARSAL


async def test_the_bell_goes_to_chairs_only_and_not_by_an_old_page() -> None:
    found = await sitting(items=0)
    await makers.seated()
    await makers.chair()
    member, chair = sorted(await chairs())
    assert await why_not(actions.hand_bell(found.number, member, actor=CHAIR)) is Halt.NO_CHAIR_THERE
    assert await why_not(actions.take_bell(found.number, actor="office:Villa")) is WhyNot.ONLY_CHAIRS_LEAD
    await actions.hand_bell(found.number, chair, actor=CHAIR, seen=99)  # it had moved on since
    assert (await queries.sitting(found.number)).bell == 1
    await actions.take_bell(found.number, actor=f"chair:{chair}")
    await actions.take_bell(found.number, actor=f"chair:{chair}")
    assert ((await queries.sitting(found.number)).bell, (await kinds(found)).count("bell")) == (chair, 1)
