"""Whether "nicht aufgenommen" can still be taken back."""

from collections.abc import Sequence
from datetime import datetime

from zukunftsparlament.proposals.queries.pages import Step
from zukunftsparlament.proposals.rules import is_stage
from zukunftsparlament.proposals.rules.around import why_not_undo


def turned_down(steps: Sequence[Step]) -> Step | None:
    """The step that turned it down and stands now. One that followed a removal is no decision of this kind."""
    newest = next((step for step in reversed(steps) if is_stage(step.kind)), None)
    return newest if newest and newest.kind == "not_taken_up" and newest.facts.get("by") else None


def may_undo(steps: Sequence[Step], now: datetime) -> bool:
    step = turned_down(steps)
    return step is not None and why_not_undo(step.at, now=now) is None


def stage_before(steps: Sequence[Step]) -> str:
    """Where it stood before it was turned down."""
    stages = [step.kind for step in steps if is_stage(step.kind)]
    return stages[-2] if len(stages) > 1 else "public"
