from datetime import timedelta

import pytest

from tests import makers, makers_handovers, makers_proposals
from tests.client import Client
from zukunftsparlament.handovers import queries
from zukunftsparlament.kernel import sql
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.dates import day
from zukunftsparlament.kernel.public_memory import memory
from zukunftsparlament.polls.actions import void_poll

PAGE = "/daraus-geworden"


async def test_nothing_yet(client: Client) -> None:
    assert "Noch ist nichts übergeben." in (await client.get(PAGE)).text


async def test_an_overdue_answer_is_said_plainly_and_leads_to_its_proposal(client: Client) -> None:
    poll, proposal, _ = await makers_handovers.about("Ein Nachtbus")
    await makers_handovers.handed_over(poll, days=-12)

    page = await client.get(PAGE)

    due = day(today() - timedelta(days=12))
    assert f"Die Antwort sollte bis {due} kommen. Seit 12 Tagen warten wir." in page.text
    assert f'<a href="/vorschlaege/{proposal}">Ein Nachtbus</a>' in page.text
    assert makers_handovers.AG in page.text and "Eine ist zu spät." in page.text
    assert page.headers["cache-control"] == "no-cache" and page.headers["etag"]


async def test_an_answer_stands_there_at_once_with_reason_and_next_date(client: Client) -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision(question="Mehr Mülleimer?"))
    assert "Noch 56 Tage." in (await client.get(PAGE)).text
    soon = await makers_handovers.answered(number, answer="differently", reason="Erst zehn, dann mehr.")

    page = (await client.get(PAGE)).text

    next_step = f"Weiter geht es am {day(soon)}."
    for shown in ("Ja, aber anders", "Erst zehn, dann mehr.", next_step, "Alle Antworten sind da."):
        assert shown in page


async def test_overdue_first_then_open_then_answered(client: Client) -> None:
    titles = ["beantwortet", "hat Zeit", "überfällig", "bald"]
    for title, days in zip(titles, (5, 40, -2, 3), strict=True):
        await makers_handovers.handed_over(await makers_handovers.decision(question=title), days=days)
    await makers_handovers.answered(1)

    assert [outcome.title for outcome in (await queries.outcomes(1))[0]] == [
        "überfällig",
        "bald",
        "hat Zeit",
        "beantwortet",
    ]
    assert [outcome.title for outcome in await queries.open_answers()] == ["überfällig", "bald", "hat Zeit"]
    counted = await queries.counts()
    assert (counted.decisions, counted.open, counted.overdue) == (4, 3, 1)


async def test_a_late_answer_stays_late_when_it_is_corrected(client: Client) -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision(), days=-4)
    await makers_handovers.answered(number)
    await makers_handovers.answered(number, answer="no", reason="Leider nein.")

    ((outcome,), _) = await queries.outcomes(1)
    assert outcome.reply and outcome.reply.answer == "no" and outcome.clock.days == 4
    assert "Die Antwort ist da. Sie kam 4 Tage zu spät." in (await client.get(PAGE)).text


async def test_one_and_three_rows_take_the_same_queries(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    rows = sql.Sql.rows

    async def counting(self: sql.Sql, *values: object) -> list[sql.Row]:
        asked.append(self.finished)
        return await rows(self, *values)

    numbers = []
    for questions in (1, 2):
        for _ in range(questions):
            proposal = await makers_proposals.proposal()
            number = await makers_handovers.handed_over(await makers_handovers.decision(proposal=proposal))
            await makers_handovers.answered(number)
        memory.forget()
        with monkeypatch.context() as patched:
            patched.setattr(sql.Sql, "rows", counting)
            asked.clear()
            assert (await client.get(PAGE)).status_code == 200
            numbers.append(len(asked))
    assert numbers == [4, 4]


@pytest.mark.parametrize("asked", ["2", "0", "-1", "x", "9" * 30, "999999999"])
async def test_a_page_that_does_not_exist_is_calm(client: Client, asked: str) -> None:
    await makers_handovers.handed_over(await makers_handovers.decision())
    assert (await client.get(f"{PAGE}?seite={asked}")).status_code == 200


async def test_twenty_on_a_page(client: Client) -> None:
    polls = [await makers_handovers.decision(question=f"Frage {n}?") for n in range(21)]
    await makers_handovers.handed_over(*polls)

    first, second = [(await client.get(f"{PAGE}?seite={n}")).text for n in (1, 2)]
    assert (first.count("<article"), second.count("<article")) == (20, 1)
    assert "Seite 1 von 2" in first


async def test_a_poll_that_was_voided_afterwards_is_said_to_be_void_and_nobody_has_to_answer_it(client: Client) -> None:
    poll, _, _ = await makers_handovers.about("Ein Nachtbus")
    number = await makers_handovers.handed_over(poll, days=-12)

    await void_poll(poll, "Zwei Karten waren vertauscht.", actor="chair:1")

    page = (await client.get(PAGE)).text
    assert "aufgehoben. Sie zählt nicht." in page and f'href="/abstimmungen/{poll}"' in page
    assert "Alle Antworten sind da." in page and "warten wir" not in page
    assert await queries.open_answers() == []
    await client.sign_in(staff=await makers.staff())
    office = (await client.get(f"/buero/uebergaben/{number}")).text
    assert "Die Abstimmung wurde nach der Übergabe aufgehoben." in office
