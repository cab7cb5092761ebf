"""What one poll is measured by: the part of the rules of procedure that decides it."""

from dataclasses import dataclass

from zukunftsparlament.polls.rules import NO_TERMS, Kind, Terms, terms_as_json
from zukunftsparlament.procedure.rules import (
    Majority,
    MajorityOf,
    Quorum,
    RuleSet,
    Tie,
    majority_as_json,
    quorum_as_json,
)

MORE_YES_THAN_NO = Majority(MajorityOf.CAST, num=1, den=2, strict=True)


@dataclass(frozen=True, kw_only=True)
class Yardstick:
    """`quorum` and `tie` are None in a straw poll: it decides nothing, so nobody has to be there and a tie may stay.

    `seats`: all seats, empty ones too, where the quorum or the majority asks for them. `schools`: how many have a vote,
    where each school has one; then a majority is one of schools, and the quorum still one of seats.
    """

    kind: Kind
    options: int
    binding: bool
    seats: int
    quorum: Quorum | None
    second_call: bool
    majority: Majority
    abstentions_count: bool
    tie: Tie | None
    terms: Terms = NO_TERMS
    schools: int | None = None


def yardstick(
    rule_set: RuleSet,
    *,
    kind: Kind,
    options: int,
    binding: bool,
    seats: int,
    second_call: bool = False,
    terms: Terms = NO_TERMS,
    schools: int | None = None,
) -> Yardstick:
    """`options`: how many there are, 0 for a yes-or-no question."""
    return Yardstick(
        kind=kind,
        options=options,
        binding=binding,
        seats=seats,
        quorum=rule_set.quorum if binding else None,
        second_call=second_call,
        majority=rule_set.majority if binding else MORE_YES_THAN_NO,
        abstentions_count=rule_set.abstentions_count and binding,
        tie=rule_set.tie if binding else None,
        terms=terms,
        schools=schools,
    )


def as_json(rule: Yardstick) -> dict[str, object]:
    """The `rule` of the published list: enough to work the result out again without asking us."""
    return {
        "kind": rule.kind.value,
        "options": rule.options,
        "binding": rule.binding,
        "seats": rule.seats,
        "quorum": quorum_as_json(rule.quorum) if rule.quorum else None,
        "second_call": rule.second_call,
        "majority": majority_as_json(rule.majority),
        "abstentions_count": rule.abstentions_count,
        "tie": rule.tie.value if rule.tie else None,
        **terms_as_json(rule.kind, rule.terms),
        **({} if rule.schools is None else {"schools": rule.schools}),
    }
