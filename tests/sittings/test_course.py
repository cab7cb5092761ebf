"""The course of a sitting in the store: what is written down, what is refused, what can be taken back."""

from collections.abc import Awaitable
from datetime import timedelta
from typing import Any

import pytest

from tests import makers, makers_sittings
from tests.makers_sittings import CHAIR
from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import actions, queries
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.checks import CHECKS
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import End, Halt, Next, SittingKind, SittingState, WhyNot

pytestmark = pytest.mark.usefixtures("store")

NO_ITEMS = Sql("DELETE FROM agenda_item WHERE sitting = $1")


OFFICE = "office:Villa"


async def sitting(*, items: int = 2, opened: bool = True, led: bool = True, **wished: object) -> Sitting:
    """With so many items of its own, the first two parts of nothing. Not `led`: the founding sitting."""
    found = await makers_sittings.sitting(starts_at=now() + timedelta(hours=1), invited=True, led=led, **wished)  # type: ignore[arg-type]
    await NO_ITEMS.rows(found.id)
    for number in range(1, items + 1):
        await makers_sittings.item(found, f"Punkt der Nummer {number}", late_reason="Heute")
    if opened:
        await actions.open_sitting(found.number, actor=CHAIR if led else OFFICE)
    return await queries.sitting(found.number)


async def why_not(act: Awaitable[None]) -> object:
    with pytest.raises(Refused) as refused:
        await act
    return refused.value.reason


async def it_happened(found: Sitting, kind: str, **facts: Any) -> None:
    async with writing():
        await happened(found, kind, **facts)


async def kinds(found: Sitting) -> list[str]:
    return [step.kind for step in await queries.steps(found.id)]


async def marks(found: Sitting) -> list[int]:
    return [item.mark for item in await queries.agenda(found.id)]


async def sound() -> None:
    for check in CHECKS:
        assert await check.find() is None


async def test_opening_tells_who_was_there_and_hands_the_bell() -> None:
    found = await sitting(opened=False)
    await makers_sittings.present(found, await makers.seated(), await makers.seated(), await makers.member())
    seats = (await queries.meeting(found)).voters

    await actions.open_sitting(found.number, actor="chair:2")
    await actions.open_sitting(found.number, actor="chair:1")

    step = (await queries.steps(found.id))[-1]
    assert (step.kind, len(step.facts["present"]), step.facts["quorate"]) == ("opened", len(seats), True)
    assert (await queries.sitting(found.number)).bell == 2
    assert [act.subject for act in await acts("opened", "sitting")] == [found.number]


async def test_the_last_tap_can_be_taken_back_while_nothing_has_happened() -> None:
    found = await sitting()
    first, second = await marks(found)
    number = found.number

    await actions.begin_item(number, second, actor=CHAIR)
    await actions.unbegin_item(number, second, actor=CHAIR)
    await actions.begin_item(number, first, actor=CHAIR)
    await actions.end_item(number, first, End.DONE, actor=CHAIR)
    await actions.reopen_item(number, first, actor=CHAIR)
    running = await queries.running_item(found.id)
    assert running is not None and running.mark == first

    await it_happened(found, "speaking_began", actor=CHAIR, item=running.id, seat=3)
    assert await why_not(actions.unbegin_item(number, first, actor=CHAIR)) is Halt.SOMETHING_HAPPENED
    await actions.end_item(number, first, End.DONE, actor=CHAIR)
    await actions.begin_item(number, second, actor=CHAIR)
    assert await why_not(actions.reopen_item(number, first, actor=CHAIR)) is Halt.NOT_TO_REOPEN
    await sound()


async def test_a_part_begins_with_what_it_belongs_to() -> None:
    found = await sitting(items=1)
    (whole,) = await queries.agenda(found.id)
    part = await makers_sittings.item(found, "Die Kosten", parent=whole.mark, late_reason="Heute")

    await actions.begin_item(found.number, part.mark, actor=CHAIR)
    items = await queries.agenda(found.id)
    assert [(item.number, item.runs) for item in items] == [("1", True), ("1.1", True)]
    assert await why_not(actions.end_item(found.number, whole.mark, "done", actor=CHAIR)) is Halt.PARTS_ARE_OPEN
    await actions.end_item(found.number, whole.mark, "adjourned", "Es fehlt noch ein Angebot", actor=CHAIR)
    assert {item.ended_as for item in await queries.agenda(found.id)} == {End.ADJOURNED}
    assert (await queries.next_step(found)).kind is Next.CLOSE
    await sound()


