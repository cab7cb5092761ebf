"""Why a poll says no, so that a child understands it, and what to do next."""

from collections.abc import Sequence
from enum import Enum

from zukunftsparlament.kernel.sentences import tell
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.polls.rules import WhyNot

SENTENCES: dict[Enum, str] = {
    WhyNot.NOT_ON_THE_ROLL: N_(
        "Hier stimmen nur die ab, die bei der Eröffnung auf der Liste standen. "
        "Das Ergebnis steht hier, sobald es da ist."
    ),
    WhyNot.NOT_THE_VOICE: N_("Jede Schule hat eine Stimme. Für jede stimmt hier nur ein Sitz ab."),
    WhyNot.NOT_OPEN_YET: N_("Diese Abstimmung ist noch nicht eröffnet. Schau später noch einmal vorbei."),
    WhyNot.ALREADY_CLOSED: N_("Diese Abstimmung ist geschlossen. Jetzt wird ausgezählt."),
    WhyNot.ALREADY_COUNTED: N_("Diese Abstimmung ist ausgezählt. Wer abgestimmt hat, ist gezählt."),
    WhyNot.VOID: N_("Diese Abstimmung wurde aufgehoben. Sie zählt nicht. Der Grund steht auf ihrer Seite."),
    WhyNot.VOTES_ON_PAPER: N_("Du hast einen Stimmzettel auf Papier. Kreuz an, falte ihn und wirf ihn in den Karton."),
    WhyNot.NOTHING_CHOSEN: N_("Du hast noch nichts gewählt. Tippe auf eine der Antworten."),
    WhyNot.TOO_MANY_CHOSEN: N_("Hier geht nur eine Antwort. Tippe auf die, die dir am wichtigsten ist."),
    WhyNot.NOT_ON_THE_PAPER: N_(
        "Diese Antwort steht nicht auf dem Stimmzettel. Lade die Seite neu und wähle noch einmal."
    ),
    WhyNot.ABSTAIN_STANDS_ALONE: N_("Entweder du wählst etwas, oder du enthältst dich. Beides zugleich geht nicht."),
    WhyNot.CHOSEN_TWICE: N_("Eine Möglichkeit steht auf zwei Plätzen. Jede geht nur einmal."),
    WhyNot.MORE_THAN_ALLOWED: N_("Das sind zu viele. Nimm welche weg, bis es passt."),
    WhyNot.OVER_THE_AMOUNT: N_("Das kostet mehr, als Geld da ist. Nimm etwas weg, bis es passt."),
    WhyNot.WRONG_RECEIPT: N_(
        "Das Zeichen auf diesem Stimmzettel passt nicht zu dieser Abstimmung. Lade die Seite neu und stimme dann ab."
    ),
    WhyNot.QUESTION_MISSING: N_("Die Frage fehlt. Auf sie muss eine klare Antwort möglich sein."),
    WhyNot.QUESTION_TOO_LONG: N_("Die Frage ist zu lang. Höchstens 200 Zeichen."),
    WhyNot.MEANING_OF_YES_MISSING: N_("Hier fehlt, was Ja bedeutet. Alle sollen dasselbe darunter verstehen."),
    WhyNot.MEANING_OF_NO_MISSING: N_("Hier fehlt, was Nein bedeutet. Alle sollen dasselbe darunter verstehen."),
    WhyNot.MEANING_TOO_LONG: N_("Die Erklärung ist zu lang. Höchstens 200 Zeichen."),
    WhyNot.NAMED_NOT_BINDING: N_(
        "Namentlich abstimmen können nur die Sitze im Parlament, und nur über einen Beschluss. "
        "Sonst geht „offen“ oder „geheim“."
    ),
    WhyNot.PERSONS_ARE_SECRET: N_("Über Menschen wird immer geheim abgestimmt."),
    WhyNot.AT_MOST_WRONG: N_("So viele Kreuze gehen nicht. Es geht von 1 bis zu so vielen, wie es Möglichkeiten gibt."),
    WhyNot.PLACES_WRONG: N_("So viele Plätze gehen nicht. Es geht von 1 bis zu so vielen, wie es Möglichkeiten gibt."),
    WhyNot.COST_NOT_READABLE: N_(
        "In jeder Zeile steht ein Projekt, dann ein Strichpunkt, dann der Preis. So: Neue Tornetze; 333,34."
    ),
    WhyNot.COST_TOO_HIGH: N_("Jedes Projekt kostet mindestens einen Cent und höchstens das Geld, das da ist."),
    WhyNot.AMOUNT_NOT_READABLE: N_("Wie viel Geld ist da? Schreibt es so: 1000 oder 1.000,00."),
    WhyNot.TOO_FEW_OPTIONS: N_("Es braucht mindestens zwei Möglichkeiten, jede in einer eigenen Zeile."),
    WhyNot.TOO_MANY_OPTIONS: N_("Das sind zu viele Möglichkeiten. Höchstens zwölf."),
    WhyNot.OPTION_TOO_LONG: N_("Eine Möglichkeit ist zu lang. Höchstens 100 Zeichen in einer Zeile."),
    WhyNot.OPTION_TWICE: N_("Zwei Möglichkeiten sind gleich. Eine davon muss weg oder anders heißen."),
    WhyNot.POINTS_MISSING: N_("Über einen Punkt mindestens muss abgestimmt werden. Jeder hat seine eigene Zeile."),
    WhyNot.TOO_MANY_POINTS: N_("Das sind zu viele Punkte. Höchstens zwanzig."),
    WhyNot.POINT_TOO_LONG: N_("Ein Punkt ist zu lang. Höchstens 200 Zeichen in einer Zeile."),
    WhyNot.NO_VOTE_NOT_READABLE: N_(
        "Jede Zeile beginnt mit der Nummer eines Punktes, dann ein Doppelpunkt, dann der Grund (höchstens 200 Zeichen)."
    ),
    WhyNot.OPENS_IN_THE_PAST: N_(
        "Dieser Beginn ist schon vorbei. Er muss später sein, oder das Feld bleibt leer: Dann wird von Hand eröffnet."
    ),
    WhyNot.CLOSES_IN_THE_PAST: N_("Dieses Ende ist schon vorbei. Es muss später sein."),
    WhyNot.CLOSES_BEFORE_OPENING: N_("Das Ende liegt vor dem Beginn. Es muss später sein."),
    WhyNot.PROPOSAL_UNKNOWN: N_(
        "Diesen Vorschlag gibt es nicht. Auf der Seite eines Vorschlags steht „Abstimmung vorbereiten“."
    ),
    WhyNot.PROPOSAL_GIVEN_UP: N_("Dieser Vorschlag ist zurückgezogen oder wurde nicht aufgenommen."),
    WhyNot.PROPOSAL_IN_ANOTHER_POLL: N_(
        "Zu diesem Vorschlag gibt es schon eine Abstimmung. Erst wenn sie veröffentlicht oder aufgehoben ist, "
        "kann eine neue vorbereitet werden."
    ),
    WhyNot.PROPOSAL_TIED: N_(
        "Eine Abstimmung zu diesem Vorschlag endete mit Gleichstand. Erst muss dort klar sein, wie es weitergeht."
    ),
    WhyNot.NOT_OFFERED: N_("Eine der Möglichkeiten muss es sein."),
    WhyNot.TIME_NOT_READABLE: N_("Diese Zeit verstehen wir nicht. Sie sieht so aus: 2027-02-03T18:00."),
    WhyNot.ALREADY_OPEN: N_("Diese Abstimmung ist schon eröffnet."),
    WhyNot.OPENS_ONLY_ONCE: N_(
        "Eine geschlossene Abstimmung geht nicht wieder auf. Wenn nötig, braucht es eine neue Abstimmung."
    ),
    WhyNot.CLOSING_TIME_PASSED: N_("Das geplante Ende ist schon vorbei. Es braucht eine neue Abstimmung."),
    WhyNot.NOBODY_ON_THE_ROLL: N_("Hier darf noch niemand abstimmen. Das Jugendbüro vergibt zuerst Sitze oder Karten."),
    WhyNot.TOO_FEW_FOR_SECRECY: N_(
        "Geheim abstimmen geht erst ab drei Menschen. Bei weniger wüsste jeder, was die anderen gewählt haben."
    ),
    WhyNot.COUNTDOWN_TOO_LONG: N_("Der Countdown geht von 0 Sekunden bis zu 10 Minuten."),
    WhyNot.TOO_FEW_ON_PAPER: N_(
        "So wüsste man, wer was gewählt hat. Mindestens drei stimmen auf Papier ab und mindestens drei am Handy, "
        "oder alle gleich. Gebt mehr Zettel aus, oder nehmt welche zurück."
    ),
    WhyNot.PAPER_WAITS: N_("Erst tragen zwei Menschen die Zettel aus Papier ein. Dann wird ausgezählt."),
    WhyNot.NOT_CLOSING: N_("Gerade läuft kein Countdown. Die Abstimmung bleibt, wie sie ist."),
    WhyNot.STILL_OPEN: N_("Die Abstimmung läuft noch. Ausgezählt wird, wenn sie geschlossen ist."),
    WhyNot.BOX_DIFFERS_FROM_TURNOUT: N_(
        "In der Urne liegen nicht so viele Stimmzettel, wie Menschen abgestimmt haben. Darum wird nicht ausgezählt. "
        "Sagt dem Jugendbüro Bescheid: Diese Abstimmung muss aufgehoben und wiederholt werden."
    ),
    WhyNot.BOX_DOES_NOT_OPEN: N_(
        "Die Urne lässt sich nicht öffnen. Darum wird nicht ausgezählt. "
        "Sagt dem Jugendbüro Bescheid: Diese Abstimmung muss aufgehoben und wiederholt werden."
    ),
    WhyNot.NOT_COUNTED_YET: N_("Es gibt noch kein Ergebnis. Zuerst wird geschlossen und ausgezählt."),
    WhyNot.ALREADY_PUBLISHED: N_("Das Ergebnis ist schon veröffentlicht."),
    WhyNot.REASON_MISSING: N_("Der Grund fehlt. Alle sollen lesen können, warum diese Abstimmung nicht zählt."),
    WhyNot.REASON_TOO_LONG: N_("Der Grund ist zu lang. Höchstens 500 Zeichen."),
    WhyNot.ALREADY_VOID: N_("Diese Abstimmung ist schon aufgehoben."),
    WhyNot.FOLLOWED_BY_ANOTHER: N_(
        "Nach diesem Gleichstand gibt es schon eine weitere Abstimmung. Zuerst muss diese aufgehoben werden."
    ),
    WhyNot.ONLY_THE_OFFICE_VOIDS: N_(
        "Hier ist ein Gleichstand geklärt. Aufheben kann das nur noch das Jugendbüro. Sagt dort, warum."
    ),
}

tell(SENTENCES)

# What the guard sees in a chair's words.
LOOKS_LIKE = {
    "phone": N_("eine Telefonnummer"),
    "address": N_("eine Adresse"),
    "handle": N_("ein Name in einer App"),
    "link": N_("ein Link"),
    "e_mail": N_("eine E-Mail-Adresse"),
    "shouting": N_("lauter Großbuchstaben"),
    "insult": N_("ein Wort, das verletzt"),
    "worry": N_("große Sorgen um jemanden. Hilfe gibt es sofort unter 116 111"),
}


def flagged_sentence(codes: Sequence[str]) -> str:
    """Why these words cannot stand there; "" where nothing speaks against them."""
    seen = ", ".join(_(LOOKS_LIKE[code]) for code in codes if code in LOOKS_LIKE)
    said = _(
        "Hier steht vielleicht {seen}. Das lesen sofort alle. Schreib es anders, "
        "oder bitte das Jugendbüro: Es darf das so schreiben."
    )
    return said.format(seen=seen) if seen else ""
