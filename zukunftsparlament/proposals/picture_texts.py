"""What is said about pictures."""

from zukunftsparlament.kernel.pages import add_filter
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.proposals.rules.pictures import ALT, NotTakenBecause, PictureChange
from zukunftsparlament.proposals.rules.writing import Problem
from zukunftsparlament.proposals.texts import TOO_LONG

NO_ALT = N_("Schreib auf, was auf dem Bild ist: für alle, die es nicht sehen können.")
CHOOSE_AGAIN = N_("Dein Bild ist noch nicht dabei. Such es bitte noch einmal aus.")
CHANGES = {
    PictureChange.ADDED: N_("Ein Bild ist dazugekommen."),
    PictureChange.REPLACED: N_("Das Bild wurde geändert. Das alte Bild ist gelöscht."),
    PictureChange.GONE: N_("Das Bild wurde entfernt."),
    PictureChange.DESCRIBED: N_("Was auf dem Bild ist, steht neu dabei."),
}
NOT_TAKEN = {
    NotTakenBecause.EMPTY: N_("In dieser Datei ist nichts. Such ein anderes Bild aus."),
    NotTakenBecause.TOO_HEAVY: N_("Das Bild ist zu groß. Es darf höchstens 12 Megabyte haben."),
    NotTakenBecause.TOO_LARGE: N_("Das Bild hat zu viele Bildpunkte. Mach es kleiner, oder nimm ein anderes."),
    NotTakenBecause.NOT_A_PICTURE: N_("Diese Datei können wir nicht zeigen. Es geht mit JPEG, PNG, WebP und HEIC."),
    NotTakenBecause.BROKEN: N_("Dieses Bild ist kaputt. Versuch es noch einmal, oder nimm ein anderes."),
}


def not_taken_sentence(why: str) -> str:
    return _(NOT_TAKEN[NotTakenBecause(why)])


def alt_sentence(problem: Problem, alt: str) -> str:
    if problem is Problem.TOO_LONG:
        return _(TOO_LONG).format(typed=len(alt), limit=ALT)
    return _(NO_ALT)


def picture_change(change: str) -> str:
    return _(CHANGES[PictureChange(change)])


add_filter("picture_change", picture_change)
