"""What a kind of poll asks beyond its options: how many crosses, which way of counting, how much money."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zukunftsparlament.polls.rules.words import Kind, Method, WhyNot


@dataclass(frozen=True, kw_only=True)
class Terms:
    """`at_most` crosses on a paper and `places` to be given belong to UP_TO, `method` to RANKED.

    `costs` of the options in their order and the whole `amount` belong to BUDGET; both in euro cents.
    """

    at_most: int = 1
    places: int = 1
    method: Method = Method.IRV
    costs: tuple[int, ...] = ()
    amount: int = 0

    def cost(self, choice: str) -> int:
        return self.costs[int(choice) - 1]


NO_TERMS = Terms()


def terms_as_json(kind: Kind, terms: Terms) -> dict[str, object]:
    """Only what belongs to the kind: nothing for a question of yes or no, and for one of several."""
    match kind:
        case Kind.UP_TO:
            return {"at_most": terms.at_most, "places": terms.places}
        case Kind.RANKED:
            return {"method": terms.method.value}
        case Kind.BUDGET:
            return {"costs": list(terms.costs), "amount": terms.amount}
    return {}


def terms_in(written: Mapping[str, Any]) -> Terms:
    """What `terms_as_json` wrote; other keys mean nothing here."""
    return Terms(
        at_most=written.get("at_most", 1),
        places=written.get("places", 1),
        method=Method(written.get("method", Method.IRV)),
        costs=tuple(written.get("costs", ())),
        amount=written.get("amount", 0),
    )


def why_not_terms(kind: Kind, terms: Terms, *, options: int) -> dict[str, WhyNot | None]:
    """By the name of the form field. A poll with fewer options than two is refused for that, not for its terms."""
    whole = max(options, 1)
    match kind:
        case Kind.UP_TO:
            return {
                "at_most": None if 1 <= terms.at_most <= whole else WhyNot.AT_MOST_WRONG,
                "places": None if 1 <= terms.places <= whole else WhyNot.PLACES_WRONG,
            }
        case Kind.BUDGET:
            too_high = any(not 0 < cost <= terms.amount for cost in terms.costs)
            unread = len(terms.costs) != options
            return {
                "amount": None if terms.amount > 0 else WhyNot.AMOUNT_NOT_READABLE,
                "options": WhyNot.COST_NOT_READABLE if unread else WhyNot.COST_TOO_HIGH if too_high else None,
            }
    return {}
