"""Codes in words, for the office and the moderators."""

from collections.abc import Mapping

from zukunftsparlament.kernel.pages import add_filter
from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.polls.rules import PollState
from zukunftsparlament.proposals.rules.moderation import WhyNotModerate
from zukunftsparlament.proposals.rules.writing import OFFICE_WORDS, Problem
from zukunftsparlament.proposals.texts import REPORT_REASONS

tell(
    {
        WhyNotModerate.OWN_POST: N_(
            "Das hast du selbst geschrieben. Darüber entscheidet jemand anderes aus der Moderation oder das Jugendbüro."
        ),
    }
)

HELD_BECAUSE: Mapping[str, str] = {
    "under_14": N_("unter 14"),
    "asked_back": N_("nach einer Rückfrage geändert"),
    "phone": N_("Telefonnummer?"),
    "address": N_("Adresse?"),
    "handle": N_("Name in einer App?"),
    "link": N_("Link?"),
    "e_mail": N_("E-Mail-Adresse?"),
    "shouting": N_("nur Großbuchstaben"),
    "insult": N_("Beleidigung?"),
    "worry": N_("Sorge: bitte zuerst lesen"),
}
REASON_WORDS = {reason.value: text for reason, (_sign, text) in REPORT_REASONS.items()}

NEXT_STEPS: Mapping[PollState, str] = {
    PollState.PREPARED: N_("eröffnen"),
    PollState.CLOSED: N_("auszählen"),
    PollState.COUNTED: N_("veröffentlichen"),
}


def held_because(code: str) -> str:
    return _(HELD_BECAUSE.get(code, code))


def report_reason(code: str) -> str:
    return _(REASON_WORDS.get(code, code))


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
