"""What happens elsewhere arrives without a reload, with and without an event stream, and touches no form."""

import re
import time

from playwright.sync_api import expect

from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.test_secret_poll import prepare
from tests.browser.world import World

SECONDS_TO_ARRIVE = 2
SECONDS_WHILE_POLLING = 7


def live_text(phone: Phone, text: str, *, within_seconds: float) -> None:
    expect(phone.page.locator(".live-room")).to_contain_text(text, timeout=within_seconds * 1000)


def mark(phone: Phone) -> None:
    """A reload would wipe this out."""
    phone.page.evaluate("() => { window.neverReloaded = true; }")


def was_not_reloaded(phone: Phone) -> bool:
    return bool(phone.page.evaluate("() => window.neverReloaded === true"))


def test_two_phones_see_a_poll_open_close_and_be_published(fresh_world: World, phones: Phones) -> None:
    chair = phones(fresh_world, role="chair")
    address = prepare(chair)
    member, stranger = phones(fresh_world, role="member"), phones(fresh_world)
    for phone in (member, stranger):
        phone.go(address)
        live_text(phone, "Kommt bald", within_seconds=SECONDS_TO_ARRIVE)
        mark(phone)
    time.sleep(0.5)  # until both streams stand

    for step, text in (
        ("Jetzt eröffnen", "Läuft gerade"),
        ("Sofort schließen", "Geschlossen"),
        ("Auszählen", "Ausgezählt"),
        ("Ergebnis veröffentlichen", "Ergebnis ist da"),
    ):
        chair.send(step)
        for phone in (member, stranger):
            live_text(phone, text, within_seconds=SECONDS_TO_ARRIVE)
    assert was_not_reloaded(member) and was_not_reloaded(stranger)


def test_a_phone_without_event_stream_gets_it_by_asking(fresh_world: World, phones: Phones) -> None:
    chair = phones(fresh_world, role="chair")
    address = prepare(chair)
    cut_off = phones(fresh_world)
    cut_off.context.route("**/ereignisse**", lambda route: route.abort())
    cut_off.forgives("/ereignisse", "Failed to fetch", "net::ERR_FAILED")
    cut_off.go(address)
    mark(cut_off)
    chair.send("Jetzt eröffnen")
    live_text(cut_off, "Läuft gerade", within_seconds=SECONDS_WHILE_POLLING)
    assert was_not_reloaded(cut_off)


def test_a_half_filled_contribution_stays_as_it_is(fresh_world: World, phones: Phones) -> None:
    """The proposal's poll is closed and others write while somebody types."""
    writer = phones(fresh_world, role="young")
    writer.go("/vorschlaege/7")
    field = writer.page.get_by_label("Was sagst du dazu?")
    field.fill("Ich finde das gut, weil")
    field.focus()

    other = phones(fresh_world, card=fresh_world.card("young", under_14=False))
    other.go("/vorschlaege/7")
    other.page.get_by_label("Was sagst du dazu?").fill("Mit Beleuchtung, bitte.")
    other.tap("Verbesserung", within="#sagen")
    other.sees("Dein Beitrag ist drin.")
    chair = phones(fresh_world, role="chair")
    chair.go(fresh_world.places["open_secret_poll"])
    chair.send("Sofort schließen")

    writer.page.wait_for_timeout(SECONDS_TO_ARRIVE * 1000)
    expect(field).to_have_value("Ich finde das gut, weil")
    expect(field).to_be_focused()


def test_an_open_ballot_is_not_touched_when_its_poll_closes(fresh_world: World, phones: Phones) -> None:
    """The banner says so; the paper stays; a vote after closing gets a sentence."""
    voter = phones(fresh_world, card=fresh_world.card("young"))
    ballot = fresh_world.places["open_straw_poll"] + "/stimme"
    voter.go(ballot)
    buttons = voter.page.locator(".paper__choice").all_inner_texts()
    chair = phones(fresh_world, role="chair")
    chair.go(fresh_world.places["open_straw_poll"])
    chair.send("Sofort schließen")
    live_text(voter, "geschlossen", within_seconds=SECONDS_TO_ARRIVE)
    assert voter.page.locator(".paper__choice").all_inner_texts() == buttons

    voter.expects(409)
    voter.tap("Kino", within=".paper__choices")
    expect(voter.page.locator("#paper")).to_contain_text(re.compile("geschlossen|vorbei|zu Ende"))
