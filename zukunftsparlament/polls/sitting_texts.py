"""Why a vote in a sitting says no, so that a child understands it, and what to do next."""

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_
from zukunftsparlament.polls.rules.funds import WhyNotFund
from zukunftsparlament.polls.rules.in_sitting import WhyNotHere

tell(
    {
        WhyNotHere.SITTING_NOT_OPEN: N_("Die Sitzung läuft noch nicht. Erst wird sie eröffnet."),
        WhyNotHere.SITTING_OVER: N_("Die Sitzung ist zu Ende. Abgestimmt wird in der nächsten."),
        WhyNotHere.SITTING_PAUSED: N_("Gerade ist Pause. Abgestimmt wird danach."),
        WhyNotHere.ITEM_NOT_BEGUN: N_("Dieser Punkt ist noch nicht dran. Ruft ihn zuerst auf."),
        WhyNotHere.ITEM_OVER: N_("Dieser Punkt ist schon fertig."),
        WhyNotHere.ANOTHER_POLL_RUNS: N_("Es läuft schon eine Abstimmung. Immer nur eine Frage auf einmal."),
        WhyNotHere.NOT_QUORATE: N_(
            "Gerade sind zu wenige da, um etwas zu beschließen. Reden und berichten könnt ihr weiter. "
            "Abstimmen geht, sobald genug da sind."
        ),
        WhyNotHere.NOBODY_HERE: N_("Niemand im Raum darf hier abstimmen. Tippt zuerst auf „Ich bin da“."),
        WhyNotHere.AMENDMENT_WAITS: N_("Erst muss klar sein, ob der Antrag geändert wird. Stimmt zuerst darüber ab."),
        WhyNotHere.MONEY_MISSING: N_("So viel Geld ist nicht mehr da."),
        WhyNotHere.HAS_LEFT: N_("Du bist gerade nicht im Raum. Darum kannst du jetzt nicht abstimmen."),
        WhyNotHere.HANDS_ARE_COUNTED: N_("Hier wird mit der Hand abgestimmt, nicht am Handy."),
        WhyNotHere.HANDS_NOT_FOR_THIS: N_("Mit den Händen geht nur Ja oder Nein, oder eins von mehreren."),
        WhyNotHere.NO_HANDS_HERE: N_("Hier werden gerade keine Hände gezählt."),
        WhyNotHere.NO_TELLER: N_("Zählen darf nur der Vorsitz, oder wen der Vorsitz darum gebeten hat."),
        WhyNotHere.COUNTED_ALREADY: N_("Du hast in dieser Runde schon gezählt. Jetzt fehlt noch jemand."),
        WhyNotHere.COUNT_NOT_READABLE: N_("Hier fehlt eine Zahl. Wenn keine Hand oben war, schreib 0."),
        WhyNotHere.TOO_MANY_HANDS: N_("Das sind mehr Hände, als Stimmen im Raum sind. Zählt noch einmal."),
        WhyNotHere.NOTHING_TO_AMEND: N_("Diesen Antrag gibt es hier nicht, oder er ist schon abgestimmt."),
        WhyNotHere.FUND_UNKNOWN: N_("Diesen Topf gibt es nicht."),
        WhyNotHere.CENTS_MISSING: N_("Wie viel Geld? Schreib es so: 1000 oder 333,34."),
        WhyNotHere.HAS_NO_SEAT_HERE: N_("Das können alle, die im Raum sind und einen Sitz vertreten."),
        WhyNotHere.NO_LOT_WAITS: N_("Hier wartet kein Los. Vielleicht ist es gerade gezogen worden."),
        WhyNotHere.NO_PICTURE: N_("Such dir eines der Bilder aus."),
        WhyNotHere.HANDS_NOT_BY_SCHOOL: N_("Mit den Händen hat jeder Sitz eine Stimme. Für Schulen geht es am Handy."),
        WhyNotFund.SOURCE_MISSING: N_("Woher kommt das Geld? Zum Beispiel: Budget der Gemeinde."),
        WhyNotFund.SOURCE_TOO_LONG: N_("Das ist zu lang. Höchstens 60 Zeichen."),
        WhyNotFund.YEAR_WRONG: N_("Das Jahr verstehen wir nicht. Schreiben Sie es so: 2027."),
        WhyNotFund.CENTS_WRONG: N_("Wie viel Geld? Schreiben Sie es so: 1000 oder 333,34."),
        WhyNotFund.ENTRY_REASON_MISSING: N_("Der Grund fehlt. Alle sollen ihn lesen können."),
        WhyNotFund.ENTRY_REASON_TOO_LONG: N_("Der Grund ist zu lang. Höchstens 200 Zeichen."),
        WhyNotFund.NEVER_WENT_OUT: N_("Dieses Geld ist nie ausgegeben worden."),
        WhyNotHere.TIE_NEEDS_SITTING: N_(
            "Darüber stimmt das Parlament in einer Sitzung ab. Ruft dort zuerst einen öffentlichen Punkt auf."
        ),
        WhyNotHere.TIE_NEEDS_CLOSED_DOORS: N_(
            "Diese Abstimmung war nicht öffentlich. Ruft in einer Sitzung zuerst einen nicht öffentlichen Punkt auf."
        ),
    }
)
