"""A tie and what came of it, as pages show it."""

from dataclasses import dataclass
from typing import Any

from zukunftsparlament.kernel.texts import _
from zukunftsparlament.polls import settling
from zukunftsparlament.polls.queries import Tie, TieStep
from zukunftsparlament.polls.rules import Kind, Way
from zukunftsparlament.polls.texts import choice_label
from zukunftsparlament.polls.tie_texts import WAYS_ON_PAPER, again_sentence, final_sentence, step_sentence


@dataclass(frozen=True, slots=True)
class StepShown:
    """`poll`: the number of the poll that follows, if one does."""

    at: Any
    sentence: str
    reason: str
    poll: int | None
    lot: dict[str, str]


@dataclass(frozen=True, slots=True)
class TieShown:
    """`offered`: the ways that may be chosen now; `chosen`: the one that the parliament has voted for, in words.

    `tied`: value and label. `places`: how many of the tied there is room for; 0 where money sets the limit.
    """

    number: int
    state: str
    offered: list[str]
    chosen: str
    steps: list[StepShown]
    final: str
    again: str
    tied: list[list[str]]
    places: int
    is_yes_or_no: bool
    commitment: str
    follow_up: int | None

    @property
    def was_drawn(self) -> bool:
        return any("revealed" in step.lot for step in self.steps)


def tie_shown(tie: Tie | None) -> TieShown | None:
    if tie is None:
        return None
    poll, result = tie.counted.poll, tie.open
    last = tie.steps[-1] if tie.steps else None
    return TieShown(
        number=poll.number,
        state=tie.stands.state.value,
        offered=[way.value for way in tie.offered],
        chosen=_(WAYS_ON_PAPER[tie.stands.chosen]) if tie.stands.chosen else "",
        steps=[_step(tie, step) for step in tie.steps],
        final=final_sentence(tie),
        again=again_sentence(tie),
        tied=[[choice, choice_label(choice, poll.options)] for choice in result.tied],
        places=0 if poll.kind is Kind.BUDGET else settling.places_open(result),
        is_yes_or_no=poll.kind is Kind.YES_NO_ABSTAIN,
        commitment=last.lot.get("commitment", "") if last and last.way is Way.LOT else "",
        follow_up=last.follow_up if last else None,
    )


def _step(tie: Tie, step: TieStep) -> StepShown:
    return StepShown(step.at, step_sentence(tie, step), step.reason, step.follow_up, dict(step.lot))
