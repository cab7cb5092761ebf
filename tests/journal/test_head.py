"""Where the journal ends is written down beside the store: acts that fail, and acts that are many at once."""

import asyncio

import pytest

from zukunftsparlament.journal import head, verify
from zukunftsparlament.journal.actions import record
from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.keys import server_key
from zukunftsparlament.kernel.sql import Sql

ENTRIES = Sql("SELECT coalesce(max(highest), 0) FROM number_given WHERE kind = 'journal'")

pytestmark = pytest.mark.usefixtures("store")


async def _act(times: int = 1, *, fails: bool = False) -> None:
    async with writing():
        for _ in range(times):
            await record(actor="system", verb="probe", subject_kind="store", subject_number=None)
        if fails:
            raise ValueError


async def _found() -> list[str]:
    server_key()
    return [found for check in verify.CHECKS if (found := await check.find())]


async def test_an_act_that_fails_leaves_no_trace_that_matters() -> None:
    server_key()
    await _act()
    with pytest.raises(ValueError):
        await _act(3, fails=True)
    assert await _found() == []

    await _act(2)

    assert head.written_down().done is not None
    assert await _found() == []


async def test_many_at_once_end_where_the_last_one_does() -> None:
    server_key()
    await asyncio.gather(*(_act(1 + number % 2) for number in range(10)))

    ends = head.written_down()
    assert ends.done and ends.done.number == 15
    assert await _found() == []


async def test_entries_of_before_are_missed() -> None:
    server_key()
    await _act(4)

    await Sql("DELETE FROM journal_entry WHERE number > 2").rows()
    await Sql("UPDATE number_given SET highest = 2 WHERE kind = 'journal'").rows()

    assert "Eintrag 4" in (await _found())[0]


async def test_a_restore_that_is_under_way_may_end_either_way() -> None:
    server_key()
    await _act(2)
    before = head.written_down().done
    with head.held_back():
        await _act()

    ends = head.written_down()
    assert ends.done == before
    assert [end.number for end in ends.possible] == [2, 3]
    head.begin_anew(ends.coming[0])
    assert [end.number for end in head.written_down().possible] == [3]


async def test_whoever_has_recorded_keeps_nobody_from_recording() -> None:
    """An entry locks the end of the chain only when its act is done: what an act wants besides, it has by then."""
    server_key()
    async with writing():
        await record(actor="system", verb="probe", subject_kind="store", subject_number=1)
        assert await ENTRIES.value() == 0
        await record(actor="system", verb="probe", subject_kind="store", subject_number=2)

    assert await ENTRIES.value() == 2
    assert [act.subject for act in await acts("probe", "store")] == [1, 2]
    assert await _found() == []
