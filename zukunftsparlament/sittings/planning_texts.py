"""What is wrong with a plan, field by field, and what to do about it."""

from collections.abc import Mapping
from enum import Enum

from zukunftsparlament.kernel.sentences import sentence, tell
from zukunftsparlament.kernel.templates import add_filter
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.sittings.rules.agenda import ItemFlaw
from zukunftsparlament.sittings.rules.planning import Flaw

SENTENCES: dict[Enum, str] = {
    Flaw.KIND_MISSING: N_("Was für eine Sitzung wird es? Wähle eine aus."),
    Flaw.TITLE_TOO_LONG: N_("Der Titel ist zu lang. Höchstens 120 Zeichen."),
    Flaw.DAY_MISSING: N_("An welchem Tag? Er fehlt noch."),
    Flaw.DAY_UNREADABLE: N_("Diesen Tag gibt es nicht. Schreib ihn so: 4.3.2027."),
    Flaw.BEGIN_MISSING: N_("Wann geht es los? Die Uhrzeit fehlt noch."),
    Flaw.TIME_UNREADABLE: N_("Diese Uhrzeit gibt es nicht. Schreib sie so: 17:00."),
    Flaw.TIME_NEVER_COMES: N_("Diese Uhrzeit fällt aus: In dieser Nacht springt die Uhr von 2 auf 3."),
    Flaw.IN_THE_PAST: N_("Das ist schon vorbei. Such einen Tag, der noch kommt."),
    Flaw.TOO_FAR_AHEAD: N_("Das ist mehr als drei Jahre hin. Stimmt die Jahreszahl?"),
    Flaw.ENDS_BEFORE_BEGIN: N_("Das Ende liegt vor dem Anfang. Oder sie sind gleich."),
    Flaw.TOO_LONG_A_SITTING: N_("So lange hält niemand durch. Höchstens zwölf Stunden."),
    Flaw.PLACE_MISSING: N_("Wo trefft ihr euch? Der Ort fehlt noch."),
    Flaw.PLACE_TOO_LONG: N_("Der Ort ist zu lang. Höchstens 120 Zeichen."),
    Flaw.HINT_TOO_LONG: N_("Der Hinweis ist zu lang. Höchstens 500 Zeichen."),
    Flaw.WIFI_TOO_LONG: N_("Das ist zu lang für die Leinwand. Höchstens 120 Zeichen."),
    Flaw.REASON_TOO_LONG: N_("Der Grund ist zu lang. Höchstens 300 Zeichen."),
    Flaw.GUEST_TOO_LONG: N_("Ein Name ist zu lang. Höchstens 100 Zeichen in jeder Zeile."),
    Flaw.GUEST_TWICE: N_("Ein Gast steht zweimal da."),
    Flaw.TOO_MANY_GUESTS: N_("Das sind zu viele Gäste. Höchstens 30."),
    ItemFlaw.TITLE_MISSING: N_("Worum geht es? Der Titel fehlt noch."),
    ItemFlaw.TITLE_TOO_LONG: N_("Der Titel ist zu lang. Höchstens 120 Zeichen."),
    ItemFlaw.TEXT_TOO_LONG: N_("Der Text ist zu lang. Höchstens 2.000 Zeichen."),
    ItemFlaw.KIND_UNKNOWN: N_("Was für ein Punkt ist es? Wähle eine Art aus."),
    ItemFlaw.OWNER_TOO_LONG: N_("Das ist zu lang. Höchstens 100 Zeichen."),
    ItemFlaw.MINUTES_ABSURD: N_("Wie viele Minuten? Eine Zahl von 1 bis 480."),
    ItemFlaw.AMOUNT_UNREADABLE: N_("Wie viel Geld? Schreib es so: 1000 oder 1.000,50."),
    ItemFlaw.SOURCE_MISSING: N_("Woher kommt das Geld? Das muss dabei stehen."),
    ItemFlaw.SOURCE_TOO_LONG: N_("Das ist zu lang. Höchstens 200 Zeichen."),
    ItemFlaw.DUTY_TOO_LONG: N_("Das ist zu lang. Höchstens 500 Zeichen."),
    ItemFlaw.REASON_TOO_LONG: N_("Der Grund ist zu lang. Höchstens 300 Zeichen."),
    ItemFlaw.REASON_MISSING: N_("Der Grund fehlt noch. Alle sollen ihn lesen können."),
    ItemFlaw.PARENT_GONE: N_("Den Punkt darüber gibt es nicht mehr, oder er ist schon fertig."),
    ItemFlaw.TOO_DEEP: N_("Tiefer geht es nicht: höchstens drei Zahlen, so wie 2.1.1."),
    ItemFlaw.TOO_MANY: N_("Mehr als 60 Punkte schafft keine Sitzung."),
    ItemFlaw.ONLY_THE_SAME: N_(
        "In einer zweiten Einladung geht es nur um die Punkte, für die beim ersten Mal zu wenige da waren."
    ),
    ItemFlaw.PROPOSAL_GONE: N_("Diesen Vorschlag gibt es nicht mehr. Vielleicht wurde er zurückgezogen."),
    ItemFlaw.PROPOSAL_IS_ON_IT: N_("Dieser Vorschlag steht schon auf der Tagesordnung."),
    ItemFlaw.PROPOSAL_IN_VOTE: N_("Über diesen Vorschlag wird gerade schon abgestimmt."),
    ItemFlaw.PROPOSAL_HANDED_OVER: N_("Über diesen Vorschlag ist entschieden. Er liegt bei den Erwachsenen."),
    ItemFlaw.PROPOSAL_IS_PUBLIC: N_("Alle können diesen Vorschlag lesen. Darum ist auch der Punkt öffentlich."),
    ItemFlaw.PAPER_TITLE_MISSING: N_("Wie heißt die Unterlage? Der Titel fehlt noch."),
    ItemFlaw.PAPER_MISSING: N_("Was steht in der Unterlage? Der Text fehlt noch."),
    ItemFlaw.PAPER_TOO_LONG: N_("Die Unterlage ist zu lang. Höchstens 10.000 Zeichen."),
    ItemFlaw.TOO_MANY_PAPERS: N_("Mehr als 10 Unterlagen zu einem Punkt gehen nicht."),
}
tell(SENTENCES)

KINDS = {
    "official": N_("Offizielle Sitzung"),
    "unofficial": N_("Inoffizielle Sitzung"),
    "rehearsal": N_("Übung"),
}
ITEM_KINDS = {
    "opening": N_("Eröffnung"),
    "minutes": N_("Letztes Protokoll"),
    "came_of_it": N_("Was daraus geworden ist"),
    "proposal": N_("Vorschlag"),
    "election": N_("Wahl"),
    "report": N_("Bericht"),
    "questions": N_("Fragen"),
    "other": N_("Anderes"),
}


def kind_word(kind: str) -> str:
    return _(KINDS[kind])


def item_kind_word(kind: str) -> str:
    return _(ITEM_KINDS[kind])


def said(flaws: Mapping[str, Flaw] | Mapping[str, ItemFlaw]) -> dict[str, str]:
    """The sentence beside each field, as `Wrong` wants them."""
    return {field: sentence(flaw) for field, flaw in flaws.items()}


add_filter("sitting_kind", kind_word)
add_filter("item_kind", item_kind_word)
