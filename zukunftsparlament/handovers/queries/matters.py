"""What can be handed over: counted polls, with the proposal behind each and what was said about it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from zukunftsparlament.handovers.freezing import Matter
from zukunftsparlament.handovers.queries.handed import local_day
from zukunftsparlament.handovers.queries.outcomes import called
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.polls import queries as polls
from zukunftsparlament.polls.how_texts import how_it_came
from zukunftsparlament.polls.queries import CountedPoll
from zukunftsparlament.polls.queries.parts import Part, parts_of
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import ONE_MARK, Kind, money
from zukunftsparlament.polls.tie_texts import told_after
from zukunftsparlament.proposals.queries import Points, points_of

TOPIC = Sql("SELECT topic FROM proposal WHERE id = $1")
REASON = Sql("SELECT reason FROM proposal WHERE id = $1")


async def published_of(numbers: Sequence[int]) -> list[CountedPoll]:
    """Those of `numbers` that are counted, published and not void, in this order."""
    found = {counted.poll.number: counted for counted in await polls.counted_polls()}
    return [found[number] for number in numbers if number in found]


async def is_poll(number: int) -> bool:
    """Whether there is such a poll, in whatever state."""
    try:
        await polls.poll(number)
    except Missing:
        return False
    return True


async def matters_of(counted: CountedPoll) -> list[Matter]:
    """One, or one for each that shares the money after a tie."""
    whole = await whole_matter_of(counted)
    return [_shared(whole, part) for part in parts_of(counted)] or [whole]


async def matter_of(counted: CountedPoll, choice: str) -> Matter:
    """The decision about that option; whole where it was handed over as a whole."""
    found = [matter for matter in await matters_of(counted) if matter.choice == choice]
    return found[0] if found else await whole_matter_of(counted)


def _shared(whole: Matter, part: Part) -> Matter:
    with speaking(GERMAN):
        own = _("Dieser Beschluss: {label} bekommt {money}.").format(label=part.label, money=money(part.cents))
    return replace(
        whole,
        title=called(whole.title, part.label),
        winner=part.choice,
        winners=None,
        choice=part.choice,
        cents=part.cents,
        how=[own, *whole.how],
    )


async def whole_matter_of(counted: CountedPoll) -> Matter:
    poll, result, final = counted.poll, counted.result, counted.final
    points = await points_of(poll.proposal) if poll.proposal is not None else Points(for_=[], against=[])
    opened, closed = poll.times.opened_at, poll.times.closed_at
    assert opened and closed and poll.turnout is not None and poll.electorate_size is not None, "it is counted"
    winner = final.winners[0] if final.outcome is Outcome.CHOSEN and len(final.winners) == 1 else None
    return Matter(
        poll=poll.number,
        proposal=poll.proposal_number,
        topic=await _topic(poll.proposal),
        title=poll.proposal_title or poll.question,
        text=await _told(counted),
        texts_for=points.for_,
        texts_against=points.against,
        kind=poll.kind.value,
        secrecy=poll.secrecy.value,
        counts=dict(result.counts.votes),
        options=poll.options,
        yes_means=poll.yes_means,
        no_means=poll.no_means,
        electorate_size=poll.electorate_size,
        turnout=poll.turnout,
        rule=" ".join(counted.rule_sentences),
        outcome=final.outcome.value,
        winner=winner,
        choice=winner or "",
        binding=poll.binding,
        opened_on=local_day(opened),
        closed_on=local_day(closed),
        winners=final.winners if poll.kind not in ONE_MARK or len(final.winners) > 1 else None,
        how=_how(counted),
        money=_money(counted),
        settled=counted.settled_by,
    )


def _how(counted: CountedPoll) -> list[str]:
    with speaking(GERMAN):
        return how_it_came(counted.final, counted.rule, counted.poll.options) + told_after(counted.tie)


def _money(counted: CountedPoll) -> dict[str, Any] | None:
    """In euro cents."""
    terms, final = counted.poll.terms, counted.final
    if counted.poll.kind is not Kind.BUDGET:
        return None
    costs = {str(place): cost for place, cost in enumerate(terms.costs, start=1)}
    spent = sum(costs[choice] for choice in final.winners)
    return {"amount": terms.amount, "costs": costs, "spent": spent, "left": terms.amount - spent}


async def _topic(proposal: int | None) -> str:
    return "" if proposal is None else str(await TOPIC.value(proposal))


async def _told(counted: CountedPoll) -> str:
    """What they want and why; and the question on the ballot paper, where it is not the title once more."""
    poll = counted.poll
    if poll.proposal is None:
        return ""
    parts = [counted.proposal_text, await REASON.value(poll.proposal)]
    if poll.question.strip() != (poll.proposal_title or "").strip():
        with speaking(GERMAN):  # it is frozen
            parts.append(_("Auf dem Stimmzettel stand: {question}").format(question=poll.question))
    return "\n\n".join(part for part in parts if part.strip())
