"""Handing results over, correcting, answering, reminding: one intention each."""

from zukunftsparlament.handovers.actions import finding as finding  # goes along with whatever is announced
from zukunftsparlament.handovers.actions.answering import enter_answer, enter_done
from zukunftsparlament.handovers.actions.correcting import correct
from zukunftsparlament.handovers.actions.handing import hand_over
from zukunftsparlament.handovers.actions.reminding import note_reminder

__all__ = ["correct", "enter_answer", "enter_done", "hand_over", "note_reminder"]
