import asyncio
from datetime import timedelta

import pytest

from tests import makers, makers_polls, makers_sittings
from tests.makers_sittings import CHAIR
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.agenda import add_item
from zukunftsparlament.sittings.actions.inviting import cancel, invite
from zukunftsparlament.sittings.actions.moving import move_item, remove_item, restore_item
from zukunftsparlament.sittings.actions.planning import change_sitting
from zukunftsparlament.sittings.rules import SittingState
from zukunftsparlament.sittings.rules.agenda import ItemDraft

pytestmark = pytest.mark.usefixtures("store")

TOLD = Sql("SELECT member, kind FROM message ORDER BY id")
STEPS = Sql("SELECT count(*) FROM sitting_step WHERE sitting = $1 AND kind = $2")
WAY = Sql("SELECT stage, facts FROM proposal_step WHERE proposal = $1 ORDER BY id")


async def test_an_invitation_reaches_seats_and_deputies_once_and_the_ways_of_the_proposals() -> None:
    seated, listener = await makers.seated(), await makers.member()
    deputy = await makers.member(role="deputy")
    await Sql("UPDATE seat SET deputy = $1 WHERE member = $2").rows(deputy, seated)
    park = await makers_polls.proposal()
    sitting = await makers_sittings.sitting(led=False)
    await makers_sittings.item(sitting, "", proposal=7)

    for _twice in range(2):
        await invite(sitting.number, actor=CHAIR)

    told = [(row["member"], row["kind"]) for row in await TOLD.rows()]
    assert sorted(told) == sorted([(seated, "sitting_invited"), (deputy, "sitting_invited")])
    assert listener not in {member for member, _kind in told}
    assert [row["stage"] for row in await WAY.rows(park)] == ["on_agenda"]
    assert (await queries.sitting(sitting.number)).state is SittingState.INVITED


async def test_too_late_an_invitation_says_what_that_means_and_goes_out_with_a_reason() -> None:
    sitting = await makers_sittings.sitting(starts_at=now() + timedelta(days=9))
    with pytest.raises(Wrong) as refused:
        await invite(sitting.number, actor=CHAIR)
    said = refused.value.problems["late_reason"]
    assert said.startswith("Die Einladung kommt 5 Tage zu spät.")
    assert "Wenn es eilig ist, reicht es eine Woche vorher" in said

    await invite(sitting.number, actor=CHAIR, late_reason="Die Halle ist nur dann frei.")
    assert (await queries.sitting(sitting.number)).late_reason == "Die Halle ist nur dann frei."


async def test_an_urgent_invitation_in_its_period_needs_no_other_reason() -> None:
    sitting = await makers_sittings.sitting(starts_at=now() + timedelta(days=9), urgent_reason="Der Rat tagt bald.")
    await invite(sitting.number, actor=CHAIR)
    assert (await queries.sitting(sitting.number)).late_reason == ""


async def test_an_item_after_its_deadline_needs_a_reason() -> None:
    sitting = await makers_sittings.sitting(starts_at=now() + timedelta(days=3))
    with pytest.raises(Wrong) as refused:
        await add_item(sitting.number, ItemDraft(title="Skatepark"), actor=CHAIR)
    assert refused.value.problems["late_reason"].startswith("Dieser Punkt kommt 4 Tage zu spät.")
    await add_item(sitting.number, ItemDraft(title="Skatepark", late_reason="Gestern erst erfahren."), actor=CHAIR)


async def test_a_proposal_that_was_withdrawn_falls_off_when_the_invitation_goes_out() -> None:
    park = await makers_polls.proposal()
    sitting = await makers_sittings.sitting()
    item = await makers_sittings.item(sitting, "", proposal=7)
    await Sql("UPDATE proposal SET stage = 'withdrawn' WHERE id = $1").rows(park)
    assert (await queries.item(sitting.id, item.mark)).falls_off

    await invite(sitting.number, actor=CHAIR)

    assert item.mark not in {one.mark for one in await queries.agenda(sitting.id)}
    assert await WAY.rows(park) == []


async def test_whoever_was_invited_learns_that_it_moves_and_that_it_is_off() -> None:
    seated = await makers.seated()
    sitting = await makers_sittings.sitting()
    await invite(sitting.number, actor=CHAIR)
    later = makers_sittings.draft(starts_at=now() + timedelta(weeks=5), place="Turnhalle")
    await change_sitting(sitting.number, later, actor=CHAIR)
    await change_sitting(sitting.number, later, actor=CHAIR)
    with pytest.raises(Wrong):
        await cancel(sitting.number, "  ", actor=CHAIR)
    for _twice in range(2):
        await cancel(sitting.number, "Sturmwarnung", actor=CHAIR)

    kinds = [row["kind"] for row in await TOLD.rows() if row["member"] == seated]
    assert kinds == ["sitting_invited", "sitting_moved", "sitting_cancelled"]
    with pytest.raises(Refused):
        await change_sitting(sitting.number, later, actor=CHAIR)


async def test_five_taps_at_once_invite_once() -> None:
    seated = [await makers.seated() for _ in range(3)]
    sitting = await makers_sittings.sitting()
    await asyncio.gather(*(invite(sitting.number, actor=CHAIR) for _ in range(5)))
    assert sorted(row["member"] for row in await TOLD.rows()) == sorted(seated)
    assert await STEPS.value(sitting.id, "invited") == 1


async def test_two_chairs_who_sort_at_once_lose_nothing() -> None:
    sitting = await makers_sittings.sitting()
    marks = [(await makers_sittings.item(sitting, title)).mark for title in ("A", "B", "C", "D")]
    await asyncio.gather(
        *(move_item(sitting.number, mark, up=up, actor=CHAIR) for mark in marks for up in (True, False, True)),
        remove_item(sitting.number, marks[1], actor=CHAIR),
        return_exceptions=True,
    )
    await restore_item(sitting.number, marks[1], actor=CHAIR)
    items = await queries.agenda(sitting.id)
    assert {"A", "B", "C", "D"} <= {item.title for item in items}
    places = [item.place for item in items]
    assert places == sorted(places)
