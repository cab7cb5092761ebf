"""Money of the parliament: promised while a question is open, spent once decided, back when it no longer holds."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import makers_votes
from tests.client import Client
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import Chosen
from zukunftsparlament.polls.actions.fund import give_money
from zukunftsparlament.polls.checks import CHECKS
from zukunftsparlament.polls.queries import Fund
from zukunftsparlament.polls.rules import NO_TERMS, Kind, Terms, Way, money
from zukunftsparlament.polls.rules.funds import WhyNotFund
from zukunftsparlament.polls.rules.in_sitting import HeldAs, WhyNotHere
from zukunftsparlament.polls.rules.paying import paid
from zukunftsparlament.procedure.rules import HOLZWICKEDE, RuleSet, Tie

pytestmark = pytest.mark.usefixtures("store")

OFFICE = "office:Frau Vogt"


async def fund(cents: int = 100_000) -> Fund:
    return await queries.fund(await actions.make_fund("Budget der Gemeinde", 2027, cents, actor=OFFICE))


def tie_rule(tie: Tie) -> RuleSet:
    return replace(HOLZWICKEDE, tie=tie)


@given(cents=st.integers(0, 10**9), winners=st.integers(1, 12))
def test_what_is_paid_is_what_was_at_stake(cents: int, winners: int) -> None:
    choices = [str(number) for number in range(1, winners + 1)]
    costs = [cost for _choice, cost in paid(Kind.ONE_OF, choices, cents=cents, terms=NO_TERMS)]
    assert sum(costs) == cents and max(costs) - min(costs) <= 1


def test_projects_cost_what_they_cost() -> None:
    terms = Terms(costs=(100, 250, 300), amount=500)
    assert paid(Kind.BUDGET, ["1", "3"], cents=500, terms=terms) == [("1", 100), ("3", 300)]


async def test_a_decision_spends_and_a_reason_brings_it_back() -> None:
    pot, room = await fund(), await makers_votes.room()
    number = await makers_votes.opened(room, held=HeldAs(fund=pot.number, cents=33_334))
    assert (await queries.fund(pot.number)).free == 66_666  # promised as soon as the question is open
    await makers_votes.shown(room, number, ["yes", "yes"])
    assert (await queries.fund(pot.number)).balance == 66_666

    with pytest.raises(Wrong):
        await actions.return_money(pot.number, 2, " ", actor=OFFICE)
    with pytest.raises(Refused) as refused:
        await actions.return_money(pot.number, 1, "Doch nicht", actor=OFFICE)
    assert refused.value.reason is WhyNotFund.NEVER_WENT_OUT
    for _tap in range(2):
        await actions.return_money(pot.number, 2, "Der Bauhof hat es bezahlt.", actor=OFFICE)

    entries = await queries.entries(await queries.fund(pot.number))
    assert [entry.cents for entry in entries] == [100_000, -33_334, 33_334]
    assert (entries[1].poll, entries[2].reverses, entries[1].reversed_by) == (number, 2, 3)


async def test_nothing_is_spent_that_is_not_there() -> None:
    pot, room = await fund(1_000), await makers_votes.room()
    with pytest.raises(Wrong) as wrong:
        await makers_votes.prepared(room, held=HeldAs(fund=pot.number, cents=1_001))
    assert set(wrong.value.problems) == {"cents"}
    first = await makers_votes.prepared(room, held=HeldAs(fund=pot.number, cents=600))
    second = await makers_votes.prepared(room, question="Und das?", held=HeldAs(fund=pot.number, cents=600))
    await actions.open_poll(first, actor=CHAIR)
    await makers_votes.shown(room, first, ["yes", "yes"])
    with pytest.raises(Refused) as refused:
        await actions.open_poll(second, actor=CHAIR)
    assert refused.value.reason is WhyNotHere.MONEY_MISSING


async def test_what_is_shared_out_must_be_in_the_fund() -> None:
    """Not what was typed beside it: projects for ten thousand euros never cost one cent."""
    pot, room = await fund(1_000), await makers_votes.room()
    wished: dict[str, Any] = {"options": "Tore\nBank", "kind": Kind.BUDGET, "held": HeldAs(fund=pot.number, cents=1)}
    with pytest.raises(Wrong) as wrong:
        await makers_votes.prepared(room, terms=Terms(costs=(400, 500), amount=1_001), **wished)
    assert set(wrong.value.problems) == {"cents"}
    number = await makers_votes.opened(room, terms=Terms(costs=(400, 500), amount=1_000), **wished)
    assert (await queries.fund(pot.number)).free == 0
    await makers_votes.shown(room, number, [["1", "2"], ["1", "2"]])
    found = await queries.fund(pot.number)
    assert (found.balance, found.free) == (100, 100)


async def test_two_sittings_at_once_share_one_fund() -> None:
    pot = await fund(1_000)
    held = HeldAs(fund=pot.number, cents=800)
    rooms = [await makers_votes.room(), await makers_votes.room()]
    numbers = [await makers_votes.prepared(room, held=held) for room in rooms]
    told = await asyncio.gather(*(actions.open_poll(n, actor=CHAIR) for n in numbers), return_exceptions=True)
    assert [one.reason for one in told if isinstance(one, Refused)] == [WhyNotHere.MONEY_MISSING]
    assert (await queries.fund(pot.number)).free == 200


async def test_a_thousand_euros_among_three() -> None:
    """Of three with as many votes the parliament decides: all of them, in equal parts."""
    pot, room = await fund(), await makers_votes.room(voters=6, rules=tie_rule(Tie.BODY_DECIDES))
    options = "Tornetze\nSchulhof\nToiletten\nDisco"
    number = await makers_votes.opened(room, options=options, held=HeldAs(fund=pot.number, cents=100_000))
    await makers_votes.shown(room, number, ["1", "1", "2", "2", "3", "3"])
    assert (await queries.fund(pot.number)).free == 0  # still promised

    ways = await actions.settle_tie(number, Chosen(way=Way.WAYS), actor=CHAIR)
    await actions.open_poll(ways, actor=CHAIR)
    await makers_votes.shown(room, ways, ["1", "1", "1", "1", "2", "2"])
    await actions.settle_tie(number, Chosen(way=Way.SHARE, amount=100_000), actor=CHAIR)

    entries = await queries.entries(await queries.fund(pot.number))
    assert [money(-entry.cents) for entry in entries[1:]] == ["333,34 €", "333,33 €", "333,33 €"]
    assert [entry.choice for entry in entries[1:]] == ["1", "2", "3"]
    assert (await queries.fund(pot.number)).balance == 0


async def test_what_is_void_costs_nothing() -> None:
    pot, room = await fund(), await makers_votes.room(rules=tie_rule(Tie.RUN_OFF))
    number = await makers_votes.opened(room, options="Rot\nBlau", held=HeldAs(fund=pot.number, cents=5_000))
    await makers_votes.shown(room, number, ["1", "2"])
    again = await actions.settle_tie(number, Chosen(way=Way.RUN_OFF), actor=CHAIR)
    await actions.open_poll(again, actor=CHAIR)
    await makers_votes.shown(room, again, ["1", "1"])
    assert (await queries.fund(pot.number)).balance == 95_000

    await actions.void_poll(again, "Es wurde falsch gezählt.", actor=OFFICE)

    found = await queries.fund(pot.number)
    assert (found.balance, found.free) == (100_000, 100_000)


async def test_what_was_paid_behind_closed_doors_is_told_in_cents_only(client: Client) -> None:
    """Also when it comes back, because the decision is void or somebody else pays."""
    pot, room = await fund(), await makers_votes.room(public=False)
    options: dict[str, Any] = {"options": "Anwalt\nPizza", "held": HeldAs(fund=pot.number, cents=2_500)}
    numbers = []
    for question in ("Wer war es?", "Und wer noch?"):
        numbers.append(await makers_votes.opened(room, question=question, **options))
        await makers_votes.shown(room, numbers[-1], ["1", "1"])
    await actions.void_poll(numbers[0], "Er war befangen.", actor=CHAIR)
    await actions.return_money(pot.number, 3, "Seine Eltern zahlen.", actor=OFFICE)

    told = [entry.cents for entry in await queries.entries(await queries.fund(pot.number))]
    assert sorted(told) == [-2_500, -2_500, 2_500, 2_500, 100_000]
    page = (await client.get("/geld")).text
    assert "25,00 €" in page.replace("\xa0", " ")
    assert not [secret for secret in ("Anwalt", "Wer war es", "befangen", "Eltern", "/abstimm") if secret in page]
    assert page.count("Nicht öffentlich") == 4


async def test_money_that_comes_in_while_a_vote_is_void_is_all_there() -> None:
    """The one needs fund and journal, the other journal and fund: neither may wait for the other for ever."""
    pot, room = await fund(1_000), await makers_votes.room()
    for place in range(4):
        number = await makers_votes.opened(room, question=f"Frage {place}?", held=HeldAs(fund=pot.number, cents=10))
        await makers_votes.voted(room, number, ["no", "no"])
        await makers_votes.closed(number)
        await actions.count_poll(number, actor=CHAIR)
        given = [give_money(pot.number, 1, f"Spende {n}", actor=OFFICE) for n in range(6)]
        await asyncio.gather(actions.void_poll(number, "Doch nicht", actor=CHAIR), *given)
    assert (await queries.fund(pot.number)).balance == 1_024
    assert [said for check in CHECKS if (said := await check.find())] == []
