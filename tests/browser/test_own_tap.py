"""What one's own tap leaves behind: the focus near by for those at the keyboard, and a word when the net was gone."""

from typing import Any

from playwright.sync_api import expect

from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.test_room import post, rehearsal, room
from tests.browser.world import World

FOCUSED = "() => document.activeElement.closest('[id]:not(button)')?.id"


def enter(phone: Phone, button: str, *, then: str) -> Any:
    """At the keyboard. Where the focus is once `then` can be seen."""
    tapped = phone.page.get_by_role("button", name=button).first
    expect(tapped).not_to_have_attribute("aria-disabled", "true")
    tapped.focus()
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_role("button", name=then).first).to_be_visible()
    phone.page.wait_for_timeout(300)
    return phone.page.evaluate(FOCUSED)


def test_the_keyboard_goes_on_where_the_tap_was(fresh_world: World, phones: Phones) -> None:
    chair, member = phones(fresh_world, role="chair"), phones(fresh_world, role="member")
    cockpit = rehearsal(chair)
    room(member, cockpit)
    post(chair, f"{cockpit}/eroeffnung")
    post(chair, f"{cockpit}/punkte/2/beginn")
    assert enter(member, "Ich möchte etwas sagen", then="Doch nicht") == "melden"
    member.page.keyboard.press("Tab")
    assert member.page.evaluate(FOCUSED) == "hand"
    assert enter(member, "Doch nicht", then="Ich möchte etwas sagen") == "melden"
    assert enter(member, "Ich möchte etwas sagen", then="Doch nicht") == "melden"

    assert enter(chair, "Das Wort geben", then="Fertig geredet") == "weiter"  # the big step: nobody is passed over
    assert enter(chair, "Fertig geredet", then="Ohne Abstimmung fertig") == "redeliste"
    assert enter(chair, "Ohne Abstimmung fertig", then="Punkt 1 beginnt") == "punkt"
    assert enter(chair, "Punkt 1 beginnt", then="Punkt 1 ist fertig") == "jetzt"


def test_a_word_about_the_net_comes_and_goes(fresh_world: World, phones: Phones) -> None:
    chair, member = phones(fresh_world, role="chair"), phones(fresh_world, role="member")
    cockpit = rehearsal(chair)
    room(member, cockpit)
    post(chair, f"{cockpit}/eroeffnung")
    post(chair, f"{cockpit}/punkte/2/beginn")
    pizza = {
        "question": "Essen wir am Freitag alle zusammen Pizza, " * 4 + "und wer backt sie?",
        "yes_means": "Ja, gern.",
        "no_means": "Lieber nicht.",
    }
    post(chair, f"{cockpit}/punkte/2/abstimmung", **pizza, secrecy="open", then="open")
    yes, trouble = member.page.locator(".paper__choice").first, member.page.locator("#paper [data-trouble]")
    expect(yes).to_be_visible()
    close, bar = chair.page.locator("#schliessen").bounding_box(), chair.page.locator(".tabs").bounding_box()
    assert close and bar and close["y"] + close["height"] < bar["y"]  # in sight, however long the question

    member.forgives("ERR_INTERNET_DISCONNECTED", "Failed to fetch", "NetworkError")
    member.context.set_offline(True)
    yes.tap()
    expect(trouble.first).to_be_visible()
    member.context.set_offline(False)
    expect(trouble.first).to_be_hidden()
    yes.tap()
    expect(member.page.locator(".paper__choice[aria-pressed=true]")).to_contain_text("Ja")
    expect(trouble.first).to_be_hidden()
