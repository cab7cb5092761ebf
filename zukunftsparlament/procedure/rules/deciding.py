"""Who may decide, and what is carried. Whole numbers only: a float would call 2/3 of 18 something else than 12."""

from collections.abc import Iterable
from datetime import date

from zukunftsparlament.procedure.rules.shapes import (
    Majority,
    MajorityOf,
    Quorum,
    QuorumKind,
    RequestedBy,
    RuleSet,
    SeatsBySchool,
    SeatsKind,
    Share,
)


def in_force(versions: Iterable[RuleSet], on: date) -> RuleSet | None:
    """The newest version already valid on that day; None before the first."""
    begun = [version for version in versions if version.valid_from <= on]
    return max(begun, key=lambda version: version.valid_from, default=None)


def quorum_number(rule: Quorum, *, seats: int, second_call: bool = False) -> int:
    """How many must be there to decide: at least one, even in an empty parliament."""
    if second_call and rule.second_call:
        return max(1, _rounded_up(rule.second_call.num * seats, rule.second_call.den))
    match rule.kind:
        case QuorumKind.FIXED:
            needed = rule.number or 1
        case QuorumKind.AT_LEAST_HALF:
            needed = _rounded_up(seats, 2)
        case QuorumKind.MORE_THAN_HALF:
            needed = seats // 2 + 1
        case QuorumKind.SHARE:
            share = rule.share or Share(1, 1)
            needed = _rounded_up(share.num * seats, share.den)
    return max(1, needed)


def is_quorate(rule: Quorum, *, present: int, seats: int, second_call: bool = False) -> bool:
    """Whether `present` of all `seats` may decide. 9 of 18 is at least half, and not more than half."""
    return present >= quorum_number(rule, seats=seats, second_call=second_call)


def majority_base(
    majority: Majority, *, yes: int, no: int, abstain: int, present: int, seats: int, abstentions_count: bool
) -> int:
    """The whole of which a share has to say yes. Somebody who abstains is always present and always has a seat."""
    match majority.of:
        case MajorityOf.CAST:
            return yes + no + (abstain if abstentions_count else 0)
        case MajorityOf.PRESENT:
            return present
        case MajorityOf.SEATS:
            return seats


def reaches(majority: Majority, votes: int, *, base: int) -> bool:
    """Whether `votes` are the share of `base` that is asked for. Nothing is carried without a single vote for it."""
    have, need = votes * majority.den, majority.num * base
    return votes > 0 and (have > need if majority.strict else have >= need)


def is_simple(majority: Majority) -> bool:
    """More than half of the votes cast: what people mean by "the majority"."""
    return majority.of is MajorityOf.CAST and majority.strict and 2 * majority.num == majority.den


def is_unanimous(*, yes: int, no: int, abstain: int, abstentions_count: bool) -> bool:
    """Whether all said the same, yes or no. 18:0:2 is unanimous only where abstentions do not count."""
    one_side_only = (yes == 0) != (no == 0)
    return one_side_only and (abstain == 0 or not abstentions_count)


def may_ask_for_secret(rule: RequestedBy | None, *, asking: int, present: int) -> bool:
    if rule is None:
        return asking >= 1
    have, need = asking * rule.den, rule.num * present
    return asking >= 1 and (have > need if rule.strict else have >= need)


def seats_of_school(rule: SeatsBySchool, *, pupils: int | None) -> int | None:
    """How many seats the rules give a school. None where they say nothing, or nobody knows how big it is."""
    if rule.kind is SeatsKind.FIXED:
        return rule.seats
    if rule.kind is SeatsKind.BY_SIZE and rule.pupils and pupils is not None:
        return max(1, _rounded_up(pupils, rule.pupils))
    return None


def _rounded_up(num: int, den: int) -> int:
    return -(-num // den)
