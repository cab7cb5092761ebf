"""Codes in words, for the office and the moderators."""

from collections.abc import Mapping

from zukunftsparlament.kernel.pages import add_filter
from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.polls.rules import PollState
from zukunftsparlament.proposals.rules.moderation import WhyNotModerate
from zukunftsparlament.proposals.rules.objections import ObjectionWhyNot
from zukunftsparlament.proposals.rules.writing import OFFICE_WORDS, Problem
from zukunftsparlament.proposals.texts import REPORT_REASONS

tell(
    {
        WhyNotModerate.OWN_POST: N_(
            "Das hast du selbst geschrieben. Darüber entscheidet jemand anderes aus der Moderation oder das Jugendbüro."
        ),
        WhyNotModerate.OWN_REPORT: N_("Das hast du selbst gemeldet. Darüber entscheidet jemand anderes."),
        WhyNotModerate.OWN_REMOVAL: N_(
            "Wer etwas entfernt hat, entscheidet nicht selbst, ob das richtig war. Das macht jemand anderes."
        ),
        WhyNotModerate.FOR_THE_OFFICE: N_("Darüber entscheidet das Jugendbüro."),
        ObjectionWhyNot.TOO_LATE: N_("Die 14 Tage sind vorbei. Das lässt sich nicht mehr ändern."),
        ObjectionWhyNot.OBJECTED_ALREADY: N_(
            "Du hast schon gesagt, dass du nicht einverstanden bist. Das geht einmal."
        ),
        ObjectionWhyNot.NOT_OBJECTED: N_("Hier hat niemand widersprochen."),
    }
)

HELD_BECAUSE: Mapping[str, str] = {
    "under_14": N_("unter 14"),
    "asked_back": N_("nach einer Rückfrage geändert"),
    "picture": N_("neues Bild"),
    "phone": N_("Telefonnummer?"),
    "address": N_("Adresse?"),
    "handle": N_("Name in einer App?"),
    "link": N_("Link?"),
    "e_mail": N_("E-Mail-Adresse?"),
    "shouting": N_("nur Großbuchstaben"),
    "insult": N_("Beleidigung?"),
    "worry": N_("Sorge: bitte zuerst lesen"),
}
REASON_WORDS = {reason.value: text for reason, (_picture, text) in REPORT_REASONS.items()}
KINDS: Mapping[str, tuple[str, str]] = {
    "proposal": ("lightbulb", N_("Vorschlag")),
    "comment": ("messages-square", N_("Beitrag")),
    "picture": ("image", N_("Bild")),
}

NEXT_STEPS: Mapping[PollState, str] = {
    PollState.PREPARED: N_("eröffnen"),
    PollState.CLOSED: N_("auszählen"),
    PollState.COUNTED: N_("veröffentlichen"),
}


def held_because(code: str) -> str:
    return _(HELD_BECAUSE.get(code, code))


def report_reason(code: str) -> str:
    return _(REASON_WORDS.get(code, code))


def kind_sign(code: str) -> str:
    return KINDS[code][0]


def kind_word(code: str) -> str:
    """Of what was reported or removed."""
    return _(KINDS[code][1])


def next_step(state: PollState) -> str:
    """What a poll in this state needs somebody for."""
    return _(NEXT_STEPS[state])


def words_sentence(problem: Problem, typed: str) -> str:
    """What is wrong with the words to the author."""
    if problem is Problem.TOO_LONG:
        return _("Das sind {typed} Zeichen. Es passen höchstens {limit} hinein.").format(
            typed=len(typed), limit=OFFICE_WORDS
        )
    return _("Hier fehlt noch ein Satz. Wer das geschrieben hat, liest ihn.")


add_filter("held_because", held_because)
add_filter("report_reason", report_reason)
add_filter("kind_sign", kind_sign)
add_filter("kind_word", kind_word)
