"""The doors of this room."""

from typing import Any

from zukunftsparlament.polls.controllers.asking import AskController, PracticeController
from zukunftsparlament.polls.controllers.ballots import BallotController
from zukunftsparlament.polls.controllers.leading import LeadController
from zukunftsparlament.polls.controllers.preparing import PrepareController
from zukunftsparlament.polls.controllers.reading import PollController
from zukunftsparlament.polls.controllers.recounts import RecountController
from zukunftsparlament.polls.controllers.results import KeyController, ResultController
from zukunftsparlament.polls.controllers.ties import TieController

POLL_DOORS: list[Any] = [
    PollController,
    PrepareController,
    BallotController,
    LeadController,
    ResultController,
    RecountController,
    KeyController,
    TieController,
    AskController,
    PracticeController,
]

__all__ = ["POLL_DOORS"]
