"""A rule set from JSON and back. What cannot be meant is refused, with all problems at once."""

from datetime import date
from enum import StrEnum

from zukunftsparlament.procedure.rules.fields import Fields, Wrong, WrongRuleSet
from zukunftsparlament.procedure.rules.shapes import (
    Ages,
    ConfirmedBy,
    Majority,
    MajorityOf,
    MinutesRule,
    Quorum,
    QuorumKind,
    RequestedBy,
    RuleSet,
    SeatsBySchool,
    SeatsKind,
    SecretWhen,
    Share,
    SpeakingSeconds,
    Tie,
)

YEAR_IN_DAYS = 365
HOUR_IN_SECONDS = 3600
LARGEST_PART = 1000  # of num and den
MOST_SEATS = 20  # of one school
FEWEST_PUPILS, MOST_PUPILS = 10, 5000  # for one seat


class _Always(StrEnum):
    ALWAYS = "always"


def read_rule_set(
    json: object, *, seats: int | None = None, not_before: date = date.min, not_after: date = date.max
) -> RuleSet:
    """The rule set in parsed JSON. Raises WrongRuleSet with every problem.

    With `seats`, a quorum that not even a full parliament could reach is a problem too; with `not_before`, a set that
    would have been valid earlier: rules are never made for what is over. `not_after`: nor for a slip in the year.
    """
    fields = Fields(json)
    rules = RuleSet(
        valid_from=_valid_from(fields, not_before, not_after),
        invitation_days=fields.number("invitation_days", 0, YEAR_IN_DAYS),
        invitation_days_urgent=fields.number("invitation_days_urgent", 0, YEAR_IN_DAYS),
        item_deadline_days=fields.number("item_deadline_days", 0, YEAR_IN_DAYS),
        quorum=_quorum(fields.inside("quorum"), seats),
        majority=_majority(fields.inside("majority")),
        abstentions_count=fields.yes_or_no("abstentions_count"),
        tie=fields.word("tie", Tie),
        secret=_secret(fields.inside("secret")),
        circular_votes_binding=fields.yes_or_no("circular_votes_binding"),
        backings_for_agenda=fields.number("backings_for_agenda", 1, 10_000),
        speaking_seconds=_speaking(fields.inside("speaking_seconds")),
        minutes=_minutes(fields.inside("minutes")),
        unexcused_absences=fields.number("unexcused_absences", 1, 100) if fields.has("unexcused_absences") else None,
        term_years=fields.number("term_years", 1, 10),
        ages=_ages(fields.inside("ages")),
        # Versions from before these could be chosen do not have them.
        random_ballot_order=fields.has("random_ballot_order") and fields.yes_or_no("random_ballot_order"),
        seats_by_school=_seats(fields.inside("seats_by_school")) if fields.has("seats_by_school") else SeatsBySchool(),
        external_list=fields.has("external_list") and fields.yes_or_no("external_list"),
        final_vote=fields.has("final_vote") and fields.yes_or_no("final_vote"),
    )
    slower = rules.invitation_days_urgent > rules.invitation_days
    fields.wrong_if(slower, "invitation_days_urgent", Wrong.URGENT_IS_SLOWER)
    fields.done()
    if fields.problems:
        raise WrongRuleSet(tuple(fields.problems))
    return rules


def _valid_from(fields: Fields, not_before: date, not_after: date) -> date:
    known = len(fields.problems)
    day = fields.day("valid_from")
    if len(fields.problems) > known:  # no day at all
        return day
    if day < not_before:
        fields.wrong("valid_from", Wrong.IN_THE_PAST)
    elif day > not_after:
        fields.wrong("valid_from", Wrong.TOO_FAR_AHEAD)
    return day


def _quorum(fields: Fields, seats: int | None) -> Quorum:
    kind = fields.word("kind", QuorumKind)
    if not fields.sound:  # which other fields belong here is not known then
        return Quorum(kind)
    number = fields.number("number", 1, 10_000) if kind is QuorumKind.FIXED else None
    share = _share(fields) if kind is QuorumKind.SHARE else None
    second_call = None
    if fields.has("second_call"):
        inner = fields.inside("second_call")
        second_call = _share(inner)
        inner.done()
    quorum = Quorum(kind, number, share, second_call)
    too_many = number is not None and seats is not None and number > seats
    fields.wrong_if(too_many, "number", Wrong.MORE_THAN_ALL_SEATS)
    harder = second_call is not None and _harder(second_call, quorum, seats)
    fields.wrong_if(harder, "second_call", Wrong.SECOND_CALL_HARDER)
    fields.done()
    return quorum


def _harder(second_call: Share, first: Quorum, seats: int | None) -> bool:
    """Whether the second call would ask for more than the first: then nobody would ever call again."""
    if first.number:
        return seats is not None and second_call.num * seats > first.number * second_call.den
    share = first.share or Share(1, 2)
    return second_call.num * share.den > share.num * second_call.den


def _share(fields: Fields) -> Share:
    share = Share(num=fields.number("num", 1, LARGEST_PART), den=fields.number("den", 1, LARGEST_PART))
    fields.wrong_if(share.num > share.den, "num", Wrong.MORE_THAN_THE_WHOLE)
    return share


def _majority(fields: Fields) -> Majority:
    """With less than half, or with exactly half, yes could win against as many or more who say no."""
    share = _share(fields)
    majority = Majority(fields.word("of", MajorityOf), share.num, share.den, fields.yes_or_no("strict"))
    twice = 2 * majority.num
    too_little = twice < majority.den or (twice == majority.den and not majority.strict)
    fields.wrong_if(too_little, "num", Wrong.LESS_THAN_A_MAJORITY)
    _reachable(fields, share, strict=majority.strict)
    fields.done()
    return majority


def _reachable(fields: Fields, share: Share, *, strict: bool) -> None:
    fields.wrong_if(strict and share.num == share.den, "strict", Wrong.NOBODY_CAN_REACH_IT)


def _secret(fields: Fields) -> SecretWhen:
    fields.word("persons", _Always)
    asking = None
    if not fields.says("on_request", "one"):
        inner = fields.inside("on_request")
        share = _share(inner)
        asking = RequestedBy(share.num, share.den, inner.yes_or_no("strict"))
        _reachable(inner, share, strict=asking.strict)
        inner.done()
    fields.done()
    return SecretWhen(asking)


def _speaking(fields: Fields) -> SpeakingSeconds:
    first, further, mover = (fields.number(name, 10, HOUR_IN_SECONDS) for name in ("first", "further", "mover"))
    fields.done()
    return SpeakingSeconds(first, further, mover)


def _minutes(fields: Fields) -> MinutesRule:
    minutes = MinutesRule(fields.number("days", 1, YEAR_IN_DAYS), fields.word("confirmed_by", ConfirmedBy))
    fields.done()
    return minutes


def _seats(fields: Fields) -> SeatsBySchool:
    kind = fields.word("kind", SeatsKind)
    if not fields.sound:  # which other fields belong here is not known then
        return SeatsBySchool()
    seats = fields.number("seats", 1, MOST_SEATS) if kind is SeatsKind.FIXED else None
    pupils = fields.number("pupils", FEWEST_PUPILS, MOST_PUPILS) if kind is SeatsKind.BY_SIZE else None
    fields.done()
    return SeatsBySchool(kind, seats, pupils)


def _ages(fields: Fields) -> Ages:
    ages = Ages(fields.number("from", 3, 30), fields.number("to", 3, 30))
    fields.wrong_if(ages.first > ages.last, "to", Wrong.BACKWARDS)
    fields.done()
    return ages
