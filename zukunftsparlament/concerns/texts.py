"""What stands on the pages about concerns."""

from zukunftsparlament.concerns.rules import WHERE, WORDS, ConcernWhyNot, HandedOn, Problem
from zukunftsparlament.kernel.dates import month_name
from zukunftsparlament.kernel.pages import add_filter
from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_, _

tell(
    {
        ConcernWhyNot.NOBODY_READS: N_(
            "Hier kann gerade niemand lesen, was du schreibst. Ruf bitte eine der Nummern an, oder geh ins Jugendbüro."
        ),
        ConcernWhyNot.TWO_ALREADY: N_("Es lesen schon zwei Personen die Sorgen. Eine von ihnen muss es erst abgeben."),
        ConcernWhyNot.KEEPER_ALREADY: N_("Sie lesen die Sorgen schon."),
        ConcernWhyNot.STILL_WAITING: N_("Es warten noch Sorgen. Geben Sie diese bitte zuerst weiter."),
        ConcernWhyNot.CANNOT_OPEN: N_("Mit dieser Passphrase lassen sich die Sorgen nicht öffnen."),
    }
)

PROBLEMS = {
    Problem.EMPTY: N_("Schreib auf, was dir Sorgen macht. Ein Satz reicht."),
    Problem.TOO_LONG: N_("Das ist sehr viel. Es passen höchstens {limit} Zeichen hinein. Kürze es ein bisschen."),
    Problem.WHERE_TOO_LONG: N_("Es passen höchstens {limit} Zeichen hinein."),
    Problem.SIGNED_OUT: N_(
        "Du bist nicht mehr angemeldet. Nimm das Häkchen weg und schick es ohne Namen, oder melde dich neu an."
    ),
}
SENT_NOT_YET = N_(
    "Gerade kommt hier sehr viel auf einmal an, dein Text ist noch nicht abgeschickt. Er steht noch hier: Versuch es "
    "gleich noch einmal. Oder ruf an: 116 111, bei Gefahr 112."
)
HANDED_ON = {
    HandedOn.WELFARE: N_("An das Jugendamt weitergegeben"),
    HandedOn.POLICE: N_("An Polizei oder Notruf weitergegeben"),
    HandedOn.OTHERS: N_("An jemand anderen weitergegeben, zum Beispiel Eltern oder Schule"),
    HandedOn.SETTLED: N_("Geklärt, ohne etwas weiterzugeben"),
}


add_filter("month_name", month_name)


def problem_sentence(problem: Problem) -> str:
    limit = WHERE if problem is Problem.WHERE_TOO_LONG else WORDS
    return _(PROBLEMS[problem]).format(limit=limit)
