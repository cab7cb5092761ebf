"""The sentences of what goes on in the room."""

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.templates import add_filter
from zukunftsparlament.kernel.texts import N_, _, ngettext
from zukunftsparlament.sittings.queries import Meeting, Speaker, by_school
from zukunftsparlament.sittings.rules import SittingKind
from zukunftsparlament.sittings.rules.room_words import OrderKind, OrderOutcome, RoomWhyNot
from zukunftsparlament.sittings.rules.speaking import Why

tell(
    {
        RoomWhyNot.TOO_EARLY: N_("So früh kannst du noch nicht da sein. Das geht 12 Stunden vor dem Beginn."),
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
        RoomWhyNot.BOX_IS_CLOSED: N_("Die Sitzung ist schon länger vorbei. Der Kasten für Fragen ist zu."),
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
WHY_WORDS = {
    Why.NEXT: N_("Du bist als Nächstes dran."),
    Why.ORDER_FIRST: N_("Gleich! Ein Wunsch zum Ablauf kommt immer zuerst."),
    Why.SPOKE_MORE: N_("Du hast schon gesprochen. Kinder, die noch nicht so oft dran waren, kommen vorher."),
    Why.SCHOOL_SPOKE_MORE: N_("Aus deiner Schule hat schon jemand gesprochen. Andere Schulen kommen vorher."),
    Why.LATER: N_("Du hast dich etwas später gemeldet."),
}
OUTCOME_WORDS = {OrderOutcome.ACCEPTED: N_("angenommen"), OrderOutcome.REJECTED: N_("abgelehnt")}


def quorum_sentence(meeting: Meeting) -> str:
    """What the number of seats in the room means. An unofficial sitting decides nothing, so nothing is missing."""
    present = ngettext("{n} von {all} ist da.", "{n} von {all} sind da.", meeting.present)
    said = [present.format(n=meeting.present, all=meeting.seats)]
    if meeting.sitting.kind is SittingKind.UNOFFICIAL:
        said.append(_("Ihr könnt Stimmungsbilder machen."))
    elif meeting.sitting.is_rehearsal:
        said.append(_("In der Übung reichen zwei. In echt müssen es {n} sein.").format(n=meeting.needed_in_earnest))
    elif meeting.is_quorate:
        said.append(_("Ihr dürft beschließen."))
    else:
        missing = max(1, meeting.needed - meeting.present)
        lack = ngettext("Es fehlt noch {n} für eine Abstimmung.", "Es fehlen noch {n} für eine Abstimmung.", missing)
        said += [lack.format(n=missing), _("Berichte und Fragen gehen trotzdem.")]
    return " ".join(said)


def spoken_sentence(one: Speaker) -> str:
    """How often somebody on the list has spoken, for all to see."""
    if one.spoke == 0:
        return _("war noch nicht dran")
    return ngettext("hat {n}-mal gesprochen", "hat {n}-mal gesprochen", one.spoke).format(n=one.spoke)


def why_sentence(one: Speaker) -> str:
    """Why I stand where I stand, for myself."""
    return _(WHY_WORDS[one.why])


def order_sentence(kind: OrderKind) -> str:
    return _(ORDER_WORDS[kind])


def outcome_word(outcome: OrderOutcome) -> str:
    return _(OUTCOME_WORDS[outcome])


add_filter("quorum_sentence", quorum_sentence)
add_filter("by_school", by_school)
add_filter("spoken_sentence", spoken_sentence)
add_filter("why_sentence", why_sentence)
add_filter("order_sentence", order_sentence)
add_filter("outcome_word", outcome_word)
