"""Acts of this room."""

from zukunftsparlament.minutes.actions.confirming import confirm
from zukunftsparlament.minutes.actions.correcting import correct
from zukunftsparlament.minutes.actions.giving import give_to_office

__all__ = ["confirm", "correct", "give_to_office"]
