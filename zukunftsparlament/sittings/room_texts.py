"""The sentences of what goes on in the room."""

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.templates import add_filter
from zukunftsparlament.kernel.texts import N_, _, ngettext
from zukunftsparlament.sittings.queries import Meeting, by_school
from zukunftsparlament.sittings.rules import SittingKind
from zukunftsparlament.sittings.rules.room_words import OrderKind, OrderOutcome, RoomWhyNot

tell(
    {
        RoomWhyNot.TOO_EARLY: N_("So früh kannst du noch nicht da sein. Tippe am Tag der Sitzung noch einmal."),
        RoomWhyNot.SEAT_IS_EMPTY: N_("Auf diesem Sitz sitzt gerade niemand."),
        RoomWhyNot.NO_DEPUTY: N_("Für diesen Sitz gibt es keine Vertretung."),
        RoomWhyNot.SITS_ELSEWHERE: N_("Diese Vertretung hat gerade schon die Stimme von einem anderen Sitz."),
        RoomWhyNot.SEAT_UNKNOWN: N_("Diesen Sitz gibt es nicht."),
        RoomWhyNot.PAUSED: N_("Gerade ist Pause. Danach geht es weiter."),
        RoomWhyNot.LIST_IS_CLOSED: N_("Die Redeliste ist zu. Deine Frage kannst du aufschreiben."),
        RoomWhyNot.ONLY_SEATS_SPEAK: N_(
            "Melden können sich nur die mit einem Sitz. Frag den Vorsitz, wenn du etwas sagen willst."
        ),
        RoomWhyNot.GUEST_IS_AWAY: N_("Dieser Gast ist gerade nicht da."),
        RoomWhyNot.HAND_IS_DOWN: N_("Diese Meldung gibt es nicht mehr."),
        RoomWhyNot.ORDER_UNKNOWN: N_("Wähle, was du möchtest."),
        RoomWhyNot.NO_ITEM_RUNS: N_("Gerade läuft kein Punkt der Tagesordnung."),
        RoomWhyNot.ALREADY_ANSWERED: N_("Diese Frage ist schon beantwortet."),
        RoomWhyNot.TOO_MANY_QUESTIONS: N_(
            "Du hast schon fünf Fragen aufgeschrieben. Mehr gehen in dieser Sitzung nicht."
        ),
    }
)

ORDER_WORDS = {
    OrderKind.PAUSE: N_("Ich möchte eine Pause."),
    OrderKind.END_LIST: N_("Es soll sich niemand mehr neu melden."),
    OrderKind.END_DEBATE: N_("Wir sollen jetzt gleich abstimmen."),
    OrderKind.ADJOURN: N_("Wir sollen das ein anderes Mal besprechen."),
    OrderKind.SECRET: N_("Wir sollen geheim abstimmen."),
    OrderKind.CLOSED_DOORS: N_("Gäste und Zuhörer sollen kurz rausgehen."),
}
OUTCOME_WORDS = {OrderOutcome.ACCEPTED: N_("angenommen"), OrderOutcome.REJECTED: N_("abgelehnt")}


def quorum_sentence(meeting: Meeting) -> str:
    """What the number of seats in the room means. An unofficial sitting decides nothing, so nothing is missing."""
    said = ngettext("{n} von {all} ist da.", "{n} von {all} sind da.", meeting.present)
    here = said.format(n=meeting.present, all=meeting.seats)
    if meeting.sitting.kind is SittingKind.UNOFFICIAL:
        return f"{here} {_('Ihr könnt Stimmungsbilder machen.')}"
    if meeting.is_quorate:
        return f"{here} {_('Ihr dürft beschließen.')}"
    missing = max(1, meeting.needed - meeting.present)
    said = ngettext("Es fehlt noch {n} für eine Abstimmung.", "Es fehlen noch {n} für eine Abstimmung.", missing)
    return f"{here} {said.format(n=missing)} {_('Berichte und Fragen gehen trotzdem.')}"


add_filter("quorum_sentence", quorum_sentence)
add_filter("by_school", by_school)