async def test_a_vote_that_runs_holds_its_item_and_the_sitting() -> None:
    found = await sitting(items=1)
    (mark,) = await marks(found)
    await actions.begin_item(found.number, mark, actor=CHAIR)
    item = await queries.item(found.id, mark)
    await it_happened(found, "poll_opened", actor=CHAIR, item=item.id, poll=5, present=3, needed=2, quorate=True)

    assert (await queries.next_step(found)).kind is Next.WAIT
    assert await why_not(actions.end_item(found.number, mark, "done", actor=CHAIR)) is Halt.VOTE_RUNS
    assert await why_not(actions.close_sitting(found.number, actor=CHAIR)) is Halt.VOTE_RUNS
    await it_happened(found, "poll_closed", actor="system", item=item.id, poll=5)
    await actions.end_item(found.number, mark, "done", actor=CHAIR)


async def test_what_is_not_reached_is_adjourned_when_the_sitting_closes() -> None:
    found = await sitting(items=3)
    first, *_rest = await marks(found)
    await actions.begin_item(found.number, first, actor=CHAIR)
    assert await why_not(actions.close_sitting(found.number, actor=CHAIR)) is Halt.AN_ITEM_RUNS
    await actions.end_item(found.number, first, "done", actor=CHAIR)
    await actions.close_sitting(found.number, actor=CHAIR)
    await actions.close_sitting(found.number, actor=CHAIR)

    ends = [item.ended_as for item in await queries.agenda(found.id)]
    assert ends == [End.DONE, End.ADJOURNED, End.ADJOURNED]
    assert (await kinds(found)).count("closed") == 1
    for refused in (
        actions.begin_item(found.number, first, actor=CHAIR),
        actions.pause(found.number, 5, actor=CHAIR),
        actions.resume(found.number, actor=CHAIR),
        actions.open_sitting(found.number, actor=CHAIR),
        actions.hand_bell(found.number, 9, actor=CHAIR),
        actions.announce_end(found.number, first, "dropped", "Darum", actor=CHAIR),
    ):
        assert await why_not(refused) is WhyNot.ALREADY_CLOSED
    await sound()


async def test_items_of_another_sitting_and_people_who_do_not_lead_are_refused() -> None:
    found, other = await sitting(items=1, led=False), await sitting(items=4, led=False)
    stranger = (await marks(other))[-1]
    with pytest.raises(Missing):
        await actions.begin_item(found.number, stranger, actor=OFFICE)
    (mark,) = await marks(found)
    assert await why_not(actions.begin_item(found.number, mark, actor="member")) is WhyNot.ONLY_CHAIRS_LEAD
    await actions.begin_item(found.number, mark, actor=OFFICE)  # no chair yet: the founding sitting
    await makers.chair()
    for act in (
        actions.end_item(found.number, mark, "done", actor=OFFICE),
        actions.pause(found.number, 5, actor=OFFICE),
        actions.announce_closing(found.number, actor=OFFICE),
        actions.stop_countdown(found.number, "close", actor=OFFICE),
    ):
        assert await why_not(act) is WhyNot.HELPERS_WATCH


async def test_a_pause_lasts_until_somebody_ends_it() -> None:
    found = await sitting(items=1)
    (mark,) = await marks(found)
    assert await why_not(actions.pause(found.number, 60, actor=CHAIR)) is Halt.NO_SUCH_PAUSE
    await actions.pause(found.number, 5, actor=CHAIR)
    await actions.pause(found.number, 15, actor=CHAIR)
    paused = await queries.sitting(found.number)
    assert paused.times.paused_at and paused.times.paused_until
    assert timedelta(minutes=4) < paused.times.paused_until - paused.times.paused_at <= timedelta(minutes=5, seconds=1)
    assert await why_not(actions.begin_item(found.number, mark, actor=CHAIR)) is Halt.IS_PAUSED
    await actions.resume(found.number, actor=CHAIR)
    assert (await queries.sitting(found.number)).state is SittingState.OPEN


async def test_a_rehearsal_is_in_no_journal_and_every_step_is_told_to_the_room() -> None:
    found = await sitting(items=1, kind=SittingKind.REHEARSAL, opened=False)
    before = hub.versions[found.room]
    await actions.open_sitting(found.number, actor=CHAIR)
    await actions.close_sitting(found.number, actor=CHAIR)
    assert await acts("opened", "sitting") == await acts("closed", "sitting") == []
    assert hub.versions[found.room] == before + 3  # one item was adjourned
    await sound()
