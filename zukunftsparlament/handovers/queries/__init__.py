"""Reading hand-overs: what was handed over, what became of it, what can be handed over next."""

from zukunftsparlament.handovers.queries.handed import (
    PER_PAGE,
    Body,
    DecisionRef,
    Handed,
    Handover,
    InList,
    bodies,
    body_called,
    decision,
    handed_over,
    handover,
    handovers,
    pages,
)
from zukunftsparlament.handovers.queries.leaflets import Leaflet, Line, leaflet
from zukunftsparlament.handovers.queries.matters import is_poll, matter_of, published_of
from zukunftsparlament.handovers.queries.outcomes import (
    Counts,
    Outcome,
    Reply,
    answers_for_member,
    counts,
    open_answers,
    outcomes,
    outcomes_of,
)

__all__ = [
    "PER_PAGE",
    "Body",
    "Counts",
    "DecisionRef",
    "Handed",
    "Handover",
    "InList",
    "Leaflet",
    "Line",
    "Outcome",
    "Reply",
    "answers_for_member",
    "bodies",
    "body_called",
    "counts",
    "decision",
    "handed_over",
    "handover",
    "handovers",
    "is_poll",
    "leaflet",
    "matter_of",
    "open_answers",
    "outcomes",
    "outcomes_of",
    "pages",
    "published_of",
]
