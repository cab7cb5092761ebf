"""Who owes something, that somebody was reminded, and what has come true."""

import asyncio
from datetime import date, timedelta
from html import unescape

import pytest

from tests import makers, makers_handovers
from tests.client import Client
from zukunftsparlament.handovers import actions, queries
from zukunftsparlament.handovers.rules import Owed, WhyNot, days_to_answer, moved, owed
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.refusals import Missing, Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.actions import void_poll

pytestmark = pytest.mark.usefixtures("store")

OFFICE = makers_handovers.OFFICE
DAY = date(2027, 3, 10)
NEXT_DATE = Sql("UPDATE answer SET next_date = $1")
REMINDERS = Sql("SELECT count(*) FROM handover_reminder")
DONE = Sql("SELECT count(*) FROM decision_done")
STAGE = Sql("SELECT stage FROM proposal WHERE number = $1")
LIST = "/buero/uebergaben/erinnerungen"


@pytest.mark.parametrize(
    ("days", "answer", "next_days", "expected"),
    [
        (15, None, None, None),
        (14, None, None, Owed.SOON),
        (0, None, None, Owed.SOON),
        (-1, None, None, Owed.OVERDUE),
        (-9, "yes", -1, None),
        (-9, "later", 0, None),
        (-9, "later", -1, Owed.NEXT_DATE_PASSED),
        (-9, "later", None, None),
    ],
)
def test_what_is_owed(days: int, answer: str | None, next_days: int | None, expected: Owed | None) -> None:
    next_date = None if next_days is None else DAY + timedelta(days=next_days)
    asked = {"answer": answer, "next_date": next_date, "today": DAY}

    assert owed(DAY + timedelta(days=days), is_void=False, is_done=False, **asked) is expected  # type: ignore[arg-type]
    assert owed(DAY + timedelta(days=days), is_void=True, is_done=False, **asked) is None  # type: ignore[arg-type]
    assert owed(DAY + timedelta(days=days), is_void=False, is_done=True, **asked) is None  # type: ignore[arg-type]


def test_the_median_of_days_is_whole() -> None:
    def took(*days: int) -> int | None:
        return days_to_answer([(DAY, DAY + timedelta(days=n)) for n in days])

    assert (took(), took(7), took(1, 9, 100), took(1, 2), took(0, 0)) == (None, 7, 9, 2, 0)


def test_a_poll_moves_one_place_and_never_out_of_the_list() -> None:
    assert moved([3, 1, 2], up=1) == [1, 3, 2] and moved([3, 1, 2], down=3) == [1, 3, 2]
    assert moved([3, 1], up=3) == [3, 1] == moved([3, 1], down=1) == moved([3, 1], up=9) == moved([3, 1])


async def test_the_list_holds_what_is_due_late_or_put_off_and_its_text(client: Client) -> None:
    for question, days in (("Viel Zeit?", 40), ("Bald?", 5), ("Zu spät?", -2), ("Später?", 30)):
        await makers_handovers.handed_over(await makers_handovers.decision(question=question), days=days)
    await makers_handovers.answered(4, answer="later")
    await NEXT_DATE.rows(today() - timedelta(days=1))
    await client.sign_in(staff=await makers.staff())

    page = unescape((await client.get(LIST)).text)

    assert [(one.handover, one.debts[0].why) for one in await queries.owing()] == [
        (3, Owed.OVERDUE), (2, Owed.SOON), (4, Owed.NEXT_DATE_PASSED),
    ]  # fmt: skip
    for words in ("Bald?", "Zu spät?", "Später?", "Guten Tag,", "/daraus-geworden/3"):
        assert words in page
    assert "Viel Zeit?" not in page
    assert "<b>3</b>" in (await client.get("/buero")).text


async def test_a_reminder_is_noted_once_a_day_and_shown(client: Client) -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision(), days=-2)
    await client.sign_in(staff=await makers.staff())

    for _ in range(2):
        answer = await client.send_form(f"/buero/uebergaben/{number}/erinnerungen")
        assert answer.status_code == 303
    await asyncio.gather(*(actions.note_reminder(number, actor=OFFICE) for _ in range(3)))

    assert await REMINDERS.value() == 1
    assert "Erinnert am:" in (await client.get(LIST)).text


async def test_nobody_is_reminded_of_what_is_not_owed(client: Client) -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision(), days=40)
    await client.sign_in(staff=await makers.staff())

    assert (await client.send_form(f"/buero/uebergaben/{number}/erinnerungen")).status_code == 409
    assert (await client.send_form("/buero/uebergaben/99/erinnerungen")).status_code == 404
    assert "Niemand schuldet gerade etwas" in (await client.get(LIST)).text


async def test_what_is_done_stands_everywhere(client: Client) -> None:
    poll, proposal, _ = await makers_handovers.about("Ein Nachtbus")
    number = await makers_handovers.handed_over(poll)
    await makers_handovers.answered(number, answer="later")
    await client.sign_in(staff=await makers.staff())
    form = f"/buero/uebergaben/{number}/erledigt/1"
    assert "Was gibt es jetzt?" in (await client.get(form)).text

    answer = await client.send_form(form, {"done_on": today().isoformat(), "words": "Er fährt jetzt jede Nacht."})

    assert answer.status_code == 303 and await STAGE.value(proposal) == "done"
    assert "Er fährt jetzt jede Nacht." in (await client.get(f"/buero/uebergaben/{number}")).text
    assert "Er fährt jetzt jede Nacht." in (await client.get(form)).text
    client.token = None
    for page in ("/daraus-geworden", f"/daraus-geworden/{number}", f"/vorschlaege/{proposal}"):
        assert "Er fährt jetzt jede Nacht." in (await client.get(page)).text
    answer_ = (await queries.handover(number)).frozen["decisions"][0]["answer"]
    assert answer_["done"] == {"on": today().isoformat(), "words": "Er fährt jetzt jede Nacht."}
    assert await queries.owing() == []


async def test_only_what_is_answered_and_counts_can_be_done() -> None:
    poll = await makers_handovers.decision()
    number = await makers_handovers.handed_over(poll)

    with pytest.raises(Refused) as early:
        await makers_handovers.done(number)
    await makers_handovers.answered(number)
    await void_poll(poll, "Falsch gezählt.", actor="chair:1")
    with pytest.raises(Refused) as void:
        await makers_handovers.done(number)
    with pytest.raises(Missing):
        await makers_handovers.done(number, 2)

    assert (early.value.reason, void.value.reason) == (WhyNot.NOT_ANSWERED, WhyNot.VOID)


@pytest.mark.parametrize(
    ("days", "words", "field"),
    [(1, "Ja.", "done_on"), (-1, "Ja.", "done_on"), (None, "Ja.", "done_on"), (0, " ", "words")],
)
async def test_done_needs_a_day_and_words(days: int | None, words: str, field: str) -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision())
    await makers_handovers.answered(number)
    done_on = None if days is None else today() + timedelta(days=days)

    with pytest.raises(Wrong) as wrong:
        await actions.enter_done(number, 1, done_on=done_on, words=words, actor=OFFICE)

    assert set(wrong.value.problems) == {field}


async def test_five_taps_on_done_are_one_and_new_words_count_from_then_on() -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision())
    await makers_handovers.answered(number)

    await asyncio.gather(*(makers_handovers.done(number) for _ in range(5)))
    assert await DONE.value() == 1
    await makers_handovers.done(number, words="Zwei stehen.")

    assert (await queries.handover(number)).done[1].words == "Zwei stehen."
