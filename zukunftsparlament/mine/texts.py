"""What somebody is told, in sentences. A kind of message without a sentence here would say nothing: a test looks."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from zukunftsparlament.kernel.dates import day
from zukunftsparlament.kernel.pages import add_filter
from zukunftsparlament.kernel.texts import N_, _, apart
from zukunftsparlament.proposals import timeline
from zukunftsparlament.proposals.queries.mine import Mine
from zukunftsparlament.proposals.rules import day_in, next_step
from zukunftsparlament.proposals.timeline import Coming, coming

# kind: (sign, sentence). {title} is that of the proposal.
SENTENCES: Mapping[str, tuple[str, str]] = {
    "proposal_released": (
        "lightbulb",
        N_("Dein Vorschlag „{title}“ ist da! Jetzt können ihn alle lesen und unterstützen."),
    ),
    "comment_released": ("messages-square", N_("Dein Beitrag zu „{title}“ ist da. Alle können ihn lesen.")),
    "asked_back": (
        "circle-question-mark",
        N_("Zu deinem Vorschlag „{title}“ gibt es eine Frage. Ändere ihn und reich ihn noch einmal ein."),
    ),
    "comment_asked_back": (
        "circle-question-mark",
        N_("Zu deinem Beitrag bei „{title}“ gibt es eine Frage. Ändere ihn und schick ihn noch einmal ab."),
    ),
    "declined": ("octagon-x", N_("Dein Vorschlag „{title}“ wird nicht veröffentlicht. Der Grund:")),
    "comment_declined": ("octagon-x", N_("Dein Beitrag zu „{title}“ wird nicht veröffentlicht. Der Grund:")),
    "removed": ("trash-2", N_("Etwas von dir zu „{title}“ wurde entfernt. Der Grund:")),
    "report_settled": ("flag", N_("Danke für deine Meldung zu „{title}“. Wir haben sie gelesen: {outcome}")),
    "proposal_ripe": (
        "star",
        N_("Stark! Genug andere wollen „{title}“ auch. Dein Vorschlag ist reif für eine Sitzung."),
    ),
    "handed_over": ("send", N_("„{title}“ ist jetzt bei den Erwachsenen: {body}. {until}")),
    "answered": ("message-square-reply", N_("Zu „{title}“ gibt es eine Antwort: {answer}.")),
    "card_replaced": (
        "id-card",
        N_("Du hast eine neue Karte. Die alte gilt nicht mehr. Warst du das nicht? Dann geh ins Jugendbüro."),
    ),
}
UNKNOWN = ("bell", N_("Es gibt etwas Neues: „{title}“"))

OUTCOMES = {"removed": N_("Es ist entfernt."), "kept": N_("Es bleibt stehen, weil es gegen keine Regel verstößt.")}
ANSWERS = {
    "yes": N_("Ja"),
    "differently": N_("Ja, aber anders"),
    "later": N_("Später"),
    "no": N_("Nein, mit einem Grund"),
}
WAYS = {
    "draft": N_("Noch nicht fertig. Du kannst weiterschreiben."),
    "held": N_("Wird gerade gelesen. Bis dahin siehst nur du das."),
    "asked": N_("Es gibt eine Frage dazu:"),
    "declined": N_("Wird nicht veröffentlicht. Der Grund:"),
    "removed": N_("Entfernt. Der Grund:"),
    "public": N_("Alle können es lesen."),
}


def message_sign(kind: str) -> str:
    return SENTENCES.get(kind, UNKNOWN)[0]


def message_sentence(kind: str, facts: Mapping[str, Any]) -> str:
    until = day_in(facts.get("answer_by"))
    words = {
        **facts,
        "title": apart(str(facts.get("title") or "")),
        "outcome": _(OUTCOMES.get(str(facts.get("outcome")), "")) if facts.get("outcome") in OUTCOMES else "",
        "answer": _(ANSWERS[facts["answer"]]) if facts.get("answer") in ANSWERS else "",
        "until": _("Antwort bis {day}.").format(day=day(until)) if until else "",
    }
    return _(SENTENCES.get(kind, UNKNOWN)[1]).format_map(defaultdict(str, words)).strip()


def way_sentence(way: str) -> str:
    return _(WAYS[way])


def what_comes(proposal: Mine, *, today: date) -> Coming | None:
    """What happens next with a public proposal, and who has it. How many backings are missing its page says."""
    return coming(next_step(proposal.stage, proposal.facts, today=today), backings=proposal.backings, needed=None)


def answer_word(code: str) -> str:
    """Above the answer's own words; ANSWERS stand in a sentence."""
    return _(timeline.ANSWERS[code][1])


add_filter("message_sign", message_sign)
add_filter("way_sentence", way_sentence)
add_filter("mine_answer", answer_word)
