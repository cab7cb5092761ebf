"""After a tie: somebody who leads chooses a way. What was chosen is written down as a step; the count stays as it is.

Two who choose different ways at once: the first one has chosen, and the second sees what.
"""

import asyncio

from zukunftsparlament.kernel.database import after_commit, writing
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import keys, lots, queries, rules, settling
from zukunftsparlament.polls.actions.following import prepare_enlarging, prepare_run_off, prepare_vote_on_way
from zukunftsparlament.polls.actions.guarding import problems_in
from zukunftsparlament.polls.actions.leading import poll_to_lead
from zukunftsparlament.polls.actions.stirring import with_pictures
from zukunftsparlament.polls.actions.tie_steps import Chosen, take_step
from zukunftsparlament.polls.queries.tie_shapes import Tie
from zukunftsparlament.polls.queries.ties import tie_of
from zukunftsparlament.polls.rules import PollState, TieState, Way, WhyNotSettle

# Prepared once this tie was known, and not to settle it: a way out of the tie would contradict it.
NEWER = Sql(
    "SELECT number FROM poll WHERE proposal = $1 AND binding = $2 AND voided_at IS NULL AND after_tie IS NULL "
    "AND prepared_at > $3"
)


async def settle_tie(number: int, chosen: Chosen, *, actor: str) -> int:
    """Returns the number of the poll to look at next: a run-off, a vote on the way, or the tied poll itself.

    Raises Wrong for what a chair has typed, Refused where this way is not open.
    """
    async with writing():
        await poll_to_lead(number, actor)
        tie = await _tie(number)
        if chosen.way not in tie.offered:
            return _already(tie, chosen.way)
        follow_up = None
        if chosen.way is Way.RUN_OFF:
            follow_up = await prepare_run_off(tie, actor=actor)
        elif chosen.way is Way.WAYS:
            follow_up = await prepare_vote_on_way(tie, actor=actor)
        elif chosen.way is Way.ENLARGE:
            follow_up = await prepare_enlarging(tie, actor=actor)
        await take_step(tie, await _as_it_counts(tie, chosen, actor), follow_up=follow_up, actor=actor)
    return follow_up or number


async def _as_it_counts(tie: Tie, chosen: Chosen, actor: str) -> Chosen:
    """Without what was typed for another way: only a chair picks a winner and gives a reason, and is checked."""
    if chosen.way is Way.CHAIR:
        _check_chair(tie, chosen, actor)
        return Chosen(way=Way.CHAIR, picked=chosen.picked, reason=chosen.reason)
    if chosen.way is Way.LOT:
        return await _sealed_lot(tie.counted.poll.number, tie)
    if chosen.way is Way.SHARE:
        poll = tie.counted.poll  # where a fund pays, the amount was fixed before the vote
        amount = chosen.amount if poll.fund is None else poll.cents or 0
        return Chosen(way=Way.SHARE, picked=tie.open.tied, amount=amount)
    return Chosen(way=chosen.way)


def _already(tie: Tie, way: Way) -> int:
    """Somebody has chosen before, perhaps another way: no error. A way that was never open is refused."""
    if tie.stands.state is TieState.WAITS:
        raise Refused(WhyNotSettle.WAY_NOT_OFFERED)
    last = tie.steps[-1]
    return last.follow_up or tie.counted.poll.number


async def _tie(number: int) -> Tie:
    poll = await queries.poll(number)
    if poll.state is not PollState.PUBLISHED:
        raise Refused(WhyNotSettle.NOT_PUBLISHED)
    tie = await tie_of(await queries.counted(number))
    if tie is None:
        raise Refused(WhyNotSettle.NO_TIE)
    waits = tie.stands.state is not TieState.SETTLED and poll.proposal is not None
    if waits and await NEWER.row(poll.proposal, True, poll.times.published_at):
        raise Refused(WhyNotSettle.NEWER_POLL)
    return tie


def _check_chair(tie: Tie, chosen: Chosen, actor: str) -> None:
    """The office accompanies, it never decides."""
    if not actor.startswith("chair:"):
        raise Refused(WhyNotSettle.ONLY_THE_CHAIRS)
    result, rule = tie.open, tie.counted.rule
    why_picked = rules.why_not_picked(
        chosen.picked,
        tied=result.tied,
        places=settling.places_open(result),
        costs=rule.terms.costs,
        money=result.more.get("left", 0),
    )
    found = {"picked": why_picked, "why": rules.why_not_reason(chosen.reason)}
    problems = {name: sentence(why_not) for name, why_not in found.items() if why_not}
    if problems := problems_in({"why": chosen.reason}, actor=actor) | problems:
        raise Wrong(problems)


async def _sealed_lot(number: int, tie: Tie) -> Chosen:
    lot = lots.new_lot()
    await asyncio.to_thread(keys.keep_draw, number, lot)
    return Chosen(way=Way.LOT, lot={"commitment": lots.commitment(lot)})


async def draw_lot(number: int, word: str, *, actor: str) -> None:
    """`word`: what the room has called out, after the seal of the lot was there for all to see.

    A lot that is lost (an old backup came back) is sealed anew, and nothing is drawn yet.
    """
    async with writing():
        await poll_to_lead(number, actor)
        tie = await _tie(number)
        if tie.stands.state is not TieState.DRAWING:
            _already(tie, Way.LOT)
            return
        if why_not := rules.why_not_word(word):
            raise Wrong({"word": sentence(why_not)})
        if problems := problems_in({"word": word}, actor=actor):
            raise Wrong(problems)
        lot = await asyncio.to_thread(keys.draw, number)
        if lot is None or lots.commitment(lot) != tie.steps[-1].lot["commitment"]:
            await take_step(tie, await _sealed_lot(number, tie), follow_up=None, actor=actor)
            return
        counted, word = tie.counted, await with_pictures(number, word.strip())
        picked = settling.drawn_later(tie.open, counted.rule, lot=lot, listed=counted.listed, word=word)
        facts = {"commitment": lots.commitment(lot), "revealed": lot.hex(), "word": word}
        after_commit(lambda: asyncio.to_thread(keys.destroy_draw, number))
        await take_step(tie, Chosen(way=Way.LOT, picked=picked, lot=facts), follow_up=None, actor=actor)
