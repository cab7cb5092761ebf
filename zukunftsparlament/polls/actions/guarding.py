"""What a chair writes about a poll is public at once: so the guard looks at it first.

What it flags is refused, with a sentence that says why; the office may write it all the same. A chair under 14 is
treated as the other one: whoever leads the parliament must not wait for a moderator, and the guard sees both.
"""

from collections.abc import Mapping

from zukunftsparlament.polls.refusals import flagged_sentence
from zukunftsparlament.proposals import guard

NOT_GUARDED = ("office", "system")


def problems_in(texts: Mapping[str, str], *, actor: str) -> dict[str, str]:
    """A sentence for each field that the guard flags; for the first one where it is only all of them together."""
    if actor.partition(":")[0] in NOT_GUARDED:
        return {}
    found = {field: flagged_sentence(guard.flags(text)) for field, text in texts.items()}
    if not any(found.values()):
        found[next(iter(texts))] = flagged_sentence(guard.flags(*texts.values()))
    return {field: sentence for field, sentence in found.items() if sentence}
