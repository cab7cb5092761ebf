"""Why somebody may not ask for a secret vote, or not say that a question is unclear."""

from enum import Enum

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_
from zukunftsparlament.polls.rules import WhyNotAsk

SENTENCES: dict[Enum, str] = {
    WhyNotAsk.ONLY_BEFORE_IT_OPENS: N_("Darum kann nur bitten, wer es vor der Eröffnung tut."),
    WhyNotAsk.ONLY_IN_A_DECISION: N_(
        "Ein Stimmungsbild beschließt nichts. Darum gilt hier die Bitte um geheime Wahl nicht."
    ),
    WhyNotAsk.NOT_YOUR_VOTE: N_("Das können nur die, die hier abstimmen dürfen."),
    WhyNotAsk.TOO_FEW_TO_BE_SECRET: N_(
        "Geheim abstimmen geht erst ab drei Menschen. Bei weniger wüsste jeder, was die anderen gewählt haben."
    ),
    WhyNotAsk.NOT_WHILE_VOTING: N_("Das geht nur, solange abgestimmt wird."),
    WhyNotAsk.EXPLANATION_MISSING: N_("Die Erklärung fehlt."),
    WhyNotAsk.EXPLANATION_TOO_LONG: N_("Die Erklärung ist zu lang. Höchstens 500 Zeichen."),
    WhyNotAsk.TOO_LATE_TO_EXPLAIN: N_("Die Abstimmung ist geschlossen. Jetzt hilft eine Erklärung niemandem mehr."),
}

tell(SENTENCES)
