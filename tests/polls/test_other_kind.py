"""The form in which a poll is prepared shows the fields of one kind; a tap on another one loses nothing."""

import pytest

from tests import makers, makers_polls
from tests.client import Client
from zukunftsparlament.kernel.sql import Sql

pytestmark = pytest.mark.usefixtures("store")

TYPED = {
    "kind": "points",
    "proposal": "7",
    "question": "Was <zuerst>?",
    "points": "Eins\nZwei",
    "yes_means": "Der Punkt gilt.",
    "no_means": "Nie.",
    "secrecy": "open",
    "opens_at": "2031-05-04T10:00",
    "persons": "on",
}


async def switched(client: Client, kind: str) -> str:
    answer = await client.send_form("/abstimmungen/neu", TYPED | {"art": kind})
    assert answer.status_code == 200
    return answer.text


async def test_another_kind_keeps_what_was_typed(client: Client) -> None:
    await makers_polls.rules()
    await makers_polls.proposal()
    await client.sign_in(member=await makers.chair())

    page = await switched(client, "budget")
    assert 'value="Was &lt;zuerst&gt;?"' in page and 'value="2031-05-04T10:00"' in page
    assert 'name="kind" value="budget"' in page and 'name="proposal" value="7"' in page and 'name="amount"' in page
    assert 'name="secrecy" value="open" checked' in page
    assert 'type="hidden" name="points" value="Eins\nZwei"' in page
    assert 'name="persons"' not in page  # where it is not to be seen it must not count
    assert not await Sql("SELECT count(*) FROM poll").value()


async def test_what_a_kind_usually_says_comes_and_goes_with_it(client: Client) -> None:
    await makers_polls.rules()
    await makers_polls.proposal()
    await client.sign_in(member=await makers.chair())

    assert 'name="at_most" type="text" value="2"' in await switched(client, "up_to")
    yes_or_no = await switched(client, "yes_no_abstain")
    assert "Der Punkt gilt." not in yes_or_no and "Nie." in yes_or_no
    assert "Der Punkt gilt." in await switched(client, "points")


async def test_fields_out_of_sight_change_nothing_in_what_is_prepared(client: Client) -> None:
    await makers_polls.rules()
    await client.sign_in(member=await makers.chair())
    own = {"kind": "one_of", "question": "Was?", "options": "A\nB", "electorate": "seats", "secrecy": "open"}

    answer = await client.send_form(
        "/abstimmungen", own | {"amount": "viel", "method": "?", "points": "x", "no_vote": "y"}
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/abstimmungen/1")


async def test_only_who_leads_changes_the_kind(client: Client) -> None:
    await client.sign_in(member=await makers.seated())

    assert (await client.send_form("/abstimmungen/neu", TYPED)).status_code == 403
