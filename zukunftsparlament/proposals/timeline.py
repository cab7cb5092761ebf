"""The timeline: each step in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from zukunftsparlament.kernel.dates import day
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.proposals.queries.pages import Step
from zukunftsparlament.proposals.rules import GOES_BACK, day_in, is_stage
from zukunftsparlament.proposals.stages import STAGES
from zukunftsparlament.proposals.texts import withdrawal_sentence

# What happened. Most steps are named like the stage that they lead to; these are not.
SAID = STAGES | {
    "public": ("lightbulb", N_("Veröffentlicht")),
    "straw_poll": ("hand", N_("Stimmungsbild")),
    "straw_poll_counted": ("hand", N_("Stimmungsbild ausgezählt")),
    "on_agenda": ("calendar", N_("Auf der Tagesordnung")),
    "off_agenda": ("calendar", N_("Nicht mehr auf der Tagesordnung")),
    "in_vote": ("vote", N_("Abstimmung")),
    "after_tie": ("scale", N_("Nach dem Gleichstand")),
    "not_quorate": ("users-round", N_("Nicht beschlussfähig")),
    "point_decided": ("vote", N_("Ein Punkt ist entschieden")),
    "alternative_chosen": ("hand", N_("Auswahl getroffen")),
    "poll_void": ("circle-slash", N_("Abstimmung ungültig")),
    "handed_over": ("send", N_("Übergeben")),
    "edited": ("pencil", N_("Geändert")),
    "merged_in": ("merge", N_("Ein Vorschlag ist dazugekommen")),
    "in_minutes": ("file-text", N_("Im Protokoll")),
    "taken_up_again": ("undo-2", N_("Doch aufgenommen")),
}
WAYS_ON = (
    ("poll", "/abstimmungen/{n}", N_("Zur Abstimmung")),
    ("sitting", "/sitzungen/{n}", N_("Zur Sitzung")),
    ("into", "/vorschlaege/{n}", N_("Weiter bei Vorschlag {n}")),
    ("source", "/vorschlaege/{n}", N_("Das war Vorschlag {n}")),
    ("minutes_of", "/sitzungen/{n}/protokoll", N_("Protokoll der Sitzung {n}")),
    ("versions_of", "/vorschlaege/{n}/fassungen", N_("Was ist anders?")),
)
ANSWERS = {
    "yes": ("circle-check", N_("Ja")),
    "differently": ("wrench", N_("Ja, aber anders")),
    "later": ("hourglass", N_("Später")),
    "no": ("octagon-x", N_("Nein, weil …")),
}
AFTER_TIE = {
    "run_off": N_("Es wird noch einmal abgestimmt."),
    "ways": N_("Das Parlament stimmt ab, wie es weitergeht."),
    "lot": N_("Das Los soll entscheiden."),
    "drawn": N_("Das Los hat entschieden."),
    "share": N_("Es wird zu gleichen Teilen geteilt."),
    "chair": N_("Der Vorsitz hat entschieden."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One step in words. `text` may hold what somebody typed; `address` leads on, and `link` says where to."""

    kind: str
    sign: str
    title: str
    at: datetime
    text: str = ""
    address: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply of a body to the decision on this proposal."""

    code: str
    sign: str
    word: str
    body: str
    reason: str
    at: datetime
    next_date: date | None


def lines(steps: Sequence[Step]) -> list[Line]:
    """A stage that comes back (after a void poll, say) is not told again: there the proposal was before."""
    told: list[Line] = []
    before = ""
    for step in steps:
        sign, title = SAID.get(step.kind, ("circle-dashed", step.kind))
        if not (before in GOES_BACK and is_stage(step.kind)):
            told.append(Line(step.kind, sign, _(title), step.at, _text(step), *_way_on(step)))
        before = step.kind
    return told


def _text(step: Step) -> str:
    facts = step.facts
    match step.kind:
        case "handed_over":
            by = day_in(facts.get("answer_by"))
            until = " " + _("Antwort bis {day}.").format(day=day(by)) if by else ""
            return _("An: {body}.").format(body=facts.get("body") or _("die Erwachsenen")) + until
        case "on_agenda" | "off_agenda" if held := day_in(facts.get("day")):
            said = _("Sitzung am {day}.").format(day=day(held))
            return f"{said} {facts.get('reason') or ''}".strip()
        case "answered":
            return _(ANSWERS[facts["answer"]][1]) if facts.get("answer") in ANSWERS else ""
        case "point_decided":
            word = _(SAID[facts["outcome"]][1]) if facts.get("outcome") in SAID else ""
            return _("Punkt {n}: {word}").format(n=facts.get("point"), word=word)
        case "in_minutes":
            return _("Beschluss {n} der Sitzung").format(n=facts.get("decision"))
        case "alternative_chosen":
            return _("Jetzt fehlt noch die Schlussabstimmung: Ja oder Nein.")
        case "after_tie":
            return _(AFTER_TIE[facts["way"]]) if facts.get("way") in AFTER_TIE else ""
        case "withdrawn":
            return withdrawal_sentence(str(facts.get("reason") or ""))
        case "poll_void" | "not_taken_up" | "merged" | "done":
            return str(facts.get("reason") or "")
    return ""


def _way_on(step: Step) -> tuple[str, str]:
    """Address and words of the link that this step has, or two empty texts."""
    for fact, address, link in WAYS_ON:
        if isinstance(number := step.facts.get(fact), int):
            return address.format(n=number), _(link).format(n=number)
    return "", ""


def answers(steps: Sequence[Step]) -> list[Answer]:
    """Newest first."""
    found = []
    for step in reversed(steps):
        code = str(step.facts.get("answer"))
        if step.kind == "answered" and code in ANSWERS:
            sign, word = ANSWERS[code]
            body, reason = str(step.facts.get("body") or ""), str(step.facts.get("reason") or "")
            found.append(Answer(code, sign, _(word), body, reason, step.at, day_in(step.facts.get("next_date"))))
    return found
