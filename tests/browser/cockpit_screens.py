"""The desk of the two chairs, in a rehearsal that goes on for all of these screens; and the demo's own sittings."""

from playwright.sync_api import Response

from tests.browser.phone import Phone
from tests.browser.room_screens import POST, rehearsing
from tests.browser.screens import Screen, Way, at, simply

COCKPIT = "/vorsitz/{n}"
LEADING = ("open", "begin")
RESUME: tuple[str, dict[str, str]] = ("/pause/ende", {})
HALT: tuple[str, dict[str, str]] = ("/countdown/halt", {"act": "end_item"})


def leading(*posts: tuple[str, dict[str, str]], then: str = "", send: str = "") -> Way:
    """In the first item: `posts` are sent to the desk, then it is opened, or what lies at `then` below it."""

    def reach(phone: Phone) -> Response | None:
        rehearsing(COCKPIT, *LEADING)(phone)
        here = phone.path()
        for act, fields in (RESUME, HALT, *posts):
            phone.page.evaluate(POST, [phone.world.address(here + act), fields])
        answer = phone.go(here + then)
        if send:
            phone.send(send)
            return None
        return answer

    return reach


COCKPIT_SCREENS = [
    Screen("chair", "sitting, before it", rehearsing(COCKPIT)),
    Screen("chair", "sitting, in an item", leading()),
    Screen("chair", "sitting, in an item, simple", simply(leading())),
    Screen("chair", "sitting, paused", leading(("/pause", {"minutes": "5"}))),
    Screen("chair", "sitting, counting down", leading(("/punkte/2/ende", {"as": "dropped", "reason": "Keine Zeit"}))),
    Screen("chair", "sitting, all items", leading(then="/punkte")),
    Screen("chair", "sitting, another item too early", leading(then="/punkte", send="Punkt 2 beginnt"), 409),
    Screen("chair", "sitting, ending an item", leading(then="/punkte/1/ende")),
    Screen("chair", "sitting, ending an item, no reason", leading(then="/punkte/1/ende", send="So beenden"), 422),
    Screen("chair", "sitting, urgent item", leading(then="/dringend")),
    Screen("chair", "sitting, urgent item, nothing typed", leading(then="/dringend", send="Alle fragen"), 422),
    Screen("chair", "sitting, new chairs", leading(then="/vorsitzwechsel")),
    Screen("chair", "sitting, new chairs, not here", leading(then="/vorsitzwechsel", send="Vorsitz wechseln"), 409),
    Screen("office", "sitting, watched", rehearsing(COCKPIT)),
    Screen("chair", "sitting, over", at("/vorsitz/1")),
]
