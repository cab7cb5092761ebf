"""What rules of procedure can say. Real youth parliaments differ in every one of these points."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class QuorumKind(StrEnum):
    FIXED = "fixed"
    AT_LEAST_HALF = "at_least_half"
    MORE_THAN_HALF = "more_than_half"
    SHARE = "share"


class MajorityOf(StrEnum):
    CAST = "cast"
    PRESENT = "present"
    SEATS = "seats"


class Tie(StrEnum):
    """What happens when two sides, or two options, have the same number of votes."""

    REJECTED = "rejected"
    RUN_OFF = "run_off"
    LOT = "lot"
    BODY_DECIDES = "body_decides"
    CHAIR_DECIDES = "chair_decides"


class ConfirmedBy(StrEnum):
    """Who says that the minutes are right."""

    CHAIRS = "chairs"
    TWO_SIGNATURES = "two_signatures"
    NEXT_SITTING = "next_sitting"


@dataclass(frozen=True)
class Share:
    """`num` of `den` parts of a whole: above nothing, at most all of it."""

    num: int
    den: int


@dataclass(frozen=True)
class Quorum:
    """`number` belongs to FIXED, `share` (at least this share of the seats) to SHARE.

    `second_call`: the share that is enough when a sitting is called again for the same item.
    """

    kind: QuorumKind
    number: int | None = None
    share: Share | None = None
    second_call: Share | None = None


@dataclass(frozen=True)
class Majority:
    """Yes needs more (`strict`) than num/den of the base, or at least (not `strict`) that much."""

    of: MajorityOf
    num: int
    den: int
    strict: bool


@dataclass(frozen=True)
class RequestedBy:
    """The share of those present that can ask for a secret vote: more than it if `strict`, else at least it."""

    num: int
    den: int
    strict: bool


@dataclass(frozen=True)
class SecretWhen:
    """A poll about persons is always secret; `on_request` None means that a single member can ask for it."""

    on_request: RequestedBy | None = None


@dataclass(frozen=True)
class SpeakingSeconds:
    first: int
    further: int
    mover: int


@dataclass(frozen=True)
class MinutesRule:
    """`days`: how long after the sitting they may take."""

    days: int
    confirmed_by: ConfirmedBy


@dataclass(frozen=True)
class Ages:
    """Both ends included, in years."""

    first: int
    last: int


class SeatsKind(StrEnum):
    """How many seats a school has. `NONE`: the rules say nothing about it."""

    NONE = "none"
    FIXED = "fixed"
    BY_SIZE = "by_size"


@dataclass(frozen=True)
class SeatsBySchool:
    """`seats` of each school belongs to FIXED; to BY_SIZE one seat for every `pupils` that have begun."""

    kind: SeatsKind = SeatsKind.NONE
    seats: int | None = None
    pupils: int | None = None


@dataclass(frozen=True, kw_only=True)
class RuleSet:
    """One version of the rules of procedure. A sitting or poll keeps the version of its day."""

    valid_from: date
    invitation_days: int
    invitation_days_urgent: int
    item_deadline_days: int
    quorum: Quorum
    majority: Majority
    abstentions_count: bool
    tie: Tie
    secret: SecretWhen
    circular_votes_binding: bool
    backings_for_agenda: int
    speaking_seconds: SpeakingSeconds
    minutes: MinutesRule
    unexcused_absences: int | None  # the seat is lost at this number; None: never
    term_years: int
    ages: Ages
    random_ballot_order: bool = False  # options are shuffled for everybody who opens the ballot
    seats_by_school: SeatsBySchool = SeatsBySchool()
    external_list: bool = False  # whoever comes next on the list of an election moves up when a place becomes free
    final_vote: bool = False  # after a choice between alternatives, a yes or no on the one that was chosen
