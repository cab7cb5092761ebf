"""The words of a hand-over.

Not through gettext: a committee's paper is German whoever fetches it, and always the same bytes.
"""

from datetime import date, datetime

from zukunftsparlament.dossiers.shape import AnswerKind, Decision, Handover, Kind, Outcome, Secrecy
from zukunftsparlament.kernel.place import DEFAULT, whole

MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober"]
MONTHS += ["November", "Dezember"]

KINDS: dict[Kind, str] = {
    "yes_no_abstain": "Ja, Nein oder Enthaltung",
    "one_of": "eine Möglichkeit von mehreren",
    "up_to": "mehrere Möglichkeiten zugleich",
}
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


def label(decision: Decision, value: str | None) -> str:
    """What a choice is called on the ballot."""
    names = {option["value"]: option["label"] for option in decision["options"]}
    return names.get(value or "") or CHOICES.get(value or "") or value or "–"


def outcome(decision: Decision) -> str:
    sentences = BINDING if decision["binding"] else STRAW_POLL
    return sentences[decision["outcome"]].replace("{winner}", label(decision, decision["winner"]))


def outcome_in_short(decision: Decision) -> str:
    if decision["outcome"] == "chosen":
        return label(decision, decision["winner"])
    return OUTCOMES[decision["outcome"]]


def weight(decision: Decision) -> str:
    if not decision["binding"]:
        return "Stimmungsbild"
    return "Beschluss" if decision["outcome"] in DECIDED else "Abstimmung der Sitze"
