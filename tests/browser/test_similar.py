"""Gibt es das schon? While a title is typed, what is like it appears, and one tap backs that one instead."""

from playwright.sync_api import expect

from tests.browser.conftest import Phones
from tests.browser.world import World


def test_it_appears_while_typing_and_touches_nothing_that_was_typed(fresh_world: World, phones: Phones) -> None:
    phone = phones(fresh_world, card=fresh_world.card("young", under_14=False))
    phone.go("/vorschlaege")
    phone.tap("Vorschlag machen")
    phone.page.get_by_label("Dein Vorschlag").fill("An jeder Ecke.")
    title = phone.page.get_by_label("Überschrift")
    title.press_sequentially("Trinkwasserbrunnen und Mülltonnen", delay=20)

    phone.sees("Gibt es das schon?")
    expect(title).to_be_focused()
    expect(title).to_have_value("Trinkwasserbrunnen und Mülltonnen")
    expect(phone.page.get_by_role("link", name="Mehr Mülleimer im Park")).to_be_visible()
    expect(phone.page.get_by_label("Dein Vorschlag")).to_have_value("An jeder Ecke.")

    title.fill("Schwimmunterricht")
    expect(phone.page.get_by_text("Gibt es das schon?")).to_have_count(0)


def test_backing_the_other_one_keeps_the_draft(fresh_world: World, phones: Phones) -> None:
    phone = phones(fresh_world, role="young")
    phone.go("/vorschlaege")
    phone.tap("Vorschlag machen")
    phone.page.get_by_label("Überschrift").fill("Ein Nachtbus")
    phone.sees("Gibt es das schon?")
    phone.tap("Den unterstützen")

    phone.page.wait_for_url("**/vorschlaege/*")
    phone.sees("Zurücknehmen")
    phone.go("/meins")
    phone.sees("Ein Nachtbus")
