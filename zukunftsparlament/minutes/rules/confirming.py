"""Who says that the minutes are right, until when, and when that is enough to make them public."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from zukunftsparlament.minutes.rules.words import WhyNot
from zukunftsparlament.procedure.rules import ConfirmedBy, MinutesRule

TWO = 2
SILENT_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Keeper:
    """Somebody who may confirm: whoever had the vote of this seat in the sitting. `member`: row id."""

    seat: int
    member: int

    @property
    def actor(self) -> str:
        return f"seat:{self.seat}"


@dataclass(frozen=True, slots=True)
class Stands:
    """How far the confirming is. `missing`: how many are still needed.

    `instead`: chairs of today who may confirm in the place of those who stay silent; `office_instead`: there are none.
    """

    rule: ConfirmedBy
    missing: int
    may: tuple[Keeper, ...]
    instead: tuple[Keeper, ...] = ()
    office_instead: bool = False

    @property
    def is_enough(self) -> bool:
        return self.missing == 0


def keepers(
    rule: ConfirmedBy, *, led: Collection[int], chairs: Sequence[Keeper], here: Sequence[Keeper]
) -> tuple[Keeper, ...]:
    """Who may confirm, each once.

    `led`: seats that have led the sitting, also if others hold the chair now. `here`: everybody who had a vote in the
    room. `chairs`: those of today; they do it where nobody is left of those who led.
    """
    if rule is ConfirmedBy.NEXT_SITTING:
        return ()
    if rule is ConfirmedBy.TWO_SIGNATURES and here:
        return tuple(here)
    found = tuple(one for one in here if one.seat in led)
    return found or tuple(chairs)


def is_instead(actor: str) -> bool:
    """Whether somebody has confirmed in the place of others: those who led are written down as seats."""
    return actor.startswith(("chair:", "office:"))


def stands(rule: ConfirmedBy, may: tuple[Keeper, ...], *, confirmed: Collection[str]) -> Stands:
    """`confirmed`: actors. All who led have to; of signatures two are enough, or one where only one was there.

    Where nobody is left who could, the office does it; what the next sitting has approved is approved.
    """
    if rule is ConfirmedBy.NEXT_SITTING or not may:  # not by somebody in particular
        return Stands(rule, 0 if confirmed else 1, may)
    if any(is_instead(actor) for actor in confirmed):
        return Stands(rule, 0, may)
    done = sum(one.actor in confirmed for one in may)
    needed = min(TWO, len(may)) if rule is ConfirmedBy.TWO_SIGNATURES else len(may)
    return Stands(rule, max(0, needed - done), may)


def waited_enough(rule: MinutesRule, *, begun_on: date, today: date) -> bool:
    """From then on somebody else may confirm: the minutes are late, and whoever is missing had two weeks.

    `begun_on`: the day on which the sitting was closed, or on which a correction was begun.
    """
    return today > max(deadline(rule, closed_on=begun_on), begun_on + SILENT_FOR)


def with_others(found: Stands, *, chairs: Sequence[Keeper]) -> Stands:
    """One of those who led stays silent. The other chairs of today may confirm in their place, one for all who are
    missing; where there is no other, the office. Minutes then say who was missing and who did it.

    Only what all who led have to confirm can hang on one person.
    """
    if found.rule is not ConfirmedBy.CHAIRS or not found.may or not found.missing:
        return found
    led = {one.member for one in found.may}
    others = tuple(one for one in chairs if one.member not in led)
    return replace(found, instead=others, office_instead=not others)


def deadline(rule: MinutesRule, *, closed_on: date) -> date:
    """The last day on which they are in time."""
    return closed_on + timedelta(days=rule.days)


def why_not_confirm(
    *, is_over: bool, is_rehearsal: bool, votes_wait: bool, is_public: bool, seen: str, sha256: str
) -> WhyNot | None:
    """`seen`: fingerprint of what stood on the screen that was tapped; `sha256`: of what stands there now."""
    if is_rehearsal:
        return WhyNot.ONLY_A_REHEARSAL
    if not is_over:
        return WhyNot.STILL_GOES_ON
    if is_public:
        return WhyNot.PUBLIC_ALREADY
    if votes_wait:
        return WhyNot.VOTE_NOT_FINISHED
    return WhyNot.CHANGED_MEANWHILE if seen != sha256 else None
