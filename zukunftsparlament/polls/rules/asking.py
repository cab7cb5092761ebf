"""What somebody on the roll may ask for: a secret vote before it opens, and words for a question nobody understands."""

from enum import Enum

from zukunftsparlament.polls.rules.acts import FEWEST_FOR_SECRECY
from zukunftsparlament.polls.rules.states import VOTES_ARE_TAKEN, PollState

LONGEST_EXPLANATION = 500  # characters
FEWEST_SHOWN = 2  # one who did not understand would be somebody in the room


class WhyNotAsk(Enum):
    ONLY_BEFORE_IT_OPENS = "only_before_it_opens"
    ONLY_IN_A_DECISION = "only_in_a_decision"
    NOT_YOUR_VOTE = "not_your_vote"
    TOO_FEW_TO_BE_SECRET = "too_few_to_be_secret"  # noqa: S105
    NOT_WHILE_VOTING = "not_while_voting"
    EXPLANATION_MISSING = "explanation_missing"
    EXPLANATION_TOO_LONG = "explanation_too_long"
    TOO_LATE_TO_EXPLAIN = "too_late_to_explain"


def why_not_ask_for_secret(*, state: PollState, binding: bool, may_vote: bool, roll_size: int) -> WhyNotAsk | None:
    if state is not PollState.PREPARED:
        return WhyNotAsk.ONLY_BEFORE_IT_OPENS
    if not binding:
        return WhyNotAsk.ONLY_IN_A_DECISION
    if not may_vote:
        return WhyNotAsk.NOT_YOUR_VOTE
    return WhyNotAsk.TOO_FEW_TO_BE_SECRET if roll_size < FEWEST_FOR_SECRECY else None


def why_not_say_unclear(*, state: PollState, on_roll: bool) -> WhyNotAsk | None:
    if state not in VOTES_ARE_TAKEN:
        return WhyNotAsk.NOT_WHILE_VOTING
    return None if on_roll else WhyNotAsk.NOT_YOUR_VOTE


def why_not_explain(*, state: PollState, text: str) -> WhyNotAsk | None:
    """The question itself never changes any more; words beside it may, as long as votes are taken."""
    if state is not PollState.PREPARED and state not in VOTES_ARE_TAKEN:
        return WhyNotAsk.TOO_LATE_TO_EXPLAIN
    if not text.strip():
        return WhyNotAsk.EXPLANATION_MISSING
    return WhyNotAsk.EXPLANATION_TOO_LONG if len(text.strip()) > LONGEST_EXPLANATION else None


def shown_unclear(number: int) -> int:
    """What those who lead may see; 0: nothing."""
    return number if number >= FEWEST_SHOWN else 0
