"""Acts on polls: each is one transaction, and harmless when two people do it at once."""

from zukunftsparlament.polls.actions import finding as finding  # goes along with whatever is announced
from zukunftsparlament.polls.actions.closing import close_by_the_clock, close_poll, stop_closing
from zukunftsparlament.polls.actions.counting import count_poll, signing_seed
from zukunftsparlament.polls.actions.explaining import explain_poll, say_unclear
from zukunftsparlament.polls.actions.fund import give_money, make_fund, return_money
from zukunftsparlament.polls.actions.hands import count_hands, name_teller
from zukunftsparlament.polls.actions.in_sitting import prepare_in_sitting
from zukunftsparlament.polls.actions.key_cards import confirm_key_card, discard_key_cards, take_key_card
from zukunftsparlament.polls.actions.opening import open_poll
from zukunftsparlament.polls.actions.paper import draw_slips, enter_slips, give_slip, take_slip_back
from zukunftsparlament.polls.actions.points_in_sitting import prepare_points_in_sitting
from zukunftsparlament.polls.actions.practising import practise_in_sitting, prepare_practice
from zukunftsparlament.polls.actions.preparing import prepare_poll
from zukunftsparlament.polls.actions.publishing import publish_poll, void_poll
from zukunftsparlament.polls.actions.removing import lock_polls_about, put_words_back, remove_words
from zukunftsparlament.polls.actions.series import prepare_series
from zukunftsparlament.polls.actions.settling import draw_lot, settle_tie
from zukunftsparlament.polls.actions.showing import show_result
from zukunftsparlament.polls.actions.stirring import stir
from zukunftsparlament.polls.actions.tidying import tidy
from zukunftsparlament.polls.actions.tie_steps import Chosen
from zukunftsparlament.polls.actions.turning import Turned, turn_key
from zukunftsparlament.polls.actions.voices import choose_voice
from zukunftsparlament.polls.actions.voting import Cast, cast_vote
from zukunftsparlament.polls.actions.wishing import ask_for_secret, take_back_wish

__all__ = [
    "Cast",
    "Chosen",
    "Turned",
    "ask_for_secret",
    "cast_vote",
    "choose_voice",
    "close_by_the_clock",
    "close_poll",
    "confirm_key_card",
    "count_hands",
    "count_poll",
    "discard_key_cards",
    "draw_lot",
    "draw_slips",
    "enter_slips",
    "explain_poll",
    "give_money",
    "give_slip",
    "lock_polls_about",
    "make_fund",
    "name_teller",
    "open_poll",
    "practise_in_sitting",
    "prepare_in_sitting",
    "prepare_points_in_sitting",
    "prepare_poll",
    "prepare_practice",
    "prepare_series",
    "publish_poll",
    "put_words_back",
    "remove_words",
    "return_money",
    "say_unclear",
    "settle_tie",
    "show_result",
    "signing_seed",
    "stir",
    "stop_closing",
    "take_back_wish",
    "take_key_card",
    "take_slip_back",
    "tidy",
    "turn_key",
    "void_poll",
]
