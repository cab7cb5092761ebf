"""The rule set a new installation starts with.

What the parliament of Holzwickede has really agreed is not public; these are calm defaults, to be replaced by a version
of its own.
"""

from datetime import date

from zukunftsparlament.procedure.rules.shapes import (
    Ages,
    ConfirmedBy,
    Majority,
    MajorityOf,
    MinutesRule,
    Quorum,
    QuorumKind,
    RuleSet,
    SecretWhen,
    SpeakingSeconds,
    Tie,
)

HOLZWICKEDE = RuleSet(
    valid_from=date(2022, 6, 8),
    invitation_days=14,
    invitation_days_urgent=7,
    item_deadline_days=7,
    quorum=Quorum(QuorumKind.AT_LEAST_HALF),
    majority=Majority(MajorityOf.CAST, num=1, den=2, strict=True),
    abstentions_count=False,
    tie=Tie.REJECTED,
    secret=SecretWhen(on_request=None),
    circular_votes_binding=True,
    backings_for_agenda=10,
    speaking_seconds=SpeakingSeconds(first=180, further=60, mover=180),
    minutes=MinutesRule(days=28, confirmed_by=ConfirmedBy.CHAIRS),
    unexcused_absences=2,
    term_years=2,
    ages=Ages(first=9, last=19),
)
