"""Why a two-key ballot box says no, so that a child understands it, and what to do next."""

from enum import Enum

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.polls.rules import WhyNot, is_chair

SENTENCES: dict[Enum, str] = {
    WhyNot.TWO_KEYS_ONLY_SECRET: N_("Zwei Schlüssel gibt es nur, wenn geheim abgestimmt wird."),
    WhyNot.TOO_FEW_KEEPERS: N_(
        "Für zwei Schlüssel braucht es drei Menschen: zwei vom Vorsitz und einen vom Jugendbüro. Gibt es nur "
        "einen Vorsitz, braucht es zwei vom Jugendbüro. Gibt es keinen, geht es nicht."
    ),
    WhyNot.KEY_CARDS_MISSING: N_("Zuerst müssen drei Menschen ihre Schlüsselkarte haben. Dann geht es los."),
    WhyNot.KEY_CARDS_ALL_TAKEN: N_("Alle drei Schlüsselkarten sind vergeben."),
    WhyNot.KEY_CARDS_OF_CHAIRS_TAKEN: N_("Die zwei Schlüsselkarten für den Vorsitz sind vergeben."),
    WhyNot.KEY_CARDS_OF_OFFICE_TAKEN: N_("Die Schlüsselkarte für das Jugendbüro ist vergeben."),
    WhyNot.KEY_CARD_ALREADY_NEEDED: N_("Die Abstimmung ist schon eröffnet. Jetzt gibt es keine neuen Schlüsselkarten."),
    WhyNot.KEY_CARD_REPLACED: N_("Diese Karte gilt nicht mehr, denn du hast schon eine neuere. Nimm die neuere."),
    WhyNot.KEY_CARD_OTHER_WORD: N_("Auf deiner Karte steht an dieser Stelle ein anderes Wort. Sieh noch einmal nach."),
    WhyNot.KEY_CARD_UNREADABLE: N_("Das ist keine ganze Karte. Tippe alle zehn Wörter in ihrer Reihenfolge ab."),
    WhyNot.KEY_CARD_UNKNOWN: N_(
        "Diese Karte öffnet diese Urne nicht. Schau, ob auf ihr dieselbe Nummer steht und ob es eine neuere gibt."
    ),
    WhyNot.NO_KEY_CARDS_HERE: N_("Bei dieser Abstimmung gibt es keine Schlüsselkarten."),
    WhyNot.NEEDS_TWO_KEYS: N_("Zum Auszählen braucht es zwei von drei Schlüsselkarten."),
}

tell(SENTENCES)


def unreadable_sentence(word: str) -> str:
    """`word`: the first that stands on no card, or "" when all are known."""
    if not word:
        return _(SENTENCES[WhyNot.KEY_CARD_UNREADABLE])
    return _("„{word}“ steht auf keiner Karte. Sieh noch einmal nach.").format(word=word)


def keeper_words(keeper: str) -> str:
    """Of `chair:SEAT` or `office:NAME`: no child reads the name of an adult who is only on duty."""
    return _("Vorsitz") if is_chair(keeper) else _("Jugendbüro")


def ready_sentence(confirmed: int) -> str:
    """How far the cards are, before the opening. `confirmed`: 0 to 3."""
    return (
        _("Noch ist keine Schlüsselkarte vergeben."),
        _("Eine von drei Schlüsselkarten ist da."),
        _("Zwei von drei Schlüsselkarten sind da."),
        _("Alle drei Schlüsselkarten sind da."),
    )[confirmed]
