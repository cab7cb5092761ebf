"""The sentences of this room."""

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.templates import add_filter
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.sittings import course_texts, room_texts  # noqa: F401  their sentences are told with these
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import WhyNot

tell(
    {
        WhyNot.NOT_IN_THE_ROOM: N_("Du bist gerade nicht im Raum. Tippe zuerst auf „Ich bin da“."),
        WhyNot.NOT_OPEN: N_("Die Sitzung läuft gerade nicht."),
        WhyNot.ALREADY_CLOSED: N_("Die Sitzung ist schon zu Ende."),
        WhyNot.ALREADY_OPEN: N_("Die Sitzung läuft schon."),
        WhyNot.CANCELLED: N_("Die Sitzung ist abgesagt."),
        WhyNot.CHAIR_NO_MORE: N_("Du bist nicht mehr im Vorsitz. Es ist nichts passiert."),
        WhyNot.ONLY_CHAIRS_LEAD: N_("Das macht nur der Vorsitz."),
        WhyNot.HELPERS_WATCH: N_("Das entscheidet der Vorsitz. Das Jugendbüro schaut zu und hilft."),
        WhyNot.ITEM_HAS_ENDED: N_("Dieser Punkt ist schon fertig."),
        WhyNot.ANOTHER_ITEM_RUNS: N_("Gerade läuft ein anderer Punkt."),
        WhyNot.REHEARSAL_OVER: N_("Diese Übung ist zu Ende, und alles davon ist wieder weg. Danke fürs Mitmachen!"),
        WhyNot.REHEARSAL_STAYS: N_("Eine Übung bleibt eine Übung. Plane für eine echte Sitzung eine neue."),
        WhyNot.ONLY_URGENT_ITEMS: N_(
            "Die Sitzung läuft. Neue Punkte kommen nur noch als dringend dazu, mit einer Abstimmung."
        ),
        WhyNot.ITEM_HAS_BEGUN: N_("Dieser Punkt hat schon begonnen. Er bleibt, wo er ist."),
        WhyNot.NOTHING_PLANNED: N_("Auf der Tagesordnung steht noch nichts. Ohne Punkte geht keine Einladung hinaus."),
        WhyNot.NOT_OVER_YET: N_("Noch einmal einladen geht erst, wenn eine offizielle Sitzung vorbei ist."),
        WhyNot.NO_SECOND_CALL: N_("Eure Geschäftsordnung kennt keine zweite Einladung zum selben Punkt."),
        WhyNot.CALLED_AGAIN: N_("Zu dieser Sitzung habt ihr schon ein zweites Mal eingeladen."),
        WhyNot.WAS_QUORATE: N_("In dieser Sitzung waren genug da. Eine zweite Einladung braucht sie nicht."),
    }
)


def sitting_name(sitting: Sitting) -> str:
    """What a page calls it: its title, else its number."""
    if sitting.is_rehearsal:
        return _("Übung")
    return sitting.title or _("Sitzung {n}").format(n=sitting.number)


add_filter("sitting_name", sitting_name)
