"""Acts on proposals. Other rooms need `record_step`, the office also the releases."""

from zukunftsparlament.proposals.actions import finding as finding  # goes along with whatever is announced
from zukunftsparlament.proposals.actions.steps import record_step

__all__ = ["record_step"]
