"""An election, in one rehearsal that goes on for all of these screens: what is elected, who stands, the room."""

from playwright.sync_api import Response

from tests.browser.phone import Phone
from tests.browser.room_screens import POST, rehearsing
from tests.browser.screens import Screen, Way, simply

WHAT = {"what": "office", "title": "Musik für die Pause", "places": "1", "deputies": "1", "age": "14"}
FORM = "/vorsitz/{n}/punkte/4/wahl?neu=1"
STAND = ("/sitzungen/{n}/wahlen/4/1/kandidatur", dict[str, str]())
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


ELECTION_SCREENS = [
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
