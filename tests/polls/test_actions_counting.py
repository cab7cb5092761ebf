import json
import os
from dataclasses import replace

import pytest

from tests import makers_polls
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.keys import keys_folder
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, box, keys, queries
from zukunftsparlament.polls.journal_checks import JOURNAL_CHECKS
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Ballot, Secrecy, WhyNot
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie

pytestmark = pytest.mark.usefixtures("store")

STAGE = Sql("SELECT stage FROM proposal WHERE id = $1")
STEPS = Sql("SELECT stage FROM proposal_step WHERE proposal = $1 ORDER BY id")
VERBS = Sql("SELECT verb, actor FROM journal_entry WHERE subject_kind = 'poll' ORDER BY number")
LEFT = Sql(
    "SELECT (SELECT count(*) FROM sealed_ballot) + (SELECT count(*) FROM turnout) + (SELECT count(*) FROM open_vote)"
)
PUT = Sql("INSERT INTO sealed_ballot (poll, box) SELECT id, $2 FROM poll WHERE number = $1")


async def test_the_whole_way_of_a_secret_poll_on_a_proposal() -> None:
    proposal = await makers_polls.proposal()
    poll = await makers_polls.opened(proposal=7)
    assert (await STAGE.value(proposal), keys.numbers("key")) == ("in_vote", [poll.number])

    for voter, choice in zip(poll.voters, ["yes", "yes", "no"], strict=True):
        await makers_polls.vote(poll, voter, choice)
    await actions.close_poll(poll.number, actor=CHAIR)
    await actions.count_poll(poll.number, actor="office:Amt")
    counted = await queries.counted(poll.number)
    assert (counted.result.counts.votes, counted.poll.turnout) == ((("yes", 2), ("no", 1), ("abstain", 0)), 3)
    assert (await LEFT.value(), keys.numbers("key", "lot", "compact")) == (0, [])
    assert await STAGE.value(proposal) == "in_vote"

    await actions.publish_poll(poll.number, actor=CHAIR)
    assert await STAGE.value(proposal) == "accepted"
    acts = ["prepare_poll", "open_poll", "close_poll", "count_poll", "publish_poll"]
    assert [row["verb"] for row in await VERBS.rows()] == acts


async def test_a_seat_that_is_taken_away_after_the_opening_does_not_change_the_quorum() -> None:
    """Two of two would be quorate; two of five are not."""
    poll = await makers_polls.voted(["yes", "yes"], voters=5)
    await Sql("DELETE FROM seat WHERE member <> $1 AND member <> $2").rows(*poll.voters[:2])
    assert (await queries.measured(poll.number)).rule.seats == 5

    await actions.close_poll(poll.number, actor=CHAIR)
    await actions.count_poll(poll.number, actor=CHAIR)

    counted = await queries.counted(poll.number)
    assert (counted.rule.seats, counted.result.outcome) == (5, Outcome.NOT_QUORATE)


async def test_seats_that_were_changed_after_the_opening_are_found() -> None:
    await makers_polls.opened()
    assert [await check.find() for check in JOURNAL_CHECKS] == [None] * len(JOURNAL_CHECKS)
    await Sql("UPDATE poll SET seats = 2").rows()
    found = [await check.find() for check in JOURNAL_CHECKS]
    assert "Abstimmung 1: „seats“ ist anders als im Journal bei der Eröffnung." in found


async def test_a_poll_that_an_older_version_opened_is_counted_with_the_seats_of_today() -> None:
    poll = await makers_polls.voted(["yes", "yes"])
    await Sql("UPDATE poll SET seats = NULL").rows()
    await actions.close_poll(poll.number, actor=CHAIR)
    await actions.count_poll(poll.number, actor=CHAIR)
    assert (await queries.counted(poll.number)).rule.seats == 3


async def test_a_box_with_one_ballot_too_many_is_not_counted() -> None:
    poll = await makers_polls.voted(["yes"] * 3)
    _, public = box.new_key()
    await PUT.rows(poll.number, box.seal(Ballot(("no",), "a-b-c-d"), public))
    await actions.close_poll(poll.number, actor=CHAIR)
    with pytest.raises(Refused) as refused:
        await actions.count_poll(poll.number, actor=CHAIR)
    assert refused.value.reason is WhyNot.BOX_DIFFERS_FROM_TURNOUT
    assert (await makers_polls.state(poll.number), await LEFT.value()) == ("closed", 7)


