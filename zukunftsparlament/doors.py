"""All controllers of all rooms and desks, and what runs beside the requests."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from zukunftsparlament.chair.adjourned import AdjournedController
from zukunftsparlament.chair.agenda import AgendaController
from zukunftsparlament.chair.agenda_items import AgendaItemController
from zukunftsparlament.chair.chairs import ChairsController
from zukunftsparlament.chair.cockpit import CockpitController
from zukunftsparlament.chair.controllers import ChairController
from zukunftsparlament.chair.course_items import CourseItemsController
from zukunftsparlament.chair.elections import ElectionController, HeldElectionController
from zukunftsparlament.chair.inviting import InvitingController
from zukunftsparlament.chair.minutes import MinutesDesk
from zukunftsparlament.chair.paper import PaperController
from zukunftsparlament.chair.planning import PlanningController
from zukunftsparlament.chair.presence import PresenceController
from zukunftsparlament.chair.rehearsals import RehearsalController
from zukunftsparlament.chair.schools import SchoolVoteController
from zukunftsparlament.chair.speaking import SpeakingController
from zukunftsparlament.chair.urgent import UrgentController
from zukunftsparlament.chair.votes import LeadVoteController, VoteController
from zukunftsparlament.concerns.cleaning import tick as tidy_concerns
from zukunftsparlament.concerns.controllers import ConcernController
from zukunftsparlament.departures.month_end import month_end
from zukunftsparlament.departures.rehearsals import rehearsals
from zukunftsparlament.hall.elections import CandidacyController
from zukunftsparlament.hall.notes import NotesController
from zukunftsparlament.hall.presence import HereController, JoinController
from zukunftsparlament.hall.questions import BoxController
from zukunftsparlament.hall.room import RoomController
from zukunftsparlament.hall.screen import ScreenController
from zukunftsparlament.hall.speaking import HandController
from zukunftsparlament.kernel.database import STORE_ERRORS
from zukunftsparlament.mine.controllers import MineController
from zukunftsparlament.mine.data import OwnDataController
from zukunftsparlament.mine.going import FarewellController, GoingController
from zukunftsparlament.mine.messages import MessagesController
from zukunftsparlament.mine.name import NameController
from zukunftsparlament.mine.removed import RemovedController
from zukunftsparlament.office.answers import AnswerController, DoneController
from zukunftsparlament.office.cards import CardsController
from zukunftsparlament.office.concerns import ConcernsController, KeeperController
from zukunftsparlament.office.corrections import CorrectionController
from zukunftsparlament.office.deletions import DeletionsController
from zukunftsparlament.office.devices import StaffDevicesController
from zukunftsparlament.office.funds import FundController
from zukunftsparlament.office.handovers import HandoverController
from zukunftsparlament.office.names import NamesController
from zukunftsparlament.office.objections import ObjectionsController
from zukunftsparlament.office.polls import OfficePollController
from zukunftsparlament.office.questions import QuestionsController
from zukunftsparlament.office.releases import ReleasesController
from zukunftsparlament.office.reminders import RemindersController
from zukunftsparlament.office.reports import ReportsController
from zukunftsparlament.office.rules import RulesController
from zukunftsparlament.office.seats import SeatsController
from zukunftsparlament.office.slips import SlipController
from zukunftsparlament.office.today import TodayController
from zukunftsparlament.office.welfare import WelfareController
from zukunftsparlament.people.cleaning import clear_sessions
from zukunftsparlament.people.last_days import tick as free_seats
from zukunftsparlament.people.queries import look_where_we_are
from zukunftsparlament.polls.clockwork import tick
from zukunftsparlament.polls.controllers import POLL_DOORS
from zukunftsparlament.proposals.actions.tidying import tidy as tidy_pictures
from zukunftsparlament.proposals.actions.wiping import tick as wipe
from zukunftsparlament.proposals.controllers import CONTROLLERS as PROPOSALS
from zukunftsparlament.public.about import AboutController
from zukunftsparlament.public.came_of_it import CameOfItController
from zukunftsparlament.public.feeds import FeedController
from zukunftsparlament.public.find import FindController
from zukunftsparlament.public.funds import MoneyController
from zukunftsparlament.public.invitations import InvitationController
from zukunftsparlament.public.minutes import MinutesController
from zukunftsparlament.public.rules import RulesOfProcedureController
from zukunftsparlament.public.sittings import SittingsController
from zukunftsparlament.public.start import StartController
from zukunftsparlament.public.view import ViewController
from zukunftsparlament.public.words import WordsController
from zukunftsparlament.sittings.clockwork import tick as go_by_the_clock

DOORS: list[Any] = [
    *POLL_DOORS,
    ChairController,
    PlanningController,
    AgendaController,
    AgendaItemController,
    InvitingController,
    VoteController,
    LeadVoteController,
    SchoolVoteController,
    PaperController,
    ElectionController,
    HeldElectionController,
    CandidacyController,
    CockpitController,
    CourseItemsController,
    ChairsController,
    UrgentController,
    AdjournedController,
    PresenceController,
    SpeakingController,
    RehearsalController,
    MinutesDesk,
    NotesController,
    MinutesController,
    RoomController,
    JoinController,
    HereController,
    HandController,
    BoxController,
    ScreenController,
    OfficePollController,
    FundController,
    MoneyController,
    *PROPOSALS,
    MineController,
    OwnDataController,
    GoingController,
    FarewellController,
    MessagesController,
    NameController,
    RemovedController,
    CardsController,
    DeletionsController,
    StaffDevicesController,
    ReleasesController,
    NamesController,
    QuestionsController,
    ReportsController,
    ObjectionsController,
    ConcernController,
    ConcernsController,
    KeeperController,
    WelfareController,
    SeatsController,
    RulesController,
    SlipController,
    TodayController,
    HandoverController,
    RemindersController,
    CorrectionController,
    AnswerController,
    DoneController,
    CameOfItController,
    FeedController,
    StartController,
    AboutController,
    FindController,
    SittingsController,
    InvitationController,
    RulesOfProcedureController,
    ViewController,
    WordsController,
]

# What has to happen at its time although nobody asks for it. Each must be harmless when called again.
CLOCKS: list[Callable[[], Awaitable[None]]] = [
    look_where_we_are,
    clear_sessions,
    month_end.tick,
    rehearsals.tick,
    free_seats,
    tick,
    go_by_the_clock,
    tidy_pictures,
    wipe,
    tidy_concerns,
]
TICK_SECONDS = 0.5

log = logging.getLogger("zukunftsparlament")


@asynccontextmanager
async def clockwork() -> AsyncIterator[None]:
    ticking = asyncio.create_task(_tick())
    try:
        yield
    finally:
        ticking.cancel()
        with suppress(asyncio.CancelledError):
            await ticking


async def _tick() -> None:
    """Goes on when the store is away for a while; the next tick makes up for it."""
    while True:
        for clock in CLOCKS:
            try:
                await clock()
            except STORE_ERRORS as error:
                log.error("clockwork: %s: %s", type(error).__name__, error)
        await asyncio.sleep(TICK_SECONDS)
