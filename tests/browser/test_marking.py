"""Ballots with several marks: tapped with a script, chosen from lists without one; nothing marked is lost."""

from playwright.sync_api import expect

from tests.browser.all_screens import FILLED, new
from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.screens import sent
from tests.browser.world import World

OPENLY = ["Offen", "Die Sitze im Parlament"]


def ballot_of(kind: str, phone: Phone) -> str:
    """The address of a new open ballot."""
    sent(*new(kind), "eröffnen", fields=FILLED, picks=OPENLY)(phone)
    return phone.path() + "/stimme"


def marked(phone: Phone) -> list[str]:
    return [found.input_value() for found in phone.page.locator("#paper select").all()]


def test_whoever_taps_in_their_order_has_voted_in_that_order(world: World, phones: Phones) -> None:
    phone = phones(world, role="chair")
    phone.go(ballot_of("ranked", phone))
    for option in ("Grün", "Rot", "Blau", "Rot"):  # the second tap takes it out again
        phone.tap(option, within="[data-tapping]")
    assert marked(phone) == ["3", "2", ""]
    expect(phone.page.locator("[data-tap='2'] [data-place]")).to_have_text("Platz 2")
    phone.send("Stimme abgeben")
    phone.sees("Gespeichert.")
    assert marked(phone) == ["3", "2", ""]
    expect(phone.page.locator("[data-tap='3']")).to_have_attribute("aria-pressed", "true")


def test_without_a_script_the_same_ballot_is_a_row_of_lists(world: World, phones: Phones) -> None:
    phone = phones(world, role="chair")
    address = ballot_of("ranked", phone)
    plain = phones(world, java_script_enabled=False, storage_state=phone.context.storage_state())
    plain.expects(422)
    plain.go(address)
    lists = plain.page.locator("#paper select")
    for place, option in enumerate(("Blau", "Blau")):
        lists.nth(place).select_option(label=option)
    plain.tap("Stimme abgeben")
    plain.sees("Eine Möglichkeit steht auf zwei Plätzen.")
    assert marked(plain) == ["2", "2", ""]
    lists.nth(1).select_option(label="Rot")
    plain.tap("Stimme abgeben")
    plain.sees("Gespeichert.")
    assert marked(plain) == ["2", "1", ""]


def test_what_is_left_is_said_while_ticking(world: World, phones: Phones) -> None:
    phone = phones(world, role="chair")
    phone.go(ballot_of("budget", phone))
    left = phone.page.locator("[data-left]")
    expect(left).to_have_text("Noch 1.000,00 € übrig.")
    phone.choose("Tore", role="checkbox")
    expect(left).to_have_text("Noch 666,66 € übrig.")


def test_one_wrong_tap_on_abstaining_loses_nothing(world: World, phones: Phones) -> None:
    phone = phones(world, role="chair")
    phone.expects(422)
    phone.go(ballot_of("budget", phone))
    phone.choose("Tore", role="checkbox")
    phone.send("Enthaltung")
    phone.sees("Entweder du wählst etwas, oder du enthältst dich.")
    expect(phone.page.locator("#paper input[type=checkbox]:checked")).to_have_count(1)
    phone.page.locator("#paper input[type=checkbox]:checked").uncheck()
    phone.send("Enthaltung")
    phone.sees("Gespeichert.")
