"""Reading hand-overs: what was handed over, what became of it, what can be handed over next."""

from zukunftsparlament.handovers.queries.debts import Debt, Owing, owing, waiting, why_owed
from zukunftsparlament.handovers.queries.funnel import Funnel, Overview, Pace, overview
from zukunftsparlament.handovers.queries.handed import (
    PER_PAGE,
    Body,
    Handed,
    InList,
    bodies,
    body_called,
    handed_over,
    handovers,
    local_day,
    pages,
)
from zukunftsparlament.handovers.queries.leaflets import Leaflet, Line, leaflet
from zukunftsparlament.handovers.queries.looking import Asked, State, earlier_answers, outcomes
from zukunftsparlament.handovers.queries.matters import is_poll, matter_of, matters_of, published_of
from zukunftsparlament.handovers.queries.one import (
    DecisionRef,
    Handover,
    Version,
    decision,
    handover,
    is_void,
    polls_in,
)
from zukunftsparlament.handovers.queries.outcomes import (
    Counts,
    Outcome,
    Reply,
    counts,
    open_answers,
    outcomes_of,
)
from zukunftsparlament.handovers.queries.stations import Voted, Way, ways_of

__all__ = [
    "PER_PAGE",
    "Asked",
    "Body",
    "Counts",
    "Debt",
    "DecisionRef",
    "Funnel",
    "Handed",
    "Handover",
    "InList",
    "Leaflet",
    "Line",
    "Outcome",
    "Overview",
    "Owing",
    "Pace",
    "Reply",
    "State",
    "Version",
    "Voted",
    "Way",
    "bodies",
    "body_called",
    "counts",
    "decision",
    "earlier_answers",
    "handed_over",
    "handover",
    "handovers",
    "is_poll",
    "is_void",
    "leaflet",
    "local_day",
    "matter_of",
    "matters_of",
    "open_answers",
    "outcomes",
    "outcomes_of",
    "overview",
    "owing",
    "pages",
    "polls_in",
    "published_of",
    "waiting",
    "ways_of",
    "why_owed",
]
