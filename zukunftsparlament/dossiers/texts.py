"""The words of a hand-over.

Not through gettext: a committee's paper is German whoever fetches it, and always the same bytes.
"""

from datetime import UTC, date, datetime

from zukunftsparlament.dossiers.shape import AnswerKind, Decision, Handover, Kind, Outcome, Secrecy, Settled
from zukunftsparlament.kernel.place import DEFAULT, whole

MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober"]
MONTHS += ["November", "Dezember"]

KINDS: dict[Kind, str] = {
    "yes_no_abstain": "Ja, Nein oder Enthaltung",
    "one_of": "eine Möglichkeit von mehreren",
    "up_to": "mehrere Möglichkeiten zugleich",
    "ranked": "Möglichkeiten in einer Reihenfolge",
    "budget": "Projekte für ein Budget",
}
TOPICS = {
    "schule": "Schule",
    "freizeit": "Freizeit",
    "verkehr": "Verkehr",
    "umwelt": "Umwelt",
    "sport": "Sport",
    "digital": "Digitales",
    "zusammenleben": "Zusammenleben",
    "sonstiges": "Sonstiges",
}
VOID = "Diese Abstimmung wurde nach der Übergabe aufgehoben. Sie zählt nicht."
NO_TOPIC = "Ohne Thema"
BOX_NOTE = "□ steht für ein Zeichen, das hier nicht geschrieben werden kann."
SECRECIES: dict[Secrecy, str] = {"open": "offen", "named": "namentlich", "secret": "geheim"}
CHOICES = {"yes": "Ja", "no": "Nein", "abstain": "Enthaltung"}
ANSWERS: dict[AnswerKind, str] = {
    "yes": "Ja",
    "differently": "Ja, aber anders",
    "later": "Später",
    "no": "Nein, weil …",
}
OUTCOMES: dict[Outcome, str] = {  # short, for tables
    "accepted": "angenommen",
    "rejected": "abgelehnt",
    "tied": "Gleichstand",
    "chosen": "gewählt",
    "not_quorate": "nicht beschlussfähig",
    "no_majority": "keine Mehrheit",
}
BINDING: dict[Outcome, str] = {
    "accepted": "Angenommen. Die nötige Mehrheit hat zugestimmt.",
    "rejected": "Abgelehnt. Die nötige Mehrheit hat gefehlt.",
    "tied": "Gleichstand. Es gibt noch kein Ergebnis.",
    "chosen": "Entschieden: {winner}",
    "not_quorate": "Nicht beschlussfähig: Es waren zu wenige dabei. Das Ergebnis gilt nicht.",
    "no_majority": "Keine Möglichkeit hat die nötige Mehrheit. Es ist nichts beschlossen.",
}
STRAW_POLL: dict[Outcome, str] = BINDING | {
    "accepted": "Die Mehrheit ist dafür.",
    "rejected": "Die Mehrheit ist nicht dafür.",
    "tied": "Gleichstand. Es gibt keine Mehrheit.",
    "chosen": "Am meisten gewünscht: {winner}",
    "not_quorate": "Es haben zu wenige abgestimmt.",
    "no_majority": "Keine Möglichkeit hat eine Mehrheit.",
}
AFTER_TIE: dict[Settled, str] = {"lot": "Das Los hat entschieden", "chair": "Der Vorsitz hat entschieden"}
AFTER_TIE |= {"run_off": "Eine weitere Abstimmung hat entschieden", "share": "Es wird geteilt"}
DECIDED: set[Outcome] = {"accepted", "rejected", "chosen"}


def from_whom(frozen: Handover) -> str:
    return whole(frozen.get("parliament", DEFAULT), frozen.get("municipality", ""))


def day(iso: str | None) -> str:
    """`2027-02-03` is `3. Februar 2027`. A text that is no date stays as it is: the export must not fail."""
    try:
        found: date = datetime.fromisoformat(iso or "")
    except ValueError:
        return iso or ""
    return f"{found.day}. {MONTHS[found.month - 1]} {found.year}"


