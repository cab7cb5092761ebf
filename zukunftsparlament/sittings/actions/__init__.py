"""Acts of this room."""

from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.leading import must_lead

__all__ = ["happened", "must_lead"]
