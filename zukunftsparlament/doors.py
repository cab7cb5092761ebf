"""All controllers of all rooms and desks."""

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
from zukunftsparlament.concerns.controllers import ConcernController
from zukunftsparlament.hall.elections import CandidacyController
from zukunftsparlament.hall.notes import NotesController
from zukunftsparlament.hall.presence import HereController, JoinController
from zukunftsparlament.hall.questions import BoxController
from zukunftsparlament.hall.room import RoomController
from zukunftsparlament.hall.screen import ScreenController
from zukunftsparlament.hall.speaking import HandController
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
from zukunftsparlament.polls.controllers import POLL_DOORS
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
