"""A seat more: after a vote that took in all of the tied, or for a reason."""

import pytest

from tests import makers, makers_elections
from tests.client import Client
from tests.polls.test_elections import BODY
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import journal_checks
from zukunftsparlament.polls.actions import Chosen, settle_tie
from zukunftsparlament.polls.rules import Way

pytestmark = pytest.mark.usefixtures("store")

ACT = "/buero/sitze/dazu"
SEATS = Sql("SELECT count(*) FROM seat")
WRITTEN = Sql("SELECT details FROM journal_entry WHERE verb = 'add_seat' ORDER BY number")


async def enlarged(*votes: str) -> tuple[int, int]:
    """Two are tied for the last place, and the parliament votes on taking both. Numbers of both votes."""
    held = await makers_elections.held(standing=4, places=2, rules=BODY)
    tied = await held.voted(["1", "2"], ["1", "3"], ["1", "2"], ["1", "3"], ["2", "3"], ["1", "4"])
    more = await settle_tie(tied, Chosen(way=Way.ENLARGE), actor=makers_elections.CHAIR)
    await makers_elections.run(held.room, more, votes)
    return tied, more


async def test_what_the_parliament_voted_for_becomes_a_seat_and_only_once(client: Client) -> None:
    tied, more = await enlarged("yes", "yes", "yes", "no")
    await client.sign_in(staff=await makers.staff())
    before = int(await SEATS.value())
    highest = int(await Sql("SELECT max(number) FROM seat").value())
    page = (await client.get("/buero/sitze")).text
    assert f'name="number" value="{highest + 1}"' in page
    typed = {"number": str(highest + 1), "poll": str(more), "school": ""}
    for _tab in range(2):
        assert (await client.send_form(ACT, typed)).status_code == 303
    assert int(await SEATS.value()) == before + 1
    (entry,) = await WRITTEN.rows()
    assert f'"poll":{more}' in entry["details"]
    again = await client.send_form(ACT, typed | {"number": str(highest + 2)})
    assert again.status_code == 409 and "gibt es schon" in again.text
    assert [found for check in journal_checks.JOURNAL_CHECKS[:1] if (found := await check.find())] == []
    for wrong in (tied, 999999999, 0):
        answer = await client.send_form(ACT, typed | {"number": str(highest + 2), "poll": str(wrong)})
        assert answer.status_code == 409 and "kein Sitz mehr beschlossen" in answer.text


async def test_a_no_adds_nothing_and_a_reason_does(client: Client) -> None:
    _tied, more = await enlarged("yes", "no", "no", "no")
    await makers.school("Neue Schule")
    await client.sign_in(staff=await makers.staff())
    before = int(await SEATS.value())
    following = str(int(await Sql("SELECT max(number) FROM seat").value()) + 1)
    new = {"number": following, "school": "Neue Schule", "reason": "Neue Schule"}
    for wrong in (
        new | {"poll": str(more)},
        new | {"poll": "viele"},
        new | {"reason": " "},
        new | {"reason": "x" * 201},
        new | {"school": "Nirgends"},
        new | {"number": str(int(following) + 1)},
        new | {"number": "-1"},
    ):
        assert (await client.send_form(ACT, wrong)).status_code == 409
    assert int(await SEATS.value()) == before
    assert (await client.send_form(ACT, new)).status_code == 303
    place = Sql("SELECT t.place FROM seat t JOIN school s ON s.id = t.school WHERE s.short = 'Neue Schule'")
    assert int(await place.value()) == 1
