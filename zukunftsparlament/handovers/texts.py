"""Hand-overs and answers in German sentences."""

from datetime import date

from zukunftsparlament.handovers import refusals  # noqa: F401  the sentences of the refusals are told with these texts
from zukunftsparlament.handovers.rules import AnswerKind, Clock, ClockState
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.dates import day
from zukunftsparlament.kernel.pages import add_filter
from zukunftsparlament.kernel.texts import N_, _, ngettext

ANSWERS: dict[str, str] = {
    AnswerKind.YES.value: N_("Ja"),
    AnswerKind.DIFFERENTLY.value: N_("Ja, aber anders"),
    AnswerKind.LATER.value: N_("Später"),
    AnswerKind.NO.value: N_("Nein, weil …"),
}


STATES: dict[str, str] = {
    "offen": N_("wartet auf Antwort"),
    "ueberfaellig": N_("Antwort ist zu spät"),
    "beantwortet": N_("beantwortet, noch nicht erledigt"),
    "erledigt": N_("erledigt"),
}


def answer_word(answer: str) -> str:
    return _(ANSWERS[answer])


def clock_sentence(clock: Clock, answer_by: date) -> str:
    """For everybody. Whose answer it is stands beside it."""
    if clock.state is ClockState.ANSWERED:
        late = ngettext("Sie kam {n} Tag zu spät.", "Sie kam {n} Tage zu spät.", clock.days).format(n=clock.days)
        return _("Die Antwort ist da.") + (f" {late}" if clock.days else "")
    if clock.state is ClockState.OVERDUE:
        waited = ngettext("Seit {n} Tag warten wir.", "Seit {n} Tagen warten wir.", clock.days).format(n=clock.days)
        return _("Die Antwort sollte bis {day} kommen.").format(day=day(answer_by)) + " " + waited
    if clock.days == 0:
        return _("Heute ist der letzte Tag für die Antwort.")
    left = ngettext("Noch {n} Tag.", "Noch {n} Tage.", clock.days).format(n=clock.days)
    return _("Die Antwort soll bis {day} kommen.").format(day=day(answer_by)) + " " + left


def clock_word(clock: Clock) -> str:
    """For the office's table, where the day stands in a column of its own."""
    if clock.state is ClockState.ANSWERED:
        return _("beantwortet")
    if clock.state is ClockState.OVERDUE:
        return ngettext("überfällig seit {n} Tag", "überfällig seit {n} Tagen", clock.days).format(n=clock.days)
    if clock.days == 0:
        return _("heute fällig")
    return ngettext("noch {n} Tag", "noch {n} Tage", clock.days).format(n=clock.days)


def next_sentence(next_date: date | None) -> str:
    """What comes after the answer; none where an old answer names no day."""
    if next_date is None:
        return ""
    shape = _("Weiter geht es am {day}.") if next_date >= today() else _("Weitergehen sollte es am {day}.")
    return shape.format(day=day(next_date))


def changed_sentence(earlier: str, newest: str, after: date) -> str:
    """Such as "Geändert am 3. Mai 2027: von „Später“ auf „Ja“." """
    if earlier == newest:
        return _("Am {day} neu begründet.").format(day=day(after))
    shape = _("Geändert am {day}: von „{before}“ auf „{after}“.")
    return shape.format(day=day(after), before=answer_word(earlier), after=answer_word(newest))


for name, words in {
    "answer_word": answer_word,
    "changed_sentence": changed_sentence,
    "clock_sentence": clock_sentence,
    "clock_word": clock_word,
    "next_sentence": next_sentence,
}.items():
    add_filter(name, words)  # type: ignore[arg-type]
