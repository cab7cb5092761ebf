"""Coming in and going out."""

import pytest

from tests.browser.conftest import Phones
from tests.browser.world import World


@pytest.mark.short
def test_a_scanned_card_is_in_after_one_tap(world: World, phones: Phones) -> None:
    phone = phones(world)
    phone.page.goto(world.link(world.card("young")))
    phone.tap("Ja, meins")
    phone.page.wait_for_url(world.address("/"))
    cookie = phone.context.cookies()[0]
    assert (cookie["name"], cookie["httpOnly"], cookie["secure"]) == ("__Host-zp", True, True)


@pytest.mark.short
def test_the_office_comes_in_with_passphrase_and_code(world: World, phones: Phones) -> None:
    phone = phones(world, office=True)
    phone.go("/buero")
    assert phone.path() == "/buero"
