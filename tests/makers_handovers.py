"""Hand-overs for tests: real polls, counted and published, given to an invented body."""

from datetime import date, timedelta
from typing import Any

from tests import makers, makers_polls, makers_proposals
from zukunftsparlament.handovers import actions
from zukunftsparlament.handovers.bodies import add_body
from zukunftsparlament.handovers.packing import Wish
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.rules import Electorate, Secrecy

OFFICE = "office:Jugendbüro"
AG = "AG Demokratie fördern"
DUE = Sql("UPDATE handover SET answer_by = $2 WHERE number = $1")
HAS_BODY = Sql("SELECT count(*) FROM body WHERE short = $1")


async def body(short: str = AG, name: str = "Arbeitsgruppe Demokratie fördern") -> str:
    if not await HAS_BODY.value(short):
        await add_body(name, short, actor="system")
    return short


async def decision(*choices: str, proposal: int | None = None, question: str = "", **wished: Any) -> int:
    """A published open poll of all card holders. Returns its number."""
    wished = {
        "secrecy": Secrecy.OPEN,
        "electorate": Electorate.CARDS,
        "question": question or "Soll es so sein?",
    } | wished
    return (await makers_polls.published(choices or ("yes", "yes", "no"), proposal=proposal, **wished)).number


async def about(
    title: str = "Ein Skatepark neben der Villa", *, backers: int = 0, **wished: Any
) -> tuple[int, int, list[int]]:
    """A proposal and the published poll on it: number of the poll, of the proposal, author and backers."""
    people = [await makers.member() for _ in range(backers + 1)]
    proposal = await makers_proposals.proposal(author=people[0], title=title, backers=tuple(people[1:]))
    return await decision(proposal=proposal, **wished), proposal, people


def wish(*polls: int, body: str = AG, days: int = 56, seen: str = "") -> Wish:
    return Wish(list(polls), body, today() + timedelta(days=days), seen)


async def handed_over(*polls: int, body_: str = AG, days: int = 56) -> int:
    """`days` until the answer is due; fewer than one means that it is overdue already."""
    await body(body_)
    number = await actions.hand_over(wish(*polls, body=body_, days=max(days, 1)), actor=OFFICE)
    if days < 1:
        await DUE.rows(number, today() + timedelta(days=days))
    return number


async def answered(handover: int, decision: int = 1, *, answer: str = "yes", reason: str = "Weil es gut ist.") -> date:
    """Returns the next date."""
    soon = today() + timedelta(days=30)
    await actions.enter_answer(handover, decision, answer=answer, reason=reason, next_date=soon, actor=OFFICE)
    return soon


async def done(handover: int, decision: int = 1, *, words: str = "Er steht.") -> None:
    """Answered before."""
    await actions.enter_done(handover, decision, done_on=today(), words=words, actor=OFFICE)
