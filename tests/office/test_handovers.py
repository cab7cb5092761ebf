import html
import re
from datetime import timedelta

import pytest

from tests import makers, makers_handovers, makers_proposals
from tests.client import Client
from zukunftsparlament.handovers import queries
from zukunftsparlament.kernel import sql
from zukunftsparlament.kernel.clock import today

DUE = (today() + timedelta(days=56)).isoformat()


@pytest.fixture
async def desk(client: Client) -> Client:
    await makers_handovers.body()
    return await client.sign_in(staff=await makers.staff())


def fields(*polls: int, body: str = makers_handovers.AG, answer_by: str = DUE) -> dict[str, str | list[str]]:
    return {"polls": [str(poll) for poll in polls], "body": body, "answer_by": answer_by}


async def test_from_the_form_over_the_preview_to_the_handover(desk: Client) -> None:
    poll, proposal, _ = await makers_handovers.about("Nachtbus für Holzwickede")
    await makers_proposals.contribution(proposal, text="Damit alle nach Hause kommen.")

    form = await desk.get("/buero/uebergaben/neu")
    assert f'name="polls" value="{poll}"' in form.text and f'value="{DUE}"' in form.text
    preview = await desk.get("/buero/uebergaben/vorschau", params=fields(poll))
    assert preview.status_code == 200
    for shown in ("Nachtbus für Holzwickede", "Damit alle nach Hause kommen.", "Arbeitsgruppe Demokratie fördern"):
        assert shown in preview.text
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', preview.text)
    done = await desk.send_form("/buero/uebergaben", dict(hidden))

    assert (done.status_code, done.headers["location"]) == (303, "/buero/uebergaben/1")
    page = await desk.get("/buero/uebergaben/1")
    assert (await queries.handover(1)).frozen["sha256"] in page.text
    assert "Noch 56 Tage." in page.text


async def test_a_preview_that_grew_old_is_shown_anew(desk: Client) -> None:
    poll, proposal, _ = await makers_handovers.about()
    preview = await desk.get("/buero/uebergaben/vorschau", params=fields(poll))
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', preview.text))
    await makers_proposals.contribution(proposal, text="Das ist neu.")

    refused = await desk.send_form("/buero/uebergaben", hidden)

    assert refused.status_code == 409
    assert "Seit der Vorschau hat sich etwas geändert." in refused.text and "Das ist neu." in refused.text


async def test_all_problems_at_once_and_what_was_chosen_is_kept(desk: Client) -> None:
    poll = await makers_handovers.decision()
    form = fields(poll, body="", answer_by=today().isoformat())
    sent = await desk.send_form("/buero/uebergaben", form)
    asked = await desk.get("/buero/uebergaben/vorschau", params=form)
    for answer in (sent, asked):
        assert answer.status_code == 422
        assert "Wählen Sie aus, an wen die Ergebnisse gehen." in answer.text
        assert "Der Tag für die Antwort muss nach heute liegen." in answer.text
        assert f'value="{poll}" checked' in answer.text


@pytest.mark.parametrize(("polls", "status"), [([], 422), (["abc"], 422), (["999999999"], 422), (["9" * 40], 422)])
async def test_polls_that_are_none(desk: Client, polls: list[str], status: int) -> None:
    await makers_handovers.decision()
    assert (await desk.send_form("/buero/uebergaben", fields() | {"polls": polls})).status_code == status


async def test_the_same_poll_for_the_same_body_is_refused_with_the_way_to_the_first(desk: Client) -> None:
    poll = await makers_handovers.decision()
    await desk.send_form("/buero/uebergaben", fields(poll))

    again = await desk.send_form("/buero/uebergaben", fields(poll))

    assert again.status_code == 409
    assert "wurde dieser Stelle schon übergeben" in again.text
    assert '<a href="/buero/uebergaben/1">' in again.text


