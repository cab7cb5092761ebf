"""What is said about votes on paper."""

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_, _, ngettext
from zukunftsparlament.polls.rules.paper import WhyNotPaper

tell(
    {
        WhyNotPaper.NO_PAPER_HERE: N_("Zettel aus Papier gibt es hier nicht."),
        WhyNotPaper.ONLY_BEFORE_THE_END: N_("Für neue Zettel ist es zu spät."),
        WhyNotPaper.ONLY_BEFORE_OPENING: N_("Zettel ausgeben und zurücknehmen geht nur vor dem Öffnen."),
        WhyNotPaper.HOW_MANY_SLIPS: N_("Wie viele Zettel? Es gehen 1 bis 60."),
        WhyNotPaper.NO_SUCH_SEAT: N_("Für diesen Sitz ist gerade niemand da."),
        WhyNotPaper.NOT_IN_THE_ROOM: N_(
            "Ein Sitz hat einen Zettel, aber gerade ist niemand dafür da. "
            "Nehmt den Zettel zurück, oder wartet, bis alle da sind."
        ),
        WhyNotPaper.NO_SLIPS_LEFT: N_("Alle gedruckten Zettel sind ausgegeben. Macht zuerst neue."),
        WhyNotPaper.NOTHING_GIVEN: N_("Hier wurde kein Zettel ausgegeben. Es gibt nichts einzutragen."),
        WhyNotPaper.NOT_CLOSED_YET: N_("Schließt zuerst die Abstimmung. Dann werden die Zettel eingetragen."),
        WhyNotPaper.TOO_LATE: N_("Hier ist schon ausgezählt. Es kommt nichts mehr dazu."),
        WhyNotPaper.NO_SUCH_SLIP: N_("Diesen Zettel gibt es hier nicht. Lade die Seite neu."),
        WhyNotPaper.MORE_THAN_GIVEN: N_("Das sind mehr Zettel, als ausgegeben wurden. Schaut noch einmal nach."),
        WhyNotPaper.NOT_ON_THE_SLIP: N_(
            "Ein Zettel ist so nicht möglich. Hat er zu viele oder falsche Kreuze, dann ist er ungültig."
        ),
        WhyNotPaper.ONE_OF_THE_CHAIRS: N_("Eine der zwei Personen muss zum Vorsitz gehören."),
    }
)


def paper_said(given: int | None, returned: int | None, invalid: int | None) -> str:
    """ "2 von 3 Zetteln kamen zurück."; "" where nothing was entered."""
    if not given or returned is None:
        return ""
    came = _("Auf Papier: {returned} von {given} Zetteln kamen zurück.").format(returned=returned, given=given)
    spoilt = ngettext("{n} davon ist ungültig.", "{n} davon sind ungültig.", invalid or 0).format(n=invalid)
    return f"{came} {spoilt}" if invalid else came


def given_said(given: int) -> str:
    return ngettext("{n} Sitz stimmt auf Papier.", "{n} Sitze stimmen auf Papier.", given).format(n=given)
