"""The screens of minutes: those of the demo's first sitting, and the draft of its second."""

from tests.browser.screens import Screen, at, sent, simply

HELD, COMING = 1, 2

MINUTES_SCREENS = [
    Screen("", "minutes", at(f"/sitzungen/{HELD}/protokoll")),
    Screen("", "minutes, simple", simply(at(f"/sitzungen/{HELD}/protokoll"))),
    Screen("", "minutes of a coming sitting", at(f"/sitzungen/{COMING}/protokoll"), 404),
    Screen("chair", "minutes, the desk", at(f"/vorsitz/{HELD}/protokoll")),
    Screen("chair", "minutes, the draft", at(f"/vorsitz/{COMING}/protokoll")),
    Screen("chair", "minutes, writing along", at(f"/sitzungen/{HELD}/mitschrift")),
    Screen("chair", "minutes, nothing typed", sent(f"/sitzungen/{HELD}/mitschrift", "Aufgabe aufschreiben"), 422),
]
