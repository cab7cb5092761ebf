"""From the card to "Deine Stimme ist drin"."""

import pytest
from playwright.sync_api import expect

from tests.browser import signing_in
from tests.browser.conftest import Phones
from tests.browser.phone import PORTRAIT
from tests.browser.world import World


@pytest.mark.short
def test_from_the_card_to_the_box_in_three_taps(world: World, phones: Phones) -> None:
    card = signing_in.as_voter(phones(world))
    phone = phones(world)
    phone.page.goto(world.link(card))
    phone.tap("Ja, meins")
    phone.touch(phone.page.locator(f"main a[href='{world.places['open_secret_poll']}/stimme']"))
    receipt = phone.page.locator(".receipt").inner_text()
    phone.tap("Ja", within=".paper__choices")
    phone.sees("Deine Stimme ist drin.")
    assert phone.page.locator(".receipt").inner_text() == receipt
    expect(phone.page.locator("#paper")).to_be_focused()
    assert phone.taps == 3


@pytest.mark.short
def test_a_second_secret_vote_is_in_already_and_shows_no_sign(world: World, phones: Phones) -> None:
    phone = phones(world)
    signing_in.as_voter(phone)
    ballot = world.places["open_secret_poll"] + "/stimme"
    phone.go(ballot)
    other_tab = phone.context.new_page()
    other_tab.goto(world.address(ballot))
    phone.tap("Nein", within=".paper__choices")
    phone.sees("Deine Stimme ist drin.")
    other_tab.locator(".paper__choice--yes").tap()
    expect(other_tab.get_by_text("Deine Stimme ist schon drin.")).to_be_visible()
    expect(other_tab.locator(".receipt")).to_have_count(0)


def test_an_open_vote_can_be_changed_until_the_end(world: World, phones: Phones) -> None:
    phone = phones(world, role="young")
    phone.go(world.places["open_straw_poll"] + "/stimme")
    for option in ("Kino", "Flohmarkt"):
        phone.tap(option, within=".paper__choices")
        chosen = phone.page.locator(".paper__choice[aria-pressed=true]")
        expect(chosen).to_have_count(1)
        expect(chosen).to_contain_text(option)
    phone.page.reload()
    expect(phone.page.locator(".paper__choice[aria-pressed=true]")).to_contain_text("Flohmarkt")


def test_the_ballot_can_be_filled_with_the_keyboard_alone(world: World, phones: Phones) -> None:
    phone = phones(world)
    signing_in.as_voter(phone)
    phone.go(world.places["open_secret_poll"] + "/stimme")
    keyboard = phone.page.keyboard
    for _ in range(30):
        keyboard.press("Tab")
        if phone.page.evaluate("() => document.activeElement.value") == "abstain":
            break
    keyboard.press("Enter")
    phone.sees("Deine Stimme ist drin.")


@pytest.mark.parametrize("own_device", [True, False])
def test_yes_no_and_abstain_stand_on_one_screen(fresh_world: World, phones: Phones, own_device: bool) -> None:
    """What has to be scrolled to is chosen less: a ballot must not favour anything by its place."""
    phone = phones(fresh_world)
    phone.page.goto(fresh_world.link(next(card for card in fresh_world.cards if card["role"] == "chair")))
    phone.tap("Ja, meins" if own_device else "Nein, es gehört anderen oder allen")
    phone.sees("Deine Stimme fehlt noch:")
    phone.go(fresh_world.places["open_secret_poll"] + "/stimme")

    choices = [choice.bounding_box() for choice in phone.page.locator(".paper__choice").all()]

    expect(phone.page.locator(".tabs")).to_be_hidden()  # nothing lies over them
    assert len(choices) == 3
    assert all(choice is not None and choice["height"] >= 72 for choice in choices)
    assert all(choice is not None and choice["y"] + choice["height"] <= PORTRAIT["height"] for choice in choices)
