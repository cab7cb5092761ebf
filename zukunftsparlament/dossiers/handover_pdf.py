"""The hand-over as a paper for a committee (PDF/UA-1). Takes 20 to 80 ms: call it in a thread."""

from pathlib import Path

from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.results import drawn, share, tally
from zukunftsparlament.dossiers.shape import Answer, Decision, Handover
from zukunftsparlament.kernel.typeset import pdf

PAGES = Path(__file__).parent / "handover.typ"


def handover_pdf(frozen: Handover) -> bytes:
    """The same hand-over gives the same bytes: its own day is the date of the file."""
    return pdf(PAGES, _for_pages(frozen), made_on=texts.made_on(frozen))


def _for_pages(frozen: Handover) -> dict[str, object]:
    return {
        "title": texts.title(frozen),
        "from": texts.from_whom(frozen),
        "called": texts.called(frozen),
        "foot": texts.foot(frozen),
        "letter": frozen.get("letter", ""),
        "changed": texts.what_changed(frozen),
        "body": frozen["body"],
        "made_on": texts.day(frozen["made_on"]),
        "answer_by": texts.day(frozen["answer_by"]),
        "period": texts.period(frozen),
        "sha256": frozen["sha256"],
        "decisions": [_decision(decision) for decision in frozen["decisions"]],
    }


def _decision(decision: Decision) -> dict[str, object]:
    return {
        "number": decision["number"],
        "proposal": None if decision["proposal"] is None else str(decision["proposal"]),
        "title": decision["title"],
        "text": decision["text"],
        "for": decision["for"],
        "against": decision["against"],
        "yes_means": decision["yes_means"],
        "no_means": decision["no_means"],
        "binding": decision["binding"],
        "void": texts.VOID if decision.get("void") else "",
        "weight": texts.weight(decision),
        "secrecy": texts.SECRECIES[decision["secrecy"]],
        "size": str(decision["electorate_size"]),
        "turnout": str(decision["turnout"]),
        "share": share(decision),
        "tally": tally(decision),
        "short": "aufgehoben" if decision.get("void") else texts.outcome_in_short(decision),
        "outcome": texts.outcome(decision),
        "rule": decision["rule"],
        "how": decision.get("how", []),
        "result": drawn(decision),
        "answer": _answer(decision["answer"]),
    }


def _answer(answer: Answer | None) -> dict[str, str] | None:
    if answer is None:
        return None
    return {
        "kind": texts.ANSWERS[answer["answer"]],
        "reason": answer["reason"],
        "next_date": texts.day(answer["next_date"]),
        "answered_on": texts.day(answer["answered_on"]),
        "done": f"Erledigt seit {texts.day(answer['done']['on'])}: {answer['done']['words']}"
        if "done" in answer
        else "",
    }
