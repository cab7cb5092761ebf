"""What an adult who accompanies a sitting looks after meanwhile. Adults decide nothing in it."""

from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.sittings.rules.saying import Say

BEFORE = (
    N_("Sehen Sie nach, ob sich alle mit einem Sitz angemeldet haben. Ohne Handy trägt der Vorsitz sie ein."),
    N_("Prüfen Sie Beamer und WLAN. Der Link zur Leinwand steht unten."),
)
TALKING = (
    N_("Achten Sie darauf, dass auch die Jüngeren zu Wort kommen. Die Redeliste hilft dabei."),
    N_("Sagen Sie Inhaltliches nur, wenn der Vorsitz Sie fragt."),
)
VOTING = (
    N_("Lassen Sie alle in Ruhe tippen, und schauen Sie niemandem auf das Handy."),
    N_("Wer die Frage nicht versteht, darf fragen. Bitten Sie den Vorsitz, sie noch einmal zu erklären."),
)
NOT_QUORATE = (
    N_("Es fehlen Stimmen im Raum. Fragen Sie nach, wer noch kommt, und ob Vertretungen da sind."),
    N_("Beruhigen Sie: Reden und berichten geht weiter, abstimmen wieder, sobald genug da sind."),
)
PAUSE = (N_("Schauen Sie, dass alle pünktlich zurück sind, und fragen Sie, wer Hilfe braucht."),)
SOON = (N_("Zehn Sekunden lang kann der Vorsitz das noch anhalten. Sprechen Sie ihn an, wenn es ein Versehen war."),)
AFTER = (
    N_("Erinnern Sie an das Protokoll: Beide aus dem Vorsitz bestätigen es auf ihrem Handy."),
    N_("Sehen Sie nach, ob alle Beschlüsse übergeben sind. Das geht vom Protokoll aus mit einem Tippen."),
)

HINTS = {
    Say.COME_IN: BEFORE,
    Say.OPEN: BEFORE,
    Say.OPEN_NOT_QUORATE: NOT_QUORATE,
    Say.TALK_NOT_QUORATE: NOT_QUORATE,
    Say.ELECT_NOT_QUORATE: NOT_QUORATE,
    Say.ELECT: VOTING,
    Say.VOTE: VOTING,
    Say.VOTE_SOON: VOTING,
    Say.VOTE_CLOSES: VOTING,
    Say.VOTE_COUNTS: VOTING,
    Say.PAUSE: PAUSE,
    Say.PAUSE_OVER: PAUSE,
    Say.CLOSES_SOON: SOON,
    Say.ITEM_GOES: SOON,
    Say.CHAIRS_CHANGE: SOON,
    Say.CLOSED: AFTER,
    Say.CANCELLED: (),
}


def hints(say: Say) -> list[str]:
    return [_(text) for text in HINTS.get(say, TALKING)]
