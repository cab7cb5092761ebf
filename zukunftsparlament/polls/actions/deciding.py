"""What a decision brings with it inside the parliament: an amended motion reads anew, and money leaves its fund.

Called in the transaction that publishes a result or settles a tie; harmless when called again.
"""

from dataclasses import replace

from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.actions.fund import book
from zukunftsparlament.polls.queries import CountedPoll
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Way
from zukunftsparlament.polls.rules.paying import paid

AMEND = Sql("UPDATE poll SET question = $2, yes_means = $3 WHERE id = $1 AND opened_at IS NULL AND voided_at IS NULL")
# What was printed and handed out asks something else now.
FORGET_PAPER = tuple(Sql(f"DELETE FROM {table} WHERE poll = $1") for table in ("paper_slip", "paper_seat"))  # noqa: S608
NUMBER_OF = Sql("SELECT number FROM poll WHERE id = $1")
FINAL = frozenset({Outcome.ACCEPTED, Outcome.CHOSEN})


async def carry_out(number: int, *, actor: str) -> None:
    """Of a run-off: what the tie has come to that it was to settle."""
    counted = await queries.counted(number)
    while counted.poll.after_tie is not None and counted.poll.after_tie_as == Way.RUN_OFF:
        counted = await queries.counted(int(await NUMBER_OF.value(counted.poll.after_tie)))
    counted = replace(counted, tie=await queries.tie_of(counted))
    if counted.final.outcome not in FINAL:
        return
    await _amend(counted)
    poll = counted.poll
    if poll.fund is not None and poll.binding and not counted.waits_for_final_vote:
        costs = paid(poll.kind, counted.final.winners, cents=poll.cents or 0, terms=poll.terms)
        await book(poll, costs, actor=actor)


async def _amend(counted: CountedPoll) -> None:
    """The motion waits, unopened, for exactly this."""
    poll = counted.poll
    if poll.amends is None or not poll.amendment:
        return
    if (await queries.poll(int(await NUMBER_OF.value(poll.amends)))).binding != poll.binding:
        return  # what binds nobody changes nothing about what binds
    await AMEND.rows(poll.amends, poll.amendment["question"], poll.amendment["yes_means"])
    for forget in FORGET_PAPER:
        await forget.rows(poll.amends)
    announce(f"poll-{await NUMBER_OF.value(poll.amends)}", *poll.rooms)
