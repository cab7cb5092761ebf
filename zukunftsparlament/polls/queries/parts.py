"""Decisions within one vote: where several share money after a tie, each of them is decided, with its money."""

from dataclasses import dataclass

from zukunftsparlament.polls.queries.counted import CountedPoll
from zukunftsparlament.polls.rules import Way


@dataclass(frozen=True, slots=True)
class Part:
    """`choice`: the value of the option. `cents`: its share."""

    choice: str
    label: str
    cents: int


def parts_of(counted: CountedPoll) -> tuple[Part, ...]:
    """Empty where the whole vote is one decision."""
    steps = counted.tie.steps if counted.tie and counted.tie.final else []
    if not steps or steps[-1].way is not Way.SHARE:
        return ()
    options = counted.poll.options
    return tuple(
        Part(choice, options[int(choice) - 1], cents)
        for choice, cents in zip(steps[-1].picked, steps[-1].shares, strict=False)
    )
