"""The money that the parliament may give away."""

from enum import Enum

from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.queries.fund import fund_by_id, funds
from zukunftsparlament.polls.rules.in_sitting import HeldAs, WhyNotHere


async def money_is_there(poll: Poll) -> bool:
    """Whether what is at stake can be paid out of what nobody has been promised yet."""
    if poll.fund is None or not poll.cents:
        return True
    return (await fund_by_id(poll.fund)).free >= poll.cents


async def why_not_from_fund(held: HeldAs) -> dict[str, Enum]:
    """By the field of the form."""
    if held.fund is None:
        return {}
    fund = next((one for one in await funds() if one.number == held.fund), None)
    if fund is None:
        return {"fund": WhyNotHere.FUND_UNKNOWN}
    if not held.cents or held.cents < 1:
        return {"cents": WhyNotHere.CENTS_MISSING}
    return {"cents": WhyNotHere.MONEY_MISSING} if fund.free < held.cents else {}
