"""What everybody may take along on paper about one hand-over: as the words are today, not as they were frozen.

A text that was removed since is not to come back on a poster.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from zukunftsparlament.handovers.freezing import DoneFact
from zukunftsparlament.handovers.queries.one import handover
from zukunftsparlament.handovers.queries.outcomes import Reply, outcomes_of
from zukunftsparlament.kernel.place import whole
from zukunftsparlament.polls import queries as polls
from zukunftsparlament.polls.tie_texts import whole_sentence


@dataclass(frozen=True, slots=True)
class Line:
    """`sentence`: how the vote went. `is_void`: it was voided after it had been handed over."""

    title: str
    topic: str
    sentence: str
    reply: Reply | None
    is_void: bool
    done: DoneFact | None = None


@dataclass(frozen=True, slots=True)
class Leaflet:
    handover: int
    from_whom: str
    body: str
    made_on: date
    answer_by: date
    lines: Sequence[Line]


async def leaflet(number: int) -> Leaflet:
    """Raises Missing. A few statements for each decision."""
    found = await outcomes_of(number)
    frozen = (await handover(number)).frozen
    lines = [Line(one.title, one.topic, await _sentence(one.poll), one.reply, one.is_void, one.done) for one in found]
    from_whom = whole(frozen.get("parliament", ""), frozen.get("municipality", ""))
    return Leaflet(number, from_whom, frozen["body"], found[0].made_on, found[0].answer_by, lines)


async def _sentence(number: int) -> str:
    counted = await polls.counted(number)
    return whole_sentence(replace(counted, tie=await polls.tie_of(counted)))
