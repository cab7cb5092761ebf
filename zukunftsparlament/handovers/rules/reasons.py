"""Why not: every reason of this room against an act of the office."""

from enum import Enum


class WhyNot(Enum):
    NO_POLLS = "no_polls"
    POLL_UNKNOWN = "poll_unknown"
    BODY_UNKNOWN = "body_unknown"
    ANSWER_BY_MISSING = "answer_by_missing"
    ANSWER_BY_NOT_AHEAD = "answer_by_not_ahead"
    ANSWER_BY_TOO_FAR = "answer_by_too_far"
    NOT_PUBLISHED = "not_published"
    NOT_DECIDED = "not_decided"
    HANDED_OVER_ALREADY = "handed_over_already"
    CHANGED_SINCE_PREVIEW = "changed_since_preview"
    ANSWER_UNKNOWN = "answer_unknown"
    REASON_MISSING = "reason_missing"
    REASON_TOO_LONG = "reason_too_long"
    NEXT_DATE_MISSING = "next_date_missing"
    NEXT_DATE_PAST = "next_date_past"
    NEXT_DATE_TOO_FAR = "next_date_too_far"
    LETTER_TOO_LONG = "letter_too_long"
    NO_CHANGE = "no_change"
    WHAT_CHANGED_MISSING = "what_changed_missing"
    WHAT_CHANGED_TOO_LONG = "what_changed_too_long"
    REPLACED_MEANWHILE = "replaced_meanwhile"
    NOT_ANSWERED = "not_answered"
    VOID = "void"
    DONE_ON_MISSING = "done_on_missing"
    DONE_ON_AHEAD = "done_on_ahead"
    DONE_ON_TOO_EARLY = "done_on_too_early"
    WORDS_MISSING = "words_missing"
    WORDS_TOO_LONG = "words_too_long"
    NOTHING_OWED = "nothing_owed"


# What the office can mend in the form is said beside its fields; what speaks against the act itself is a refusal.
AGAINST_THE_ACT = frozenset(
    {
        WhyNot.NOT_PUBLISHED,
        WhyNot.NOT_DECIDED,
        WhyNot.HANDED_OVER_ALREADY,
        WhyNot.CHANGED_SINCE_PREVIEW,
        WhyNot.NO_CHANGE,
        WhyNot.REPLACED_MEANWHILE,
        WhyNot.NOT_ANSWERED,
        WhyNot.VOID,
        WhyNot.NOTHING_OWED,
    }
)

Problems = dict[str, WhyNot]
