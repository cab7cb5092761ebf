"""Somebody with a copy of every file looks for whoever has gone."""

import pytest

from tests import makers_polls
from tests.departures import searching, world
from zukunftsparlament.departures.actions import leave
from zukunftsparlament.kernel import deletions, pieces
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.visit import Visit, visit
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.people.departing import Why
from zukunftsparlament.polls import checks as polls

pytestmark = pytest.mark.usefixtures("untouched_store")

MEMBER = Sql("SELECT * FROM member WHERE id = $1")
QUESTION = Sql("SELECT question FROM poll WHERE number = $1")
COUNTS = Sql("SELECT backings, former_backings, comments FROM proposal WHERE number = $1")


async def test_only_what_others_have_read_stays() -> None:
    traces = await world.somebody()
    everything = traces.private | traces.public
    assert await searching.still_there(everything) == set(everything)

    await leave(Leaver(traces.member), why=Why.SELF)

    assert await searching.still_there(everything) == set(traces.public)
    assert set((await MEMBER.row(traces.member) or {}).values()) == {traces.member, None}
    assert await COUNTS.row(traces.other) == {"backings": 2, "former_backings": 1, "comments": 1}
    assert deletions.deleted_members() == {traces.member: False}


async def test_with_their_texts_nothing_stays() -> None:
    traces = await world.somebody(role="chair")
    await leave(Leaver(traces.member, with_texts=True), why=Why.SELF)

    assert await searching.still_there(traces.private | traces.public) == set()
    assert await COUNTS.row(traces.other) == {"backings": 2, "former_backings": 1, "comments": 0}
    assert deletions.deleted_members() == {traces.member: True}


async def test_a_counted_poll_keeps_its_list_and_verify_accepts_it() -> None:
    traces = await world.somebody()
    poll = await makers_polls.published(["yes", "no", "yes"], proposal=traces.own, question=traces.public["title"])

    await leave(Leaver(traces.member, with_texts=True), why=Why.SELF)

    assert await searching.still_there(traces.private | traces.public) == {"title"}  # in the signed list
    assert await QUESTION.value(poll.number) == "Entfernter Text"
    assert [said for check in polls.CHECKS if (said := await check.find()) is not None] == []


async def test_what_is_kept_in_memory_is_forgotten() -> None:
    traces = await world.somebody()
    visit.set(Visit())
    shown = pieces.pieces("people/_devices.html", "devices", [()], submit=None, icon=None)
    assert shown and pieces._kept

    await leave(Leaver(traces.member), why=Why.SELF)

    assert not pieces._kept
