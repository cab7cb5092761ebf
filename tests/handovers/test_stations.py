"""The way of a decision through several hands, on one page: what was voted, who was given it, what they said."""

import pytest

from tests import makers, makers_handovers, makers_minutes, makers_moderation, makers_proposals
from tests.cases.parliament import words
from tests.client import Client
from tests.handovers.test_ties_handed_over import shared
from zukunftsparlament.handovers import queries
from zukunftsparlament.kernel import sql
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.dates import day
from zukunftsparlament.kernel.public_memory import memory
from zukunftsparlament.polls.actions import void_poll

COUNCIL = "Rat"
SAID = "Angenommen: 4 dafür, 1 dagegen."


async def given_to_both(*polls: int) -> tuple[int, int]:
    await makers_handovers.body(COUNCIL, "Rat der Stadt")
    return await makers_handovers.handed_over(*polls), await makers_handovers.handed_over(*polls, body_=COUNCIL)


async def read(client: Client, handover: int) -> str:
    memory.forget()
    return words((await client.get(f"/daraus-geworden/{handover}")).text)


@pytest.mark.usefixtures("store")
async def test_each_that_shares_money_goes_its_own_way() -> None:
    first, second = await given_to_both(await shared())
    await makers_handovers.answered(first, 2, answer="no")

    for here in (first, second):
        red, blue = await queries.ways_of(here)
        assert [red.here.handover, blue.here.handover] == [here, here]
        assert [(one.handover, one.number, one.reply is None) for one in red.stations] == [(1, 1, True), (2, 1, True)]
        assert [(one.handover, one.number, one.reply is None) for one in blue.stations] == [(1, 2, False), (2, 2, True)]
        assert red.voted and red.voted == blue.voted and "Entschieden: „Rot“, „Blau“." in red.voted.sentence


async def test_however_many_stations_there_are_three_statements_are_enough(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    rows = sql.Sql.rows

    async def counting(self: sql.Sql, *values: object) -> list[sql.Row]:
        asked.append(self.finished)
        return await rows(self, *values)

    alone = await makers_handovers.handed_over(await makers_handovers.decision())
    many, _ = await given_to_both(*[await makers_handovers.decision(question=f"Frage {n}?") for n in range(3)])
    counted = []
    for handover in (alone, many):
        memory.forget()
        with monkeypatch.context() as patched:
            patched.setattr(sql.Sql, "rows", counting)
            asked.clear()
            await client.get(f"/daraus-geworden/{handover}")
            counted.append(len(asked))
    assert counted == [4, 4]  # the fourth are the earlier answers


async def test_the_sitting_is_named_and_nothing_of_it_that_is_not_public(client: Client) -> None:
    held = await makers_minutes.held()
    _, second = await given_to_both(1)
    page = await read(client, second)
    assert f"Abgestimmt {day(today())} {SAID}" in page and f"· Sitzung {held.number} " in page

    await sql.Sql("UPDATE agenda_item SET public = $1").rows(False)
    page = await read(client, second)
    assert SAID not in page and f"Sitzung {held.number}" not in page and "Übergeben an: Rat" in page


async def test_what_was_voided_or_removed_since_does_not_come_back(client: Client) -> None:
    proposal = await makers_proposals.proposal(title="Ein Nachtbus")
    poll = await makers_handovers.decision("1", "1", "2", proposal=proposal, options="Linie 7\nLinie 9")
    _, second = await given_to_both(poll)
    assert "Linie 7" in await read(client, second)
    token = await makers_moderation.reported_proposal(proposal, reporter=await makers.member())
    await client.sign_in(staff=await makers.staff())
    removal = {"decision": "remove", "text": "Über andere: nein."}
    assert (await client.send_form(f"/buero/meldungen/{token}", removal)).status_code == 303
    client.token = None
    page = await read(client, second)
    assert "Linie" not in page and "Nachtbus" not in page and "Abgestimmt" in page

    await void_poll(poll, "Zwei Karten waren vertauscht.", actor="chair:1")
    page = await read(client, second)
    assert "Sie zählt nicht." in page and "Abgestimmt" not in page and "Übergeben an: Rat" in page
