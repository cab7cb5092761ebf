"""The last columns of a table of decisions: what was chosen, how it was counted, and the money of a budget."""

from decimal import Decimal

from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.shape import Decision

MONEY = ("Betrag in Euro", "Ausgegeben in Euro", "Übrig in Euro")
COLUMNS = ("Gewählt", "So gerechnet", *MONEY, "Preise in Euro")


def several_cells(decision: Decision) -> list[str | Decimal | None]:
    """In the order of COLUMNS. Empty where a decision has nothing of it, as with a plain yes or no."""
    chosen = decision.get("winners") or [value for value in [decision["winner"]] if value]
    won = [] if decision["kind"] == "yes_no_abstain" else [texts.label(decision, value) for value in chosen]
    said: list[str | Decimal | None] = ["\n".join(won), "\n".join(decision.get("how", []))]
    money = decision.get("money")
    if money is None:
        return [*said, None, None, None, ""]
    costs = money["costs"]
    priced = [(one["label"], costs[one["value"]]) for one in decision["options"] if one["value"] in costs]
    prices = "\n".join(f"{label}: {in_german(euros(cents))}" for label, cents in priced)
    return [*said, *(euros(cents) for cents in (money["amount"], money["spent"], money["left"])), prices]


def euros(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


def in_german(amount: Decimal) -> str:
    """`1000,00`: without a point between the thousands, which programs would have to be told about."""
    return f"{amount:.2f}".replace(".", ",")
