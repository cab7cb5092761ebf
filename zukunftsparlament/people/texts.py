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
    }
)
