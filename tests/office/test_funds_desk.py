"""The office writes down what the parliament may spend; everybody reads where it went."""

import pytest

from tests import makers, makers_votes
from tests.client import Client
from tests.statements import counted
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.rules.in_sitting import HeldAs

pytestmark = pytest.mark.usefixtures("store")


async def test_a_fund_from_its_making_to_money_that_comes_back(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())
    wrong = await client.send_form("/buero/geld", {"source": "Budget", "year": "27", "cents": "viel"})
    assert wrong.status_code == 422 and 'value="Budget"' in wrong.text
    made = await client.send_form("/buero/geld", {"source": "Budget der Gemeinde", "year": "2027", "cents": "1.000"})
    assert made.headers["Location"] == "/buero/geld/1"
    await client.send_form("/buero/geld/1/zugang", {"cents": "50,50", "reason": "Spende vom Sommerfest"})
    room = await makers_votes.room()
    number = await makers_votes.opened(room, held=HeldAs(fund=1, cents=33_334))
    await makers_votes.shown(room, number, ["yes"])

    public = (await Client().get("/geld")).text
    assert "717,16 €" in public and "Spende vom Sommerfest" in public and f"/abstimmungen/{number}" in public
    page = (await client.get("/buero/geld/1/buchungen/3")).text
    assert "333,34 €" in page
    answer = await client.send_form("/buero/geld/1/buchungen/3/rueckbuchung", {"reason": "Der Bauhof hat bezahlt."})
    assert answer.status_code == 303
    assert (await client.get("/buero/geld/1/buchungen/3")).status_code == 404  # it has come back
    assert "1.050,50 €" in (await client.get("/buero/geld/1")).text


async def test_the_page_needs_few_statements_however_many_funds_there_are(client: Client) -> None:
    needed = set()
    for funds in (1, 3):
        for year in range(2027, 2027 + funds):
            await actions.make_fund("Budget der Gemeinde", year, 100_000, actor="office:Frau Vogt")
        with counted() as asked:
            assert (await client.get(f"/geld?{funds}")).status_code == 200
        needed.add(len(asked))
    assert len(needed) == 1 and needed.pop() <= 5
