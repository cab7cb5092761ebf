"""Saying no to a hand-over or an answer: a sentence for every reason."""

from enum import Enum
from typing import NoReturn

from zukunftsparlament.handovers.rules import (
    AGAINST_THE_ACT,
    LONGEST_CHANGE,
    LONGEST_LETTER,
    LONGEST_REASON,
    Problems,
    WhyNot,
)
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence, tell
from zukunftsparlament.kernel.texts import N_

REFUSALS: dict[Enum, str] = {
    WhyNot.NO_POLLS: N_("Wählen Sie mindestens eine Abstimmung aus."),
    WhyNot.POLL_UNKNOWN: N_("Eine der Abstimmungen gibt es nicht. Bitte wählen Sie neu aus."),
    WhyNot.BODY_UNKNOWN: N_("Wählen Sie aus, an wen die Ergebnisse gehen."),
    WhyNot.ANSWER_BY_MISSING: N_("Geben Sie den Tag an, bis zu dem geantwortet wird, zum Beispiel 03.05.2027."),
    WhyNot.ANSWER_BY_NOT_AHEAD: N_("Der Tag für die Antwort muss nach heute liegen."),
    WhyNot.ANSWER_BY_TOO_FAR: N_("Der Tag für die Antwort darf höchstens zwei Jahre entfernt sein."),
    WhyNot.NOT_PUBLISHED: N_("Eine der Abstimmungen ist noch nicht ausgezählt und veröffentlicht."),
    WhyNot.NOT_DECIDED: N_(
        "Eine der Abstimmungen hat noch kein Ende: Nach dem Gleichstand ist nichts entschieden, oder das letzte Ja "
        "oder Nein fehlt."
    ),
    WhyNot.HANDED_OVER_ALREADY: N_("Eine der Abstimmungen wurde dieser Stelle schon übergeben."),
    WhyNot.CHANGED_SINCE_PREVIEW: N_(
        "Seit der Vorschau hat sich etwas geändert. Bitte lesen Sie noch einmal, was übergeben wird."
    ),
    WhyNot.ANSWER_UNKNOWN: N_("Wählen Sie eine der vier Antworten aus."),
    WhyNot.REASON_MISSING: N_("Ohne Begründung geht es nicht: Die jungen Menschen wollen wissen, warum."),
    WhyNot.REASON_TOO_LONG: N_("Die Begründung darf höchstens {limit} Zeichen lang sein."),
    WhyNot.NEXT_DATE_MISSING: N_("Geben Sie den Tag an, an dem es weitergeht, zum Beispiel 03.05.2027."),
    WhyNot.NEXT_DATE_PAST: N_("Der nächste Termin darf nicht in der Vergangenheit liegen."),
    WhyNot.NEXT_DATE_TOO_FAR: N_("Der nächste Termin darf höchstens fünf Jahre entfernt sein."),
    WhyNot.LETTER_TOO_LONG: N_("Das Anschreiben darf höchstens {limit} Zeichen lang sein."),
    WhyNot.WHAT_CHANGED_MISSING: N_(
        "Schreiben Sie, was sich geändert hat. Die Stelle hat die alte Fassung schon gelesen."
    ),
    WhyNot.WHAT_CHANGED_TOO_LONG: N_("Was sich geändert hat, darf höchstens {limit} Zeichen lang sein."),
    WhyNot.NO_CHANGE: N_("Es hat sich nichts geändert: Die neue Fassung wäre dieselbe."),
    WhyNot.REPLACED_MEANWHILE: N_("Inzwischen gibt es schon eine neuere Fassung. Bitte lesen Sie zuerst diese."),
    WhyNot.NOT_ANSWERED: N_("Erledigt sein kann nur, worauf es eine Antwort gibt. Tragen Sie zuerst die Antwort ein."),
    WhyNot.VOID: N_("Diese Abstimmung wurde aufgehoben. Sie zählt nicht."),
    WhyNot.DONE_ON_MISSING: N_("Geben Sie den Tag an, seit dem es erledigt ist, zum Beispiel 03.05.2027."),
    WhyNot.DONE_ON_AHEAD: N_("Der Tag darf nicht in der Zukunft liegen."),
    WhyNot.DONE_ON_TOO_EARLY: N_("Der Tag liegt vor der Übergabe."),
    WhyNot.WORDS_MISSING: N_("Schreiben Sie einen Satz, was es jetzt gibt."),
    WhyNot.WORDS_TOO_LONG: N_("Der Text darf höchstens {limit} Zeichen lang sein."),
    WhyNot.NOTHING_OWED: N_("Hier ist gerade nichts fällig."),
}
LIMITS = {WhyNot.LETTER_TOO_LONG: LONGEST_LETTER, WhyNot.WHAT_CHANGED_TOO_LONG: LONGEST_CHANGE}
tell(REFUSALS)


def said(problems: Problems) -> dict[str, str]:
    """A sentence for each field."""
    return {
        field: sentence(why_not).replace("{limit}", str(LIMITS.get(why_not, LONGEST_REASON)))
        for field, why_not in problems.items()
    }


def refuse(problems: Problems) -> NoReturn:
    """All problems that can be mended at once, before the first that cannot."""
    mendable = {field: why_not for field, why_not in problems.items() if why_not not in AGAINST_THE_ACT}
    if mendable:
        raise Wrong(said(problems))
    raise Refused(next(iter(problems.values())))
