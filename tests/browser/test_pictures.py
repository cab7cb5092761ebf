"""A picture from the phone into a proposal, with and without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import makers_pictures
from tests.browser import signing_in
from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.world import World

ALT, ANOTHER = "Ein rotes und ein weißes Feld.", "Noch ein Mosaik."


def third_step(phone: Phone) -> None:
    phone.go("/vorschlaege")
    phone.tap("Vorschlag machen")
    phone.page.get_by_label("Überschrift").fill("Ein Mosaik am Bahnhof")
    phone.page.get_by_label("Dein Vorschlag").fill("Aus vielen kleinen Steinen.")
    phone.tap("Weiter")
    phone.page.get_by_label("Dein Grund").fill("Dann ist es dort nicht so grau.")
    phone.tap("Weiter")


@pytest.mark.parametrize("with_script", [True, False])
def test_a_picture_is_kept_over_a_mistake_shown_and_seen_by_all(
    fresh_world: World, phones: Phones, tmp_path: Path, with_script: bool
) -> None:
    photo = tmp_path / "IMG_0001.jpg"
    photo.write_bytes(makers_pictures.pressed(makers_pictures.drawn(1600, 1200), quality=95))
    phone = phones(fresh_world, java_script_enabled=with_script)
    phone.expects(422)
    phone.go("/anmelden?then=/vorschlaege")
    signing_in.by_words(phone, fresh_world.card("young", under_14=False), own_device=True)
    phone.page.wait_for_url(fresh_world.address("/vorschlaege"))
    third_step(phone)

    phone.page.get_by_label("Bild", exact=False).first.set_input_files(photo)
    phone.tap("Weiter")  # no topic, no description
    phone.sees("Such ein Thema aus.")
    expect(phone.page.locator("main img.picture")).to_be_visible()
    phone.choose("Umwelt")
    phone.page.get_by_label("Was ist auf dem Bild?").fill(ALT)
    phone.tap("Weiter")
    expect(phone.page.get_by_role("img", name=ALT)).to_be_visible()
    phone.tap("Einreichen")
    phone.sees("Weil ein Bild dabei ist, schaut vorher jemand vom Jugendbüro darauf.")

    office = phones(fresh_world, office=True)
    release(office, "Ein Mosaik am Bahnhof")
    stranger = phones(fresh_world, java_script_enabled=with_script)
    stranger.go("/vorschlaege")
    stranger.go(stranger.page.locator(".card__title a").first.get_attribute("href") or "")
    is_seen(stranger, ALT)

    edit = f"{stranger.path()}/aenderung"
    phone.go(edit)
    phone.page.get_by_label("Ein anderes Bild").set_input_files(photo)
    phone.page.get_by_label("Was ist auf dem Bild?").fill("")
    phone.tap("Ändern", within="main", exact=True)  # no description
    phone.sees("Schreib auf, was auf dem Bild ist")
    phone.page.get_by_label("Was ist auf dem Bild?").fill(ANOTHER)
    phone.tap("Ändern", within="main", exact=True)
    phone.sees("Deine Änderung wird gelesen")
    expect(phone.page.get_by_role("img", name=ANOTHER)).to_be_visible()
    stranger.go(stranger.path())
    is_seen(stranger, ALT)
    release(office, "Ein Mosaik am Bahnhof", {ALT, ANOTHER})
    stranger.go(stranger.path())
    is_seen(stranger, ANOTHER)


def release(office: Phone, title: str, shows: frozenset[str] | set[str] = frozenset({ALT})) -> None:
    office.go("/buero/freigaben")
    office.page.get_by_role("article").filter(has_text=title).get_by_role("link", name="Lesen und entscheiden").tap()
    for alt in shows:
        is_seen(office, alt)
    office.tap("Freigeben", within="form", exact=True)
    office.sees("Freigegeben")


def is_seen(phone: Phone, alt: str) -> None:
    shown = phone.page.get_by_role("img", name=alt)
    shown.scroll_into_view_if_needed()
    expect(shown).to_have_js_property("complete", True)
    assert shown.evaluate("(img) => img.naturalWidth") > 250


def test_a_picture_can_be_taken_away_again(world: World, phones: Phones, tmp_path: Path) -> None:
    photo = tmp_path / "bild.png"
    photo.write_bytes(makers_pictures.pressed(kind="PNG"))
    phone = phones(world, card=world.card("young", under_14=False))
    phone.expects(422)
    third_step(phone)
    phone.page.get_by_label("Für wen").fill("alle, die warten")
    phone.page.get_by_label("Bild", exact=False).first.set_input_files(photo)
    phone.tap("Weiter")

    phone.page.get_by_label("Für wen").press("Enter")  # no button but "Weiter" is meant by it
    expect(phone.page.locator("main img.picture")).to_have_count(1)
    phone.page.get_by_label("Bild entfernen").check()
    phone.tap("Weiter")

    expect(phone.page.locator("main img.picture")).to_have_count(0)
    expect(phone.page.get_by_label("Für wen")).to_have_value("alle, die warten")
