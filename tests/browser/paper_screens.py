"""Votes on paper, each in a rehearsal of its own: what other screens left open there may be counted by hands."""

from playwright.sync_api import Response

from tests.browser.phone import Phone
from tests.browser.room_screens import POST, rehearsing
from tests.browser.screens import Screen, Way
from tests.browser.vote_screens import voting


def afresh(phone: Phone) -> None:
    rehearsing("/vorsitz/{n}")(phone)
    phone.page.evaluate(POST, [phone.world.address(phone.path() + "/uebung/ende"), {}])


def on_paper(*, given: bool = False, opened: bool = False, closed: bool = False, then: str = "") -> Way:
    """`given`: seats have slips; `closed`: they wait to be entered; `then`: this button is tapped."""

    def reach(phone: Phone) -> Response | None:
        afresh(phone)
        answer = voting("/abstimmungen/{p}/papier", secrecy="secret", waits=True)(phone)
        address = phone.path()

        def post(act: str, **fields: str) -> None:
            phone.page.evaluate(POST, [phone.world.address(address + act), fields])

        found: list[str] = []
        if given or opened or closed:
            post("/zettel", more="4", printed="0")
            phone.go(address)
            seats = phone.page.locator("#seat button")
            found = [seats.nth(n).get_attribute("value") or "" for n in range(seats.count())][:4]
            assert found
            for seat in found:
                post("/ausgabe", seat=seat)
        if opened or closed:
            post("/../eroeffnung")
        if closed:
            post("/../schluss", countdown="0")
        answer = phone.go(address)
        if then:
            slips = phone.page.locator("#slips select")
            for n in range(min(len(found), slips.count())):
                slips.nth(n).select_option("yes")
            phone.send(then)
            return None
        return answer

    return reach


PAPER_SCREENS = [
    Screen("chair", "paper", on_paper()),
    Screen("chair", "paper, drawn", on_paper(then="Zettel machen")),
    Screen("chair", "paper, given out", on_paper(given=True)),
    Screen("chair", "paper, open", on_paper(opened=True)),
    Screen("chair", "paper, to enter", on_paper(closed=True)),
    Screen("chair", "paper, entered", on_paper(closed=True, then="So steht es")),
]
