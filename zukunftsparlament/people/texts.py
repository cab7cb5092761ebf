import re

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.people.pseudonyms import NameWhyNot
from zukunftsparlament.people.rules import WhyNot

tell(
    {
        WhyNot.CARD_UNKNOWN: N_(
            "Diese Karte kennen wir nicht. Vielleicht hast du eine neue bekommen? Frag im Jugendbüro nach."
        ),
        WhyNot.CARD_ENDED: N_(
            "Diese Karte gilt nicht mehr: Hier machen alle bis zum 20. Geburtstag mit. Danke, dass du dabei warst!"
        ),
        WhyNot.NAME_MISSING: N_("Der Name der Karte fehlt noch."),
        WhyNot.WORDS_MISSING: N_("Die fünf Wörter fehlen noch."),
        WhyNot.WORDS_WRONG: N_(
            "Der Name der Karte und die Wörter passen nicht zusammen. Schau noch einmal auf deine Karte."
        ),
        WhyNot.STAFF_WRONG: N_("Name, Passphrase und Code passen nicht zusammen."),
        WhyNot.NAME_NOT_OFFERED: N_("Such dir bitte einen der Namen aus, die dort stehen."),
        WhyNot.NAME_TAKEN: N_("Diesen Namen hat gerade jemand anders genommen. Such dir einen neuen aus."),
        WhyNot.SCHOOL_UNKNOWN: N_("Bitte wählen Sie eine Schule aus der Liste."),
        WhyNot.COUNT_WRONG: N_("Bitte eine Zahl von 1 bis 200 angeben."),
        WhyNot.MONTH_WRONG: N_("Bitte den Monat des 14. Geburtstags angeben, zum Beispiel 07/2031."),
        WhyNot.END_WRONG: N_("Bitte den Monat des 20. Geburtstags angeben, zum Beispiel 09/2037."),
        WhyNot.MODERATION_MISSING: N_(
            "Mit diesem Ende sind die Kinder noch unter 14. Bitte auch den Monat des 14. Geburtstags angeben."
        ),
        WhyNot.LEAVES_TOO_EARLY: N_("Dieser Monat liegt nicht in der Zukunft."),
        WhyNot.LEAVES_TOO_LATE: N_("Das sind mehr als 15 Jahre. Karten gelten höchstens bis zum 20. Geburtstag."),
        WhyNot.MODERATED_TOO_LONG: N_("Der 14. Geburtstag muss vor dem Ende der Karte liegen, mindestens fünf Jahre."),
        WhyNot.CARD_NAME_UNKNOWN: N_("Eine Karte mit diesem Namen gibt es nicht."),
        WhyNot.PUPILS_WRONG: N_("Bitte geben Sie eine Zahl von 1 bis 20000 ein, oder nichts."),
        WhyNot.SEAT_UNKNOWN: N_("Diesen Sitz gibt es nicht."),
        WhyNot.ROLE_UNKNOWN: N_("Diese Rolle gibt es nicht."),
        WhyNot.SITS_ALREADY: N_("Diese Person hat schon einen anderen Sitz. Bitte zuerst dort freigeben."),
        WhyNot.NOBODY_SITS_THERE: N_("Auf diesem Sitz sitzt niemand."),
        WhyNot.LAST_DAY_WRONG: N_("Der letzte Tag ist heute oder später, höchstens in zwölf Jahren."),
        WhyNot.SEAT_IS_TAKEN: N_("Auf diesem Sitz sitzt schon jemand. Bitte zuerst freigeben."),
        WhyNot.TOO_YOUNG_TO_MODERATE: N_(
            "Die Moderation geht ab 14: Wer selbst noch gelesen wird, soll nicht über andere entscheiden müssen."
        ),
        WhyNot.CHAIRS_NEED_A_SEAT: N_("Den Vorsitz kann nur haben, wer einen Sitz hat."),
        WhyNot.TOO_MANY_SEATS: N_("Mehr als 200 Sitze gehen nicht."),
        WhyNot.SEAT_NEEDS_A_REASON: N_("Bitte geben Sie die Nummer der Abstimmung an, oder einen Grund."),
        WhyNot.SEAT_REASON_TOO_LONG: N_("Bitte höchstens 200 Zeichen."),
        WhyNot.NO_SUCH_DECISION: N_("In dieser Abstimmung wurde kein Sitz mehr beschlossen."),
        WhyNot.SEATS_MADE_ALREADY: N_("Die Sitze aus dieser Abstimmung gibt es schon."),
    }
)

