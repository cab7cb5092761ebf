"""Acts on polls: each is one transaction, and harmless when two people do it at once."""

from zukunftsparlament.polls.actions.closing import close_by_the_clock, close_poll, stop_closing
from zukunftsparlament.polls.actions.counting import count_poll, signing_seed
from zukunftsparlament.polls.actions.opening import open_poll
from zukunftsparlament.polls.actions.preparing import prepare_poll
from zukunftsparlament.polls.actions.publishing import publish_poll, void_poll
from zukunftsparlament.polls.actions.removing import lock_polls_about, put_words_back, remove_words
from zukunftsparlament.polls.actions.settling import draw_lot, settle_tie
from zukunftsparlament.polls.actions.tidying import tidy
from zukunftsparlament.polls.actions.tie_steps import Chosen
from zukunftsparlament.polls.actions.voting import Cast, cast_vote

__all__ = [
    "Cast",
    "Chosen",
    "cast_vote",
    "close_by_the_clock",
    "close_poll",
    "count_poll",
    "draw_lot",
    "lock_polls_about",
    "open_poll",
    "prepare_poll",
    "publish_poll",
    "put_words_back",
    "remove_words",
    "settle_tie",
    "signing_seed",
    "stop_closing",
    "tidy",
    "void_poll",
]