def midnight(iso: str) -> datetime:
    """The day of a hand-over as the date of its files."""
    moment = datetime.fromisoformat(iso)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def file_name(frozen: Handover) -> str:
    """Without an ending."""
    version = frozen.get("version", 1)
    return f"uebergabe-{frozen['number']}" + (f"-fassung-{version}" if version > 1 else "")


def called(frozen: Handover) -> str:
    """ "Übergabe Nr. 4", or "Übergabe Nr. 4, Fassung 2"."""
    version = frozen.get("version", 1)
    return f"Übergabe Nr. {frozen['number']}" + (f", Fassung {version}" if version > 1 else "")


def made_on(frozen: Handover) -> datetime:
    """The day of this version: the date of its files."""
    return midnight(frozen["replaces"]["on"] if "replaces" in frozen else frozen["made_on"])


def what_changed(frozen: Handover) -> list[str]:
    """What a later version says about itself, a paragraph each; the first one says nothing."""
    if "replaces" not in frozen:
        return []
    replaced = frozen["replaces"]
    first = f"Diese Fassung vom {day(replaced['on'])} ersetzt Fassung {replaced['version']}."
    return [first, replaced["because"], *replaced["changes"]]


def title(frozen: Handover) -> str:
    return f"{from_whom(frozen)}: {called(frozen)} an {frozen['body']}"


def foot(frozen: Handover) -> str:
    short = called(frozen).replace("Nr. ", "")
    return f"{from_whom(frozen)} · {short} · Prüfsumme {frozen['sha256'][:12]}"


def period(frozen: Handover) -> str:
    return f"{day(frozen['period']['from'])} bis {day(frozen['period']['to'])}"


def how_to_answer(frozen: Handover) -> str:
    return (
        f"Bitte antworten Sie auf jede Entscheidung einzeln, bis zum {day(frozen['answer_by'])}: "
        "Ja · Ja, aber anders · Später · Nein, weil … Eine Begründung gehört immer dazu, auch zu einem Ja. "
        "Die Kinder und Jugendlichen lesen Ihre Antwort. "
        "Schreiben Sie sie bitte so, dass eine Zehnjährige sie versteht."
    )


def titled(title: str) -> str:
    """A heading must say something."""
    return title.strip() or "Ohne Titel"


def label(decision: Decision, value: str | None) -> str:
    """What a choice is called on the ballot."""
    names = {option["value"]: option["label"] for option in decision["options"]}
    return names.get(value or "") or CHOICES.get(value or "") or value or "–"


def winners(decision: Decision) -> str:
    """All that were chosen."""
    chosen = decision.get("winners")
    return ", ".join(label(decision, value) for value in chosen) if chosen else label(decision, decision["winner"])


def outcome(decision: Decision) -> str:
    """Where votes were equal no majority has decided: then it says what has. Of several winners some were not tied."""
    if "settled" in decision and decision["kind"] not in ("up_to", "budget"):
        return f"Gleichstand. {AFTER_TIE[decision['settled']]}: {outcome_in_short(decision)}."
    sentences = BINDING if decision["binding"] else STRAW_POLL
    return sentences[decision["outcome"]].replace("{winner}", winners(decision))


def outcome_in_short(decision: Decision) -> str:
    if decision["outcome"] == "chosen":
        return winners(decision)
    return OUTCOMES[decision["outcome"]]


def topic(decision: Decision) -> str:
    code = decision.get("topic", "")
    return TOPICS.get(code, code) or NO_TOPIC


def weight(decision: Decision) -> str:
    if decision.get("void"):
        return "aufgehoben"
    if not decision["binding"]:
        return "Stimmungsbild"
    return "Beschluss" if decision["outcome"] in DECIDED else "Abstimmung der Sitze"
