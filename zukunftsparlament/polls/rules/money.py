"""Money in whole euro cents. No float ever touches it: 0.1 + 0.2 is not 0.3 there."""

import re

MOST_CENTS = 1_000_000_000  # ten million euros: more than any parliament of young people has to give
_TYPED = re.compile(r"(?P<euros>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,8})(?:,(?P<cents>[0-9]{2}))?(?:\s*(?:€|Euro))?")


def cents_in(typed: str) -> int:
    """`333,34`, `1.000,50 €` or `1000`. Raises ValueError for what could be meant in two ways, such as `333.34`."""
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        raise ValueError("not an amount of euros")
    cents = int(found["euros"].replace(".", "")) * 100 + int(found["cents"] or 0)
    if cents > MOST_CENTS:
        raise ValueError("too much")
    return cents


def money(cents: int) -> str:
    """Such as `1.000,50 €`."""
    euros, rest = divmod(cents, 100)
    return f"{euros:,}".replace(",", ".") + f",{rest:02} €"


def shares(amount: int, *, among: int) -> list[int]:
    """Split `amount` (whole euro cents, zero or more) into `among` parts that differ by one cent at most.

    The larger parts come first and the sum is exact: 100000 among 3 is [33334, 33333, 33333].
    Raises ValueError for fewer than one part, and for less than nothing.
    """
    if among < 1 or amount < 0:
        raise ValueError("nothing can be shared so")
    part, larger = divmod(amount, among)
    return [part + 1] * larger + [part] * (among - larger)
