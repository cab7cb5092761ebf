"""Hand-overs in the words of the documents, for the office's pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.results import Row, result_rows
from zukunftsparlament.dossiers.shape import Handover
from zukunftsparlament.handovers.freezing import Frozen
from zukunftsparlament.handovers.queries import Handed
from zukunftsparlament.handovers.rules import Clock
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.polls.queries import CountedPoll
from zukunftsparlament.polls.tie_texts import whole_sentence


def number_in(typed: str) -> int:
    """A number out of an address. Raises Missing for anything that no hand-over is called."""
    number = Form([("number", typed)]).number("number")
    if number is None:
        raise Missing
    return number


def as_shape(frozen: Frozen) -> Handover:
    """What is frozen has the shape that the documents know; the schema says it, and a test."""
    return cast(Handover, frozen)


@dataclass(frozen=True, slots=True)
class Shown:
    """One decision of a hand-over, or of its preview (then without a clock)."""

    number: int
    said: Mapping[str, Any]  # as it is frozen
    weight: str
    secrecy: str
    outcome: str
    rows: Sequence[Row]
    texts_for: Sequence[str]
    texts_against: Sequence[str]
    answer: Mapping[str, Any] | None
    next_date: date | None
    answered_on: date | None
    clock: Clock | None


def decisions_in(frozen: Frozen, *, clocks: Mapping[int, Clock]) -> list[Shown]:
    return [_shown(decision, clocks.get(decision["number"])) for decision in frozen["decisions"]]


def _shown(decision: Any, clock: Clock | None) -> Shown:
    answer = decision.get("answer")
    return Shown(
        number=decision["number"],
        said=decision,
        weight=texts.weight(decision),
        secrecy=texts.SECRECIES[decision["secrecy"]],
        outcome=texts.outcome(decision),
        rows=result_rows(decision),
        texts_for=decision["for"],
        texts_against=decision["against"],
        answer=answer,
        next_date=date.fromisoformat(answer["next_date"]) if answer and answer["next_date"] else None,
        answered_on=date.fromisoformat(answer["answered_on"]) if answer else None,
        clock=clock,
    )


@dataclass(frozen=True, slots=True)
class ToPick:
    """A counted poll in the form. `handed`: to whom it went already."""

    number: int
    title: str
    sentence: str
    handed: Sequence[Handed]


def to_pick(polls: Sequence[CountedPoll], handed: Sequence[Handed]) -> list[ToPick]:
    """What is decided. What nobody has got yet comes first; else the newest first."""
    found = [
        ToPick(
            number=counted.poll.number,
            title=counted.poll.proposal_title or counted.poll.question,
            sentence=whole_sentence(counted),
            handed=[given for given in handed if given.poll == counted.poll.number],
        )
        for counted in polls
        if not counted.is_undecided
    ]
    return sorted(found, key=lambda pick: bool(pick.handed))
