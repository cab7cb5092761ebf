"""After a tie: what the rule set says, step by step, to the end of the proposal's way."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests import makers_polls
from tests.makers_polls import CHAIR, Opened
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, keys, queries
from zukunftsparlament.polls.actions import Chosen
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import (
    TieState,
    Way,
    WhyNotSettle,
)
from zukunftsparlament.polls.shown import ResultShown
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie
from zukunftsparlament.proposals.queries import by_id

pytestmark = pytest.mark.usefixtures("store")

OFFICE = "office:Jugendbüro"
STEPS = Sql("SELECT stage FROM proposal_step ORDER BY id")
SCHOOLS = "Tornetze\nSchulhof\nToiletten\nBänke\nBücher\nBäume"


async def tied(rule: Tie, choices: str = "112233", **wished: Any) -> int:
    """The number of a published tie of the options 1 to 3, or whatever `choices` make of it, under this rule."""
    await makers_polls.rules(replace(HOLZWICKEDE, tie=rule))
    poll = await makers_polls.published(list(choices), **{"options": SCHOOLS, **wished})
    return poll.number


async def tied_yes_no(rule: Tie, **wished: Any) -> int:
    await makers_polls.rules(replace(HOLZWICKEDE, tie=rule))
    return (await makers_polls.published(["yes", "yes", "no", "no"], **wished)).number


async def tie(number: int) -> queries.Tie:
    found = await queries.tie_of(await queries.counted(number))
    assert found is not None
    return found


async def word(number: int) -> str:
    """Large above a result, on all pages and on the projector."""
    return ResultShown(replace(await queries.counted(number), tie=await tie(number))).word


async def final(number: int) -> tuple[Outcome, tuple[str, ...]]:
    """As it can be handed over."""
    found = await makers_polls.decided(number)
    assert found
    return found.final.outcome, found.final.winners


async def go(number: int, way: Way, *, actor: str = CHAIR, **more: Any) -> int:
    return await actions.settle_tie(number, Chosen(way=way, **more), actor=actor)


async def run(number: int, choices: Sequence[str]) -> None:
    """Open, vote, close, count, publish a poll that was prepared."""
    await actions.open_poll(number, actor=CHAIR)
    poll = await queries.poll(number)
    voters = await queries.electorate(poll.electorate)
    for voter, choice in zip(voters, choices, strict=False):
        await makers_polls.vote(Opened(number), voter, choice)
    await actions.close_poll(number, actor=CHAIR)
    await actions.count_poll(number, actor=CHAIR)
    await actions.publish_poll(number, actor=CHAIR)


async def test_a_run_off_is_between_the_tied_alone_and_settles_the_tie() -> None:
    await makers_polls.proposal()
    number = await tied(Tie.RUN_OFF, "113326", proposal=7)
    assert (await tie(number)).offered == (Way.RUN_OFF,)

    later = await go(number, Way.RUN_OFF)

    again, first = await queries.poll(later), await queries.poll(number)
    assert (again.options, again.after_tie_number, again.after_tie_as) == (
        ("Tornetze", "Toiletten"), number, "run_off",
    )  # fmt: skip
    alike = ("secrecy", "electorate", "rule_set", "binding", "proposal")
    assert [getattr(again, name) for name in alike] == [getattr(first, name) for name in alike]
    assert ((await tie(number)).stands.state, await final(number)) == (TieState.GOES_ON, (Outcome.TIED, ()))
    await run(later, "222112")
    assert await final(number) == (Outcome.CHOSEN, ("3",))  # the second on the new paper is the third on the old one
    assert (await queries.counted(number)).result.outcome is Outcome.TIED  # the count is not edited
    assert (await by_id(first.proposal or 0)).stage == "accepted"
    told = [row["stage"] for row in await STEPS.rows()]
    assert told == ["in_vote", "tied", "after_tie", "in_vote", "accepted"]


async def test_a_tied_question_is_asked_again() -> None:
    await makers_polls.proposal()
    number = await tied_yes_no(Tie.RUN_OFF, proposal=7)
    later = await go(number, Way.RUN_OFF)
    again = await queries.poll(later)
    assert (again.question, again.yes_means) == (
        "Noch einmal: Soll es einen Skatepark geben?", "Wir fordern ihn vom Rat.",
    )  # fmt: skip
    await run(later, "")  # nobody votes: too few, so it is as open as before
    assert (await tie(number)).offered == (Way.RUN_OFF,)
    last = await go(number, Way.RUN_OFF)
    await run(last, ["no", "no", "yes", "abstain"])
    assert await final(number) == (Outcome.REJECTED, ())
    assert (await by_id(again.proposal or 0)).stage == "rejected"


async def test_a_run_off_of_a_run_off_settles_both() -> None:
    number = await tied(Tie.RUN_OFF)
    second = await go(number, Way.RUN_OFF)
    await run(second, "112233")
    third = await go(second, Way.RUN_OFF)
    assert (await queries.poll(third)).question.count("Stichwahl") == 1
    await run(third, "333322")
    assert await final(number) == await final(second) == await final(third) == (Outcome.CHOSEN, ("3",))


async def test_a_void_run_off_leaves_the_tie_open() -> None:
    number = await tied(Tie.RUN_OFF)
    second = await go(number, Way.RUN_OFF)
    await actions.void_poll(second, "Es fehlte ein Name", actor=CHAIR)
    assert (await tie(number)).offered == (Way.RUN_OFF,)
    assert await go(number, Way.RUN_OFF) == second + 1


async def test_the_parliament_of_unna_shares_a_thousand_euros() -> None:
    """cases/01: three schools with six votes each; 14 want to share, 8 want a run-off."""
    number = await tied(Tie.BODY_DECIDES, "1" * 6 + "2" * 6 + "3" * 6 + "44" + "5" + "6")
    assert (await tie(number)).offered == (Way.WAYS, Way.RUN_OFF, Way.LOT)

    vote = await go(number, Way.WAYS)
    about = await queries.poll(vote)
    assert (about.proposal, about.options) == (None, ("Zu gleichen Teilen teilen", "Stichwahl", "Das Los entscheidet"))
    await run(vote, "1" * 14 + "2" * 8)

    assert (await tie(number)).offered == (Way.SHARE,)
    assert await go(number, Way.SHARE, amount=100_000) == number
    step = (await tie(number)).steps[-1]
    assert (step.picked, step.shares, sum(step.shares)) == (("1", "2", "3"), (33334, 33333, 33333), 100_000)
    assert await final(number) == (Outcome.CHOSEN, ("1", "2", "3"))
    assert await makers_polls.decided(vote) is None  # the vote about the way is no decision about the matter


async def test_a_vote_for_a_run_off_leads_to_one() -> None:
    number = await tied(Tie.BODY_DECIDES)
    await run(await go(number, Way.WAYS), "222221")
    with pytest.raises(Refused):
        await go(number, Way.SHARE)
    later = await go(number, Way.RUN_OFF)
    await run(later, "111122")
    assert await final(number) == (Outcome.CHOSEN, ("1",))


async def test_a_lot_after_the_count_is_sealed_first_and_can_be_worked_out_by_everybody() -> None:
    await makers_polls.proposal()
    number = await tied(Tie.BODY_DECIDES, proposal=7)
    await go(number, Way.LOT)
    sealed = (await tie(number)).steps[-1]
    assert (await tie(number)).stands.state is TieState.DRAWING and not sealed.picked
    assert await word(number) == "Gleichstand"

    await actions.draw_lot(number, " Giraffe ", actor=CHAIR)

    found = await tie(number)
    lot, counted = found.steps[-1].lot, await queries.counted(number)
    revealed = bytes.fromhex(lot["revealed"])
    assert (lot["commitment"], lot["word"]) == (sealed.lot["commitment"], "Giraffe")
    assert hashlib.sha256(revealed).hexdigest() == lot["commitment"]
    drawn = int(hashlib.sha256(revealed + counted.listed + b"Giraffe").hexdigest(), 16) % 3
    assert found.steps[-1].picked == (str(drawn + 1),) == (await final(number))[1]
    assert (await by_id(counted.poll.proposal or 0)).stage == "accepted"
    assert keys.draw(number) is None and await word(number) == "Entschieden"


async def test_a_lot_that_was_lost_is_sealed_anew() -> None:
    number = await tied(Tie.BODY_DECIDES)
    await go(number, Way.LOT)
    keys.destroy_draw(number)
    await actions.draw_lot(number, "Igel", actor=CHAIR)
    first, second = (await tie(number)).steps
    assert first.lot["commitment"] != second.lot["commitment"] and not second.picked
    await actions.draw_lot(number, "Igel", actor=CHAIR)
    assert (await final(number))[0] is Outcome.CHOSEN


async def test_a_chair_decides_with_a_reason_and_the_office_never() -> None:
    await makers_polls.proposal()
    number = await tied(Tie.CHAIR_DECIDES, proposal=7)
    with pytest.raises(Refused) as refused:
        await go(number, Way.CHAIR, picked=["2"], reason="Weil es eilt.", actor=OFFICE)
    assert refused.value.reason is WhyNotSettle.ONLY_THE_CHAIRS
    wrongs: list[dict[str, Any]] = [{"picked": ["4"]}, {"picked": ["1", "2"]}, {"picked": []}]
    wrongs += [{"reason": ""}, {"reason": "x" * 501}]
    for wrong in wrongs:
        with pytest.raises(Wrong):
            await go(number, Way.CHAIR, **{"picked": ["2"], "reason": "Weil es eilt."} | wrong)
    with pytest.raises(Wrong):
        await go(number, Way.CHAIR, picked=["2"], reason="Ruf an: 0171 2345678")
    await go(number, Way.CHAIR, picked=["2"], reason=" Weil es eilt. ")
    assert (await final(number), (await tie(number)).steps[0].reason) == ((Outcome.CHOSEN, ("2",)), "Weil es eilt.")


@pytest.mark.parametrize("rule", [Tie.REJECTED, Tie.LOT])
async def test_what_a_rule_or_the_lot_settles_needs_nobody(rule: Tie) -> None:
    number = await tied_yes_no(rule)
    assert await queries.tie_of(await queries.counted(number)) is None
    with pytest.raises(Refused) as refused:
        await go(number, Way.RUN_OFF)
    assert refused.value.reason is WhyNotSettle.NO_TIE


async def test_nothing_is_settled_before_publication() -> None:
    await makers_polls.rules(replace(HOLZWICKEDE, tie=Tie.RUN_OFF))
    poll = await makers_polls.counted(["yes", "yes", "no", "no"])
    with pytest.raises(Refused) as refused:
        await go(poll.number, Way.RUN_OFF)
    assert refused.value.reason is WhyNotSettle.NOT_PUBLISHED
