"""The rules of the way of a proposal: pure, without store, browser or clock."""

from zukunftsparlament.proposals.rules.stages import COLLECTING, GIVEN_UP, STAGES, UNDECIDED, WAITING, Stage, is_stage

__all__ = ["COLLECTING", "GIVEN_UP", "STAGES", "UNDECIDED", "WAITING", "Stage", "is_stage"]