async def test_without_its_key_a_box_stays_shut_and_the_poll_can_be_voided() -> None:
    poll = await makers_polls.voted(["yes"] * 3)
    await actions.close_poll(poll.number, actor=CHAIR)
    keys.destroy_both(poll.number)
    with pytest.raises(Refused) as refused:
        await actions.count_poll(poll.number, actor=CHAIR)
    assert refused.value.reason is WhyNot.BOX_DOES_NOT_OPEN

    await actions.void_poll(poll.number, "Der Schlüssel ist weg.", actor=CHAIR)
    found = await queries.poll(poll.number)
    assert (found.state, found.turnout, await LEFT.value()) == ("void", 3, 0)


async def test_voiding_destroys_the_key_and_sends_the_proposal_back() -> None:
    proposal = await makers_polls.proposal()
    poll = await makers_polls.opened(proposal=7)
    await actions.void_poll(poll.number, " Falsche Frage. ", actor=CHAIR)
    await actions.void_poll(poll.number, "", actor=CHAIR)

    found = await queries.poll(poll.number)
    assert (found.void_reason, keys.numbers("key", "compact")) == ("Falsche Frage.", [])
    assert [row["stage"] for row in await STEPS.rows(proposal)] == ["in_vote", "poll_void", "public"]


@pytest.mark.parametrize("reason", ["", "  ", "x" * 501])
async def test_voiding_needs_a_reason_that_can_be_read(reason: str) -> None:
    poll = await makers_polls.opened()
    with pytest.raises(Refused):
        await actions.void_poll(poll.number, reason, actor=CHAIR)
    assert await makers_polls.state(poll.number) == "open"


async def test_a_lot_is_committed_at_the_opening_and_revealed_with_the_count() -> None:
    await makers_polls.rules(replace(HOLZWICKEDE, tie=Tie.LOT))
    poll = await makers_polls.opened(voters=4)
    committed = (await queries.poll(poll.number)).lot_commitment
    for voter, choice in zip(poll.voters, ["yes", "yes", "no", "no"], strict=True):
        await makers_polls.vote(poll, voter, choice)
    await actions.close_poll(poll.number, actor=CHAIR)
    await actions.count_poll(poll.number, actor=CHAIR)

    counted = await queries.counted(poll.number)
    assert counted.list_["lot"]["commitment"] == committed
    assert (counted.result.drawn[0] in ("yes", "no"), counted.result.tied) == (True, ("yes", "no"))


async def test_an_open_poll_keeps_only_its_counts() -> None:
    poll = await makers_polls.published(["yes", "no", "yes"], secrecy=Secrecy.OPEN)
    counted = await queries.published_poll(poll.number)
    assert (await LEFT.value(), counted.counts) == (0, {"Ja": 2, "Nein": 1, "Enthaltung": 0})
    assert json.loads(counted.listed)["turnout"] == 3
    assert [one.poll.number for one in await queries.counted_polls()] == [poll.number]


async def test_a_straw_poll_changes_no_stage() -> None:
    proposal = await makers_polls.proposal()
    await makers_polls.rules(replace(HOLZWICKEDE, circular_votes_binding=False))
    await makers_polls.published(["yes", "yes", "no"], proposal=7)
    assert [row["stage"] for row in await STEPS.rows(proposal)] == ["straw_poll", "straw_poll_counted"]
    assert await STAGE.value(proposal) == "ripe"


async def test_a_count_that_was_killed_after_its_commit_is_finished_at_the_next_start() -> None:
    poll = await makers_polls.counted(["yes"] * 3)
    keys.keep(poll.number, private=b"k" * 32, lot=None)
    keys.ask_to_compact(poll.number)
    await actions.tidy()
    assert keys.numbers("key", "lot", "compact") == []


async def test_the_key_of_a_running_poll_survives_every_tidying() -> None:
    poll = await makers_polls.opened()
    prepared = await makers_polls.prepared()
    keys.keep(prepared, private=b"k" * 32, lot=None)
    await actions.tidy()
    assert keys.numbers("key") == [poll.number, prepared]


async def test_drafts_of_a_process_that_was_killed_are_cleared_but_not_those_being_written() -> None:
    folder = keys_folder() / "polls"
    folder.mkdir(exist_ok=True)
    old, young = folder / "7.00.draft", folder / "7.11.draft"
    for draft in (old, young):
        draft.write_bytes(b"k" * 32)
    os.utime(old, (0, 0))
    await actions.tidy()
    assert list(folder.iterdir()) == [young]
