"""Every column that points at a young person is in the list of its room: told to its owner, and gone when they go."""

from collections import Counter

from zukunftsparlament.departures.rooms import BELONGINGS, ROOMS
from zukunftsparlament.kernel.tables import tables
from zukunftsparlament.people.belongings import Goes
from zukunftsparlament.people.tables import Member

POINTING = [
    (table._meta.tablename, key._meta.name, key._meta.params["null"])
    for table in tables()
    for key in table._meta.foreign_key_columns
    if key._foreign_key_meta.resolved_references is Member
]


def test_every_column_that_points_at_a_member_is_listed_once() -> None:
    listed = Counter((one.table, one.column) for one in BELONGINGS)

    assert listed == Counter((table, column) for table, column, _ in POINTING)


def test_a_link_can_only_go_where_a_row_may_do_without() -> None:
    may_be_null = {(table, column) for table, column, null in POINTING if null}

    assert {(one.table, one.column) for one in BELONGINGS if one.goes is Goes.LINK} <= may_be_null


def test_what_is_told_besides_is_no_table_that_is_told_already() -> None:
    for room in ROOMS:
        assert not set(room.told) & {one.table for one in BELONGINGS}
