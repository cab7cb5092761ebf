"""The invitation on paper: readable by everybody, whatever was typed, and it says what it must."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import page
import pytest
from pypdf import PdfReader

from tests import makers, makers_sittings
from tests.client import Client
from tests.dossiers.hostile import CELLS
from zukunftsparlament.dossiers.invitation_pdf import Invitation, invitation_pdf
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.queries import Sitting

pytestmark = pytest.mark.usefixtures("store")


async def told(sitting: Sitting) -> Invitation:
    return Invitation(
        sitting=sitting,
        items=await queries.agenda(sitting.id),
        guests=["Bürgermeisterin"],
        parliament="Jugendrat Beispielstadt",
        office="Jugendbüro, Hauptstraße 1",
        begins="16:30",
        ends="18:00",
        needed=6,
        seats=18,
        first_on="",
    )


def words_in(file: bytes) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(file)).pages).split())


async def test_it_passes_and_says_what_it_must() -> None:
    starts_at = datetime.now(UTC) + timedelta(weeks=3)
    sitting = await makers_sittings.sitting(urgent_reason="Der Rat tagt bald.", starts_at=starts_at)
    await makers_sittings.item(sitting, "Tornetze", cents=33334, money_source="Budget", minutes=10)
    await makers_sittings.item(sitting, "Streit", public=False)

    file = invitation_pdf(replace(await told(sitting), first_on="3. Februar 2027"))

    report = page.validate_pdf_bytes(file, profile="ua1")
    assert report.is_compliant, report.to_json()
    words = words_in(file)
    for part in (
        "Tornetze etwa 10 Minuten · 333,34 € (Budget)",
        "3. Februar 2027 waren zu wenige da. Darum reichen jetzt 6 von 18 Sitzen.",
        "Es ist eilig, weil: Der Rat tagt bald.",
        "Nicht öffentlicher Punkt",
        "Jugendbüro, Hauptstraße 1",
    ):
        assert part in words
    assert "Streit" not in words


async def test_hostile_words_do_not_stop_it() -> None:
    sitting = await makers_sittings.sitting()
    made = await told(sitting)
    for cell in CELLS:
        items = [replace(made.items[0], title=cell or "-", owner=cell, late_reason=cell)]
        words = replace(sitting, title=cell, place=cell, hint=cell, urgent_reason=cell, cancel_reason=cell)
        hostile = replace(made, sitting=words, items=items, guests=[cell or "-"])
        assert invitation_pdf(hostile).startswith(b"%PDF")


async def test_everybody_may_print_it_once_it_is_out(client: Client) -> None:
    await makers.seated()
    planned = await makers_sittings.sitting(title="Geplant")
    invited = await makers_sittings.sitting(invited=True)
    assert (await client.get(f"{planned.address}/einladung.pdf")).status_code == 404
    answer = await client.get(f"{invited.address}/einladung.pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.content == (await client.get(f"{invited.address}/einladung.pdf")).content
