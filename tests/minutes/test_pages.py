"""Who reads which minutes, and in which form."""

from io import BytesIO

import page
import pytest
from docx import Document
from pypdf import PdfReader

from tests import makers, makers_proposals
from tests.client import Client, as_read
from tests.makers_minutes import Held, held, next_sitting
from tests.statements import counted
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.public_memory import memory
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.actions import confirm
from zukunftsparlament.minutes.actions.confirming import Who
from zukunftsparlament.minutes.drafting import draft
from zukunftsparlament.sittings.actions.notes import save_note
from zukunftsparlament.sittings.queries import sitting
from zukunftsparlament.sittings.rules import SittingKind
from zukunftsparlament.sittings.rules.noting import stamp

pytestmark = pytest.mark.usefixtures("store")

HERE = "/sitzungen/3/protokoll"
DESK = "/vorsitz/3/protokoll"
NOTE = "Viele fanden die Idee gut."


async def published(found: Held) -> None:
    sha256 = (await draft(await sitting(found.number))).sha256
    for member in found.chairs:
        await confirm(found.number, seen=sha256, who=Who("chair:1", member))


async def test_a_draft_is_for_those_who_hold_a_seat(client: Client) -> None:
    found = await held()

    before = await client.get(HERE)
    assert (before.status_code, (await client.get(f"{HERE}.pdf")).status_code) == (200, 404)
    assert "noch nicht fertig" in before.text and "3. März 2027" in before.text and NOTE not in before.text
    await client.sign_in(member=await makers.member())
    assert NOTE not in (await client.get(HERE)).text

    await client.sign_in(member=found.members[0])
    told = (await client.get(HERE)).text
    assert NOTE in told and "Ja, das Protokoll stimmt" not in told
    assert (await client.get(f"{HERE}.pdf")).headers["content-disposition"].endswith('protokoll-3-entwurf.pdf"')


async def test_two_phones_confirm_and_everybody_reads(client: Client) -> None:
    found = await held()
    seen = (await draft(await sitting(3))).sha256

    await client.sign_in(member=found.chairs[0])
    assert f'name="seen" value="{seen}"' in (await client.get(DESK)).text
    assert (await client.send_form(f"{HERE}/bestaetigung", {"seen": "", "desk": "1"})).status_code == 409
    first = await client.send_form(f"{HERE}/bestaetigung", {"seen": seen, "desk": "1"})
    assert (first.status_code, first.headers["location"]) == (303, DESK)
    waiting = (await client.get(DESK)).text
    assert "Sitz 1 hat bestätigt" in waiting and "Sitz 2 fehlt noch" in waiting
    assert "Ja, das Protokoll stimmt" not in waiting
    await client.sign_in(member=found.chairs[1])
    await client.send_form(f"{HERE}/bestaetigung", {"seen": seen})

    client.token = None
    told = (await client.get(HERE)).text
    assert NOTE in told and "Beschluss 1." in told and "Igel" not in told
    file = await client.get(f"{HERE}.pdf")
    assert page.validate_pdf_bytes(file.content, profile="ua1").is_compliant
    assert "Protokoll der Sitzung Nr. 3" in PdfReader(BytesIO(file.content)).pages[0].extract_text()
    word = await client.get(f"{HERE}.docx")
    assert Document(BytesIO(word.content)).paragraphs[0].text == "Protokoll der Sitzung Nr. 3"
    assert file.content == (await client.get(f"{HERE}.pdf")).content


async def test_a_corrected_version_says_what_is_different_and_the_old_one_stays_readable(client: Client) -> None:
    found = await held()
    await published(found)
    await save_note(3, found.items[1].mark, "Fast alle fanden sie gut.", before=stamp(NOTE))
    await client.sign_in(member=found.chairs[0])
    desk = await client.get(DESK)
    assert "Neue Fassung beginnen" in desk.text and "Fast alle" in desk.text
    assert (await client.send_form(f"{DESK}/berichtigung", {"reason": ""})).status_code == 422
    await client.send_form(f"{DESK}/berichtigung", {"reason": "Es waren mehr."})
    client.token = None
    assert "Fast alle" not in (await client.get(HERE)).text  # not before it is confirmed
    await published(found)

    new, old = await client.get(HERE), await client.get(f"{HERE}?fassung=1")
    assert "Fassung 2" in new.text and "<del>" in new.text and "Es waren mehr." in new.text
    assert "Das ist eine alte Fassung" in old.text and NOTE in old.text
    assert (await client.get(f"{HERE}?fassung=3")).status_code == 404
    name = (await client.get(f"{HERE}.pdf?fassung=2")).headers["content-disposition"]
    assert name.endswith('protokoll-3-fassung-2.pdf"')


