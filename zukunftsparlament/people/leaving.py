"""What this room holds of a young person. The first step of going is in `departing`; this clears what is left."""

import json

from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.people.belongings import Belonging, Goes, Room

SITS_AT = Sql("SELECT number, 'member' AS sits_as, last_day FROM seat WHERE member = $1")
STANDS_IN = Sql("SELECT number, 'deputy' AS sits_as, NULL AS last_day FROM seat WHERE deputy = $1")


def without_titles(row: Row) -> Row:
    """A message quotes the title of a proposal that may be somebody else's: its address leads there."""
    facts = {name: fact for name, fact in json.loads(row["facts"]).items() if name != "title"}
    return {**row, "facts": facts}


ROOM = Room(
    told={
        "member": Sql(
            "SELECT m.id, m.name, s.name AS school, m.role, m.premoderated_until, m.delete_after, m.card_name, "
            "m.created_month FROM member m LEFT JOIN school s ON s.id = m.school WHERE m.id = $1"
        )
    },
    belongings=(
        Belonging(
            "name_key",
            "member",
            Goes.ROW,
            Sql("SELECT kind, key FROM name_key WHERE member = $1 ORDER BY kind"),
        ),
        Belonging(
            "name_wish",
            "member",
            Goes.ROW,
            Sql("SELECT name, asked_at, decided_at, outcome FROM name_wish WHERE member = $1 ORDER BY id"),
        ),
        Belonging(
            "card",
            "member",
            Goes.ROW,
            Sql(
                "SELECT b.number AS batch, c.replaced FROM card c LEFT JOIN card_batch b ON b.id = c.batch "
                "WHERE c.member = $1"
            ),
        ),
        Belonging("seat", "member", Goes.LINK, SITS_AT),
        Belonging("seat", "deputy", Goes.LINK, STANDS_IN),
        Belonging(
            "session",
            "member",
            Goes.ROW,
            Sql("SELECT own_device, started_at, seen_at FROM session WHERE member = $1 ORDER BY id"),
        ),
        Belonging(
            "message",
            "member",
            Goes.ROW,
            Sql("SELECT at, kind, facts, address, seen_at FROM message WHERE member = $1 ORDER BY id"),
            without_titles,
        ),
        # Goes last of all, when the traces are wiped: `departures`.
        Belonging("departure", "member", Goes.STAYS, Sql("SELECT with_texts FROM departure WHERE member = $1")),
    ),
)
