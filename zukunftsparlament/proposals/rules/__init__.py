"""The rules of the way of a proposal: pure, without store, browser or clock."""

from zukunftsparlament.proposals.rules.acts import (
    DRAFTS_AT_MOST,
    ReportReason,
    Stance,
    WhyNot,
    WithdrawalReason,
    becomes_ripe,
    why_held,
    why_not_back,
    why_not_change,
    why_not_edit,
    why_not_talk,
)
from zukunftsparlament.proposals.rules.stages import (
    COLLECTING,
    GIVEN_UP,
    GOES_BACK,
    STAGES,
    UNDECIDED,
    WAITING,
    Stage,
    is_stage,
)
from zukunftsparlament.proposals.rules.ways import Ahead, Next, Who, day_in, next_step

__all__ = [
    "COLLECTING",
    "DRAFTS_AT_MOST",
    "GIVEN_UP",
    "GOES_BACK",
    "STAGES",
    "UNDECIDED",
    "WAITING",
    "Ahead",
    "Next",
    "ReportReason",
    "Stage",
    "Stance",
    "Who",
    "WhyNot",
    "WithdrawalReason",
    "becomes_ripe",
    "day_in",
    "is_stage",
    "next_step",
    "why_held",
    "why_not_back",
    "why_not_change",
    "why_not_edit",
    "why_not_talk",
]
