"""Somebody with a copy of every file looks for whoever has gone."""

import pytest

from tests.departures import world
from zukunftsparlament.departures.actions import leave
from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.people.departing import Why

pytestmark = pytest.mark.usefixtures("store")

MEMBER = Sql("SELECT * FROM member WHERE id = $1")
COUNTS = Sql("SELECT backings, former_backings, comments FROM proposal WHERE number = $1")


async def test_only_what_others_have_read_stays() -> None:
    traces = await world.somebody()
    everything = traces.private | traces.public
    assert await world.still_there(everything) == set(everything)

    await leave(Leaver(traces.member), why=Why.SELF)

    assert await world.still_there(everything) == set(traces.public)
    assert set((await MEMBER.row(traces.member) or {}).values()) == {traces.member, None}
    assert await COUNTS.row(traces.other) == {"backings": 2, "former_backings": 1, "comments": 1}
    assert deletions.deleted_members() == {traces.member: False}


async def test_with_their_texts_nothing_stays() -> None:
    traces = await world.somebody(role="chair")
    await leave(Leaver(traces.member, with_texts=True), why=Why.SELF)

    assert await world.still_there(traces.private | traces.public) == set()
    assert await COUNTS.row(traces.other) == {"backings": 2, "former_backings": 1, "comments": 0}
    assert deletions.deleted_members() == {traces.member: True}
