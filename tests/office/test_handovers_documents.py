"""The documents of a hand-over: nothing personal in them, and no text that stops them."""

import csv
import io
import json
from datetime import timedelta

import pypdf
import pytest

from tests import makers, makers_handovers, makers_moderation, makers_polls, makers_proposals
from tests.client import Client
from zukunftsparlament.dossiers.documents import DOCUMENTS
from zukunftsparlament.handovers import queries
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql

PSEUDONYM = "Listiger Lemur"
HOSTILE = (
    "Z̴̨͔̪̓͌a̷͖͐l̶͉̈g̶̢͝o̴͓̍",
    "Strg \x01\x02\x07\x1b[31m \ufffe",
    '=HYPERLINK("http://example.org";"los")',
    "\u202everkehrt herum\u202c \u200f",
    "<script>alert(1)</script> & #set page(width: 1pt) $x$ \\ *",
    "👩🏽‍🚀🏳️‍🌈 \U0001f9ff \ue000",
    "a" * 1000,
)
CHANGE_TEXT = Sql("UPDATE proposal SET text = $2 WHERE number = $1")
CONFIRMED_AT = Sql("UPDATE session SET confirmed_at = $1")


async def documents(client: Client, number: int) -> dict[str, bytes]:
    found = {}
    for ending, document in DOCUMENTS.items():
        answer = await client.get(f"/buero/uebergaben/{number}.{ending}")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == document.media_type
        assert answer.headers["content-disposition"] == f'attachment; filename="uebergabe-{number}.{ending}"'
        assert answer.headers["cache-control"] == "no-store"
        found[ending] = answer.content
    return found


async def test_no_pseudonym_is_in_any_document(client: Client) -> None:
    author = await makers.member(name=PSEUDONYM)
    proposal = await makers_proposals.proposal(author=author, title="Ein Nachtbus")
    await makers_proposals.contribution(proposal, author=author, text="Damit alle heimkommen.")
    number = await makers_handovers.handed_over(await makers_handovers.decision(proposal=proposal))
    await makers_handovers.answered(number, reason="Ab Mai fährt er.")
    await client.sign_in(staff=await makers.staff())

    found = await documents(client, number)

    pages = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(found["pdf"])).pages)
    for text in (found["csv"].decode("utf-8-sig"), found["json"].decode(), pages):
        assert "Ein Nachtbus" in text and "Damit alle heimkommen." in text and "Ab Mai fährt er." in text
        assert "Lemur" not in text and "Listiger" not in text
    assert PSEUDONYM.encode() not in b"".join(found.values())


async def test_json_and_csv_say_what_is_frozen(client: Client) -> None:
    first, _, _ = await makers_handovers.about("Ein Nachtbus")
    number = await makers_handovers.handed_over(first, await makers_handovers.decision(question="Und ein Radweg?"))
    await client.sign_in(staff=await makers.staff())

    found = await documents(client, number)

    assert json.loads(found["json"]) == (await queries.handover(number)).frozen
    rows = list(csv.DictReader(io.StringIO(found["csv"].decode("utf-8-sig")), delimiter=";"))
    assert [(row["Nr."], row["Titel"]) for row in rows] == [("1", "Ein Nachtbus"), ("2", "Und ein Radweg?")]


@pytest.mark.parametrize("text", HOSTILE)
async def test_no_text_stops_a_document(client: Client, text: str) -> None:
    poll, proposal, _ = await makers_handovers.about(title=text[:80])
    await CHANGE_TEXT.rows(proposal, text * 2)
    await makers_proposals.contribution(proposal, stance="against", text=text)
    options = f"{text[:60]}\nNichts"
    choice = await makers_polls.published(["1", "1", "2"], question=text[:200], options=options, actor="office:Amt")
    number = await makers_handovers.handed_over(poll, choice.number)
    await makers_handovers.answered(number, reason=text)
    await client.sign_in(staff=await makers.staff())

    found = await documents(client, number)

    assert found["pdf"].startswith(b"%PDF-")
    decision = json.loads(found["json"])["decisions"][0]
    assert (decision["title"], decision["answer"]["reason"]) == (text[:80], text)
    rows = csv.reader(io.StringIO(found["csv"].decode("utf-8-sig")), delimiter=";")
    assert not any(cell.startswith("=") for row in rows for cell in row)
    for address in (f"/buero/uebergaben/{number}", f"/buero/uebergaben/{number}/antworten/1", "/daraus-geworden"):
        answer = await client.get(address)
        assert answer.status_code == 200 and "<script>alert" not in answer.text


async def test_documents_ask_for_the_passphrase_again(client: Client) -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision())
    await client.sign_in(staff=await makers.staff())
    await CONFIRMED_AT.rows(now() - timedelta(hours=1))

    for ending in DOCUMENTS:
        answer = await client.get(f"/buero/uebergaben/{number}.{ending}")
        assert answer.status_code == 303 and answer.headers["location"].startswith("/buero/bestaetigung?then=")
    assert (await client.get(f"/buero/uebergaben/{number}")).status_code == 200


async def test_the_page_says_what_each_document_is_for_and_how_large_it_is(client: Client) -> None:
    number = await makers_handovers.handed_over(await makers_handovers.decision())
    await client.sign_in(staff=await makers.staff())

    page = (await client.get(f"/buero/uebergaben/{number}")).text

    found = await documents(client, number)
    for ending in ("docx", "odt", "xlsx", "csv", "json", "zip"):
        assert f'href="/buero/uebergaben/{number}.{ending}"' in page
        assert f">{max(round(len(found[ending]) / 1000), 1)} KB</td>" in page
    assert "zum Weiterschreiben" in page


async def test_everybody_gets_the_page_in_plain_words_and_the_poster(client: Client) -> None:
    poll, _, _ = await makers_handovers.about("Ein Nachtbus")
    number = await makers_handovers.handed_over(poll)
    files = {}
    for name in ("einfach", "plakat"):
        answer = await client.get(f"/daraus-geworden/{number}/{name}.pdf")
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.headers["content-disposition"] == f'attachment; filename="uebergabe-{number}-{name}.pdf"'
        files[name] = answer.content
        assert "Ein Nachtbus" in pypdf.PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    public = (await client.get(f"/daraus-geworden/{number}")).text
    assert "Ein Nachtbus" in public and f"/daraus-geworden/{number}/plakat.pdf" in public
    for nothing in (f"{number}/plakat.exe", f"{number}/x.pdf", f"{number + 1}/plakat.pdf", f"{number + 1}"):
        assert (await client.get(f"/daraus-geworden/{nothing}")).status_code == 404

    await client.sign_in(staff=await makers.staff())

    for name, file in files.items():
        assert (await client.get(f"/buero/uebergaben/{number}/{name}.pdf")).content == file


async def test_a_removed_proposal_does_not_come_back_on_a_poster(client: Client) -> None:
    poll, number, _ = await makers_handovers.about("Lena hat Läuse")
    handover = await makers_handovers.handed_over(poll)
    token = await makers_moderation.reported_proposal(number, reporter=await makers.member())
    await client.sign_in(staff=await makers.staff())
    removal = {"decision": "remove", "text": "Über andere: nein."}
    assert (await client.send_form(f"/buero/meldungen/{token}", removal)).status_code == 303
    client.token = None

    for name in ("einfach", "plakat"):
        file = (await client.get(f"/daraus-geworden/{handover}/{name}.pdf")).content
        assert "Lena" not in pypdf.PdfReader(io.BytesIO(file)).pages[0].extract_text()
    assert "Lena" not in (await client.get(f"/daraus-geworden/{handover}")).text
