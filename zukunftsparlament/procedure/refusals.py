"""What is wrong with a rule set, for the office that enters it."""

from enum import Enum

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_
from zukunftsparlament.procedure.rules import Wrong

SENTENCES: dict[Enum, str] = {
    Wrong.MISSING: N_("Diese Angabe fehlt."),
    Wrong.UNKNOWN_FIELD: N_("Diese Angabe gibt es hier nicht. Bitte prüfen Sie die Schreibweise."),
    Wrong.NOT_AN_OBJECT: N_("Hier müssen mehrere Angaben zusammen stehen."),
    Wrong.NOT_A_WHOLE_NUMBER: N_("Bitte geben Sie eine ganze Zahl ein."),
    Wrong.NOT_YES_OR_NO: N_("Bitte wählen Sie Ja oder Nein."),
    Wrong.NOT_A_DAY: N_("Bitte geben Sie einen Tag an, zum Beispiel 2026-09-01."),
    Wrong.NOT_ONE_OF_THE_WORDS: N_("Bitte wählen Sie eine der angebotenen Möglichkeiten."),
    Wrong.TOO_SMALL: N_("Diese Zahl ist zu klein."),
    Wrong.TOO_LARGE: N_("Diese Zahl ist zu groß."),
    Wrong.MORE_THAN_THE_WHOLE: N_("Ein Anteil kann nicht größer sein als das Ganze."),
    Wrong.LESS_THAN_A_MAJORITY: N_("Das ist keine Mehrheit: Es muss mehr als die Hälfte sein."),
    Wrong.NOBODY_CAN_REACH_IT: N_("Mehr als alle kann es nicht geben. Wählen Sie „mindestens“."),
    Wrong.MORE_THAN_ALL_SEATS: N_("So viele Sitze gibt es nicht. Das Parlament wäre nie beschlussfähig."),
    Wrong.SECOND_CALL_HARDER: N_("Beim zweiten Mal darf nicht mehr verlangt werden als beim ersten."),
    Wrong.URGENT_IS_SLOWER: N_("Die Frist für dringende Einladungen darf nicht länger sein als die normale."),
    Wrong.BACKWARDS: N_("Das Ende liegt vor dem Anfang."),
    Wrong.IN_THE_PAST: N_("Dieser Tag ist schon vorbei. Regeln gelten nie rückwirkend."),
    Wrong.TOO_FAR_AHEAD: N_("Das liegt mehr als zwei Jahre in der Zukunft. Bitte prüfen Sie das Jahr."),
    Wrong.SAYS_THE_SAME: N_("Das gilt an diesem Tag ohnehin. Ändern Sie etwas, oder lassen Sie es so."),
}

tell(SENTENCES)
