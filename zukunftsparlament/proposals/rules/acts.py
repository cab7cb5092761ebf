"""Who may do what with a proposal, and the reason when not."""

from enum import Enum, StrEnum

from zukunftsparlament.proposals.rules.stages import COLLECTING, Stage


class WhyNot(Enum):
    OWN_PROPOSAL = "own_proposal"
    IN_VOTE = "in_vote"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    NOT_TAKEN_UP = "not_taken_up"
    IS_BEING_READ = "is_being_read"
    IS_DECLINED = "is_declined"
    TOO_MANY_DRAFTS = "too_many_drafts"


class Stance(StrEnum):
    FOR = "for"
    AGAINST = "against"
    QUESTION = "question"
    IMPROVEMENT = "improvement"


class ReportReason(StrEnum):
    DANGER = "danger"
    THREAT = "threat"
    INSULT = "insult"
    HATE = "hate"
    PRIVATE = "private"
    PICTURE = "picture"
    SEXUAL = "sexual"
    UNTRUE = "untrue"
    ADVERT = "advert"
    OTHER = "other"


class WithdrawalReason(StrEnum):
    """Reasons to choose from. An own one may be typed by those whose posts nobody has to read first."""

    CHANGED_MY_MIND = "changed_my_mind"
    ALREADY_DONE = "already_done"
    WRITE_ANEW = "write_anew"


DRAFTS_AT_MOST = 20
_GIVEN_UP = {
    Stage.WITHDRAWN: WhyNot.WITHDRAWN,
    Stage.MERGED: WhyNot.MERGED,
    Stage.NOT_TAKEN_UP: WhyNot.NOT_TAKEN_UP,
}


def why_not_talk(stage: Stage) -> WhyNot | None:
    """What has been given up is not talked about any more; what was decided, or answered, is."""
    return _GIVEN_UP.get(stage)


def why_not_change(stage: Stage) -> WhyNot | None:
    """Against backing it, taking that back, or withdrawing it: only while it collects backings."""
    if stage in COLLECTING:
        return None
    return _GIVEN_UP.get(stage) or (WhyNot.IN_VOTE if stage is Stage.IN_VOTE else WhyNot.DECIDED)


def why_not_back(stage: Stage, *, is_author: bool) -> WhyNot | None:
    """The author is for it anyway: a backing shows that others want it too."""
    return why_not_change(stage) or (WhyNot.OWN_PROPOSAL if is_author else None)


def why_not_edit(*, is_submitted: bool, is_asked_back: bool, is_declined: bool) -> WhyNot | None:
    """What a moderator is reading must not change under their eyes; what was declined stays as it was."""
    if is_declined:
        return WhyNot.IS_DECLINED
    return WhyNot.IS_BEING_READ if is_submitted and not is_asked_back else None


def becomes_ripe(stage: Stage, backings: int, *, needed: int | None) -> bool:
    """`needed`: of the rule set; None when there is none yet. Once ripe it stays so, whoever takes a backing back."""
    return stage is Stage.PUBLIC and needed is not None and backings >= needed


def why_held(
    *, premoderated: bool, was_asked_back: bool, flags: tuple[str, ...], new_picture: bool = False
) -> tuple[str, ...]:
    """Codes of why a post is read before it is public; empty when it is public at once.

    No guard sees what is on a picture: somebody looks at each before it is shown.
    """
    said = {"under_14": premoderated, "asked_back": was_asked_back, "picture": new_picture}
    return (*(code for code, is_so in said.items() if is_so), *flags)
