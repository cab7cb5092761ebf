"""The page about what is known says something about every table that points at a young person."""

import html

from tests.client import Client
from zukunftsparlament.kernel.tables import tables
from zukunftsparlament.people.tables import Member

SAID = {
    "name_key": "der Name, den du dir hier ausgesucht hast",
    "card": "von deiner Karte",
    "seat": "ob du einen Sitz",
    "session": "solange du angemeldet bist",
    "message": "die Nachrichten",
    "proposal": "was du schreibst, auch Entwürfe",
    "comment": "was du schreibst",
    "proposal_version": "was du schreibst, auch Entwürfe",
    "co_author": "bei welchen Vorschlägen du mitschreibst",
    "invitation": "dass du jemanden einlädst, bis die Einladung benutzt oder vorbei ist",
    "follower": "welchen Vorschlägen du folgst",
    "backing": "was du auch willst",
    "report": "was du uns meldest",
    "on_roll": "bei welchen Abstimmungen du dabei sein darfst",
    "turnout": "dass du abgestimmt hast",
    "open_vote": "bei offenen Abstimmungen auch, was",
}


async def test_every_table_about_somebody_is_told(client: Client) -> None:
    page = html.unescape((await client.get("/ueber")).text)
    about = {
        table._meta.tablename
        for table in tables()
        if any(key._foreign_key_meta.resolved_references is Member for key in table._meta.foreign_key_columns)
    }

    assert about == set(SAID)
    for sentence in SAID.values():
        assert sentence in page


async def test_it_promises_no_deletion_that_nobody_carries_out(client: Client) -> None:
    page = html.unescape((await client.get("/ueber")).text)

    assert "gilt deine Karte nicht mehr" in page
    assert "ehemaliges Mitglied" not in page
    assert "Das ist alles" not in page
