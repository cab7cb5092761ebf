from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_
from zukunftsparlament.people.rules import WhyNot

tell(
    {
        WhyNot.CARD_UNKNOWN: N_(
            "Diese Karte kennen wir nicht. Vielleicht hast du eine neue bekommen? Frag im Jugendbüro nach."
        ),
        WhyNot.WORDS_WRONG: N_(
            "Der Name der Karte und die Wörter passen nicht zusammen. Schau noch einmal auf deine Karte."
        ),
        WhyNot.STAFF_WRONG: N_("Name, Passphrase und Code passen nicht zusammen."),
        WhyNot.NAME_NOT_OFFERED: N_("Such dir bitte einen der Namen aus, die dort stehen."),
        WhyNot.NAME_TAKEN: N_("Diesen Namen hat gerade jemand anders genommen. Such dir einen neuen aus."),
        WhyNot.SCHOOL_UNKNOWN: N_("Bitte wählen Sie eine Schule aus der Liste."),
        WhyNot.COUNT_WRONG: N_("Bitte eine Zahl von 1 bis 200 angeben."),
        WhyNot.MONTH_WRONG: N_("Bitte Jahr und Monat angeben, zum Beispiel 2031-07."),
        WhyNot.LEAVES_TOO_EARLY: N_("Dieser Monat liegt nicht in der Zukunft."),
        WhyNot.LEAVES_TOO_LATE: N_("Das sind mehr als 15 Jahre. Karten gelten höchstens bis zum 20. Geburtstag."),
        WhyNot.MODERATED_TOO_LONG: N_("Der 14. Geburtstag muss vor dem Ende der Karte liegen, mindestens fünf Jahre."),
        WhyNot.CARD_NAME_UNKNOWN: N_("Eine Karte mit diesem Namen gibt es nicht."),
        WhyNot.SEAT_UNKNOWN: N_("Diesen Sitz gibt es nicht."),
        WhyNot.ROLE_UNKNOWN: N_("Diese Rolle gibt es nicht."),
        WhyNot.SITS_ALREADY: N_("Diese Person hat schon einen anderen Sitz. Bitte zuerst dort freigeben."),
        WhyNot.SEAT_IS_TAKEN: N_("Auf diesem Sitz sitzt schon jemand. Bitte zuerst freigeben."),
        WhyNot.CHAIRS_NEED_A_SEAT: N_("Den Vorsitz kann nur haben, wer einen Sitz hat."),
    }
)
