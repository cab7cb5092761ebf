"""What those who lead say now: one sentence for every situation, short enough to be read out by a nine-year-old."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from zukunftsparlament.sittings.rules.course_words import Due, Next
from zukunftsparlament.sittings.rules.words import ItemKind, SittingState


class Say(Enum):
    """The sentences stand in `saying_texts.py`."""

    COME_IN = "come_in"
    OPEN = "open"
    OPEN_NOT_QUORATE = "open_not_quorate"
    BEGIN = "begin"
    BEGIN_LAST = "begin_last"
    BEGIN_CLOSED = "begin_closed"
    WELCOME = "welcome"
    LAST_MINUTES = "last_minutes"
    CAME_OF_IT = "came_of_it"
    REPORT = "report"
    QUESTIONS = "questions"
    TALK = "talk"
    TALK_BEFORE_VOTE = "talk_before_vote"
    TALK_NOT_QUORATE = "talk_not_quorate"
    ELECT = "elect"
    ELECT_NOT_QUORATE = "elect_not_quorate"
    AFTER_VOTE = "after_vote"
    AFTER_ELECTION = "after_election"
    TIED = "tied"
    LOT_LIES_READY = "lot_lies_ready"
    PARTS_DONE = "parts_done"
    VOTE = "vote"
    VOTE_BY_HANDS = "vote_by_hands"
    VOTE_SOON = "vote_soon"
    VOTE_CLOSES = "vote_closes"
    VOTE_COUNTS = "vote_counts"
    PAUSE = "pause"
    PAUSE_OVER = "pause_over"
    CLOSE = "close"
    CLOSES_SOON = "closes_soon"
    ITEM_GOES = "item_goes"
    CHAIRS_CHANGE = "chairs_change"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True, slots=True)
class Situation:
    """`missing`: seats that a quorum still needs, 0 when there is one. `vote`: state of the question on the phones, ""
    for none; "hands" while they are counted, "tied" while nobody has said what follows from its result, "drawing"
    while its lot lies sealed. `parts`: whether the item that runs had parts, all of which are done. `closed`: the item
    that comes is not public, and its title no more."""

    state: SittingState
    next: Next
    present: int = 0
    missing: int = 0
    kind: ItemKind | None = None
    is_last: bool = False
    closed: bool = False
    parts: bool = False
    voted: bool = False
    vote: str = ""
    due: Due | None = None
    paused_until: datetime | None = None


DUE = {Due.CLOSE: Say.CLOSES_SOON, Due.END_ITEM: Say.ITEM_GOES, Due.CHAIRS: Say.CHAIRS_CHANGE}
TALK = {
    ItemKind.OPENING: Say.WELCOME,
    ItemKind.MINUTES: Say.LAST_MINUTES,
    ItemKind.CAME_OF_IT: Say.CAME_OF_IT,
    ItemKind.REPORT: Say.REPORT,
    ItemKind.QUESTIONS: Say.QUESTIONS,
}
VOTE = {
    "open": Say.VOTE,
    "hands": Say.VOTE_BY_HANDS,
    "closing": Say.VOTE_CLOSES,
    "tied": Say.TIED,
    "drawing": Say.LOT_LIES_READY,
}


def what_to_say(at: Situation, *, now: datetime) -> Say:
    match at.next:
        case Next.NOTHING:
            return Say.CLOSED if at.state is SittingState.CLOSED else Say.CANCELLED
        case Next.STOP:
            return DUE[at.due] if at.due else Say.CLOSES_SOON
        case Next.OPEN:
            return _to_open(at)
        case Next.RESUME:
            return Say.PAUSE if at.paused_until and now < at.paused_until else Say.PAUSE_OVER
        case Next.BEGIN:
            return Say.BEGIN_CLOSED if at.closed else Say.BEGIN_LAST if at.is_last else Say.BEGIN
        case Next.CLOSE:
            return Say.CLOSE
        case Next.WAIT:
            return _before_vote(at) if at.vote == "prepared" else VOTE.get(at.vote, Say.VOTE_COUNTS)
        case Next.VOTE:
            return _before_vote(at)
        case Next.END:
            return _while_talking(at)


def _to_open(at: Situation) -> Say:
    if not at.present:
        return Say.COME_IN
    return Say.OPEN_NOT_QUORATE if at.missing else Say.OPEN


def _before_vote(at: Situation) -> Say:
    """`VOTE_SOON`: the question is ready. Without a quorum they talk on."""
    if at.kind is ItemKind.ELECTION:
        return Say.ELECT_NOT_QUORATE if at.missing else Say.ELECT
    if at.missing:
        return Say.TALK_NOT_QUORATE
    return Say.VOTE_SOON if at.vote else Say.TALK_BEFORE_VOTE


def _while_talking(at: Situation) -> Say:
    if at.voted:
        return Say.AFTER_ELECTION if at.kind is ItemKind.ELECTION else Say.AFTER_VOTE
    if at.parts:
        return Say.PARTS_DONE
    return TALK.get(at.kind or ItemKind.OTHER, Say.TALK)
