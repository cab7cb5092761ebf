"""The covering letter, the order by hand, and versions on the office's pages."""

import io
import re

import pypdf
import pytest

from tests import makers, makers_handovers
from tests.client import Client
from zukunftsparlament.handovers import queries
from zukunftsparlament.kernel.sql import Sql

LETTER = "Sehr geehrte Damen und Herren,\n\nwir freuen uns auf Ihre Antwort."
PREVIEW = "/buero/uebergaben/vorschau"
CHANGE_TEXT = Sql("UPDATE proposal SET text = $2 WHERE number = $1")


@pytest.fixture
async def desk(client: Client) -> Client:
    await makers_handovers.body()
    return await client.sign_in(staff=await makers.staff())


def wish(*polls: int, **more: str) -> dict[str, object]:
    answer_by = str(makers_handovers.wish(*polls).answer_by)
    asked: dict[str, object] = {"polls": [str(poll) for poll in polls], "body": makers_handovers.AG}
    return asked | {"answer_by": answer_by} | more


def order(page: str) -> list[str]:
    return re.findall(r'name="polls" value="(\d+)"', page)


async def test_up_and_down_change_the_order_and_keep_the_letter(desk: Client) -> None:
    polls = [await makers_handovers.decision(question=f"Frage {n}?") for n in range(3)]
    first, second, third = polls

    up = await desk.send_form(PREVIEW, wish(*polls, letter=LETTER, up=str(third)))
    down = await desk.send_form(PREVIEW, wish(*polls, letter=LETTER, down=str(first)))

    assert up.status_code == down.status_code == 200
    assert order(up.text) == [str(first), str(third), str(second)]
    assert order(down.text) == [str(second), str(first), str(third)]
    assert (
        LETTER in up.text and LETTER in (await desk.send_form("/buero/uebergaben/neu", wish(first, letter=LETTER))).text
    )


async def test_the_order_and_the_letter_are_what_is_handed_over(desk: Client) -> None:
    polls = [await makers_handovers.decision(question=f"Frage {n}?") for n in range(2)]
    preview = (await desk.send_form(PREVIEW, wish(*polls, letter=LETTER, up=str(polls[1])))).text
    (seen,) = re.findall(r'name="seen" value="(\w+)"', preview)

    answer = await desk.send_form("/buero/uebergaben", wish(*reversed(polls), letter=LETTER, seen=seen))

    assert answer.status_code == 303
    frozen = (await queries.handover(1)).frozen
    assert frozen["letter"] == LETTER and [one["title"] for one in frozen["decisions"]] == ["Frage 1?", "Frage 0?"]
    pdf = pypdf.PdfReader(io.BytesIO((await desk.get("/buero/uebergaben/1.pdf")).content))
    assert "wir freuen uns auf Ihre Antwort." in pdf.pages[0].extract_text()


async def test_a_letter_that_is_too_long_is_said_and_kept(desk: Client) -> None:
    poll = await makers_handovers.decision()

    answer = await desk.send_form(PREVIEW, wish(poll, letter="x" * 2001))

    assert answer.status_code == 422 and "höchstens 2000 Zeichen" in answer.text and "x" * 2001 in answer.text


async def test_a_correction_by_form_and_both_versions_to_fetch(desk: Client) -> None:
    poll, proposal, _ = await makers_handovers.about("Ein Nachtbus")
    number = await makers_handovers.handed_over(poll)
    await CHANGE_TEXT.rows(proposal, "Er soll bis Mitternacht fahren.")
    form = f"/buero/uebergaben/{number}/fassungen"
    assert "Nr. 1: Anders ist: der Text." in (await desk.get(form)).text

    wrong = await desk.send_form(form, {"replaces": "1", "letter": LETTER})
    assert wrong.status_code == 422 and LETTER in wrong.text
    answer = await desk.send_form(form, {"replaces": "1", "letter": LETTER, "because": "Der Text war veraltet."})
    assert answer.status_code == 303
    late = await desk.send_form(form, {"replaces": "1", "letter": "Neu.", "because": "Noch einmal."})
    assert late.status_code == 409 and "neuere Fassung" in late.text and "Noch einmal." in late.text

    newest = (await desk.get(f"/buero/uebergaben/{number}")).text
    assert "Fassung 2: was sich geändert hat" in newest and "Der Text war veraltet." in newest
    old = (await desk.get(f"/buero/uebergaben/{number}?fassung=1")).text
    assert "Das ist Fassung 1. Es gibt eine neuere." in old and f"{number}.pdf?fassung=1" in old
    assert (await desk.get(f"/buero/uebergaben/{number}?fassung=3")).status_code == 404
    for address, name in (
        (f"{number}.docx", f"uebergabe-{number}-fassung-2.docx"),
        (f"{number}.odt?fassung=1", f"uebergabe-{number}.odt"),
    ):
        file = await desk.get(f"/buero/uebergaben/{address}")
        assert file.headers["content-disposition"] == f'attachment; filename="{name}"'
    pdf = (await desk.get(f"/buero/uebergaben/{number}.pdf")).content
    words = " ".join(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    assert "Fassung 2" in words and "ersetzt Fassung 1" in words and "Der Text war veraltet." in words


async def test_earlier_answers_are_told_with_their_days(desk: Client) -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision())
    await makers_handovers.answered(number, answer="later", reason="Erst prüfen wir.")
    await makers_handovers.answered(number, answer="yes", reason="Jetzt geht es.")

    for page in (f"/buero/uebergaben/{number}", "/daraus-geworden", f"/daraus-geworden/{number}"):
        text = (await desk.get(page)).text
        assert "Erst prüfen wir." in text and "von „Später“ auf „Ja“." in text and "Jetzt geht es." in text
