"""An old school tablet: no script runs, everything works."""

import pytest
from playwright.sync_api import expect

from tests.browser import signing_in
from tests.browser.conftest import Phones
from tests.browser.world import World


@pytest.mark.short
def test_words_backing_contribution_and_vote(world: World, phones: Phones) -> None:
    card = world.card("young", under_14=False)
    tablet = phones(world, java_script_enabled=False)
    tablet.go("/anmelden?then=/vorschlaege/9")
    signing_in.by_words(tablet, card, own_device=False)
    tablet.page.wait_for_url("**/vorschlaege/9")

    if tablet.page.get_by_role("button", name="Zurücknehmen").count():
        tablet.tap("Zurücknehmen")  # the card that was dealt is among its backers
    before = int(tablet.page.locator(".backing__count b").inner_text())
    tablet.tap("Will ich auch")
    expect(tablet.page.locator(".backing__count b")).to_have_text(str(before + 1))
    tablet.tap("Zurücknehmen")
    expect(tablet.page.locator(".backing__count b")).to_have_text(str(before))

    tablet.page.get_by_label("Was sagst du dazu?").fill("Das Fest soll barrierefrei sein.")
    tablet.tap("Verbesserung", within="#sagen")
    expect(tablet.page.locator(".voice--improvement", has_text="barrierefrei")).to_be_visible()

    tablet.go(world.places["open_straw_poll"] + "/stimme")
    tablet.tap("Turnier", within=".paper__choices")
    expect(tablet.page.locator(".paper__choice[aria-pressed=true]")).to_contain_text("Turnier")

    tablet.tap("Abmelden", within=".banner")
    tablet.page.wait_for_url(world.address("/"))
    tablet.go("/meins")
    assert tablet.path() == "/anmelden?then=%2Fmeins"


@pytest.mark.short
def test_a_secret_vote(world: World, phones: Phones) -> None:
    card = signing_in.as_voter(phones(world))
    tablet = phones(world, java_script_enabled=False)
    tablet.go("/anmelden?then=" + world.places["open_secret_poll"])
    signing_in.by_words(tablet, card)
    tablet.tap("Jetzt abstimmen", role="link")
    tablet.tap("Enthaltung", within=".paper__choices")
    tablet.sees("Deine Stimme ist")


def test_wrong_words_keep_the_name_and_say_what_to_do(world: World, phones: Phones) -> None:
    card = world.card("young")
    tablet = phones(world, java_script_enabled=False)
    tablet.expects(422)
    tablet.go("/anmelden")
    signing_in.by_words(tablet, {**card, "words": ["Haus"] * 5})
    expect(tablet.page.get_by_label("Name der Karte")).to_have_value(card["name"])
    expect(tablet.page.get_by_role("alert")).to_be_visible()
