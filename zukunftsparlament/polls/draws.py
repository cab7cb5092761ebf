"""Lots that were drawn after the count, published so that everybody can draw them again."""

from zukunftsparlament.polls import settling
from zukunftsparlament.polls.published import Json
from zukunftsparlament.polls.queries import Tie, TieStep
from zukunftsparlament.polls.results import Result
from zukunftsparlament.polls.rules import Kind, Way


def draws_of(tie: Tie | None) -> list[Json]:
    """In their order; a tie about money may come to another one below it, with a lot of its own."""
    steps = tie.steps if tie else []
    return [_draw(step, tie.about[step.place]) for step in steps if tie and was_drawn(step)]


def was_drawn(step: TieStep) -> bool:
    return step.way is Way.LOT and "revealed" in step.lot


def _draw(step: TieStep, tied: Result) -> Json:
    money = tied.counts.kind is Kind.BUDGET
    limit = {"left": tied.more["left"]} if money else {"places": settling.places_open(tied)}
    lot = {name: step.lot[name] for name in ("commitment", "revealed", "word")}
    return {**lot, **limit, "tied": list(tied.tied), "winners": list(step.picked)}
