"""What comes next on a proposal's way, who has it now, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from zukunftsparlament.proposals.rules.stages import Stage


class Next(Enum):
    RELEASE = "release"
    BACKINGS = "backings"
    AGENDA = "agenda"
    COUNT = "count"
    TIE_BREAK = "tie_break"
    HAND_OVER = "hand_over"
    ANSWER = "answer"
    CARRY_OUT = "carry_out"
    NOTHING = "nothing"


class Who(Enum):
    """Who has it now."""

    EVERYBODY = "everybody"
    CHAIRS = "chairs"
    OFFICE = "office"
    BODY = "body"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Ahead:
    """`body` is the name of who owes the answer, "" elsewhere; `by` the day until which something is promised."""

    what: Next
    who: Who
    by: date | None = None
    body: str = ""
    is_overdue: bool = False


_PLAIN = {
    Stage.DRAFT: Ahead(Next.RELEASE, Who.OFFICE),
    Stage.HELD: Ahead(Next.RELEASE, Who.OFFICE),
    Stage.PUBLIC: Ahead(Next.BACKINGS, Who.EVERYBODY),
    Stage.RIPE: Ahead(Next.AGENDA, Who.CHAIRS),
    Stage.IN_VOTE: Ahead(Next.COUNT, Who.EVERYBODY),
    Stage.TIED: Ahead(Next.TIE_BREAK, Who.CHAIRS),
    Stage.ACCEPTED: Ahead(Next.HAND_OVER, Who.OFFICE),
}


def next_step(stage: Stage, facts: Mapping[str, Any], *, today: date) -> Ahead:
    """`facts` are those of the newest step of this stage; a promised day that has passed makes it overdue."""
    if stage is Stage.HANDED_OVER:
        return _promised(Next.ANSWER, facts, "answer_by", today)
    if stage is Stage.ANSWERED and facts.get("answer") in ("yes", "differently"):
        return _promised(Next.CARRY_OUT, facts, "next_date", today)
    if stage is Stage.ANSWERED and facts.get("answer") == "later":
        return _promised(Next.ANSWER, facts, "next_date", today)
    return _PLAIN.get(stage, Ahead(Next.NOTHING, Who.NOBODY))


def _promised(what: Next, facts: Mapping[str, Any], name: str, today: date) -> Ahead:
    by = day_in(facts.get(name))
    return Ahead(what, Who.BODY, by, str(facts.get("body") or ""), by is not None and by < today)


def day_in(fact: Any) -> date | None:
    """The day that a fact holds (`YYYY-MM-DD`, perhaps with a time behind it), or None."""
    try:
        return date.fromisoformat(str(fact)[:10])
    except ValueError:
        return None
