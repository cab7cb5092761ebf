"""A hand-over with every kind of decision, and pieces to build others."""

from typing import Any

from zukunftsparlament.dossiers.canonical import fingerprint
from zukunftsparlament.dossiers.shape import Decision, Handover


def decision(**changes: Any) -> Decision:
    """A plain accepted decision of 18 seats; `changes` replace parts of it (`for_` is `for`)."""
    plain: dict[str, Any] = {
        "number": 1,
        "proposal": 7,
        "title": "Ein sicherer Radweg zur Josef-Reding-Schule",
        "text": "Viele von uns fahren mit dem Rad zur Schule. An der Opherdicker Straße hört der Radweg auf.\n\n"
        "Wir wünschen uns einen Streifen bis zur Kreuzung und eine Ampel, die länger grün bleibt.",
        "for": ["Dann dürfen auch die Jüngeren allein fahren.", "Weniger Elterntaxis vor der Schule."],
        "against": ["Es fallen sechs Parkplätze weg."],
        "kind": "yes_no_abstain",
        "secrecy": "secret",
        "counts": {"yes": 12, "no": 3, "abstain": 2},
        "options": [],
        "yes_means": "Die Gemeinde soll den Radweg planen.",
        "no_means": "Alles bleibt, wie es ist.",
        "electorate_size": 18,
        "turnout": 17,
        "rule": "Mehr als die Hälfte der abgegebenen Stimmen; Enthaltungen zählen nicht mit.",
        "outcome": "accepted",
        "winner": None,
        "binding": True,
        "answer": None,
    }
    if "for_" in changes:
        changes["for"] = changes.pop("for_")
    return plain | changes  # type: ignore[return-value]


def handover(*decisions: Decision, **changes: Any) -> Handover:
    frozen: dict[str, Any] = {
        "number": 4,
        "parliament": "Jugendrat",
        "municipality": "Beispielstadt",
        "body": "Arbeitsgruppe Demokratie fördern",
        "made_on": "2027-02-03",
        "answer_by": "2027-04-28",
        "period": {"from": "2026-11-01", "to": "2027-01-31"},
        "decisions": list(decisions),
        "sha256": "",
    } | changes
    return frozen | {"sha256": fingerprint(frozen)}  # type: ignore[return-value,arg-type]


def one_of(**changes: Any) -> Decision:
    return decision(
        **{
            "number": 2,
            "proposal": None,
            "title": "Was soll auf die Wiese hinter der Villa?",
            "text": "Für die Wiese gibt es Geld aus dem Spielplatzplan.",
            "for_": [],
            "against": [],
            "kind": "one_of",
            "secrecy": "open",
            "counts": {"1": 61, "2": 118, "3": 40},
            "options": [
                {"value": "1", "label": "Kletterturm"},
                {"value": "2", "label": "Überdachter Treffpunkt mit Steckdosen"},
                {"value": "3", "label": "Obstbäume"},
            ],
            "yes_means": "",
            "no_means": "",
            "electorate_size": 412,
            "turnout": 219,
            "outcome": "chosen",
            "winner": "2",
            "binding": False,
            "rule": "Gewonnen hat, was die meisten Stimmen bekommt.",
        }
        | changes
    )


def budget(**changes: Any) -> Decision:
    money = {"amount": 1000_00, "costs": {"1": 793_34, "2": 250_00, "3": 200_00}, "spent": 993_34, "left": 6_66}
    options = [{"value": str(n), "label": label} for n, label in enumerate(("Tornetze", "Spiele", "Bank"), start=1)]
    own = {"title": "Wofür geben wir 1.000 Euro aus?", "kind": "budget", "winner": None, "winners": ["1", "3"]}
    how = ["Erst die Tornetze.", "Dann reicht es nur für die Bank."]
    counts = {"1": 9, "2": 6, "3": 5, "abstain": 1}
    return one_of(**own | {"money": money, "options": options, "how": how, "counts": counts, "binding": True} | changes)


def every_kind() -> Handover:
    answer = {
        "answer": "differently",
        "reason": "Der Streifen kommt, aber zuerst nur auf einer Seite. Für die andere fehlt noch das Grundstück.",
        "next_date": "2027-06-10",
        "answered_on": "2027-03-20",
    }
    tied = {"counts": {"yes": 8, "no": 8, "abstain": 0}, "turnout": 16, "outcome": "tied"}
    few = {"counts": {"yes": 2, "no": 0, "abstain": 0}, "turnout": 2, "outcome": "not_quorate"}
    return handover(
        decision(answer=answer),
        one_of(),
        decision(number=3, proposal=9, title="Handys in der Pause", secrecy="open", **tied),
        one_of(number=4, title="Welche zwei Feste?", kind="up_to", outcome="no_majority", winner=None, secrecy="named"),
        decision(number=5, title="Später öffnen", **few),
        decision(number=6, title="Hunde im Park", counts={"yes": 1, "no": 15, "abstain": 1}, outcome="rejected"),
        budget(number=7),
    )
