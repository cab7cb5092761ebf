"""An election, in one rehearsal that goes on for all of these screens: what is elected, who stands, the room."""

import sqlite3
from contextlib import closing

from playwright.sync_api import Response

from tests.browser.phone import Phone
from tests.browser.room_screens import POST, rehearsing
from tests.browser.screens import Screen, Way, simply

WHAT = {"what": "office", "title": "Musik für die Pause", "places": "1", "deputies": "1", "age": "14"}
FORM = "/vorsitz/{n}/punkte/4/wahl?neu=1"
STAND = ("/sitzungen/{n}/wahlen/4/1/kandidatur", dict[str, str]())
SEALED = 9_000_900  # number of a poll of the rehearsal, far from those that are given
BALLOTS = ("/vorsitz/{n}/punkte/4/wahl/1/stimmzettel", dict[str, str]())


def electing(path: str, *posts: tuple[str, dict[str, str]]) -> Way:
    """The election is there, `posts` are sent, then the page is opened."""

    def reach(phone: Phone) -> Response | None:
        phone.expects(409)  # what has been done for the screen before
        rehearsing("/vorsitz/{n}/anwesenheit", "open", "here")(phone)
        number = phone.path().split("/")[2]
        here = f"/vorsitz/{number}/punkte/"
        steps = [
            (f"{here}1/ende", {"as": "done"}),
            (f"{here}2/ende", {"as": "done"}),
            (f"{here}3/ende", {"as": "done"}),
            (f"{here}4/beginn", {}),
        ]
        for act, fields in (*steps, (f"{here}4/wahl", WHAT), *posts):
            phone.page.evaluate(POST, [phone.world.address(act.format(n=number)), fields])
        return phone.go(path.format(n=number))

    return reach


def mixing(*, tap: bool = False) -> Way:
    """A lot that lies sealed in the rehearsal: nothing is tied there in earnest, so the demo's tied vote is copied.
    `tap`: a picture is chosen, if none was."""

    def reach(phone: Phone) -> Response | None:
        rehearsing("/vorsitz/{n}/anwesenheit", "open", "here")(phone)
        sitting, tied = phone.path().split("/")[2], phone.world.places["tied_poll"].rpartition("/")[2]
        with closing(sqlite3.connect(phone.world.server.data / "zukunftsparlament.sqlite")) as store, store:
            if not store.execute("SELECT id FROM poll WHERE number = ?", [SEALED]).fetchone():
                seal(store, int(tied), int(sitting))
        answer = phone.go(f"/abstimmungen/{SEALED}/mischen")
        if tap:
            pictures = phone.page.locator("[name=picture]")
            phone.page.evaluate(POST, [phone.page.url, {"picture": pictures.first.get_attribute("value") or ""}])
            answer = phone.go(f"/abstimmungen/{SEALED}/mischen")
        return answer

    return reach


def seal(store: sqlite3.Connection, tied: int, sitting: int) -> None:
    store.row_factory = sqlite3.Row
    poll = dict(store.execute("SELECT * FROM poll WHERE number = ?", [tied]).fetchone())
    item = "SELECT i.id FROM agenda_item i JOIN sitting s ON s.id = i.sitting WHERE s.number = ? AND i.mark = 2"
    (found,) = store.execute(item, [sitting]).fetchone()
    del poll["id"]
    poll |= {"number": SEALED, "item": found, "proposal": None, "practice": 1}
    names, marks = ", ".join(poll), ", ".join("?" * len(poll))
    new = store.execute(f"INSERT INTO poll ({names}) VALUES ({marks})", [*poll.values()]).lastrowid
    step = {"poll": new, "place": 1, "at": poll["published_at"], "actor": "chair:1", "way": "lot", "winners": "[]"}
    step |= {"reason": "", "lot": '{"commitment": "0000"}', "shares": "[]", "stepped_back": ""}
    names, marks = ", ".join(step), ", ".join("?" * len(step))
    store.execute(f"INSERT INTO tie_step ({names}) VALUES ({marks})", [*step.values()])


ELECTION_SCREENS = [
    Screen("chair", "lot, mixing", mixing()),
    Screen("chair", "lot, mixed", mixing(tap=True)),
    Screen("chair", "election, form", rehearsing(FORM)),
    Screen(
        "chair",
        "election, form, wrong",
        rehearsing(FORM, send="Liste öffnen", fields={"Wie viele werden gewählt?": "99"}),
        422,
    ),
    Screen("chair", "election, list", electing("/vorsitz/{n}/punkte/4/wahl/1")),
    Screen("chair", "room, election", electing("/sitzungen/{n}/raum")),
    Screen("chair", "room, election, simple", simply(electing("/sitzungen/{n}/raum", STAND))),
    Screen("chair", "election, ballot", electing("/vorsitz/{n}/punkte/4/wahl/1", STAND, BALLOTS)),
]
