"""From a counted poll to an answer that its author reads."""

import json
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.screens import previewed
from tests.browser.world import World

REASON = "Der Bauhof stellt im März zwei neue Behälter auf."


def downloaded(phone: Phone, link: Locator, folder: Path) -> bytes:
    with phone.page.expect_download() as downloading:
        link.tap()
    path = folder / downloading.value.suggested_filename
    downloading.value.save_as(path)
    return path.read_bytes()


def test_handed_over_downloaded_answered_and_told(fresh_world: World, phones: Phones, tmp_path: Path) -> None:
    office = phones(fresh_world, office=True)
    previewed(office)
    title = office.page.locator("section.panel h2").first.inner_text().removeprefix("1. ")
    office.send("Jetzt übergeben")

    handover = office.path()
    assert downloaded(office, office.page.locator("a[href$='.pdf']"), tmp_path).startswith(b"%PDF-")
    assert downloaded(office, office.page.locator("a[href$='.csv']"), tmp_path).startswith("\ufeff".encode())
    told = json.loads(downloaded(office, office.page.locator("a[href$='.json']"), tmp_path))
    assert [decision["title"] for decision in told["decisions"]] == [title]

    office.go(handover + "/antworten/1")
    office.choose("Ja", exact=True)
    office.page.get_by_label("Begründung").fill(REASON)
    office.page.get_by_label("Nächster Termin").fill("2027-03-31")
    office.send("Antwort veröffentlichen")

    stranger = phones(fresh_world)
    stranger.go("/daraus-geworden")
    stranger.sees(REASON)
    number = told["decisions"][0]["proposal"]
    stranger.go(f"/vorschlaege/{number}")
    stranger.sees(REASON)
    expect(stranger.page.locator(".stage--answered")).to_be_visible()

    author = phones(fresh_world, card=fresh_world.author_of(number))
    author.go("/meins")
    author.sees(REASON)
