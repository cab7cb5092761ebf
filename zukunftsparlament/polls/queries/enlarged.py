"""How many seats the parliament has voted to add: where the last places of an election were tied."""

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import settling
from zukunftsparlament.polls.queries.counted import counted, published_poll
from zukunftsparlament.polls.queries.ties import final_of, tie_of
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Way
from zukunftsparlament.polls.rules.elections import Office

OFFICE = Sql("SELECT e.office FROM poll p JOIN election e ON e.id = p.election WHERE p.number = $1")


async def places_added_by(number: int) -> int:
    """`number`: of the vote on whether all of the tied are in. 0 for every other poll, and where it was a no."""
    try:
        found = await published_poll(number)
    except Missing:
        return 0
    poll = found.poll
    if poll.times.voided_at or poll.practice or not poll.binding or poll.after_tie_as != Way.ENLARGE:
        return 0
    if poll.after_tie_number is None or (await final_of(found)).outcome is not Outcome.ACCEPTED:
        return 0
    if await OFFICE.value(poll.after_tie_number) not in (None, Office.SEATS):
        return 0  # one chair more is no seat more
    tie = await tie_of(await counted(poll.after_tie_number))
    about = [tie.about[step.place] for step in tie.steps if step.follow_up == number] if tie else []
    return len(about[0].tied) - settling.places_open(about[0]) if about else 0
