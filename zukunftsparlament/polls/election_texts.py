"""Elections of persons in German: why something cannot be done, and what has come of them."""

from enum import Enum

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_
from zukunftsparlament.polls.rules.elections import WhyNotElect

SENTENCES: dict[Enum, str] = {
    WhyNotElect.TITLE_MISSING: N_("Schreibt auf, wofür jemand gewählt wird."),
    WhyNotElect.TITLE_TOO_LONG: N_("Das ist zu lang. Höchstens 60 Zeichen."),
    WhyNotElect.PLACES_WRONG: N_("Es gibt 1 bis 12 Plätze."),
    WhyNotElect.DEPUTIES_WRONG: N_("Es gibt 0 bis 12 Vertretungen."),
    WhyNotElect.AGE_WRONG: N_("Die Grenze liegt zwischen 8 und 19 Jahren."),
    WhyNotElect.TOO_MANY_CHAIRS: N_("Im Vorsitz sind höchstens zwei."),
    WhyNotElect.NOT_AN_ELECTION: N_("Gewählt wird unter einem Punkt, der eine Wahl ist."),
    WhyNotElect.ONLY_OFFICIAL: N_("In einer inoffiziellen Sitzung wird niemand gewählt."),
    WhyNotElect.NOT_HERE: N_("Auf die Liste kommt nur, wer gerade im Raum ist."),
    WhyNotElect.NEEDS_SEAT: N_("Für den Vorsitz braucht man einen eigenen Sitz."),
    WhyNotElect.HAS_SEAT: N_("Wer schon einen Sitz hat, braucht keinen zweiten."),
    WhyNotElect.SIDE_MISSING: N_("Es gibt zwei Listen. Tippe an, auf welche."),
    WhyNotElect.TOO_MANY_STAND: N_("Auf den Stimmzettel passen höchstens 12."),
    WhyNotElect.NOBODY_STANDS: N_("Noch niemand hat gesagt: Ich kandidiere."),
    WhyNotElect.SIDE_EMPTY: N_("Auf jeder der zwei Listen muss jemand stehen, der kandidiert."),
    WhyNotElect.LIST_CLOSED: N_("Die Liste ist geschlossen."),
    WhyNotElect.BALLOT_IS_OUT: N_("Der Stimmzettel liegt schon aus. Nach der Auszählung geht es weiter."),
    WhyNotElect.STILL_TIED: N_("Erst muss der Gleichstand geklärt sein."),
    WhyNotElect.NOTHING_LEFT: N_("Alle Plätze sind schon besetzt."),
    WhyNotElect.NOT_ELECTED: N_("Das kann nur, wer gewählt ist."),
    WhyNotElect.IS_ELECTED: N_("Du bist gewählt. Sag, ob du die Wahl annimmst."),
    WhyNotElect.HAS_DECLINED: N_("Du hast die Wahl nicht angenommen. Sag erst: Ich nehme sie doch an."),
    WhyNotElect.SAID_THEMSELVES: N_("Das hat die gewählte Person selbst gesagt. Nur sie kann es ändern."),
    WhyNotElect.IS_FOLLOWED: N_("Das geht nicht mehr: Danach ging es schon weiter."),
    WhyNotElect.NAMED_ENOUGH: N_("6 von denen, die du vorgeschlagen hast, haben noch nicht geantwortet."),
    WhyNotElect.NOT_TIED: N_("Zurücktreten geht nur, solange ein Gleichstand offen ist."),
}

tell(SENTENCES)
