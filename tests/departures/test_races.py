"""Somebody goes while something else happens to them. Whatever comes first, it is whole."""

import asyncio
from typing import Any

import pytest

from tests import makers, makers_polls
from tests import makers_people as people
from tests import makers_proposals as proposals
from tests.client import Client
from tests.departures import searching, world
from zukunftsparlament.cli.verify import ROOMS
from zukunftsparlament.departures import checks as departures
from zukunftsparlament.departures import finishing
from zukunftsparlament.departures.actions import leave
from zukunftsparlament.departures.month_end import month_end
from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.people.departing import Why
from zukunftsparlament.polls import actions as polls

pytestmark = pytest.mark.usefixtures("store")

AUTHORS = tuple(
    Sql(f"SELECT count(*) FROM {table} t JOIN member m ON m.id = t.{column} WHERE m.role IS NULL")
    for table, column in (("comment", "author"), ("proposal", "author"), ("backing", "member"), ("message", "member"))
)
FITS = Sql(
    "SELECT count(*) FROM proposal p WHERE p.backings <> p.former_backings + "
    "(SELECT count(*) FROM backing b WHERE b.proposal = p.id)"
)


async def nothing_is_left() -> bool:
    await searching.until_wiped()
    return [await found.value() for found in (*AUTHORS, searching.GOING, FITS)] == [0] * 6


async def phone(member: int) -> Client:
    people.forgive_everybody()
    return await Client().sign_in(member=member)


async def go(client: Client) -> int:
    answer = await client.send_form("/meins/loeschung", {"texts": "keep", "words": people.WORDS})
    return answer.status_code


@pytest.mark.parametrize("rounds", range(3))
async def test_whoever_writes_and_goes_at_once_has_written_before_or_not_at_all(rounds: int) -> None:
    member = await people.member_with_words()
    number = await proposals.proposal()
    going, *others = [await phone(member) for _ in range(7)]
    said = [
        one.send_form(f"/vorschlaege/{number}/beitraege", {"stance": "for", "text": f"Ja {n}, gern!"})
        for n, one in enumerate(others[:3])
    ]
    backed = [one.send_form(f"/vorschlaege/{number}/unterstuetzung") for one in others[3:5]]
    drafted = others[5].send_form("/entwuerfe")

    both = asyncio.gather(go(going), asyncio.gather(*said, *backed, drafted))
    gone, answers = await both

    assert gone == 303
    assert {answer.status_code for answer in answers} <= {303, 401}
    assert await nothing_is_left()


async def test_a_vote_at_the_same_time_is_counted() -> None:
    member = await people.member_with_words()
    await Sql("UPDATE member SET role = 'member' WHERE id = $1").rows(member)
    await makers.SEAT.rows(900, None, member)
    poll = await makers_polls.opened(voters=3)
    voter, going = await phone(member), await phone(member)
    slip = makers_polls.slip(poll.number)

    vote = voter.send_form(f"/abstimmungen/{poll.number}/stimme", {"choice": "yes", "receipt": slip})
    answer, gone = await asyncio.gather(vote, go(going))

    assert gone == 303 and answer.status_code in (303, 401)
    for other in poll.voters:
        await makers_polls.vote(poll, other)
    await polls.close_poll(poll.number, actor=makers_polls.CHAIR)
    await polls.count_poll(poll.number, actor=makers_polls.CHAIR)
    assert await nothing_is_left()
    assert await broken() == []


async def test_two_who_go_and_one_who_goes_twice() -> None:
    both = [await world.somebody(), await world.somebody(role="chair")]
    leavers = [Leaver(one.member) for one in both]

    begun = await asyncio.gather(*(leave(leaver, why=Why.SELF) for leaver in (*leavers, *leavers)))

    assert sorted(begun) == [False, False, True, True]
    assert await nothing_is_left()
    assert len(await acts("delete_member", "member")) == 2
    assert sorted(deletions.deleted_members()) == sorted(leaver.member for leaver in leavers)


async def test_a_count_goes_on_while_a_voter_goes() -> None:
    poll = await makers_polls.voted(["yes", "no", "abstain"])
    await polls.close_poll(poll.number, actor=makers_polls.CHAIR)
    leavers = [leave(Leaver(voter), why=Why.SELF) for voter in poll.voters[:2]]

    await asyncio.gather(polls.count_poll(poll.number, actor=makers_polls.CHAIR), *leavers)

    assert await makers_polls.state(poll.number) == "counted"
    assert await broken() == []


@pytest.mark.parametrize("where", ["_let_go", "wipe"])
async def test_stopped_in_between_it_goes_on_at_the_next_tick(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """As a full disk does it. `kill -9`: tests/cli/test_deleting.py."""
    traces = await world.somebody()

    async def fails(*_: Any, **__: Any) -> None:
        raise OSError("no space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(finishing, where, fails)
        assert await leave(Leaver(traces.member, with_texts=True), why=Why.SELF)
    assert await searching.GOING.value() == 1
    assert traces.private["pseudonym"].rpartition("-")[2].encode() in await searching.every_byte()

    assert await searching.still_there(traces.private | traces.public) == set()
    assert await nothing_is_left()


async def test_what_comes_in_too_late_is_swept_away() -> None:
    traces = await world.somebody()
    await leave(Leaver(traces.member), why=Why.SELF)
    async with writing():
        await tell([traces.member], "declined", reason="zu-spaet-gesagt")
    (check,) = departures.CHECKS
    assert "message" in (await check.find() or "")

    await month_end._look()

    assert await nothing_is_left() and await check.find() is None
    assert await searching.still_there({"late": "zu-spaet-gesagt"}) == set()


async def broken() -> list[str]:
    """What `verify` would say, but for what tests make past the journal."""
    checks = [check for room in ROOMS for check in room.CHECKS if "Nummern" not in check.title]
    return [said for check in checks if (said := await check.find()) is not None]
