"""How an item ends: what goes with it is said, a tie is settled first, and nothing is voted on by mistake or twice."""

from dataclasses import replace

import pytest

from tests import makers_polls, makers_sittings, makers_votes
from tests.chair.test_votes import NEW_NUMBERS, WORDS, form_of, room_with_chair
from tests.client import Client, as_read
from tests.makers_sittings import CHAIR
from zukunftsparlament.kernel.refusals import Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.agenda import add_item
from zukunftsparlament.sittings.rules.agenda import ItemDraft

pytestmark = pytest.mark.usefixtures("store")

STAGE = Sql("UPDATE proposal SET stage = $1")


async def test_the_form_says_what_ends_with_the_item(client: Client) -> None:
    room = await room_with_chair(client)
    end = f"/vorsitz/{room.sitting.number}/punkte/{room.item.mark}/ende"
    assert "Damit endet auch" not in as_read((await client.get(end)).text)
    part = await makers_sittings.item(room.sitting, "Der Bus fährt nicht", late_reason="Heute", parent=room.item.mark)
    page = as_read((await client.get(end)).text)
    assert "Damit endet auch" in page and f"{part.number} Der Bus fährt nicht" in page


async def test_a_tie_is_settled_before_the_item_is_dropped(client: Client) -> None:
    room = await room_with_chair(client, rules=replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES))
    number = await makers_votes.prepared(room)
    here = f"/vorsitz/{room.sitting.number}"
    await actions.open_poll(number, actor=CHAIR)
    await makers_votes.voted(room, number, ["yes", "yes", "no", "no"])
    await makers_votes.closed(number)
    await actions.show_result(number, actor=CHAIR)
    typed = {"as": "dropped", "reason": "Keine Lust"}
    answer = await client.send_form(f"{here}/punkte/{room.item.mark}/ende", typed)
    assert answer.status_code == 409 and "Klärt zuerst den Gleichstand" in as_read(answer.text)
    await makers_votes.prepared(room, question="Noch etwas?")
    page = as_read((await client.get(here)).text)
    assert "Ohne Abstimmung fertig" not in page and "Punkt ist fertig" in page
    answer = await client.send_form(f"{here}/punkte/{room.item.mark}/ende", typed | {"as": "adjourned"})
    assert answer.status_code == 303


async def test_an_unknown_kind_of_vote_opens_nothing(client: Client) -> None:
    room = await room_with_chair(client)
    answer = await client.send_form(form_of(room), WORDS | {"kind": "unsinn", "secrecy": "open", "then": "open"})
    assert answer.status_code == 422 and await NEW_NUMBERS.rows() == []


async def test_a_practice_vote_keeps_its_mark_when_it_is_counted(client: Client) -> None:
    room = await room_with_chair(client)
    number = await makers_votes.prepared(room)
    await actions.open_poll(number, actor=CHAIR)
    await makers_votes.voted(room, number, ["yes", "yes", "yes", "no"])
    await makers_votes.closed(number)
    await actions.show_result(number, actor=CHAIR)
    badge = '<span class="badge">Übung</span>'
    assert badge not in (await client.get(f"/vorsitz/{room.sitting.number}")).text
    await Sql("UPDATE poll SET practice = TRUE").rows()
    assert badge in (await client.get(f"/vorsitz/{room.sitting.number}")).text


@pytest.mark.parametrize("stage", ["in_vote", "handed_over"])
async def test_a_proposal_that_is_voted_on_or_with_the_adults_is_not_put_down_again(stage: str) -> None:
    await makers_polls.proposal()
    sitting = await makers_sittings.sitting()
    before = await queries.agenda(sitting.id)
    await STAGE.rows(stage)
    with pytest.raises(Wrong) as refused:
        await add_item(sitting.number, ItemDraft(title="", proposal=7), actor=CHAIR)
    assert list(refused.value.problems) == ["proposal"]
    assert await queries.agenda(sitting.id) == before
