"""One phone in the room and the projector, in a rehearsal: they follow the sitting by themselves, and a ballot that
somebody is marking is touched by nothing. Two chairs and a whole parliament: tests of the cases."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.world import World

WIDE = {"width": 1280, "height": 720}
SECONDS_AFTER_A_CUT = 12  # it asks every five seconds
POST = """([address, fields]) => fetch(address, {method: "POST", body: new URLSearchParams(fields)})
    .then((answer) => [answer.status, answer.url])"""
SNACKS = {
    "kind": "up_to",
    "question": "Was essen wir?",
    "options": "Pizza\nNudeln\nSuppe",
    "at_most": "2",
    "places": "1",
}


def post(phone: Phone, address: str, **fields: str) -> str:
    """As the phone's own pages do; the desk of the chairs is looked at elsewhere. The path it leads to."""
    status, url = phone.page.evaluate(POST, [phone.world.address(address), fields])
    assert status < 400, (address, status)
    return str(url).removeprefix(phone.world.address(""))


def rehearsal(chair: Phone) -> str:
    """Begun with one tap; its address in the cockpit."""
    chair.go("/vorsitz")
    chair.send("Übung starten")
    return chair.path()


def projector(phones: Phones, world: World, cockpit: Phone) -> Phone:
    link = cockpit.page.get_by_role("link", name="Leinwand").first.get_attribute("href")
    assert link
    screen = phones(world, viewport=WIDE, is_mobile=False, has_touch=False)
    screen.go(link)
    return screen


def room(phone: Phone, cockpit: str) -> None:
    phone.go(f"{cockpit.replace('vorsitz', 'sitzungen')}/raum")
    phone.send("Ich bin da")


@pytest.mark.short
def test_a_phone_and_the_projector_follow_a_rehearsal(fresh_world: World, phones: Phones) -> None:
    chair, member = phones(fresh_world, role="chair"), phones(fresh_world, role="member")
    cockpit = rehearsal(chair)
    screen = projector(phones, fresh_world, chair)
    wall, live, paper = screen.page.locator("main"), member.page.locator("#raum"), member.page.locator("#zettel")
    expect(wall).to_contain_text("Übung: Nichts davon zählt.")
    assert screen.context.cookies() == []
    room(member, cockpit)
    room(chair, cockpit)
    expect(live).to_contain_text("Gleich geht es los.")
    expect(wall).to_contain_text(re.compile(r"2 von \d+ sind da"))

    post(chair, f"{cockpit}/eroeffnung")
    post(chair, f"{cockpit}/punkte/1/beginn")
    post(chair, f"{cockpit}/punkte/1/ende", **{"as": "done"})
    post(chair, f"{cockpit}/punkte/2/beginn")
    expect(live).to_contain_text("Einmal im Jahr essen alle zusammen")
    expect(wall).to_contain_text("Einmal im Jahr essen alle zusammen")
    member.send("Ich möchte etwas sagen")
    expect(wall).to_contain_text(re.compile(r"Als Nächstes: Sitz \d+"))

    post(chair, f"{cockpit}/punkte/2/abstimmung", **SNACKS, secrecy="open", then="open")
    expect(paper).to_contain_text("Was essen wir?")
    expect(wall).to_contain_text("Was essen wir?")
    member.page.get_by_role("checkbox", name="Nudeln").check(force=True)
    chair.go(f"{cockpit.replace('vorsitz', 'sitzungen')}/raum")
    chair.page.get_by_role("checkbox", name="Suppe").check(force=True)
    chair.send("Stimme abgeben")
    expect(chair.page.locator("#zettel")).to_contain_text("Gespeichert")
    expect(member.page.get_by_role("checkbox", name="Nudeln")).to_be_checked()  # what others do touches no ballot
    poll = (member.page.locator("#paper form").get_attribute("action") or "").removesuffix("/stimme")
    member.page.get_by_role("checkbox", name="Nudeln").focus()
    post(chair, f"{poll}/schluss", countdown="0")
    expect(paper).to_be_empty()  # nobody gets stuck on what is closed
    expect(member.page.locator("#frage")).to_be_focused()  # and reads on where it says so
    expect(live).to_contain_text("Diese Abstimmung ist zu Ende.")
    post(chair, f"{poll}/auszaehlung")
    post(chair, f"{poll}/veroeffentlichung")
    expect(live).to_contain_text("Suppe")
    assert member.page.evaluate("() => document.activeElement.closest('#frage') !== null")
    expect(wall.locator(".outcome")).to_be_visible()

    post(chair, f"{cockpit}/uebung/ende")
    expect(live).to_contain_text("Die Übung ist zu Ende.")
    expect(wall).to_contain_text("Die Übung ist zu Ende.")


def test_the_projector_survives_a_cut(fresh_world: World, phones: Phones) -> None:
    """The server was away, and a chair has gone on since: the screen catches up without a hand."""
    chair = phones(fresh_world, role="chair")
    cockpit = rehearsal(chair)
    screen = projector(phones, fresh_world, chair)
    screen.forgives("/ereignisse", "/leinwand", "Failed to fetch", "net::ERR", "NetworkError", "TypeError")
    chair.forgives("/ereignisse", "/vorsitz", "Failed to fetch", "net::ERR", "TypeError")
    screen.page.evaluate("() => { window.neverReloaded = true; }")

    fresh_world.server.stop()
    screen.page.wait_for_timeout(6000)
    expect(screen.page.locator("main")).to_contain_text("Schön, dass ihr da seid!")
    fresh_world.server.start()
    chair.go(cockpit)
    room(chair, cockpit)
    post(chair, f"{cockpit}/eroeffnung")

    late = SECONDS_AFTER_A_CUT * 1000
    expect(screen.page.locator("main")).to_contain_text("Gleich geht es weiter.", timeout=late)
    assert screen.page.evaluate("() => window.neverReloaded === true")


def test_without_javascript_a_reload_shows_what_counts(fresh_world: World, phones: Phones) -> None:
    chair = phones(fresh_world, role="chair")
    cockpit = rehearsal(chair)
    card = fresh_world.card("member")
    tablet = phones(fresh_world, java_script_enabled=False)
    tablet.go(f"/anmelden?then={cockpit.replace('vorsitz', 'sitzungen')}/raum")
    tablet.page.get_by_label("Name der Karte").fill(card["name"])
    tablet.page.get_by_label("Die fünf Wörter").fill(" ".join(card["words"]))
    tablet.page.get_by_role("button", name="Anmelden", exact=True).tap()
    tablet.page.wait_for_url("**/raum")
    tablet.tap("Ich bin da")
    tablet.sees("Gleich geht es los.")
    room(chair, cockpit)
    post(chair, f"{cockpit}/eroeffnung")
    post(chair, f"{cockpit}/punkte/2/beginn")
    yes_no = {"question": "Essen wir?", "yes_means": "Ja, gern.", "no_means": "Lieber nicht."}
    post(chair, f"{cockpit}/punkte/2/abstimmung", **yes_no, secrecy="open", then="open")

    tablet.tap("Neu laden", role="link")
    tablet.tap("Ja, gern.", within=".paper__choices")
    expect(tablet.page.locator(".paper__choice[aria-pressed=true]")).to_contain_text("Ja")
    assert tablet.path().endswith("/raum")
