"""An installation shows its own name, not that of the place where this program comes from."""

import pytest

from tests.client import Client
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.founding import Contact, found
from zukunftsparlament.people.queries import look_where_we_are

PAGES = ("/", "/vorschlaege", "/abstimmungen", "/daraus-geworden", "/anmelden", "/buero/anmeldung", "/gibt-es-nicht")


@pytest.fixture(autouse=True)
async def elsewhere(store: None) -> None:
    await found("Beispielstadt", parliament="Jugendrat", contact=Contact("Büro"), schools=[], at_large=0)
    await look_where_we_are()


@pytest.mark.parametrize("path", PAGES)
async def test_title_and_word_mark_are_its_own(client: Client, path: str) -> None:
    shown = (await client.get(path)).text

    assert " – Jugendrat</title>" in shown
    assert "<span><span>Jugendrat</span></span></a>" in shown


async def test_a_name_from_outside_is_only_text(client: Client) -> None:
    await Sql("UPDATE municipality SET parliament = $1").rows("<b>Rat</b>")
    await look_where_we_are()

    shown = (await client.get("/")).text

    assert "<b>Rat</b>" not in shown and "&lt;b&gt;Rat" in shown


async def test_without_an_installation_it_has_the_first_name(client: Client) -> None:
    await Sql("DELETE FROM municipality").rows()
    await look_where_we_are()

    assert " – Zukunftsparlament</title>" in (await client.get("/")).text
