"""What happened to a proposal that somebody follows, in one line for each day."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from zukunftsparlament.kernel.dates import day
from zukunftsparlament.kernel.texts import N_, _, apart
from zukunftsparlament.proposals.rules import day_in

# kind of step: (sign, sentence that stands behind the title).
STEPS: Mapping[str, tuple[str, str]] = {
    "ripe": ("star", N_("Genug andere wollen das auch. Es ist reif für eine Sitzung.")),
    "straw_poll": ("hand", N_("Jetzt gibt es ein Stimmungsbild dazu.")),
    "straw_poll_counted": ("hand", N_("Das Stimmungsbild ist ausgezählt.")),
    "on_agenda": ("calendar", N_("Es steht auf der Tagesordnung einer Sitzung: {on}.")),
    "off_agenda": ("calendar", N_("Es steht nicht mehr auf der Tagesordnung am {on}.")),
    "in_vote": ("vote", N_("Jetzt wird darüber abgestimmt.")),
    "not_quorate": ("users-round", N_("Es waren zu wenige da, die Abstimmung gilt nicht.")),
    "point_decided": ("vote", N_("Ein Punkt daraus ist entschieden.")),
    "alternative_chosen": ("hand", N_("Die Auswahl ist getroffen.")),
    "poll_void": ("circle-slash", N_("Die Abstimmung ist ungültig.")),
    "accepted": ("circle-check", N_("Angenommen!")),
    "rejected": ("octagon-x", N_("Abgelehnt.")),
    "tied": ("scale", N_("Gleichstand bei der Abstimmung.")),
    "handed_over": ("send", N_("Jetzt ist es bei den Erwachsenen: {body}. {until}")),
    "answered": ("message-square-reply", N_("Es gibt eine Antwort: {answer}.")),
    "done": ("party-popper", N_("Es ist erledigt.")),
    "withdrawn": ("undo-2", N_("Es wurde zurückgezogen.")),
    "merged": ("merge", N_("Es ist jetzt mit Vorschlag {into} zusammengelegt.")),
    "merged_in": ("merge", N_("Vorschlag {source} ist dazugekommen.")),
    "not_taken_up": ("circle-slash", N_("Es wird nicht aufgenommen. Warum, steht auf der Seite.")),
    "taken_up_again": ("undo-2", N_("Es ist doch wieder dabei.")),
    "edited": ("pencil", N_("Es gibt eine neue Fassung.")),
}
UNKNOWN = ("bell", N_("Es ist etwas passiert."))
ANSWERS = {
    "yes": N_("Ja"),
    "differently": N_("Ja, aber anders"),
    "later": N_("Später"),
    "no": N_("Nein, mit einem Grund"),
}


def steps_sign(facts: Mapping[str, Any]) -> str:
    """That of the newest step."""
    steps = facts.get("steps") or [{}]
    return STEPS.get(str(steps[-1].get("kind")), UNKNOWN)[0]


def steps_sentence(facts: Mapping[str, Any]) -> str:
    steps = [_step(step) for step in facts.get("steps") or [{}]]
    return f"„{apart(str(facts.get('title') or ''))}“: {' '.join(steps)}"


def _step(facts: Mapping[str, Any]) -> str:
    until = day_in(facts.get("answer_by"))
    words = {
        **facts,
        "answer": _(ANSWERS[facts["answer"]]) if facts.get("answer") in ANSWERS else "",
        "on": day(held) if (held := day_in(facts.get("day"))) else "",
        "until": _("Antwort bis {day}.").format(day=day(until)) if until else "",
    }
    return _(STEPS.get(str(facts.get("kind")), UNKNOWN)[1]).format_map(defaultdict(str, words)).strip()
