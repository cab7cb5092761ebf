"""Votes of a sitting, in one rehearsal that goes on for all of these screens; and the parliament's money."""

from playwright.sync_api import Response

from tests.browser.phone import Phone
from tests.browser.room_screens import POST, rehearsing
from tests.browser.screens import Screen, Way, at, first_link, sent

FORM = "/vorsitz/{n}/punkte/2/abstimmung"
KINDS = ("points", "alternatives", "amendment", "up_to", "budget", "ranked")
VOTE = {
    "kind": "whole",
    "question": "Essen wir zusammen?",
    "yes_means": "Wir essen zusammen.",
    "no_means": "Jeder isst allein.",
    "then": "open",
}
FUND = {"Woher kommt das Geld?": "Budget der Gemeinde", "Wie viel?": "1.000", "Woher?": "Spende"}


def voting(path: str, *, secrecy: str = "open", waits: bool = False, over: bool = False, **more: str) -> Way:
    """With a question on the phones, `over`: with its result, or that `waits` to be opened; then the page is opened.
    {p} is the poll."""

    def reach(phone: Phone) -> Response | None:
        phone.expects(409)  # what has been done for the screen before
        rehearsing("/vorsitz/{n}/anwesenheit", "open", "here")(phone)
        number = phone.path().split("/")[2]

        def post(act: str, **fields: str) -> None:
            phone.page.evaluate(POST, [phone.world.address(act), fields])

        for act, fields in (
            ("1/ende", {"as": "done"}),
            ("2/beginn", {}),
            ("2/abstimmung", VOTE | more | {"secrecy": secrecy, "then": "" if waits else "open"}),
        ):
            post(f"/vorsitz/{number}/punkte/{act}", **fields)
        phone.go(f"/vorsitz/{number}")
        poll = first_link(phone, "/abstimmungen/").split("/abstimmungen/")[1].split("/")[0]
        if over:
            post(f"/abstimmungen/{poll}/schluss", countdown="0")
            post(f"/vorsitz/{number}/abstimmungen/{poll}/ergebnis")
        return phone.go(path.format(n=number, p=poll))

    return reach


VOTE_SCREENS = [
    Screen("", "money", at("/geld")),
    Screen("chair", "vote of an item", rehearsing(FORM)),
    *(Screen("chair", f"vote of an item, {kind}", rehearsing(f"{FORM}?art={kind}")) for kind in KINDS),
    Screen("chair", "cockpit, voting", voting("/vorsitz/{n}")),
    Screen("chair", "cockpit, result", voting("/vorsitz/{n}", over=True)),
    Screen("chair", "hands", voting("/abstimmungen/{p}/haende", secrecy="hands")),
    Screen("chair", "cockpit, hands", voting("/vorsitz/{n}", secrecy="hands")),
    Screen("chair", "schools that vote", voting("/vorsitz/{n}/abstimmungen/{p}/schulen", waits=True, by_school="yes")),
    Screen("office", "funds", at("/buero/geld")),
    Screen("office", "funds, nothing typed", sent("/buero/geld", "Topf anlegen"), 422),
    Screen("office", "fund", sent("/buero/geld", "Topf anlegen", fields=FUND)),
    Screen("office", "fund, nothing typed", sent("/buero/geld", "→/buero/geld/1", "Eintragen"), 422),
]
