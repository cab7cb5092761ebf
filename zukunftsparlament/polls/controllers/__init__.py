"""The doors of this room."""

from typing import Any

from zukunftsparlament.polls.controllers.asking import AskController, PracticeController
from zukunftsparlament.polls.controllers.ballots import BallotController
from zukunftsparlament.polls.controllers.hands import HandsController
from zukunftsparlament.polls.controllers.key_cards import KeyCardController
from zukunftsparlament.polls.controllers.leading import LeadController
from zukunftsparlament.polls.controllers.preparing import PrepareController
from zukunftsparlament.polls.controllers.reading import PollController
from zukunftsparlament.polls.controllers.recounts import RecountController
from zukunftsparlament.polls.controllers.results import KeyController, ResultController
from zukunftsparlament.polls.controllers.series import SeriesController
from zukunftsparlament.polls.controllers.slips import SlipController
from zukunftsparlament.polls.controllers.stirring import StirController
from zukunftsparlament.polls.controllers.ties import TieController
from zukunftsparlament.polls.controllers.trying import TryController

POLL_DOORS: list[Any] = [
    PollController,
    PrepareController,
    BallotController,
    LeadController,
    HandsController,
    KeyCardController,
    ResultController,
    SeriesController,
    RecountController,
    KeyController,
    SlipController,
    TieController,
    StirController,
    AskController,
    PracticeController,
    TryController,
]

__all__ = ["POLL_DOORS"]
