"""What is told to its owner: everything, and nothing of anybody else."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests import makers, makers_polls
from tests import makers_moderation as posts
from tests import makers_proposals as proposals
from tests.client import Client
from tests.departures import world
from zukunftsparlament.departures.rooms import BELONGINGS
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.mine.own_data import NOT_TOLD
from zukunftsparlament.office.reports import carry_out as settle
from zukunftsparlament.polls.rules import Electorate, Secrecy
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.actions.wiping import wipe_removed
from zukunftsparlament.proposals.rules.moderation import Verdict
from zukunftsparlament.proposals.rules.objections import TIME_TO_OBJECT

pytestmark = pytest.mark.usefixtures("store")

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "docs/schemas/own-data.schema.json").read_text())
SECRET = {"code_hash", "words_hash", "session_hash", "invitation"}
# The name of the wish is told as it was typed; these are told by the address of what they belong to.
BY_ITS_ADDRESS = {"draft_picture", "public_picture"}
SAY = Sql("UPDATE proposal SET title = 'fremder-titel', text = 'fremder-text' WHERE number = $1")


async def told_to(client: Client, member: int) -> tuple[dict[str, Any], str]:
    await client.sign_in(member=member)
    answer = await client.get("/meins/daten.json")
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["cache-control"] == "no-store"
    return answer.json(), answer.text


async def test_everything_is_told_but_what_opens_a_door(client: Client) -> None:
    traces = await world.somebody(role="moderator")
    poll = await makers_polls.opened(secrecy=Secrecy.OPEN, electorate=Electorate.CARDS)
    await makers_polls.vote(poll, traces.member, "no")

    told, text = await told_to(client, traces.member)

    jsonschema.validate(told, SCHEMA, format_checker=jsonschema.FormatChecker())
    planted = traces.private | traces.public
    assert {name for name, trace in planted.items() if trace not in text} == SECRET | BY_ITS_ADDRESS
    assert told["tables"]["open_vote"] == [{"poll": poll.number, "choice": ["no"]}]
    assert told["tables"]["backing"] == [{"proposal": traces.other}]
    assert set(told["tables"]) == {one.table for one in BELONGINGS} | {"member", "picture"}
    assert told["not_told"] == list(NOT_TOLD)


async def test_nothing_of_anybody_else_is_in_it(client: Client) -> None:
    traces, other = await world.somebody(), await world.somebody()
    await SAY.rows(traces.other)
    await proposals.contribution(traces.own, author=other.member, text="fremder-beitrag")

    for address in ("/meins/daten.json", "/meins/daten"):
        await client.sign_in(member=traces.member)
        text = (await client.get(address)).text
        assert "fremder-" not in text
        assert not [name for name, trace in (other.private | other.public).items() if trace in text]


async def test_what_was_removed_is_told_until_it_is_wiped(client: Client) -> None:
    author, reporter = await makers.member(), await makers.member()
    number = await proposals.proposal(author=author, title="Bänke am Bach")
    by = Moderator("office:x", None, await makers.staff())
    await settle(await posts.reported_proposal(number, reporter=reporter), Verdict.REMOVE, "So nicht.", by=by)

    told, _text = await told_to(client, author)
    page = (await client.get("/meins/daten")).text
    _told, to_others = await told_to(client, reporter)
    await Sql("UPDATE removal SET removed_at = $1").rows(now() - TIME_TO_OBJECT * 2)
    await wipe_removed()
    later, _text = await told_to(client, author)

    jsonschema.validate(told, SCHEMA)
    jsonschema.validate(later, SCHEMA)
    assert told["tables"]["removal"][0]["words"]["title"] == "Bänke am Bach" and "Das stand da" in page
    assert told["tables"]["removal"][0]["words"]["text"] and "Bänke am Bach" not in to_others
    assert later["tables"]["removal"][0]["words"] is None


async def test_the_page_says_the_same_in_sentences(client: Client) -> None:
    traces = await world.somebody(role="chair")
    await client.sign_in(member=traces.member)

    shown = (await client.get("/meins/daten")).text

    assert "Das wissen wir über dich" in shown and "Du hast den Vorsitz." in shown
    missing = {name for name, trace in (traces.private | traces.public).items() if trace not in shown}
    assert missing == SECRET | BY_ITS_ADDRESS | {"address", "held_because"}


async def test_a_new_card_has_empty_lists_and_a_short_page(client: Client) -> None:
    told, _text = await told_to(client, await makers.member(name="Flinke Eule"))

    jsonschema.validate(told, SCHEMA)
    assert told["tables"]["proposal"] == []
    shown = (await client.get("/meins/daten")).text
    assert "Flinke Eule" in shown and "Noch nichts." in shown


async def test_only_the_owner_gets_it(client: Client) -> None:
    assert (await client.get("/meins/daten.json")).status_code == 303
    await client.sign_in(staff=await makers.staff())
    assert (await client.get("/meins/daten.json")).status_code == 403
