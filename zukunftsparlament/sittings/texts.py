"""The sentences of this room."""

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_
from zukunftsparlament.sittings.rules import WhyNot

tell(
    {
        WhyNot.NOT_IN_THE_ROOM: N_("Du bist gerade nicht im Raum. Tippe zuerst auf „Ich bin da“."),
        WhyNot.NOT_OPEN: N_("Die Sitzung läuft gerade nicht."),
        WhyNot.ALREADY_CLOSED: N_("Die Sitzung ist schon zu Ende."),
        WhyNot.ALREADY_OPEN: N_("Die Sitzung läuft schon."),
        WhyNot.CANCELLED: N_("Die Sitzung ist abgesagt."),
        WhyNot.ONLY_CHAIRS_LEAD: N_("Das macht nur der Vorsitz."),
        WhyNot.HELPERS_WATCH: N_("Das entscheidet der Vorsitz. Das Jugendbüro schaut zu und hilft."),
        WhyNot.ITEM_HAS_ENDED: N_("Dieser Punkt ist schon fertig."),
        WhyNot.ANOTHER_ITEM_RUNS: N_("Gerade läuft ein anderer Punkt."),
    }
)
