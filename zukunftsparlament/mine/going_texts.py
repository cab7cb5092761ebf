"""Why somebody cannot be deleted just so, said to a young person and to the office."""

from zukunftsparlament.departures.rules import WhyNotLeave
from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_

tell(
    {
        WhyNotLeave.CHOICE_MISSING: N_("Such aus, was mit deinen Texten passieren soll."),
        WhyNotLeave.WORDS_MISSING: N_("Die fünf Wörter fehlen noch."),
        WhyNotLeave.WORDS_WRONG: N_("Das sind nicht die Wörter von deiner Karte. Schau noch einmal nach."),
        WhyNotLeave.TEXTS_IN_A_POLL: N_(
            "Über einen deiner Vorschläge wird gerade abgestimmt. Bis das Ergebnis da ist, muss sein Text stehen "
            "bleiben. Du kannst warten – oder dich jetzt löschen und deine Texte ohne deinen Namen hierlassen."
        ),
    }
)
