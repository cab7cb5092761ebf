"""The sentences of this room."""

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_
from zukunftsparlament.minutes.rules import WhyNot

tell(
    {
        WhyNot.STILL_GOES_ON: N_("Die Sitzung ist noch nicht zu Ende."),
        WhyNot.VOTE_NOT_FINISHED: N_(
            "Eine Abstimmung der Sitzung hat noch kein Ergebnis. Danach könnt ihr bestätigen."
        ),
        WhyNot.CHANGED_MEANWHILE: N_(
            "Im Protokoll hat sich gerade etwas geändert. Lies es noch einmal, dann bestätige."
        ),
        WhyNot.PUBLIC_ALREADY: N_("Das Protokoll ist schon öffentlich."),
        WhyNot.NOT_YOURS_TO_CONFIRM: N_("Dieses Protokoll bestätigen andere: die, die oben stehen."),
        WhyNot.NEXT_SITTING_CONFIRMS: N_(
            "Dieses Protokoll genehmigt die nächste Sitzung. Der Knopf geht, wenn der Punkt dort dran ist."
        ),
        WhyNot.ONLY_A_REHEARSAL: N_("Das ist nur eine Übung. Ihr Protokoll verschwindet mit ihr."),
        WhyNot.NOT_PUBLIC_YET: N_("Dieses Protokoll ist noch nicht öffentlich. Ihr könnt einfach weiterschreiben."),
        WhyNot.NOTHING_CHANGED: N_("Es hat sich nichts geändert, was im Protokoll stehen würde."),
        WhyNot.REASON_MISSING: N_("Der Grund fehlt. Alle sollen lesen können, was falsch war."),
        WhyNot.REASON_TOO_LONG: N_("Der Grund ist zu lang. Höchstens 500 Zeichen."),
    }
)
