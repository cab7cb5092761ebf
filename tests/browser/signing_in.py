"""Signing in as people do it: a card's link, its words, or the office's passphrase and code."""

import time
from typing import Any

import pyotp
from playwright.sync_api import expect

from tests.browser.phone import Phone


def by_link(phone: Phone, card: dict[str, Any], *, own_device: bool = True) -> None:
    """Scan the card: one link, one tap."""
    phone.page.goto(phone.world.link(card))
    phone.page.get_by_role("button", name="Ja, meins" if own_device else "Nein, es gehört").tap()
    phone.page.wait_for_url(lambda url: "/karte" not in url)


def as_voter(phone: Phone) -> dict[str, Any]:
    """Sign in with a member's card that has no vote in the open secret poll yet (in the demo six have). The card."""
    while True:
        card = phone.world.card("member")
        by_link(phone, card)
        phone.go(phone.world.places["open_secret_poll"])
        if phone.page.get_by_role("link", name="Jetzt abstimmen").count():
            return card
        phone.context.clear_cookies()


def by_words(phone: Phone, card: dict[str, Any], *, own_device: bool = True) -> None:
    """Fill in the form that is on the page now."""
    phone.page.get_by_label("Name der Karte").fill(card["name"])
    phone.page.get_by_label("Die fünf Wörter").fill(" ".join(card["words"]))
    phone.page.get_by_label("Das ist mein eigenes Gerät").set_checked(own_device)
    phone.page.get_by_role("button", name="Anmelden", exact=True).tap()


def as_office(phone: Phone) -> None:
    """Passphrase and code. A code is good once, so a second sign-in waits for the next one (30 s at most)."""
    staff = phone.world.staff
    for _ in range(2):
        phone.expects(422)
        phone.go("/buero/anmeldung")
        phone.page.get_by_label("Name des Kontos").fill(staff["name"])
        phone.page.get_by_label("Passphrase").fill(staff["passphrase"])
        phone.page.get_by_label("Code aus der App").fill(pyotp.TOTP(staff["totp_secret"]).now())
        with phone.page.expect_navigation():
            phone.page.get_by_role("button", name="Anmelden", exact=True).tap()
        if not phone.path().startswith("/buero/anmeldung"):
            break
        time.sleep(31 - time.time() % 30)
    phone.expected.discard(422)
    expect(phone.page.locator("html")).to_have_attribute("data-private", "")


def with_office_session(phone: Phone) -> None:
    """The office signs in once for each world; its other phones get a copy of that session."""
    kept = phone.world.office_sessions
    if not kept:
        as_office(phone)
        kept.extend(phone.context.cookies())
    phone.context.add_cookies(kept)
