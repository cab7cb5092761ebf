"""The frozen hand-over: what the body is given, word for word, in a form that never changes.

No name and no pseudonym has a place in it. The shape is that of `docs/schemas/handover.schema.json`. What is stored and
hashed is that shape without `sha256` and without the answers: they come later and must not change it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from zukunftsparlament.kernel.place import Place
from zukunftsparlament.polls.published import canonical, sha256

Frozen = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Matter:
    """One decision to hand over: what was asked, what was said about it, how it went.

    `counts`: votes for yes, no, abstain or for each option ("1", "2" …), what nobody chose included.
    `settled`: what has decided where votes were equal: lot, chair, run_off, share.
    `winners` and `how` (in sentences) only where a ballot holds several marks; `money` in euro cents, for a budget.
    `texts_for`, `texts_against`: contributions without their authors, newest first.
    `choice`: the option that was chosen, "" where there is no single one; `cents`: its share of money.
    """

    poll: int
    proposal: int | None
    topic: str
    title: str
    text: str
    texts_for: Sequence[str]
    texts_against: Sequence[str]
    kind: str
    secrecy: str
    counts: dict[str, int]
    options: Sequence[str]
    yes_means: str
    no_means: str
    electorate_size: int
    turnout: int
    rule: str
    outcome: str
    winner: str | None
    binding: bool
    opened_on: date
    closed_on: date
    winners: Sequence[str] | None = None
    how: Sequence[str] = ()
    money: Frozen | None = None
    settled: str | None = None
    choice: str = ""
    cents: int | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as the documents tell it."""

    answer: str
    reason: str
    next_date: date | None
    given_on: date


@dataclass(frozen=True, slots=True)
class DoneFact:
    """Since when it has come true, and what there is now."""

    on: date
    words: str


def freeze(
    *, number: int, by: Place, body: str, made_on: date, answer_by: date, matters: Sequence[Matter], letter: str = ""
) -> Frozen:
    """Decisions are numbered from 1 in the order of `matters`, which holds one at least."""
    first, last = min(matter.opened_on for matter in matters), max(matter.closed_on for matter in matters)
    return {
        "number": number,
        "parliament": by.parliament,
        "municipality": by.municipality,
        "body": body,
        "made_on": made_on.isoformat(),
        "answer_by": answer_by.isoformat(),
        "period": {"from": first.isoformat(), "to": last.isoformat()},
        "decisions": [frozen_decision(place, matter) for place, matter in enumerate(matters, start=1)],
    } | ({"letter": letter} if letter.strip() else {})


def frozen_decision(number: int, matter: Matter) -> Frozen:
    return {
        "number": number,
        "proposal": matter.proposal,
        "topic": matter.topic,
        "title": matter.title,
        "text": matter.text,
        "for": list(matter.texts_for),
        "against": list(matter.texts_against),
        "kind": matter.kind,
        "secrecy": matter.secrecy,
        "counts": dict(matter.counts),
        "options": [{"value": str(place), "label": label} for place, label in enumerate(matter.options, start=1)],
        "yes_means": matter.yes_means,
        "no_means": matter.no_means,
        "electorate_size": matter.electorate_size,
        "turnout": matter.turnout,
        "rule": matter.rule,
        "outcome": matter.outcome,
        **({"settled": matter.settled} if matter.settled else {}),
        "winner": matter.winner,
        "binding": matter.binding,
        **_several_marks(matter),
    }


def _several_marks(matter: Matter) -> Frozen:
    """`how` also tells the way out of a tie, whatever the kind."""
    own: Frozen = {} if matter.winners is None else {"winners": list(matter.winners), "how": list(matter.how)}
    if matter.how:
        own["how"] = list(matter.how)
    if matter.cents is not None:
        own["share"] = {"choice": matter.choice, "cents": matter.cents}
    return own | ({"money": matter.money} if matter.money else {})


def written(frozen: Frozen) -> str:
    """The bytes that are hashed, as text."""
    return canonical(frozen).decode()


def fingerprint(written_down: str) -> str:
    return sha256(written_down.encode())


def seen(frozen: Frozen) -> str:
    """The fingerprint of what a preview shows of the decisions."""
    return fingerprint(written({"decisions": frozen["decisions"]}))


def whole(
    written_down: str, fingerprint_: str, answers: Mapping[int, Given], done: Mapping[int, DoneFact] | None = None
) -> Frozen:
    """The hand-over as the documents need it: with its fingerprint, and the newest answer to each decision or None."""
    frozen: Frozen = json.loads(written_down)
    for decision in frozen["decisions"]:
        given = answers.get(decision["number"])
        decision["answer"] = _answer(given, (done or {}).get(decision["number"])) if given else None
    return frozen | {"sha256": fingerprint_}


def bare(frozen: Frozen) -> Frozen:
    """What a version itself says: without fingerprint and answers, and without what it replaced."""
    said = {name: part for name, part in frozen.items() if name not in ("sha256", "version", "replaces")}
    decisions = [{name: part for name, part in one.items() if name != "answer"} for one in frozen["decisions"]]
    return said | {"decisions": decisions}


def _answer(given: Given, done: DoneFact | None) -> Frozen:
    return {
        "answer": given.answer,
        "reason": given.reason,
        "next_date": given.next_date.isoformat() if given.next_date else None,
        "answered_on": given.given_on.isoformat(),
    } | ({"done": {"on": done.on.isoformat(), "words": done.words}} if done else {})
