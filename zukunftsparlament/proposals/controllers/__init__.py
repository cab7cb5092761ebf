"""The doors to proposals."""

from typing import Any

from zukunftsparlament.proposals import around_texts as around_texts  # tells the sentences of the rules
from zukunftsparlament.proposals import texts as texts
from zukunftsparlament.proposals.controllers.backings import BackingController
from zukunftsparlament.proposals.controllers.coauthors import JoinController, TogetherController
from zukunftsparlament.proposals.controllers.drafts import DraftController
from zukunftsparlament.proposals.controllers.edits import EditController, VersionController
from zukunftsparlament.proposals.controllers.following import FollowingController
from zukunftsparlament.proposals.controllers.merging import MergingAnswerController, MergingController
from zukunftsparlament.proposals.controllers.pictures import PictureController
from zukunftsparlament.proposals.controllers.proposals import ProposalController
from zukunftsparlament.proposals.controllers.reports import ReportController
from zukunftsparlament.proposals.controllers.talk import TalkController
from zukunftsparlament.proposals.controllers.turning_down import TurningDownController
from zukunftsparlament.proposals.controllers.withdrawals import WithdrawalController
from zukunftsparlament.proposals.controllers.writing_down import WritingDownController

CONTROLLERS: list[Any] = [
    ProposalController,
    BackingController,
    TalkController,
    WithdrawalController,
    ReportController,
    DraftController,
    PictureController,
    EditController,
    VersionController,
    TogetherController,
    JoinController,
    FollowingController,
    TurningDownController,
    MergingController,
    MergingAnswerController,
    WritingDownController,
]
