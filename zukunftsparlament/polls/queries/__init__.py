"""Reading about polls."""

from zukunftsparlament.polls.queries.asked import Explanation, explanation_of, has_asked_for_secret
from zukunftsparlament.polls.queries.counted import (
    CountedPoll,
    counted,
    published_poll,
)
from zukunftsparlament.polls.queries.decided import counted_polls, results_of, waiting_ties
from zukunftsparlament.polls.queries.measured import Measured, measured
from zukunftsparlament.polls.queries.papers import MyPoll, Paper, paper_for, polls_for
from zukunftsparlament.polls.queries.polls import (
    Ended,
    due_to_close,
    due_to_open,
    ended,
    frozen_about,
    poll,
    poll_for_casting,
    poll_for_changing,
    prepared_since,
    running,
    to_lead,
    way_of,
)
from zukunftsparlament.polls.queries.roll import (
    Place,
    ballots_in,
    box_fits,
    electorate,
    names_by_seat,
    place_of,
    places_of,
    running_steps,
    shown_turnout,
    voted,
)
from zukunftsparlament.polls.queries.rows import Poll
from zukunftsparlament.polls.queries.series import Series, series, series_of
from zukunftsparlament.polls.queries.ties import Tie, TieStep, tie_of

__all__ = [
    "CountedPoll",
    "Ended",
    "Explanation",
    "Measured",
    "MyPoll",
    "Paper",
    "Place",
    "Poll",
    "Series",
    "Tie",
    "TieStep",
    "ballots_in",
    "box_fits",
    "counted",
    "counted_polls",
    "due_to_close",
    "due_to_open",
    "electorate",
    "ended",
    "explanation_of",
    "frozen_about",
    "has_asked_for_secret",
    "measured",
    "names_by_seat",
    "paper_for",
    "place_of",
    "places_of",
    "poll",
    "poll_for_casting",
    "poll_for_changing",
    "polls_for",
    "prepared_since",
    "published_poll",
    "results_of",
    "running",
    "running_steps",
    "series",
    "series_of",
    "shown_turnout",
    "tie_of",
    "to_lead",
    "voted",
    "waiting_ties",
    "way_of",
]
