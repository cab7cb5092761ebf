"""The money that the parliament may give away: what comes in, what a decision costs, what comes back."""

from collections.abc import Sequence
from enum import Enum

from zukunftsparlament.journal.actions import next_number, record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Missing, Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.queries.fund import Entry, Fund, entries, fund_by_id, funds
from zukunftsparlament.polls.queries.fund import fund as fund_by_number
from zukunftsparlament.polls.queries.polls import poll as find_poll
from zukunftsparlament.polls.rules.funds import WhyNotFund, why_not_fund, why_not_give, why_not_return
from zukunftsparlament.polls.rules.in_sitting import HeldAs, WhyNotHere
from zukunftsparlament.polls.rules.paying import at_stake

LOCK = Sql("SELECT id FROM fund WHERE number = $1 {for_update}")
LOCK_ROW = Sql("SELECT id FROM fund WHERE id = $1 {for_update}")
ADD_FUND = Sql("INSERT INTO fund (number, source, year, made_at, made_by) VALUES ($1, $2, $3, $4, $5) RETURNING id")
SAME_FUND = Sql("SELECT number FROM fund WHERE source = $1 AND year = $2")
# The lock of the fund is taken before: so places have no gap, and two entries never the same one.
ADD = Sql(
    "INSERT INTO fund_entry (fund, place, at, actor, cents, poll, choice, reason, reverses) "
    "SELECT $1, coalesce(max(place), 0) + 1, $2, $3, $4, $5, $6, $7, $8 FROM fund_entry WHERE fund = $1 RETURNING place"
)
NUMBER_OF = Sql("SELECT number FROM poll WHERE id = $1")
ROW_OF = Sql("SELECT id FROM fund_entry WHERE fund = $1 AND place = $2")
OF_POLL = Sql(
    "SELECT e.id, e.cents, e.choice, e.fund FROM fund_entry e WHERE e.poll = $1 AND e.reverses IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM fund_entry r WHERE r.reverses = e.id) ORDER BY e.id"
)


async def money_is_there(poll: Poll) -> bool:
    """Whether what is at stake can be paid out of what nobody has been promised yet. Inside `writing()`: two sittings
    that open at once are told one after the other."""
    cents = at_stake(poll.kind, cents=poll.cents, terms=poll.terms)
    if poll.fund is None or not cents:
        return True
    await LOCK_ROW.rows(poll.fund)
    return (await fund_by_id(poll.fund)).free >= cents


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


async def make_fund(source: str, year: int, cents: int, *, actor: str) -> int:
    """Returns its number; that of the one that is there already. Raises Wrong."""
    async with writing():
        if (again := await SAME_FUND.value(source.strip(), year)) is not None:
            return int(again)
        if wrong := why_not_fund(source, year, cents):
            raise Wrong({field: sentence(why_not) for field, why_not in wrong.items()})
        number = await next_number("fund")
        row = int(await ADD_FUND.value(number, source.strip(), year, now(), actor))
        fund = Fund(row, number, source.strip(), year, 0, 0)
        await _enter(fund, cents, actor=actor)
    return number


async def give_money(number: int, cents: int, reason: str, *, actor: str) -> None:
    """More comes in during the year. Raises Wrong."""
    async with writing():
        fund = await _locked(number)
        if wrong := why_not_give(cents, reason):
            raise Wrong({field: sentence(why_not) for field, why_not in wrong.items()})
        await _enter(fund, cents, reason=reason.strip(), actor=actor)


async def book(poll: Poll, costs: Sequence[tuple[str, int]], *, actor: str) -> None:
    """Once for each decision: nothing more when it stands there already. Inside `writing()`."""
    if poll.fund is None or await OF_POLL.row(poll.id) is not None:
        return
    fund = await _locked((await fund_by_id(poll.fund)).number)
    for choice, cents in costs:
        if cents:
            await _enter(fund, -cents, poll=poll, choice=choice, actor=actor)


async def return_money(number: int, place: int, reason: str, *, actor: str) -> None:
    """An entry that no longer holds gets another one against it: somebody else pays, say. Twice is once.

    The decision stands. Raises Wrong without a reason, Refused for what never went out.
    """
    async with writing():
        fund = await _locked(number)
        entry = next((one for one in await entries(fund) if one.place == place), None)
        if entry is None:
            raise Missing
        if entry.reversed_by is not None:
            return
        if entry.cents >= 0:
            raise Refused(WhyNotFund.NEVER_WENT_OUT)
        if wrong := why_not_return(reason):
            raise Wrong({"reason": sentence(wrong)})
        await _enter(fund, -entry.cents, reason=reason.strip(), undoes=entry, actor=actor)


async def return_all(poll: Poll, reason: str, *, actor: str) -> None:
    """The decision itself is void, or the run-off that settled it. Inside `writing()`."""
    while poll.after_tie is not None:
        poll = await find_poll(int(await NUMBER_OF.value(poll.after_tie)))
    if poll.fund is None:
        return
    fund = await _locked((await fund_by_id(poll.fund)).number)
    for row in await OF_POLL.rows(poll.id):
        entry = next(one for one in await entries(fund) if one.poll == poll.number and one.choice == row["choice"])
        await _enter(fund, -row["cents"], reason=reason, undoes=entry, actor=actor)


async def _locked(number: int) -> Fund:
    await LOCK.rows(number)
    return await fund_by_number(number)


async def _enter(
    fund: Fund,
    cents: int,
    *,
    poll: Poll | None = None,
    choice: str = "",
    reason: str = "",
    undoes: Entry | None = None,
    actor: str,
) -> None:
    reverses = await ROW_OF.value(fund.id, undoes.place) if undoes else None
    about = poll.id if poll else None
    place = int(await ADD.value(fund.id, now(), actor, cents, about, choice, reason, reverses))
    announce("funds")
    facts = {"place": place, "cents": cents, "poll": poll.number if poll else None, "choice": choice}
    reversed_place = undoes.place if undoes else None
    await record(
        actor=actor,
        verb="enter_money",
        subject_kind="fund",
        subject_number=fund.number,
        reverses=reversed_place,
        **facts,
    )
