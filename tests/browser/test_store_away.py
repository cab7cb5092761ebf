"""The store is gone for a while: a calm page, nothing typed is lost, and it comes back by itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from playwright.sync_api import expect

from tests.browser.conftest import Phones
from tests.browser.world import World


@contextmanager
def broken_store(world: World) -> Iterator[None]:
    """Nothing can be read or written about proposals: a file that is open cannot be taken away, a table can."""

    def rename(old: str, new: str) -> None:
        with closing(sqlite3.connect(world.server.data / "zukunftsparlament.sqlite")) as store:
            store.execute("PRAGMA legacy_alter_table = ON")  # or every foreign key would be rewritten
            store.execute(f"ALTER TABLE {old} RENAME TO {new}")

    rename("proposal", "proposal_away")
    try:
        yield
    finally:
        rename("proposal_away", "proposal")


def test_a_calm_page_and_recovery_without_hands(fresh_world: World, phones: Phones) -> None:
    phone = phones(fresh_world, card=fresh_world.card("young", under_14=False))
    phone.go("/vorschlaege/9")
    field = phone.page.get_by_label("Was sagst du dazu?")
    text = "Mit einer Bühne für alle."
    field.fill(text)
    other = phones(fresh_world)

    phone.expects(503)
    other.expects(503)
    with broken_store(fresh_world):
        phone.tap("Verbesserung", within="#sagen")
        expect(phone.page.locator("#sagen [data-trouble]")).to_be_visible()
        expect(field).to_have_value(text)
        assert other.go("/vorschlaege/10").status == 503
        other.sees("Es ist nichts verloren")

    phone.tap("Verbesserung", within="#sagen")
    expect(phone.page.locator(".voice--improvement", has_text=text)).to_be_visible()
    assert other.go("/vorschlaege/10").status == 200
