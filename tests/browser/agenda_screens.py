"""Planning a sitting, its agenda, and what everybody sees of it."""

from datetime import date, timedelta

from tests.browser.screens import Screen, at, sent

DAY = (date.today() + timedelta(days=40)).isoformat()  # noqa: DTZ011  any day that is far enough
SOON = (date.today() + timedelta(days=3)).isoformat()  # noqa: DTZ011
PLAN = {"Tag": DAY, "Ort": "Saal am Markt"}
ELSEWHERE = {**PLAN, "Ort": "Turnhalle"}
LATE = {**PLAN, "Tag": SOON}
ITEM = {**PLAN, "Worum geht es?": "Neue Tornetze", "Wer stellt es vor?": "Sitz 7", "Minuten": "10"}
PLANNED = ("/vorsitz/neu", "Weiter zur Tagesordnung")
INVITED = (*PLANNED, "→/einladung", "Jetzt einladen")

AGENDA_SCREENS = [
    Screen("", "sittings", at("/sitzungen")),
    Screen("chair", "planning", at("/vorsitz/neu")),
    Screen("chair", "planning, nothing typed", sent("/vorsitz/neu", "Weiter zur Tagesordnung"), 422),
    Screen("chair", "agenda", sent(*PLANNED, fields=PLAN)),
    Screen("chair", "agenda, one taken off", sent(*PLANNED, "Entfernen", fields=ELSEWHERE)),
    Screen("chair", "sitting, changed", sent(*PLANNED, "→/planung", fields=PLAN)),
    Screen("chair", "item", sent(*PLANNED, "→/punkte/neu", fields=PLAN)),
    Screen("chair", "item, nothing typed", sent(*PLANNED, "→/punkte/neu", "Auf die Tagesordnung", fields=PLAN), 422),
    Screen("chair", "item, there already", sent(*PLANNED, "→/punkte/1", fields=PLAN)),
    Screen("chair", "agenda, with an item", sent(*PLANNED, "→/punkte/neu", "Auf die Tagesordnung", fields=ITEM)),
    Screen("chair", "inviting", sent(*PLANNED, "→/einladung", fields=PLAN)),
    Screen("chair", "inviting, too late", sent(*PLANNED, "→/einladung", "Jetzt einladen", fields=LATE), 422),
    Screen("chair", "sitting, invited", sent(*INVITED, fields=PLAN)),
    Screen("chair", "calling off", sent(*PLANNED, "→/absage", fields=PLAN)),
    Screen("chair", "calling off without a reason", sent(*PLANNED, "→/absage", "Absagen", fields=PLAN), 422),
    Screen("office", "duty", sent(*PLANNED, "→/punkte/1", fields=PLAN)),
]
