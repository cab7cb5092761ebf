"""New chairs in the middle of a sitting: only whom the parliament elected, and nobody by the other chair's tap."""

import asyncio
from contextvars import Context

import pytest

from tests import makers
from tests.makers_sittings import CHAIR
from tests.sittings.test_countdowns import its_time_comes
from tests.sittings.test_course import it_happened, kinds, marks, sitting, why_not
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.queries import seats as all_seats
from zukunftsparlament.sittings import actions, queries
from zukunftsparlament.sittings.clockwork import Clockwork
from zukunftsparlament.sittings.rules import Halt, SittingKind, WhyNot

pytestmark = pytest.mark.usefixtures("store")


async def chairs() -> dict[int, str]:
    return {row["number"]: row["role"] for row in await all_seats() if row["role"]}


async def test_new_chairs_lead_from_the_end_of_the_countdown_on() -> None:
    found = await sitting(items=1)
    (mark,) = await marks(found)
    for _member in range(4):
        await makers.seated()
    chair, _other, *members = sorted(await chairs())
    old = await Sql("SELECT member FROM seat WHERE number = $1").value(chair)
    assert await queries.may_decide(CHAIR)

    new = members[:2]
    for label, seat in enumerate(new):
        assert await why_not(actions.announce_chairs(found.number, new, actor=CHAIR)) is Halt.NOT_ELECTED_HERE
        told = {"label": str(label), "as": "accepted", "office": "chairs", "seat": seat}
        await it_happened(found, "elected", actor=CHAIR, **told)
    await actions.announce_chairs(found.number, new, actor=CHAIR)
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
    one, other, member = sorted(await chairs())
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
    found = await sitting(items=1, led=False)
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
    _one, chair, member = sorted(await chairs())
    assert await why_not(actions.hand_bell(found.number, member, actor=CHAIR)) is Halt.NO_CHAIR_THERE
    assert await why_not(actions.take_bell(found.number, actor="office:Villa")) is WhyNot.ONLY_CHAIRS_LEAD
    await actions.hand_bell(found.number, chair, actor=CHAIR, seen=99)  # it had moved on since
    assert (await queries.sitting(found.number)).bell == 1
    await actions.take_bell(found.number, actor=f"chair:{chair}")
    await actions.take_bell(found.number, actor=f"chair:{chair}")
    assert ((await queries.sitting(found.number)).bell, (await kinds(found)).count("bell")) == (chair, 1)


async def test_a_tap_that_waited_while_the_chairs_changed_is_refused() -> None:
    """It came from a chair and found the sitting locked; when its turn comes its sender is a member."""
    found = await sitting(items=1)
    (mark,) = await marks(found)
    acts = (
        actions.begin_item(found.number, mark, actor=CHAIR),
        actions.pause(found.number, 5, actor=CHAIR),
        actions.announce_closing(found.number, actor=CHAIR),
    )
    async with writing():
        await queries.sitting_for_changing(found.number)
        waiting = [Context().run(asyncio.create_task, why_not(act)) for act in acts]
        await asyncio.sleep(0.05)
        await Sql("UPDATE member SET role = 'member' WHERE id = (SELECT member FROM seat WHERE number = 1)").rows()
    assert await asyncio.gather(*waiting) == [WhyNot.CHAIR_NO_MORE] * 3
    assert (await kinds(found))[-1] == "opened"
    await actions.begin_item(found.number, mark, actor="chair:2")