async def test_a_page_of_minutes_asks_few_questions_however_much_was_decided(client: Client) -> None:
    found = await held()
    await published(found)

    with counted() as statements:
        await client.get(HERE)
    assert len(statements) <= 5


async def test_the_desk_asks_no_more_for_each_note(client: Client) -> None:
    found = await held()
    await client.sign_in(member=found.chairs[0])
    asked = []
    for _time in range(2):
        with counted() as statements:
            await client.get(DESK)
        asked.append(len(statements))
        await Sql("UPDATE agenda_item SET note = $2 WHERE sitting = $1").rows(found.sitting.id, NOTE)
    assert asked[0] == asked[1] <= 20


async def test_what_was_removed_since_is_shown_to_nobody(client: Client) -> None:
    found = await held(vote=False)
    number = await makers_proposals.proposal(title="Ein böser Satz")
    row = await makers_proposals.proposal_id(number)
    await Sql("UPDATE agenda_item SET proposal = $2 WHERE id = $1").rows(found.items[1].id, row)
    await published(found)
    assert "Ein böser Satz" in (await client.get(HERE)).text
    await Sql("UPDATE proposal SET removed_at = $2, title = 'Entfernt' WHERE id = $1").rows(row, now())
    memory.forget()

    assert "Ein böser Satz" not in (await client.get(HERE)).text
    text = "".join(
        sheet.extract_text() for sheet in PdfReader(BytesIO((await client.get(f"{HERE}.pdf")).content)).pages
    )
    assert "Ein böser Satz" not in text and "Dieser Text wurde später entfernt." in text


async def test_a_rehearsal_and_a_sitting_that_goes_on_have_no_public_minutes(client: Client) -> None:
    found = await held(kind=SittingKind.REHEARSAL)
    address = f"/sitzungen/{found.number}/protokoll"

    assert (await client.get(address)).status_code == 404
    await client.sign_in(member=found.chairs[0])
    told = as_read((await client.get(f"/vorsitz/{found.number}/protokoll")).text)
    assert "Das war eine Übung" in told and "Ja, das Protokoll stimmt" not in told
    assert (await client.get("/sitzungen/77/protokoll")).status_code == 404


async def test_the_chairs_give_decisions_on_and_the_office_finds_them_chosen(client: Client) -> None:
    found = await held()
    await client.sign_in(member=found.chairs[0])
    assert "Noch nicht weitergegeben" in (await client.get(DESK)).text
    await client.send_form(f"{DESK}/uebergabe")
    assert "Liegt beim Jugendbüro" in (await client.get(DESK)).text

    await client.sign_in(staff=await makers.staff())
    assert "/buero/uebergaben/neu?polls=1" in (await client.get(DESK)).text
    assert "Beschluss der Sitzung Nr. 3 liegt zur Übergabe bereit" in (await client.get("/buero/uebergaben")).text
    assert 'value="1" checked' in (await client.get("/buero/uebergaben/neu?polls=1")).text


async def test_the_item_about_the_last_minutes_leads_to_them(client: Client) -> None:
    found = await held()
    later = await next_sitting(found)
    await client.sign_in(member=found.chairs[0])

    answer = await client.get(f"/vorsitz/{later.number}/protokoll/davor")

    assert (answer.status_code, answer.headers["location"]) == (303, DESK)


async def test_what_was_decided_behind_closed_doors_stays_there(client: Client) -> None:
    found = await held()
    await Sql("UPDATE agenda_item SET public = $2 WHERE id = $1").rows(found.items[1].id, False)
    await client.sign_in(member=found.chairs[0])
    page = as_read((await client.get(DESK)).text)
    assert "Nicht öffentlich: bleibt unter euch" in page and "Ans Jugendbüro geben" not in page
    await client.send_form(f"{DESK}/uebergabe")
    await client.sign_in(staff=await makers.staff())
    assert "liegt zur Übergabe bereit" not in (await client.get("/buero/uebergaben")).text
