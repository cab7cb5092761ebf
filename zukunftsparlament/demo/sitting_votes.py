"""What the sitting that was held has voted on: money out of a fund, and an election."""

from itertools import cycle
from typing import Any

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions.answering_election import answer_myself
from zukunftsparlament.polls.actions.electing import stand
from zukunftsparlament.polls.actions.election_ballots import prepare_ballots
from zukunftsparlament.polls.actions.fund import make_fund
from zukunftsparlament.polls.actions.planning_election import plan_election
from zukunftsparlament.polls.rules import Draft, Electorate, Kind, Secrecy
from zukunftsparlament.polls.rules.elections import ElectionDraft, Office
from zukunftsparlament.polls.rules.in_sitting import HeldAs
from zukunftsparlament.sittings.queries import Here, Item, here, sitting


async def pay(number: int, item: Item, told: dict[str, Any], *, actor: str) -> None:
    """A vote whose yes takes money out of a fund."""
    fund = await make_fund(told["source"], today().year, told["fund_cents"], actor=actor)
    draft = Draft(
        question=told["question"],
        yes_means=told["yes_means"],
        no_means=told["no_means"],
        kind=Kind.YES_NO_ABSTAIN,
        secrecy=Secrecy.OPEN,
        electorate=Electorate.SEATS,
    )
    held = HeldAs(fund=fund, cents=told["cents"])
    poll = await actions.prepare_in_sitting(number, item.mark, draft, held=held, actor=actor)
    await _vote(poll, await _seated(number), told["votes"], actor=actor)


async def elect(number: int, item: Item, told: dict[str, Any], *, actor: str) -> None:
    """Two stand, and whoever has more votes accepts."""
    mark = await plan_election(number, item.mark, ElectionDraft(title=told["title"], office=Office.OTHER), actor=actor)
    seated = await _seated(number)
    candidates = seated[-2:]
    for one in candidates:
        await stand(number, item.mark, mark, one.member, "")
    for poll in await prepare_ballots(number, item.mark, mark, two_key=False, actor=actor):
        await _vote(poll, seated, told["votes"], actor=actor)
    await answer_myself(number, item.mark, mark, candidates[0].member, accepts=True)


async def _seated(number: int) -> list[Here]:
    return [one for one in await here((await sitting(number)).id) if one.seat is not None]


async def _vote(poll: int, voters: list[Here], votes: list[str], *, actor: str) -> None:
    """All vote, in turn like `votes`; so it may be closed at once."""
    await actions.open_poll(poll, actor=actor)
    for voter, choice in zip(voters, cycle(votes), strict=False):
        paper = await queries.paper_for(poll, voter.member)
        await actions.cast_vote(poll, [choice], receipt=paper.receipt, voter=voter.member)
    await actions.close_poll(poll, actor=actor)
    await actions.show_result(poll, actor=actor)
