"""Writing along: saved as typed, never lost, never written over; and tasks with owner and day."""

import asyncio
from datetime import timedelta

import pytest

from tests import makers
from tests.client import Client
from tests.makers_minutes import Held, held, next_sitting
from zukunftsparlament.kernel.refusals import Missing, Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.actions.notes import name_minute_taker, save_note
from zukunftsparlament.sittings.actions.tasks import add_task, agree_next, tick_task
from zukunftsparlament.sittings.queries import sitting
from zukunftsparlament.sittings.queries.recorded import tasks
from zukunftsparlament.sittings.queries.tasks import open_tasks_before
from zukunftsparlament.sittings.rules.noting import TaskDraft, both, stamp

pytestmark = pytest.mark.usefixtures("store")

NOTE = "Viele fanden die Idee gut."


async def note_of(held: Held) -> str:
    return str(await Sql("SELECT note FROM agenda_item WHERE id = $1").value(held.items[1].id))


async def test_of_two_who_write_at_once_the_later_sees_what_the_other_wrote() -> None:
    found = await held(vote=False)
    mark, before = found.items[1].mark, stamp(NOTE)

    assert not (await save_note(3, mark, "Erst ich.", before=before)).is_clash
    clash = await save_note(3, mark, "Dann ich.", before=before)

    assert (clash.is_clash, clash.note, await note_of(found)) == (True, "Erst ich.", "Erst ich.")
    assert not (await save_note(3, mark, "Erst ich.", before=before)).is_clash  # the same again says "saved"
    kept = await save_note(3, mark, "Dann ich.", before=clash.stamp, keep="both")
    assert kept.note == await note_of(found) == "Erst ich.\n\nDann ich."
    assert (await save_note(3, mark, "Nur ich.", before=before, keep="mine")).is_clash  # and there was a third one
    assert await note_of(found) == "Erst ich.\n\nDann ich."


async def test_of_two_in_the_same_moment_one_is_saved_and_one_is_told() -> None:
    found = await held(vote=False)
    mark = found.items[1].mark

    saved = await asyncio.gather(*(save_note(3, mark, text, before=stamp(NOTE)) for text in ("Eins.", "Zwei.")))

    assert sorted(one.is_clash for one in saved) == [False, True]
    assert {one.note for one in saved} == {await note_of(found)}


def test_both_texts_stay_and_nothing_is_said_twice() -> None:
    assert both("Eins.", "Eins. Zwei.") == "Eins. Zwei."
    assert both("Eins. Zwei.", "Zwei.") == "Eins. Zwei."
    assert both("", "Neu") == "Neu"


async def test_a_note_that_is_too_long_or_of_no_item_is_refused() -> None:
    await held(vote=False)

    with pytest.raises(Wrong):
        await save_note(3, 1, "x" * 10_001, before=stamp(""))
    with pytest.raises(Missing):
        await save_note(3, 99, "x", before=stamp(""))


async def test_a_phone_gets_only_the_state_of_the_note_and_keeps_its_field(client: Client) -> None:
    found = await held(vote=False)
    await client.sign_in(member=found.chairs[0])
    address = f"/sitzungen/3/mitschrift/{found.items[1].mark}"

    saved = await client.send_form(address, {"text": "Neu.", "before": stamp(NOTE)}, htmx=True)
    clash = await client.send_form(address, {"text": "Anders.", "before": stamp(NOTE)}, htmx=True)

    assert (saved.status_code, clash.status_code) == (200, 409)
    assert "Gespeichert" in saved.text and f'name="before" value="{stamp("Neu.")}"' in saved.text
    assert "<textarea" not in saved.text + clash.text
    assert "Neu." in clash.text and f'name="before" value="{stamp(NOTE)}"' in clash.text


async def test_without_javascript_what_was_typed_comes_back_beside_the_other_text(client: Client) -> None:
    found = await held(vote=False)
    await client.sign_in(member=found.chairs[0])
    mark = found.items[1].mark
    address = f"/sitzungen/3/mitschrift/{mark}"

    assert (await client.send_form(address, {"text": "Neu.", "before": stamp(NOTE)})).status_code == 303
    clash = await client.send_form(address, {"text": "Mein Satz.", "before": stamp(NOTE)})
    assert clash.status_code == 409
    assert "Mein Satz.</textarea>" in clash.text and "Beides behalten" in clash.text
    fields = {"text": "Mein Satz.", "before": stamp(NOTE), "theirs": stamp("Neu."), "keep": "both"}
    done = await client.send_form(address, fields)
    assert (done.status_code, await note_of(found)) == (303, "Neu.\n\nMein Satz.")


async def test_who_writes_along_is_a_chair_the_office_or_the_seat_that_a_chair_named(client: Client) -> None:
    found = await held(vote=False)
    await client.sign_in(member=found.members[1])
    assert (await client.get("/sitzungen/3/mitschrift")).status_code == 404

    with pytest.raises(Refused):
        await name_minute_taker(3, 4, actor="office:Villa")
    with pytest.raises(Wrong):
        await name_minute_taker(3, 7, actor="chair:1")  # nobody sits there
    await name_minute_taker(3, 4, actor="chair:1")

    assert (await client.get("/sitzungen/3/mitschrift")).status_code == 200
    await client.sign_in(member=found.members[2])
    assert (await client.send_form("/sitzungen/3/mitschrift/1", {"text": "x"})).status_code == 404
    await client.sign_in(staff=await makers.staff())
    assert (await client.get("/sitzungen/3/mitschrift")).status_code == 200


async def test_a_name_in_a_note_gets_a_hint_and_is_saved_all_the_same(client: Client) -> None:
    found = await held(vote=False)
    name = await Sql("SELECT name FROM member WHERE id = $1").value(found.members[1])
    await client.sign_in(member=found.chairs[0])
    address = f"/sitzungen/3/mitschrift/{found.items[1].mark}"

    told = await client.send_form(address, {"text": f"{name} war dafür.", "before": stamp(NOTE)}, htmx=True)

    assert "Hier steht ein Name" in told.text
    assert await note_of(found) == f"{name} war dafür."


async def test_tasks_are_promised_once_ticked_and_come_back_in_the_next_sitting() -> None:
    found = await held(vote=False)
    for _ in range(2):
        await add_task(3, TaskDraft(text="Anrufen", owner="Jugendbüro"), actor="chair:1")
    await add_task(3, TaskDraft(text="Malen", owner="Sitz 4"), actor="chair:1")
    with pytest.raises(Wrong) as wrong:
        await add_task(3, TaskDraft(text=" ", owner="x" * 101, typed_day="31.2."), actor="chair:1")
    assert set(wrong.value.problems) == {"task", "owner", "due_on"}

    await tick_task(3, 2, done=True, actor="chair:1")
    assert [(one.text, bool(one.done_at)) for one in await tasks(found.sitting.id)] == [
        ("Anrufen", False), ("Malen", True),
    ]  # fmt: skip

    assert [one.text for one in await open_tasks_before(await next_sitting(found))] == ["Anrufen"]


async def test_the_next_sitting_is_after_this_one() -> None:
    found = await held(vote=False)
    start = found.sitting.times.starts_at

    with pytest.raises(Wrong):
        await agree_next(3, start, "", actor="chair:1")
    await agree_next(3, start + timedelta(days=60), "Saal", actor="chair:1")

    assert (await sitting(3)).next_place == "Saal"
