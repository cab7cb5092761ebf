"""The sentences that those who lead read out. They speak to all in the room."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from zukunftsparlament.kernel.pages import add_filter
from zukunftsparlament.kernel.texts import N_, _, apart, ngettext
from zukunftsparlament.sittings.queries import Item, Lead
from zukunftsparlament.sittings.rules import End, Next
from zukunftsparlament.sittings.rules.saying import Say

SENTENCES: dict[Say, str] = {
    Say.COME_IN: N_("Willkommen! Tippt bitte auf „Ich bin da“. Dann fangen wir an."),
    Say.OPEN: N_("Ich eröffne die Sitzung. Wir sind {present} von {seats}. Das reicht zum Abstimmen."),
    Say.OPEN_NOT_QUORATE: N_("Ich eröffne die Sitzung. Wir sind {present} von {seats}. {missing}"),
    Say.BEGIN: N_("Wir kommen zu Punkt {number}: {title}."),
    Say.BEGIN_LAST: N_("Wir kommen zum letzten Punkt, Nummer {number}: {title}."),
    Say.BEGIN_CLOSED: N_("Punkt {number} ist nicht öffentlich. Wer keinen Sitz hat, geht bitte kurz hinaus."),
    Say.WELCOME: N_("Schön, dass ihr da seid! Wir begrüßen alle im Raum."),
    Say.LAST_MINUTES: N_("Habt ihr das letzte Protokoll gelesen? Stimmt darin etwas nicht?"),
    Say.CAME_OF_IT: N_("Wir schauen jetzt, was aus unseren Beschlüssen geworden ist."),
    Say.REPORT: N_("Jetzt hören wir einen Bericht. Danach dürft ihr fragen."),
    Say.QUESTIONS: N_("Jetzt dürft ihr fragen. Wer fragen will, meldet sich."),
    Say.TALK: N_("Wer möchte zu Punkt {number} etwas sagen? Meldet euch."),
    Say.TALK_BEFORE_VOTE: N_("Wer möchte zu Punkt {number} etwas sagen? Danach stimmen wir ab."),
    Say.TALK_NOT_QUORATE: N_("Wir reden über Punkt {number}. {missing}"),
    Say.ELECT: N_("Jetzt wählen wir. Die Wahl ist geheim: Niemand sieht, wen du wählst."),
    Say.ELECT_NOT_QUORATE: N_("Wir können gerade nicht wählen. {missing}"),
    Say.AFTER_VOTE: N_("Damit sind wir mit Punkt {number} fertig."),
    Say.AFTER_ELECTION: N_("Das Ergebnis der Wahl ist da. Danke an alle, die kandidiert haben!"),
    Say.TIED: N_("Es gibt einen Gleichstand. Jetzt klären wir, wie es weitergeht."),
    Say.LOT_LIES_READY: N_("Das Los liegt bereit. Mischt am Handy mit. Dann ruft jemand ein Wort."),
    Say.PARTS_DONE: N_("Damit sind wir mit Punkt {number} ganz fertig."),
    Say.VOTE: N_("Bitte stimmt jetzt alle ab."),
    Say.VOTE_BY_HANDS: N_("Jetzt zählen wir Hände. Ich lese jede Antwort vor. Meldet euch bei eurer."),
    Say.VOTE_SOON: N_("Gleich stimmen wir ab. Die Frage heißt: {question}"),
    Say.VOTE_CLOSES: N_("Gleich ist Schluss. Wer noch nicht abgestimmt hat: jetzt!"),
    Say.VOTE_COUNTS: N_("Die Abstimmung ist zu. Gleich kommt das Ergebnis."),
    Say.PAUSE: N_("Wir machen Pause. Um {until} Uhr geht es weiter."),
    Say.PAUSE_OVER: N_("Die Pause ist um. Wir machen weiter."),
    Say.CLOSE: N_("Alle Punkte sind fertig. Ich schließe die Sitzung. Danke, dass ihr da wart!"),
    Say.CLOSES_SOON: N_("Gleich ist die Sitzung zu Ende."),
    Say.ITEM_GOES: N_("Punkt {number} fällt gleich weg."),
    Say.CHAIRS_CHANGE: N_("Gleich wechselt der Vorsitz."),
    Say.CLOSED: N_("Die Sitzung ist zu Ende. Danke und bis zum nächsten Mal!"),
    Say.CANCELLED: N_("Diese Sitzung fällt aus."),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What stands in the sentences. `number`, `title`: of the item that it is about. `question`: what comes to the
    vote; `result`: what was just counted, in a sentence. `lets_in`: those who had to go out may come back."""

    present: int
    seats: int
    missing: int
    number: str = ""
    title: str = ""
    until: str = ""
    question: str = ""
    result: str = ""
    lets_in: bool = False


def spoken(say: Say, facts: Facts) -> str:
    said = _(SENTENCES[say]).format(
        present=facts.present,
        seats=facts.seats,
        missing=missing_sentence(facts.missing),
        number=facts.number,
        title=apart(facts.title),
        until=facts.until,
        question=apart(facts.question),
    )
    if say is Say.AFTER_VOTE and facts.result:
        return " ".join([_("Das ist das Ergebnis."), facts.result, said])
    return " ".join([_("Jetzt dürfen alle wieder herein."), said]) if facts.lets_in else said


def missing_sentence(missing: int) -> str:
    """Why there can be no vote just now."""
    said = ngettext("Zum Abstimmen fehlt noch {n}.", "Zum Abstimmen fehlen noch {n}.", missing)
    return said.format(n=missing)


STANDS: dict[Next, str] = {
    Next.OPEN: N_("Vor der Sitzung"),
    Next.BEGIN: N_("Als Nächstes"),
    Next.VOTE: N_("Jetzt dran: Punkt {number}"),
    Next.END: N_("Jetzt dran: Punkt {number}"),
    Next.WAIT: N_("Abstimmung zu Punkt {number}"),
    Next.RESUME: N_("Pause"),
    Next.STOP: N_("Das kann man danach nicht mehr ändern"),
    Next.CLOSE: N_("Zum Schluss"),
    Next.NOTHING: N_("Vorbei"),
}


def where_we_are(lead: Lead) -> str:
    """A few words above the sentence."""
    item = lead.next.item
    return _(STANDS[lead.next.kind]).format(number=item.number if item else "")


ENDS: dict[End, str] = {
    End.DONE: N_("fertig"),
    End.WITHDRAWN: N_("zurückgezogen"),
    End.ADJOURNED: N_("vertagt"),
    End.DROPPED: N_("abgesetzt"),
}


def end_word(end: End) -> str:
    return _(ENDS[end])


def planned_end(item: Item) -> datetime | None:
    if item.begun_at is None or item.minutes is None:
        return None
    return item.begun_at + timedelta(minutes=item.minutes)


add_filter("missing_sentence", missing_sentence)
add_filter("where_we_are", where_we_are)
add_filter("end_word", end_word)
add_filter("planned_end", planned_end)
