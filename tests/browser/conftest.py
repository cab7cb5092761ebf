"""One Chromium and one served demo for all browser tests; each test fails for whatever its phones noticed."""

import faulthandler
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import signing_in
from tests.browser.phone import Phone
from tests.browser.world import World, copied, seeded, served

CHROMIUM = "/usr/bin/chromium"
SECONDS_FOR_A_TEST = 180
Phones = Callable[..., Phone]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", action="store_true", help="write the pictures of the README anew")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "short: also run on PostgreSQL (pytest tests/browser -m short)")


@pytest.fixture(autouse=True)
def no_hanging() -> Iterator[None]:
    """A browser that never answers must not hold up everything: the run ends and says where it was."""
    faulthandler.dump_traceback_later(SECONDS_FOR_A_TEST, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="zp-browser-") as name:
        yield Path(name)


@pytest.fixture(scope="session")
def pristine(folder: Path) -> Path:
    """The data folder of a demo that nobody has touched (SQLite)."""
    return seeded(folder / "pristine").data


@pytest.fixture(scope="session")
def world(request: pytest.FixtureRequest, folder: Path) -> Iterator[World]:
    """The demo that all tests share; ZP_TEST_DATABASE_URL names a PostgreSQL database to put it in."""
    if url := os.environ.get("ZP_TEST_DATABASE_URL"):
        server = seeded(folder / "postgresql", database_url=url)
    else:
        server = copied(request.getfixturevalue("pristine"), folder / "shared")
    with served(server) as found:
        yield found


@pytest.fixture
def fresh_world(pristine: Path, tmp_path: Path) -> Iterator[World]:
    """A demo of this test's own."""
    with served(copied(pristine, tmp_path / "data")) as found:
        yield found


@pytest.fixture
def phones(chromium: Browser) -> Iterator[Phones]:
    """Makes phones, signed in as `role="young"`, `card=…` or `office=True`; more words go to the browser context."""
    made: list[Phone] = []

    def new(world: World, **wanted: Any) -> Phone:
        card, role, office = (wanted.pop(name, None) for name in ("card", "role", "office"))
        phone = Phone(chromium, world, **wanted)
        made.append(phone)
        if card or role:
            signing_in.by_link(phone, card or world.card(role))
        if office:
            signing_in.with_office_session(phone)
        return phone

    yield new
    troubles = [trouble for phone in made for trouble in phone.troubles]
    for phone in made:
        phone.hang_up()
    assert troubles == []
