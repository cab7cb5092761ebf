"""What the rules around a released proposal answer, said to a young person, and the names of its fields."""

from enum import Enum

from zukunftsparlament.kernel.pages import add_filter
from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.proposals.rules.around import WhyNotNow

SENTENCES: dict[Enum, str] = {
    WhyNotNow.EDIT_IN_VOTE: N_("Über diesen Vorschlag wird gerade abgestimmt. So lange bleibt der Text, wie er ist."),
    WhyNotNow.EDIT_DECIDED: N_("Über diesen Text ist abgestimmt worden. Darum bleibt er, wie er ist."),
    WhyNotNow.EDIT_GIVEN_UP: N_("Dieser Vorschlag wird nicht weiter verfolgt. Darum ändert sich nichts mehr daran."),
    WhyNotNow.EDIT_IS_READ: N_("Die Änderung wird gerade gelesen. So lange kann niemand weiterschreiben."),
    WhyNotNow.NOTHING_CHANGED: N_("Du hast noch nichts geändert."),
    WhyNotNow.NOT_ALONE: N_(
        "Ihr habt das zusammen geschrieben. Du kannst aussteigen, dann machen die anderen weiter. "
        "Zurückziehen kann den Vorschlag nur, wer allein übrig ist."
    ),
    WhyNotNow.WRITTEN_ALREADY: N_("Du schreibst bei diesem Vorschlag schon mit."),
    WhyNotNow.NO_MORE_AUTHORS: N_("Bei diesem Vorschlag schreiben schon fünf mit. Mehr geht nicht."),
    WhyNotNow.CODE_UNKNOWN: N_(
        "Diese Einladung gilt nicht. Vielleicht ist sie schon benutzt oder abgelaufen. Lass dir eine neue geben."
    ),
    WhyNotNow.NOBODY_ELSE: N_("Du bist allein bei diesem Vorschlag. Wenn du ihn nicht mehr willst, zieh ihn zurück."),
    WhyNotNow.NOT_UNDECIDED: N_("Das geht nur vor einer Abstimmung. Hier ist sie schon im Gang oder vorbei."),
    WhyNotNow.UNDO_TOO_LATE: N_("Das geht nur einen Tag lang. Der Tag ist vorbei."),
    WhyNotNow.SAME_PROPOSAL: N_("Das ist derselbe Vorschlag. Es braucht zwei verschiedene."),
    WhyNotNow.NOT_COLLECTING: N_("Das geht nur, solange Unterstützung gesammelt wird."),
    WhyNotNow.OFFERED_ALREADY: N_("Zu diesem Vorschlag läuft schon eine Anfrage. Erst müssen beide Seiten antworten."),
    WhyNotNow.OWN_MERGING: N_("Einer der Vorschläge ist von dir. Das fragt darum jemand anderes."),
}
tell(SENTENCES)

FIELD_NAMES = {
    "title": N_("Überschrift"),
    "text": N_("Vorschlag"),
    "reason": N_("Warum?"),
    "for_whom": N_("Für wen?"),
    "topic": N_("Thema"),
    "place": N_("Wo?"),
}
SAYS_TOO_MUCH = N_(
    "Das sieht nach einer Nummer, einer Adresse, einem Link oder einer Beleidigung aus. Lass das bitte weg."
)
OFFICE_SAYS_WHY = N_(
    "Was du selbst schreibst, liest erst jemand, und dieser Grund steht sofort für alle da. "
    "Bitte das Jugendbüro, ihn zu schreiben."
)
NO_SUCH_PROPOSAL = N_("Diese Nummer hat kein Vorschlag.")
MEANWHILE = N_(
    "Inzwischen hat noch jemand an der Änderung geschrieben. Dein Text steht noch hier. "
    "Wenn du ihn noch einmal abschickst, gilt deiner."
)


def field_name(field: str) -> str:
    return _(FIELD_NAMES[field])


add_filter("field_name", field_name)
