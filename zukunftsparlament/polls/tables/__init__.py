"""The tables of this room."""

from zukunftsparlament.polls.tables.ballots import Ballot, OnRoll, OpenVote, SealedBallot, Turnout
from zukunftsparlament.polls.tables.beside import Explanation, KeyCard, SecretWish, Stir, TieStep
from zukunftsparlament.polls.tables.elections import Candidacy, Election
from zukunftsparlament.polls.tables.in_sitting import FundEntry, HandCount, Teller
from zukunftsparlament.polls.tables.paper import PaperEntry, PaperSeat, PaperSlip, PaperVoter
from zukunftsparlament.polls.tables.polls import Fund, Poll, PollSeries

__all__ = [
    "Ballot",
    "Candidacy",
    "Election",
    "Explanation",
    "Fund",
    "FundEntry",
    "HandCount",
    "KeyCard",
    "OnRoll",
    "OpenVote",
    "PaperEntry",
    "PaperSeat",
    "PaperSlip",
    "PaperVoter",
    "Poll",
    "PollSeries",
    "SealedBallot",
    "SecretWish",
    "Stir",
    "Teller",
    "TieStep",
    "Turnout",
]
