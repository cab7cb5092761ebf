"""Making a new version of a hand-over ready: what its preview shows is what is frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zukunftsparlament.handovers import freezing, queries
from zukunftsparlament.handovers.freezing import Frozen
from zukunftsparlament.kernel.clock import today

# What a decision holds, in words; named in German whoever corrects, because it is frozen.
PARTS = {
    "title": "der Titel",
    "text": "der Text",
    "topic": "das Thema",
    "for": "was dafür spricht",
    "against": "was dagegen spricht",
    "yes_means": "was Ja heißt",
    "no_means": "was Nein heißt",
    "options": "die Möglichkeiten",
    "counts": "die Stimmen",
    "outcome": "das Ergebnis",
    "settled": "was nach dem Gleichstand entschieden hat",
    "rule": "der Satz zur Regel",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """`changes`: computed, a sentence each; empty when the new version would say the same as the old one."""

    version: int
    frozen: Frozen
    changes: Sequence[str]

    @property
    def seen(self) -> str:
        return freezing.fingerprint(freezing.written({"decisions": self.frozen["decisions"]}))


async def draft(number: int, *, letter: str, because: str) -> Draft:
    """The next version as it would be now. Numbers of decisions, day and body stay, so that answers fit every version.

    Raises Missing.
    """
    before = await queries.handover(number)
    old = freezing.bare(before.frozen)
    decided = await queries.polls_in(number)
    counted = {one.poll.number: one for one in await queries.published_of([poll for poll, _choice in decided])}
    decisions = []
    for place, (poll, choice) in enumerate(decided, start=1):
        if poll in counted:
            decisions.append(freezing.frozen_decision(place, await queries.matter_of(counted[poll], choice)))
        else:  # voided since: its result stays readable, and counts no more
            decisions.append(old["decisions"][place - 1] | {"void": True})
    new = old | {"decisions": decisions}
    new.pop("letter", None)
    if letter.strip():
        new["letter"] = letter
    changes = changed(old, new)
    replaces = {
        "version": before.version,
        "sha256": before.frozen["sha256"],
        "on": today().isoformat(),
        "because": because,
        "changes": changes,
    }
    return Draft(before.version + 1, new | {"version": before.version + 1, "replaces": replaces}, changes)


def changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """What is different, a German sentence each."""
    found = ["Das Anschreiben ist neu oder anders."] if old.get("letter") != new.get("letter") else []
    for before, after in zip(old["decisions"], new["decisions"], strict=True):
        found += [f"Nr. {after['number']}: {sentence}" for sentence in _changed_in(before, after)]
    return found


def _changed_in(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    if after.get("void") and not before.get("void"):
        return ["Die Abstimmung wurde aufgehoben. Sie zählt nicht mehr."]
    parts = [words for part, words in PARTS.items() if before.get(part) != after.get(part)]
    if parts:
        return [f"Anders ist: {', '.join(parts)}."]
    return ["Angaben zur Abstimmung sind ergänzt."] if before != after else []
