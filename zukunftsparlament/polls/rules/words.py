"""The words in which polls are talked about. Those of forms and of the store are fixed: others rely on them."""

from enum import Enum, StrEnum


class Kind(StrEnum):
    YES_NO_ABSTAIN = "yes_no_abstain"
    ONE_OF = "one_of"
    UP_TO = "up_to"  # several crosses
    RANKED = "ranked"  # an order of preference
    BUDGET = "budget"  # projects that share an amount of money


class Method(StrEnum):
    """How orders of preference become a result."""

    IRV = "irv"  # instant run-off: round by round the last one leaves
    SCHULZE = "schulze"  # every option against every other
    POINTS = "points"  # a first and a second vote, with two points and one


class Secrecy(StrEnum):
    OPEN = "open"
    NAMED = "named"  # who voted how is on record, by seat
    SECRET = "secret"  # noqa: S105


class Electorate(StrEnum):
    """Who may vote: whoever holds a seat, or (a straw poll) every card."""

    SEATS = "seats"
    CARDS = "cards"


class WhyNot(Enum):
    """Every reason for which the rules of voting say no. Each has its sentence in polls/texts.py.

    Not a StrEnum: reasons of different rooms with the same word would be the same key among the sentences.
    """

    # casting a vote
    NOT_ON_THE_ROLL = "not_on_the_roll"
    NOT_THE_VOICE = "not_the_voice"
    NOT_OPEN_YET = "not_open_yet"
    ALREADY_CLOSED = "already_closed"
    ALREADY_COUNTED = "already_counted"
    VOID = "void"
    VOTES_ON_PAPER = "votes_on_paper"
    NOTHING_CHOSEN = "nothing_chosen"
    TOO_MANY_CHOSEN = "too_many_chosen"
    NOT_ON_THE_PAPER = "not_on_the_paper"
    ABSTAIN_STANDS_ALONE = "abstain_stands_alone"
    CHOSEN_TWICE = "chosen_twice"
    MORE_THAN_ALLOWED = "more_than_allowed"
    OVER_THE_AMOUNT = "over_the_amount"
    WRONG_RECEIPT = "wrong_receipt"
    # preparing
    QUESTION_MISSING = "question_missing"
    QUESTION_TOO_LONG = "question_too_long"
    MEANING_OF_YES_MISSING = "meaning_of_yes_missing"
    MEANING_OF_NO_MISSING = "meaning_of_no_missing"
    MEANING_TOO_LONG = "meaning_too_long"
    NAMED_NOT_BINDING = "named_not_binding"
    PERSONS_ARE_SECRET = "persons_are_secret"  # noqa: S105
    AT_MOST_WRONG = "at_most_wrong"
    PLACES_WRONG = "places_wrong"
    COST_NOT_READABLE = "cost_not_readable"
    COST_TOO_HIGH = "cost_too_high"
    AMOUNT_NOT_READABLE = "amount_not_readable"
    TOO_FEW_OPTIONS = "too_few_options"
    TOO_MANY_OPTIONS = "too_many_options"
    OPTION_TOO_LONG = "option_too_long"
    OPTION_TWICE = "option_twice"
    POINTS_MISSING = "points_missing"
    TOO_MANY_POINTS = "too_many_points"
    POINT_TOO_LONG = "point_too_long"
    NO_VOTE_NOT_READABLE = "no_vote_not_readable"
    OPENS_IN_THE_PAST = "opens_in_the_past"
    CLOSES_IN_THE_PAST = "closes_in_the_past"
    CLOSES_BEFORE_OPENING = "closes_before_opening"
    PROPOSAL_UNKNOWN = "proposal_unknown"
    PROPOSAL_GIVEN_UP = "proposal_given_up"
    PROPOSAL_IN_ANOTHER_POLL = "proposal_in_another_poll"
    PROPOSAL_TIED = "proposal_tied"
    NOT_OFFERED = "not_offered"
    TIME_NOT_READABLE = "time_not_readable"
    TWO_KEYS_ONLY_SECRET = "two_keys_only_secret"  # noqa: S105
    # two-key ballot boxes
    TOO_FEW_KEEPERS = "too_few_keepers"
    KEY_CARDS_MISSING = "key_cards_missing"
    KEY_CARDS_ALL_TAKEN = "key_cards_all_taken"
    KEY_CARDS_OF_CHAIRS_TAKEN = "key_cards_of_chairs_taken"
    KEY_CARDS_OF_OFFICE_TAKEN = "key_cards_of_office_taken"
    KEY_CARD_ALREADY_NEEDED = "key_card_already_needed"
    KEY_CARD_REPLACED = "key_card_replaced"
    KEY_CARD_OTHER_WORD = "key_card_other_word"
    KEY_CARD_UNREADABLE = "key_card_unreadable"
    KEY_CARD_UNKNOWN = "key_card_unknown"
    NO_KEY_CARDS_HERE = "no_key_cards_here"
    # opening, closing, stopping the countdown
    ALREADY_OPEN = "already_open"
    OPENS_ONLY_ONCE = "opens_only_once"
    CLOSING_TIME_PASSED = "closing_time_passed"
    NOBODY_ON_THE_ROLL = "nobody_on_the_roll"
    TOO_FEW_FOR_SECRECY = "too_few_for_secrecy"
    COUNTDOWN_TOO_LONG = "countdown_too_long"
    TOO_FEW_ON_PAPER = "too_few_on_paper"
    PAPER_WAITS = "paper_waits"
    NOT_CLOSING = "not_closing"
    # counting, publishing, voiding
    STILL_OPEN = "still_open"
    BOX_DIFFERS_FROM_TURNOUT = "box_differs_from_turnout"
    BOX_DOES_NOT_OPEN = "box_does_not_open"
    NOT_COUNTED_YET = "not_counted_yet"
    ALREADY_PUBLISHED = "already_published"
    NEEDS_TWO_KEYS = "needs_two_keys"
    REASON_MISSING = "reason_missing"
    REASON_TOO_LONG = "reason_too_long"
    ALREADY_VOID = "already_void"
    FOLLOWED_BY_ANOTHER = "followed_by_another"
    ONLY_THE_OFFICE_VOIDS = "only_the_office_voids"
