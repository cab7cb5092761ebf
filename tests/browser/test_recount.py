"""Counting again in Chromium: on the page, and from a file on a disk without a server."""

import re
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.world import World

STEPS = 7


def said(page: Page) -> list[str]:
    page.wait_for_selector("#ausgang p")
    return page.locator("#schritte [data-said]").all_inner_texts()


def outcome(page: Page) -> str:
    return page.locator("#ausgang").inner_text()


@pytest.fixture
def phone(world: World, phones: Phones) -> Phone:
    return phones(world)


@pytest.fixture
def file(world: World, tmp_path: Path) -> Path:
    """The downloaded file, on this disk."""
    path = tmp_path / "nachzaehlen.html"
    with urlopen(world.address(world.places["counted_secret_poll"] + "/nachzaehlen.html")) as answer:
        path.write_bytes(answer.read())
    return path


def test_the_page_counts_and_everything_fits(phone: Phone) -> None:
    phone.go(phone.world.places["counted_secret_poll"] + "/nachzaehlen")
    told = said(phone.page)
    assert len([line for line in told if line.startswith("✓")]) == STEPS, told
    assert outcome(phone.page) == "Alles stimmt."
    pictures = phone.page.locator("#fingerabdruck li").all_inner_texts()
    phone.go(phone.world.places["counted_secret_poll"] + "/ergebnis")
    assert phone.page.locator("#fingerabdruck li").all_inner_texts() == pictures


def test_the_file_counts_without_a_server(phone: Phone, file: Path) -> None:
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url))
    phone.page.goto(file.as_uri())
    told = said(phone.page)
    assert len([line for line in told if line.startswith("✓")]) == STEPS, told
    assert outcome(phone.page) == "Alles stimmt."
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_a_file_whose_list_was_changed_says_so(phone: Phone, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    sealed = re.search(r'id="liste">([^<]+)<', text)
    assert sealed
    changed = sealed[1].replace(sealed[1][200:204], "AAAA", 1)
    file.write_text(text.replace(sealed[1], changed), encoding="utf-8")
    phone.page.goto(file.as_uri())
    assert said(phone.page)[0].startswith("✗")
    assert outcome(phone.page).startswith("Hier stimmt etwas nicht.")


def test_a_signature_of_somebody_else_is_found(phone: Phone, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    signature = re.search(r'id="unterschrift">([^<]+)<', text)
    assert signature
    file.write_text(text.replace(signature[1], "A" * 86 + "=="), encoding="utf-8")
    phone.page.goto(file.as_uri())
    assert said(phone.page)[-1] == "✗ passt nicht zu dieser Liste."
    assert outcome(phone.page).startswith("Hier stimmt etwas nicht.")