tell(
    {
        NameWhyNot.TOO_SHORT: N_("Dein Name braucht mindestens zwei Buchstaben."),
        NameWhyNot.TOO_LONG: N_("Dein Name darf höchstens 30 Zeichen haben."),
        NameWhyNot.INVISIBLE: N_("Darin stecken Zeichen, die man nicht sieht. Tippe den Namen noch einmal neu."),
        NameWhyNot.NOT_LETTERS: N_("Nimm nur Buchstaben, Ziffern, Leerzeichen und Bindestriche."),
        NameWhyNot.SEVERAL_SCRIPTS: N_("Bleib bei einer Schrift: nur lateinische Buchstaben, oder nur kyrillische."),
        NameWhyNot.TOO_MANY_MARKS: N_("Das sind zu viele Zeichen über und unter den Buchstaben."),
        NameWhyNot.LIKE_STAFF: N_("Das klingt wie jemand, der hier arbeitet. Nimm bitte einen anderen Namen."),
        NameWhyNot.LIKE_ANOTHER: N_("So ähnlich heißt schon jemand, oder er steht auf der Liste. Nimm einen anderen."),
        NameWhyNot.FLAGGED: N_(
            "Dieser Name geht nicht. Er darf niemanden beleidigen und nicht verraten, wie man dich erreicht."
        ),
        NameWhyNot.WAITS_ALREADY: N_("Einer deiner Namen wird gerade gelesen. Warte noch, oder nimm ihn zurück."),
        NameWhyNot.TOO_SOON: N_("Du hast deinen Namen gerade erst geändert. Das geht alle 30 Tage einmal."),
    }
)

# What waited for a sign-in, said to whoever signed in: the end of its address decides.
WHAT = (
    (r"/vorschlaege/\d+/unterstuetzung$", N_("Vorschlag {n} unterstützen: „Will ich auch“")),
    (r"/vorschlaege/\d+/unterstuetzung/ruecknahme$", N_("Vorschlag {n} nicht mehr unterstützen")),
    (r"/vorschlaege/\d+/folgen$", N_("Vorschlag {n} folgen")),
    (r"/vorschlaege/\d+/folgen/ruecknahme$", N_("Vorschlag {n} nicht mehr folgen")),
    (r"/vorschlaege/\d+/aenderung$", N_("Vorschlag {n} ändern:")),
    (r"/vorschlaege/\d+/mitschreiben", N_("Bei Vorschlag {n} zusammen schreiben")),
    (r"/mitmachen", N_("Eine Einladung zum Mitschreiben ansehen")),
    (r"/vorschlaege/\d+/beitraege$", N_("Etwas zu Vorschlag {n} sagen:")),
    (r"/vorschlaege/\d+/rueckzug$", N_("Vorschlag {n} zurückziehen")),
    (r"/(vorschlaege|beitraege)/\d+(/bild)?/meldungen$", N_("Etwas melden, das nicht okay ist")),
    (r"/entwuerfe", N_("An einem Vorschlag schreiben:")),
    (r"/abstimmungen", N_("Eine Abstimmung vorbereiten oder leiten:")),
    (r"/meins", N_("Etwas bei „Meins“ ändern")),
    (r"/buero", N_("Eine Arbeit im Jugendbüro:")),
)


def what_is(act: str) -> str:
    """A few words for the act behind an address of ours."""
    for pattern, text in WHAT:
        if re.search(pattern, act):
            number = re.search(r"\d+", act)
            return _(text).format(n=number[0] if number else "")
    return _("Etwas auf dieser Seite")
