"""Reading about polls."""

from zukunftsparlament.polls.queries.asked import Explanation, explanation_of, has_asked_for_secret
from zukunftsparlament.polls.queries.chairs_votes import ChairsVotes, chairs_votes
from zukunftsparlament.polls.queries.counted import (
    CountedPoll,
    counted,
    published_poll,
)
from zukunftsparlament.polls.queries.decided import counted_polls, decided, waiting_ties
from zukunftsparlament.polls.queries.fund import Entry, Fund, all_entries, entries, fund, fund_by_id, funds, returnable
from zukunftsparlament.polls.queries.hands import Hands, hands_of, seat_in_room
from zukunftsparlament.polls.queries.in_sitting import (
    PlaceOfPoll,
    amendment_waits,
    another_runs,
    held_at,
    may_vote_in,
    polls_about,
    polls_of,
    roll_of,
    why_not_vote_here,
)
from zukunftsparlament.polls.queries.key_cards import KeyCard, KeyCards, key_cards, why_not_two_keys
from zukunftsparlament.polls.queries.measured import Measured, measured
from zukunftsparlament.polls.queries.paper import Papers, papers_of
from zukunftsparlament.polls.queries.papers import MyPoll, Paper, paper_for, paper_on, polls_for
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
    running_steps,
    shown_turnout,
    voted,
)
from zukunftsparlament.polls.queries.room_vote import SittingVote, vote_about, vote_of
from zukunftsparlament.polls.queries.rows import Poll
from zukunftsparlament.polls.queries.series import Series, series, series_of
from zukunftsparlament.polls.queries.stirring import lot_waits, stirred
from zukunftsparlament.polls.queries.tie_shapes import Tie, TieStep
from zukunftsparlament.polls.queries.ties import tie_of

__all__ = [
    "ChairsVotes",
    "CountedPoll",
    "Ended",
    "Entry",
    "Explanation",
    "Fund",
    "Hands",
    "KeyCard",
    "KeyCards",
    "Measured",
    "MyPoll",
    "Paper",
    "Papers",
    "Place",
    "PlaceOfPoll",
    "Poll",
    "Series",
    "SittingVote",
    "Tie",
    "TieStep",
    "all_entries",
    "amendment_waits",
    "another_runs",
    "ballots_in",
    "box_fits",
    "chairs_votes",
    "counted",
    "counted_polls",
    "decided",
    "due_to_close",
    "due_to_open",
    "electorate",
    "ended",
    "entries",
    "explanation_of",
    "frozen_about",
    "fund",
    "fund_by_id",
    "funds",
    "hands_of",
    "has_asked_for_secret",
    "held_at",
    "key_cards",
    "lot_waits",
    "may_vote_in",
    "measured",
    "names_by_seat",
    "paper_for",
    "paper_on",
    "papers_of",
    "place_of",
    "poll",
    "poll_for_casting",
    "poll_for_changing",
    "polls_about",
    "polls_for",
    "polls_of",
    "prepared_since",
    "published_poll",
    "returnable",
    "roll_of",
    "running",
    "running_steps",
    "seat_in_room",
    "series",
    "series_of",
    "shown_turnout",
    "stirred",
    "tie_of",
    "to_lead",
    "vote_about",
    "vote_of",
    "voted",
    "waiting_ties",
    "way_of",
    "why_not_two_keys",
    "why_not_vote_here",
]
