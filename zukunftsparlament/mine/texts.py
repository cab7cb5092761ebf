"""What somebody is told, in sentences. A kind of message without a sentence here would say nothing: a test looks."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from zukunftsparlament.kernel.dates import day_and_time
from zukunftsparlament.kernel.pages import add_filter
from zukunftsparlament.kernel.texts import N_, _, apart
from zukunftsparlament.mine.way_texts import steps_sentence, steps_sign
from zukunftsparlament.people.messages import Message
from zukunftsparlament.proposals import timeline
from zukunftsparlament.proposals.coming import Coming, coming
from zukunftsparlament.proposals.queries.mine import Mine
from zukunftsparlament.proposals.rules import next_step

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
    "objection_decided": ("undo-2", N_("Du warst nicht einverstanden. Zu „{title}“ ist jetzt entschieden: {outcome}")),
    "our_objection_decided": (
        "undo-2",
        N_("Jemand von euch war nicht einverstanden. Zu „{title}“ ist jetzt entschieden: {outcome}"),
    ),
    "report_reviewed": (
        "flag",
        N_("Zu deiner Meldung bei „{title}“ hat jemand noch einmal hingesehen: {outcome}"),
    ),
    "report_settled": ("flag", N_("Danke für deine Meldung zu „{title}“. Wir haben sie gelesen: {outcome}")),
    "proposal_ripe": (
        "star",
        N_("Stark! Genug andere wollen „{title}“ auch. Dein Vorschlag ist reif für eine Sitzung."),
    ),
    "key_card": (
        "key-round",
        N_("Eine Abstimmung bekommt zwei Schlüssel. Eine Schlüsselkarte ist für den Vorsitz: Hol sie dir."),
    ),
    "way": ("bell", N_("„{title}“")),  # mine/way_texts.py
    "backed_edited": (
        "pencil",
        N_(
            "„{title}“, das du unterstützt, hat sich geändert. "
            "Willst du es so nicht mehr? Dann nimm „Will ich auch“ zurück."
        ),
    ),
    "co_author_edited": (
        "pencil",
        N_("Euer Vorschlag „{title}“ hat eine neue Fassung. Jemand von euch hat sie geschrieben."),
    ),
    "edit_released": ("pencil", N_("Deine Änderung an „{title}“ ist da. Alle können sie lesen.")),
    "edit_asked_back": (
        "circle-question-mark",
        N_("Zu deiner Änderung an „{title}“ gibt es eine Frage. Schreib sie um und reich sie noch einmal ein."),
    ),
    "edit_declined": (
        "octagon-x",
        N_("Deine Änderung an „{title}“ wird nicht veröffentlicht. Der alte Text bleibt stehen. Der Grund:"),
    ),
    "co_author_joined": ("users-round", N_("Bei „{title}“ macht jetzt jemand mit. Ihr schreibt zusammen.")),
    "co_author_left": ("users-round", N_("Bei „{title}“ macht jemand nicht mehr mit.")),
    "merging_asked": (
        "merge",
        N_("„{title}“ und Vorschlag {other} gehören vielleicht zusammen. Willst du sie zusammenlegen?"),
    ),
    "merging_refused": ("merge", N_("„{title}“ und Vorschlag {other} bleiben getrennt. Jemand wollte es nicht.")),
    "merged_backing": (
        "merge",
        N_("„{title}“, das du unterstützt, ist jetzt Teil von Vorschlag {other}. Unterstützt du das auch dort?"),
    ),
    "merged_both": ("merge", N_("„{title}“, das du unterstützt, ist jetzt Teil von Vorschlag {other}.")),
    "written_down": (
        "pencil",
        N_("Das Jugendbüro hat deinen Zettel abgeschrieben: „{title}“. Lies ihn, ändere ihn, und reich ihn ein."),
    ),
    "question_released": ("inbox", N_("Deine Frage aus der Sitzung können jetzt alle lesen. Die Antwort kommt noch.")),
    "question_declined": ("octagon-x", N_("Deine Frage aus der Sitzung wird nicht veröffentlicht. Der Grund:")),
    "question_answered": ("inbox", N_("Deine Frage aus der Sitzung hat eine Antwort.")),
    "name_released": ("user-round", N_("Du heißt hier jetzt „{name}“.")),
    "name_refused": ("user-round", N_("Den Namen „{name}“ kannst du hier nicht haben. Der Grund:")),
    "name_taken": ("user-round", N_("Den Namen „{name}“ hat inzwischen jemand anders. Such dir einen neuen aus.")),
    "sitting_invited": ("calendar", N_("Du bist eingeladen: Das Parlament trifft sich am {when} ({place}).")),
    "sitting_moved": ("calendar", N_("Die Sitzung ist jetzt am {when} ({place}). Schau nach, ob du dann kannst.")),
    "sitting_cancelled": ("calendar", N_("Die Sitzung am {when} fällt aus. Der Grund:")),
    "minutes_wait": (
        "file-text",
        N_("Das Protokoll von Sitzung {number} wartet auf dich. Lies es durch und bestätige es."),
    ),
    "card_replaced": (
        "id-card",
        N_("Du hast eine neue Karte. Die alte gilt nicht mehr. Warst du das nicht? Dann geh ins Jugendbüro."),
    ),
}
UNKNOWN = ("bell", N_("Es gibt etwas Neues: „{title}“"))

OUTCOMES = {
    "removed": N_("Es ist entfernt."),
    "kept": N_("Es bleibt stehen, weil es gegen keine Regel verstößt."),
    "upheld": N_("Es bleibt entfernt."),
    "restored": N_("Es steht wieder da."),
}
WAYS = {
    "draft": N_("Noch nicht fertig. Du kannst weiterschreiben."),
    "held": N_("Wird gerade gelesen. Bis dahin siehst nur du das."),
    "asked": N_("Es gibt eine Frage dazu:"),
    "declined": N_("Wird nicht veröffentlicht. Der Grund:"),
    "removed": N_("Entfernt. Der Grund:"),
    "public": N_("Alle können es lesen."),
}


def message_sign(message: Message) -> str:
    return steps_sign(message.facts) if message.kind == "way" else SENTENCES.get(message.kind, UNKNOWN)[0]


def message_sentence(kind: str, facts: Mapping[str, Any]) -> str:
    if kind == "way":
        return steps_sentence(facts)
    words = {
        **facts,
        "title": apart(str(facts.get("title") or "")),
        "name": apart(str(facts.get("name") or "")),
        "place": apart(str(facts.get("place") or "")),
        "when": _when(facts.get("starts")),
        "outcome": _(OUTCOMES.get(str(facts.get("outcome")), "")) if facts.get("outcome") in OUTCOMES else "",
    }
    return _(SENTENCES.get(kind, UNKNOWN)[1]).format_map(defaultdict(str, words)).strip()


def _when(starts: object) -> str:
    return day_and_time(datetime.fromisoformat(str(starts))) if starts else ""


def way_sentence(way: str) -> str:
    return _(WAYS[way])


def what_comes(proposal: Mine, *, today: date) -> Coming | None:
    """What happens next with a public proposal, and who has it. How many backings are missing its page says."""
    return coming(next_step(proposal.stage, proposal.facts, today=today), backings=proposal.backings, needed=None)


def answer_word(code: str) -> str:
    """Above the answer's own words; those of `way_texts` stand in a sentence."""
    return _(timeline.ANSWERS[code][1])


add_filter("message_sign", message_sign)
add_filter("way_sentence", way_sentence)
add_filter("mine_answer", answer_word)
