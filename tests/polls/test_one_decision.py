"""One proposal, one decision: neither a tie that waits nor a void poll lets anybody ask until the answer suits."""

from dataclasses import replace

import pytest

from tests import makers_polls
from tests.client import Client
from tests.makers_polls import CHAIR
from tests.polls.test_ties import OFFICE, STEPS, final, go, run, tie, tied, tied_yes_no
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.checks import CHECKS
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Kind, PollState, Secrecy, Terms, Way, WhyNot, WhyNotSettle
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie
from zukunftsparlament.proposals.queries import by_id

pytestmark = pytest.mark.usefixtures("store")

LISTS = Sql("SELECT count(*) FROM journal_entry WHERE verb = 'publish_poll'")


async def stage(number: int) -> str:
    return (await by_id((await queries.poll(number)).proposal or 0)).stage


async def test_while_a_tie_waits_nobody_prepares_another_poll_about_the_proposal() -> None:
    await makers_polls.proposal()
    number = await tied_yes_no(Tie.BODY_DECIDES, proposal=7)
    for way in (None, Way.LOT):
        if way:
            await go(number, way)
        with pytest.raises(Wrong) as wrong:
            await makers_polls.prepared(proposal=7, question="Noch eine Frage?")
        assert "Gleichstand" in wrong.value.problems["proposal"]
    await actions.draw_lot(number, "Igel", actor=CHAIR)
    assert await makers_polls.prepared(proposal=7, question="Noch eine Frage?")


async def test_a_tie_is_not_settled_any_more_once_there_is_a_newer_poll() -> None:
    """The run-off had settled it; a new poll was prepared, and only then was the run-off void."""
    await makers_polls.proposal()
    number = await tied_yes_no(Tie.BODY_DECIDES, proposal=7)
    later = await go(number, Way.RUN_OFF)
    await run(later, ["yes", "yes", "no"])
    await makers_polls.prepared(proposal=7, question="Noch eine Frage?")
    await actions.void_poll(later, "Ein Name fehlte.", actor=OFFICE)
    for way in (Way.LOT, Way.RUN_OFF, Way.WAYS):
        with pytest.raises(Refused) as refused:
            await go(number, way)
        assert refused.value.reason is WhyNotSettle.NEWER_POLL


async def test_a_tied_poll_is_void_only_after_the_polls_that_followed_it() -> None:
    await makers_polls.proposal()
    number = await tied_yes_no(Tie.RUN_OFF, proposal=7)
    later = await go(number, Way.RUN_OFF)
    with pytest.raises(Refused) as refused:
        await actions.void_poll(number, "Fehler.", actor=OFFICE)
    assert refused.value.reason is WhyNot.FOLLOWED_BY_ANOTHER
    await run(later, ["yes", "yes", "no"])
    with pytest.raises(Refused):
        await actions.void_poll(number, "Fehler.", actor=OFFICE)
    await actions.void_poll(later, "Fehler.", actor=OFFICE)
    assert await stage(number) == "tied"
    await actions.void_poll(number, "Fehler.", actor=OFFICE)
    assert await stage(number) == "public"


async def test_what_settled_a_tie_is_void_only_through_the_office() -> None:
    number = await tied(Tie.BODY_DECIDES)
    await go(number, Way.LOT)
    await actions.draw_lot(number, "Igel", actor=CHAIR)
    again = await tied(Tie.BODY_DECIDES, question="Und jetzt?")
    later = await go(again, Way.RUN_OFF)
    await run(later, "111122")
    for settled in (number, later):
        with pytest.raises(Refused) as refused:
            await actions.void_poll(settled, "Das gefällt uns nicht.", actor=CHAIR)
        assert refused.value.reason is WhyNot.ONLY_THE_OFFICE_VOIDS
        await actions.void_poll(settled, "Eine Karte war vertauscht.", actor=OFFICE)
    assert (await tie(again)).offered and await final(again) == (Outcome.TIED, ())


async def test_what_was_counted_is_published_when_it_is_void(client: Client) -> None:
    await makers_polls.rules(replace(HOLZWICKEDE, tie=Tie.LOT))
    await makers_polls.proposal()
    poll = await makers_polls.counted(["no"] * 3, proposal=7)
    await actions.void_poll(poll.number, "Technischer Fehler.", actor=CHAIR)
    found = await queries.poll(poll.number)
    assert (found.state, found.times.published_at is not None) == (PollState.VOID, True)
    assert [row["stage"] for row in await STEPS.rows()] == ["in_vote", "rejected", "poll_void", "public"]
    for path in ("ergebnis", "liste.json"):
        assert (await client.get(f"/abstimmungen/{poll.number}/{path}")).status_code == 200
    result = (await client.get(f"/abstimmungen/{poll.number}/ergebnis")).text
    assert "3 dagegen" in result and "Technischer Fehler." in result
    assert f"/abstimmungen/{poll.number}/ergebnis" in (await client.get(f"/abstimmungen/{poll.number}")).text
    assert (await LISTS.value(), [said for check in CHECKS if (said := await check.find())]) == (1, [])


@pytest.mark.parametrize("way", [Way.LOT, Way.RUN_OFF])
async def test_money_below_a_tie_is_given_out_too_and_may_be_tied_again(client: Client, way: Way) -> None:
    """Red or yellow, then blue or green: a thousand euros pay one of each."""
    await makers_polls.proposal()
    await makers_polls.rules(replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES))
    terms = Terms(costs=(60000, 60000, 40000, 40000), amount=100000)
    poll = await makers_polls.published(
        list("112234"), kind=Kind.BUDGET, options="Rot\nGelb\nBlau\nGrün", terms=terms, secrecy=Secrecy.OPEN, proposal=7
    )
    later = await go(poll.number, way)
    if way is Way.RUN_OFF:
        await run(later, "1112")
    else:
        await actions.draw_lot(poll.number, "Igel", actor=CHAIR)
    found = await tie(poll.number)
    assert (found.open.tied, found.final, found.offered, await stage(poll.number)) == (
        ("3", "4"), None, (Way.WAYS, Way.RUN_OFF, Way.LOT), "tied",
    )  # fmt: skip
    page = (await client.get(f"/abstimmungen/{poll.number}")).text
    assert "gibt es wieder einen Gleichstand: „Blau“, „Grün“." in page
    await go(poll.number, Way.LOT)
    await actions.draw_lot(poll.number, "Wal", actor=CHAIR)
    outcome, winners = await final(poll.number)
    assert (outcome, len(winners), await stage(poll.number)) == (Outcome.CHOSEN, 2, "accepted")
    assert [said for check in CHECKS if (said := await check.find())] == []