async def test_an_answer_is_entered_and_stands_on_the_page(desk: Client) -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision())
    address = f"/buero/uebergaben/{number}/antworten/1"

    assert (await desk.get(address)).status_code == 200
    done = await desk.send_form(address, {"answer": "no", "reason": "Zu teuer <b>jetzt</b>.", "next_date": DUE})

    assert (done.status_code, done.headers["location"]) == (303, f"/buero/uebergaben/{number}#entscheidung-1")
    page = (await desk.get(f"/buero/uebergaben/{number}")).text
    assert "Zu teuer &lt;b&gt;jetzt&lt;" in page and "Die Antwort ist da." in page


async def test_a_wrong_answer_keeps_what_was_typed(desk: Client) -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision())
    typed = "ä" * 20_000

    wrong = await desk.send_form(
        f"/buero/uebergaben/{number}/antworten/1", {"answer": "perhaps", "reason": typed, "next_date": "2020-01-01"}
    )

    assert wrong.status_code == 422
    assert typed in html.unescape(wrong.text) and 'value="2020-01-01"' in wrong.text
    for problem in ("eine der vier Antworten", "höchstens 1000 Zeichen lang", "nicht in der Vergangenheit"):
        assert problem in wrong.text


async def test_overdue_stands_first_and_answered_last(desk: Client) -> None:
    for days in (20, -3, 40):
        await makers_handovers.handed_over(await makers_handovers.decision(), days=days)
    await makers_handovers.answered(1)

    page = (await desk.get("/buero/uebergaben")).text

    assert re.findall(r'<td class="number">(\d)</td>', page) == ["2", "3", "1"]
    assert "überfällig seit 3 Tagen" in page and "noch 40 Tage" in page and "beantwortet" in page


async def test_an_empty_desk_says_what_to_wait_for(desk: Client) -> None:
    assert "Noch keine Übergabe" in (await desk.get("/buero/uebergaben")).text
    assert "Nichts zum Übergeben" in (await desk.get("/buero/uebergaben/neu")).text


@pytest.mark.parametrize(
    "address", ["2", "abc", "9" * 30, "1/antworten/2", "1/antworten/x", "7/antworten/1", "1.exe", "1/plakat.exe"]
)
async def test_what_does_not_exist_is_missing(desk: Client, address: str) -> None:
    await makers_handovers.handed_over(await makers_handovers.decision())
    assert (await desk.get(f"/buero/uebergaben/{address}")).status_code == 404


ADDRESSES = ["", "/neu", "/vorschau", "/1", "/1.pdf", "/1.csv", "/1.json", "/1/antworten/1"]


@pytest.mark.parametrize("address", ADDRESSES)
async def test_the_desk_is_for_the_office_alone(client: Client, address: str) -> None:
    await makers_handovers.handed_over(await makers_handovers.decision())
    page = f"/buero/uebergaben{address}"

    assert (await client.get(page)).headers["location"].startswith("/anmelden?then=")
    for somebody in (await makers.member(), await makers.chair(), await makers.member(role="moderator")):
        await client.sign_in(member=somebody)
        assert (await client.get(page)).status_code == 403
    await client.sign_in(member=await makers.chair())
    for act in ("/buero/uebergaben", "/buero/uebergaben/1/antworten/1"):
        assert (await client.send_form(act, {})).status_code == 403


@pytest.mark.parametrize("address", ["", "/neu", "/1"])
async def test_one_and_three_rows_take_the_same_queries(
    desk: Client, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    asked: list[str] = []
    rows = sql.Sql.rows

    async def counting(self: sql.Sql, *values: object) -> list[sql.Row]:
        asked.append(self.finished)
        return await rows(self, *values)

    numbers = []
    for more in (1, 2):
        polls = [(await makers_handovers.about())[0] for _ in range(2 * more)]
        await makers_handovers.handed_over(*polls)
        await makers_handovers.answered(1, decision=more)
        with monkeypatch.context() as patched:
            patched.setattr(sql.Sql, "rows", counting)
            asked.clear()
            assert (await desk.get(f"/buero/uebergaben{address}")).status_code == 200
            numbers.append(len(asked))
    assert numbers[0] == numbers[1] <= 5
