"""Who is here, who speaks and what is asked, in a rehearsal that goes on for all of these screens."""

import sqlite3
from contextlib import closing

from playwright.sync_api import Response

from tests.browser.phone import Phone
from tests.browser.screens import Screen, Way, fill

POST = """([address, fields]) => fetch(address, {method: "POST", body: new URLSearchParams(fields)})
    .then((answer) => answer.status)"""
ACTS: dict[str, tuple[str, dict[str, str]]] = {
    "open": ("/vorsitz/{n}/eroeffnung", {}),
    "begin": ("/vorsitz/{n}/punkte/1/beginn", {}),
    "here": ("/sitzungen/{n}/anwesenheit", {}),
    "hand": ("/sitzungen/{n}/meldung", {}),
    "wish": ("/sitzungen/{n}/antraege", {"kind": "pause"}),
    "guest": ("/vorsitz/{n}/anwesenheit/gaeste", {"name": "Bürgermeisterin"}),
    "question": ("/sitzungen/{n}/fragen", {"text": "Wann kommt der Zaun? Ruf an: 0176 12345678"}),
}
ALL = tuple(ACTS)


def rehearsing(path: str, *acts: str, send: str = "", fields: dict[str, str] | None = None) -> Way:
    """By a chair: `acts` are done, then the page is opened; `send` taps a button there."""

    def reach(phone: Phone) -> Response | None:
        phone.go("/vorsitz")
        phone.send("Übung starten")  # the one that goes on, if one does
        number = phone.path().rpartition("/")[2]
        for act in acts:
            address, typed = ACTS[act]
            phone.page.evaluate(POST, [phone.world.address(address.format(n=number)), typed])
        answer = phone.go(path.format(n=number, join=_join_token(phone, number) if "{join}" in path else ""))
        if send:
            fill(phone, fields or {}, ())
            phone.send(send)
            return None
        return answer

    return reach


def _join_token(phone: Phone, number: str) -> str:
    """It stands in the QR on the projector only."""
    with closing(sqlite3.connect(phone.world.server.data / "zukunftsparlament.sqlite")) as store:
        (token,) = store.execute("SELECT join_token FROM sitting WHERE number = ?", [int(number)]).fetchone()
    return str(token)


def waiting_question(phone: Phone) -> Response | None:
    phone.go("/buero/fragen")
    link = phone.page.locator("main a[href*='/buero/fragen/']").first.get_attribute("href")
    return phone.go(link or "")


ROOM_SCREENS = [
    Screen("chair", "joining", rehearsing("/da/{join}")),
    Screen("chair", "presence", rehearsing("/vorsitz/{n}/anwesenheit", "open", "here", "guest")),
    Screen("chair", "presence, no guest", rehearsing("/vorsitz/{n}/anwesenheit", send="Gast ist da"), 422),
    Screen("chair", "points of order", rehearsing("/sitzungen/{n}/antraege")),
    Screen("chair", "speaking list", rehearsing("/vorsitz/{n}/redeliste", *ALL)),
    Screen("chair", "speaking list, speaking", rehearsing("/vorsitz/{n}/redeliste", *ALL, send="Das Wort geben")),
    Screen("chair", "question box", rehearsing("/sitzungen/{n}/fragen", *ALL)),
    Screen("chair", "question box, nothing typed", rehearsing("/sitzungen/{n}/fragen", send="Frage abgeben"), 422),
    Screen("office", "questions", lambda phone: phone.go("/buero/fragen")),
    Screen("office", "question", waiting_question),
]
