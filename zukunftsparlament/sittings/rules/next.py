"""The one big next step of a sitting."""

from collections.abc import Sequence
from dataclasses import dataclass

from zukunftsparlament.sittings.rules.course import One, above, innermost
from zukunftsparlament.sittings.rules.course_words import Next
from zukunftsparlament.sittings.rules.words import SittingState

DONE = (SittingState.CLOSED, SittingState.CANCELLED)


@dataclass(frozen=True, slots=True)
class NextStep:
    """`item`: its place among the items of the agenda that were looked at; None for a step of the sitting itself."""

    kind: Next
    place: int | None = None


def next_step(
    state: SittingState,
    items: Sequence[One],
    *,
    due: bool = False,
    vote_runs: bool = False,
    wants_vote: bool = False,
) -> NextStep:
    """`due`: a countdown runs. `wants_vote`: what runs is to be voted on, and there was no vote yet."""
    if state in DONE:
        return NextStep(Next.NOTHING)
    if due:
        return NextStep(Next.STOP)
    if state in (SittingState.PLANNED, SittingState.INVITED):
        return NextStep(Next.OPEN)
    if state is SittingState.PAUSED:
        return NextStep(Next.RESUME)
    return _inside(items, vote_runs=vote_runs, wants_vote=wants_vote)


def _inside(items: Sequence[One], *, vote_runs: bool, wants_vote: bool) -> NextStep:
    running = innermost(items)
    if running and vote_runs:
        return NextStep(Next.WAIT, items.index(running))
    if running and (part := _waiting(items, inside=running)) is not None:
        return NextStep(Next.BEGIN, part)
    if running:
        return NextStep(Next.VOTE if wants_vote else Next.END, items.index(running))
    coming = _waiting(items)
    return NextStep(Next.CLOSE) if coming is None else NextStep(Next.BEGIN, coming)


def _waiting(items: Sequence[One], *, inside: One | None = None) -> int | None:
    """The place of the first item that waits, of all or of the parts of one."""
    for place, item in enumerate(items):
        outer = above(items, item)
        is_there = inside is None or inside.id in {one.id for one in outer}
        if item.waits and is_there and not any(not one.waits and not one.runs for one in outer):
            return place
    return None
