"""The page about what is known says something about every table that points at a young person."""

import html
import re

from tests.client import Client
from zukunftsparlament.kernel.tables import tables
from zukunftsparlament.people.tables import Member

SAID = {
    "name_wish": "bis er gelesen ist, der, den du haben möchtest",
    "departure": "solange deine Löschung noch läuft, dass du gehst",
    "removal": "was du als Moderation entfernt hast",
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
    "paper_voter": "bis zur Auszählung: dass du auf Papier abstimmst",
    "open_vote": "bei offenen Abstimmungen auch, was",
    "attendance": "wann du bei einer Sitzung da warst",
    "speaking_turn": "wann du dich gemeldet und gesprochen hast",
    "boxed_question": "die Fragen, die du in einer Sitzung aufschreibst",
    "candidacy": "bei welcher Wahl du auf der Liste standest",
    "secret_wish": "bis zur Eröffnung: dass du um eine geheime Abstimmung gebeten hast",
}


async def words(client: Client) -> str:
    """Of the page, without the links that explain some of them."""
    return html.unescape(re.sub(r"<[^>]+>", "", (await client.get("/ueber")).text))


async def test_every_table_about_somebody_is_told(client: Client) -> None:
    page = await words(client)
    about = {
        table._meta.tablename
        for table in tables()
        if any(key._foreign_key_meta.resolved_references is Member for key in table._meta.foreign_key_columns)
    }

    assert about == set(SAID)
    for sentence in SAID.values():
        assert sentence in page


async def test_it_says_when_what_goes_and_what_stays(client: Client) -> None:
    page = await words(client)

    for said in ("Wann es gelöscht wird", "von selbst", "ehemaliges Mitglied", "In Sicherungen der Gemeinde"):
        assert said in page
    assert "Das ist alles" not in page
