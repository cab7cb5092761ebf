"""The room's page and the projector in every state, each in a rehearsal of its own that a chair holds alone."""

import re

from playwright.sync_api import Response

from tests.browser.phone import Phone
from tests.browser.room_screens import POST
from tests.browser.screens import Screen, Way

ASKED = {"question": "Essen wir einmal im Jahr zusammen?", "yes_means": "Alle kommen.", "no_means": "Es bleibt so."}
OPEN = ("anwesenheit", "/eroeffnung")
ITEM = (*OPEN, "/punkte/2/beginn")
VOTE = (*ITEM, "vote")
FIELDS = {
    "vote": {**ASKED, "secrecy": "open", "then": "open"},
    "closed": {"title": "Der Schlüssel", "kind": "other", "closed_doors": "on"},
    "list": {"what": "office", "title": "Das Schlusswort", "places": "1", "deputies": "0"},
    "/pause": {"minutes": "5"},
}
ADDRESSES = {"vote": "/punkte/2/abstimmung", "closed": "/punkte/neu", "list": "/punkte/4/wahl"}


def hall(*acts: str, then: str = "room") -> Way:
    """An act is the end of an address of the cockpit (with a stroke) or of the room; `then`: room or screen."""

    def reach(phone: Phone) -> Response | None:
        number = fresh(phone)
        for act in acts:
            do(phone, number, act)
        phone.go(f"/vorsitz/{number}")
        if then == "room":
            return phone.go(f"/sitzungen/{number}/raum")
        return phone.go(phone.page.locator("a[href^='/leinwand/']").first.get_attribute("href") or "")

    return reach


def fresh(phone: Phone) -> str:
    """What goes on from the screen before is wiped."""
    for again in (True, False):
        phone.go("/vorsitz")
        phone.send("Übung starten")
        number = phone.path().rpartition("/")[2]
        if again:
            post(phone, f"/vorsitz/{number}/uebung/ende")
    return number


def do(phone: Phone, number: str, act: str) -> None:
    if act == "result":
        phone.go(f"/sitzungen/{number}/raum")
        poll = re.sub(r"\D", "", phone.page.locator("#paper form").first.get_attribute("action") or "")
        for step in ("schluss", "auszaehlung", "veroeffentlichung"):
            post(phone, f"/abstimmungen/{poll}/{step}", countdown="0")
        return
    desk = f"/vorsitz/{number}" if act.startswith("/") or act in ADDRESSES else f"/sitzungen/{number}/"
    post(phone, desk + ADDRESSES.get(act, act), **FIELDS.get(act, {}))


def post(phone: Phone, address: str, **fields: str) -> None:
    status = phone.page.evaluate(POST, [phone.world.address(address), fields])
    assert status < 400, (address, status)


STATES: dict[str, tuple[str, ...]] = {
    "before": (),
    "soon": ("anwesenheit",),
    "item": ITEM,
    "hand up": (*ITEM, "meldung"),
    "question": VOTE,
    "result": (*VOTE, "result"),
    "pause": (*OPEN, "/pause"),
    "item that is not public": ("closed", *OPEN, "/punkte/6/beginn"),
    "open list of an election": (*OPEN, "/punkte/4/beginn", "list", "wahlen/4/1/kandidatur"),
}
HALL_SCREENS = [
    *(Screen("chair", f"room, {name}", hall(*acts)) for name, acts in STATES.items()),
    *(Screen("chair", f"projector, {name}", hall(*acts, then="screen")) for name, acts in STATES.items()),
]
