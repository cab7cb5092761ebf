"""Why a step in the course of a sitting cannot be taken, for those who lead it."""

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_
from zukunftsparlament.sittings.rules import Halt

tell(
    {
        Halt.NOT_OPEN_YET: N_("Die Sitzung ist noch nicht eröffnet."),
        Halt.TOO_EARLY: N_("Dafür ist es zu früh. Eröffnen geht frühestens 24 Stunden vor dem Beginn."),
        Halt.IS_PAUSED: N_("Gerade ist Pause. Tippt zuerst auf „Pause beenden“."),
        Halt.NO_SUCH_PAUSE: N_("Eine Pause dauert 5, 10 oder 15 Minuten."),
        Halt.NOT_BEGUN: N_("Dieser Punkt hat noch nicht angefangen."),
        Halt.PART_OF_ENDED: N_("Dieser Punkt gehört zu einem, der schon fertig ist."),
        Halt.PARTS_ARE_OPEN: N_("Dieser Punkt hat noch offene Unterpunkte. Macht zuerst diese fertig."),
        Halt.VOTE_RUNS: N_("Hier läuft noch eine Abstimmung. Beendet zuerst die Abstimmung."),
        Halt.END_MISSING: N_("Wähle aus, wie der Punkt endet."),
        Halt.REASON_MISSING: N_("Schreib noch einen Grund dazu."),
        Halt.REASON_TOO_LONG: N_("Das ist zu lang. Höchstens 1000 Zeichen passen hinein."),
        Halt.AN_ITEM_RUNS: N_("Ein Punkt läuft noch. Macht ihn zuerst fertig."),
        Halt.SOMETHING_HAPPENED: N_("In diesem Punkt ist schon etwas passiert. Zurück geht es nicht mehr."),
        Halt.NOT_TO_REOPEN: N_("Dieser Punkt lässt sich nicht mehr zurückholen. Es ging schon weiter."),
        Halt.ANOTHER_COUNTDOWN: N_("Es läuft schon ein anderer Countdown. Haltet ihn an oder wartet kurz."),
        Halt.NO_CHAIR_THERE: N_("Auf diesem Sitz sitzt kein Vorsitz. Die Glocke bleibt, wo sie ist."),
        Halt.NEEDS_A_CHAIR: N_("Wählt mindestens eine Person aus."),
        Halt.TOO_MANY_CHAIRS: N_("Höchstens zwei Personen können der Vorsitz sein."),
        Halt.TIE_IS_OPEN: N_("Klärt zuerst den Gleichstand, oder vertagt den Punkt."),
        Halt.SEAT_IS_EMPTY: N_("Auf einem dieser Sitze sitzt gerade niemand."),
        Halt.NOT_ELECTED_HERE: N_(
            "Neuer Vorsitz wird, wer in dieser Sitzung gewählt ist und Ja gesagt hat. "
            "Habt ihr ohne die Plattform gewählt, ändert es das Jugendbüro."
        ),
        Halt.OTHER_CHAIR_GOES: N_(
            "Wer nicht mehr Vorsitz sein will, tippt das selbst. Ohne Wahl kann nur das Jugendbüro es ändern."
        ),
        Halt.NO_ITEM_RUNS: N_("Gerade läuft kein Punkt. Ruft zuerst einen Punkt auf."),
        Halt.ONLY_A_REHEARSAL: N_("Das ist eine Übung. Der echte Vorsitz bleibt, wie er ist."),
        Halt.NOT_ACCEPTED: N_("Dafür braucht ihr zuerst eine Mehrheit in der Abstimmung."),
    }
)
