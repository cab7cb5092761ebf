"""What waits through a sign-in, and what must be gone after a sign-out."""

import pytest
from playwright.sync_api import expect

from tests.browser import signing_in
from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.world import World

# One for each test: a page that is kept for those not signed in may be two seconds old.
WAITING, WAITING_FOR_A_CARD, WAITING_ON_A_TABLET = "/vorschlaege/12", "/vorschlaege/11", "/vorschlaege/10"


def count(phone: Phone) -> int:
    return int(phone.page.locator(".backing__count b").first.inner_text())


def tap_signed_out(phone: Phone, proposal: str) -> int:
    """ "Will ich auch" without a session. The number before."""
    phone.expects(401)
    phone.go(proposal)
    before = count(phone)
    phone.tap("Will ich auch")
    phone.sees("Nichts ist verloren")
    return before


@pytest.mark.short
def test_a_tap_before_signing_in_is_done_after_it(world: World, phones: Phones) -> None:
    phone = phones(world)
    before = tap_signed_out(phone, WAITING)
    signing_in.by_words(phone, world.card("young"))
    phone.sees("Zurücknehmen")
    assert count(phone) == before + 1


def test_a_tap_waits_for_a_card_scanned_in_a_new_tab(world: World, phones: Phones) -> None:
    phone = phones(world)
    before = tap_signed_out(phone, WAITING_FOR_A_CARD)
    camera = phone.context.new_page()
    camera.goto(world.link(world.card("young")))
    camera.get_by_role("button", name="Ja, meins").tap()
    expect(camera.get_by_text("Zurücknehmen").first).to_be_visible()
    phone.go(WAITING_FOR_A_CARD)
    assert count(phone) == before + 1


def test_a_shared_device_asks_before_it_does_what_waited(world: World, phones: Phones) -> None:
    phone = phones(world)
    before = tap_signed_out(phone, WAITING_ON_A_TABLET)
    signing_in.by_words(phone, world.card("young"), own_device=False)
    phone.sees("Willst du das noch?")
    phone.go(WAITING_ON_A_TABLET)
    assert count(phone) == before

    other = phones(world)
    before = tap_signed_out(other, WAITING_ON_A_TABLET)
    signing_in.by_words(other, world.card("young"), own_device=False)
    other.tap("Ja, jetzt machen")
    other.sees("Zurücknehmen")
    assert count(other) == before + 1


def test_a_session_that_has_ended_keeps_what_was_typed(world: World, phones: Phones) -> None:
    card = world.card("young", under_14=False)
    phone, elsewhere = phones(world, card=card), phones(world, card=card)
    phone.go(WAITING)
    text = "Das ist mir zu teuer, und meinen Freunden auch."
    phone.page.get_by_label("Was sagst du dazu?").fill(text)
    elsewhere.go("/meins")
    elsewhere.tap("Überall abmelden")
    elsewhere.page.wait_for_url(world.address("/"))

    phone.expects(401)
    phone.tap("Dagegen", within="#sagen")
    phone.sees("Nichts ist verloren")
    signing_in.by_words(phone, card)
    phone.sees(text)
    phone.tap("Ja, jetzt machen")
    expect(phone.page.locator(".voice--against", has_text=text)).to_be_visible()


def test_after_signing_out_the_back_button_shows_nothing_private(world: World, phones: Phones) -> None:
    phone = phones(world)
    signing_in.by_link(phone, world.card("young"), own_device=False)
    phone.go("/meins")
    name = phone.page.locator("h1 .mark").inner_text()
    phone.tap("Abmelden", within=".banner")
    phone.page.wait_for_url(world.address("/"))
    phone.page.go_back()
    phone.page.wait_for_url("**/anmelden**")
    expect(phone.page.get_by_text(name)).to_have_count(0)


def test_a_broken_card_link_says_what_to_do(world: World, phones: Phones) -> None:
    phone = phones(world)
    phone.expects(422)
    phone.go("/karte")
    phone.sees("Scanne das Muster noch einmal")
    phone.tap("Mit den fünf Wörtern anmelden", role="link")
    phone.page.wait_for_url(world.address("/anmelden"))
    phone.go("/karte#ABC")
    phone.tap("Ja, meins")
    expect(phone.page.get_by_role("alert")).to_be_visible()


def test_nobody_gets_a_cookie_before_signing_in(world: World, phones: Phones) -> None:
    phone = phones(world)
    for path in ("/", "/vorschlaege", "/abstimmungen", "/anmelden", "/karte"):
        phone.go(path)
    assert phone.context.cookies() == []
