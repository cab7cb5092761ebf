"""Who was elected: ranking, places, who moves up, who has stepped back.

Everybody by the label of the ballot paper, which names a seat or a letter, never a person.
"""

from zukunftsparlament.minutes.shape import Json
from zukunftsparlament.polls.queries.elections import Election


def election(one: Election) -> list[Json]:
    """Of a pair of chairs one for each side."""
    stepped_back = [each.label for each in one.candidates if each.declined_at]
    return [
        {
            "title": one.title,
            "side": side.side,
            "places": one.places,
            "ranking": [{"place": each.place, "label": each.label, "votes": each.votes} for each in side.ranking],
            "elected": list(side.elected),
            "moved_up": list(side.moved_up),
            "deputies": [list(group) for group in side.deputies],
            "declined": [label for label in stepped_back if label in {each.label for each in side.ranking}],
            "tied": list(side.tied),
            "free": side.free,
            **({"by_lot": list(side.by_lot)} if side.by_lot else {}),
        }
        for side in one.sides
    ]
