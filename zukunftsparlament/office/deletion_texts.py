"""Why the office deletes somebody. To choose from: an own reason might name them, and the journal keeps it for good."""

from zukunftsparlament.departures.rules import WhyNotLeave
from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.people.departing import Why

REASONS = {
    Why.ASKED.value: N_("Die Person hat darum gebeten"),
    Why.PARENTS.value: N_("Die Eltern haben darum gebeten"),
    Why.MOVED.value: N_("Wohnt nicht mehr hier"),
    Why.NEVER_GIVEN.value: N_("Die Karte hat nie jemand bekommen, oder jemand hatte zwei"),
}

tell(
    {
        WhyNotLeave.NOBODY: N_("Eine Karte mit diesem Namen gibt es nicht. Vielleicht ist sie schon gelöscht."),
        WhyNotLeave.REASON_MISSING: N_("Bitte wählen Sie einen Grund."),
        WhyNotLeave.LIST_HAS_CHANGED: N_("Die Liste ist inzwischen eine andere. Bitte sehen Sie sie noch einmal an."),
    }
)


def choices() -> list[list[str]]:
    return [[code, _(text)] for code, text in REASONS.items()]
