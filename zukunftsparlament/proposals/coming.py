"""What comes next for a proposal, in words."""

from dataclasses import dataclass
from datetime import date

from zukunftsparlament.kernel.texts import N_, _, ngettext
from zukunftsparlament.proposals.rules import Ahead, Next, Who

AHEAD = {
    Next.RELEASE: N_("Dein Vorschlag wird gelesen"),
    Next.BACKINGS: N_("Unterstützung sammeln"),
    Next.AGENDA: N_("Abstimmung im Zukunftsparlament"),
    Next.COUNT: N_("Auszählen"),
    Next.TIE_BREAK: N_("Klären, wie es nach dem Gleichstand weitergeht"),
    Next.HAND_OVER: N_("Übergabe an die Erwachsenen"),
    Next.ANSWER: N_("Antwort"),
    Next.CARRY_OUT: N_("Umsetzen"),
}
HAS_IT = {
    Who.EVERYBODY: N_("Jetzt seid ihr dran."),
    Who.CHAIRS: N_("Jetzt sind die Vorsitzenden dran."),
    Who.OFFICE: N_("Jetzt ist das Jugendbüro dran."),
}


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes next and who has it."""

    title: str
    who: str
    by: date | None
    is_overdue: bool
    is_promise: bool  # somebody owes an answer, or has promised to do it


def coming(ahead: Ahead, *, backings: int, needed: int | None) -> Coming | None:
    """None when nothing comes any more."""
    if ahead.what is Next.NOTHING:
        return None
    title = _(AHEAD[ahead.what])
    if ahead.what is Next.BACKINGS and needed is not None:
        missing = max(needed - backings, 1)
        title = ngettext(
            "Noch {n} Unterstützung, dann kommt der Vorschlag in eine Sitzung.",
            "Noch {n} Unterstützungen, dann kommt der Vorschlag in eine Sitzung.",
            missing,
        ).format(n=missing)
    who = ahead.body if ahead.who is Who.BODY else _(HAS_IT[ahead.who])
    if ahead.who is Who.BODY and ahead.body:
        who = _("Jetzt ist dran: {body}.").format(body=ahead.body)
    return Coming(title, who, ahead.by, ahead.is_overdue, ahead.what in (Next.ANSWER, Next.CARRY_OUT))
