"""A phone: a browser context with one page, that notices whatever must never happen."""

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, Response, expect

from tests.browser.world import World

PORTRAIT = {"width": 390, "height": 844}
IN_BERLIN: dict[str, Any] = {"locale": "de-DE", "timezone_id": "Europe/Berlin"}
SECONDS_TO_WAIT = 6

OPEN_ALL = "() => document.querySelectorAll('details').forEach((details) => { details.open = true; })"

expect.set_options(timeout=SECONDS_TO_WAIT * 1000)


class Phone:
    """390 × 844, touch, German. `troubles` is everything a test has to fail for."""

    def __init__(self, browser: Browser, world: World, **context: Any) -> None:
        options = {"viewport": PORTRAIT, "is_mobile": True, "has_touch": True, **IN_BERLIN, **context}
        self.world = world
        self.context: BrowserContext = browser.new_context(**options)
        self.context.set_default_timeout(SECONDS_TO_WAIT * 1000)
        self.troubles: list[str] = []
        self.expected: set[int] = set()
        self.forgiven: list[str] = []
        self.taps = 0
        self.context.on("console", self._on_console)
        self.context.on("weberror", lambda error: self.troubles.append(f"page error: {error.error}"))
        self.context.on("request", self._on_request)
        self.context.on("response", self._on_response)
        self.page: Page = self.context.new_page()

    def expects(self, *statuses: int) -> None:
        """These answers are meant in this test; Chromium logs each of them as an error."""
        self.expected |= set(statuses)

    def forgives(self, *parts: str) -> None:
        """Messages of the console with one of these parts are meant in this test."""
        self.forgiven += parts

    def _on_console(self, message: ConsoleMessage) -> None:
        """Warnings count too: hx-csp and the policy report what they stop as warnings or errors."""
        is_answer = message.text.startswith("Failed to load resource: the server responded with a status of")
        is_forgiven = any(part in message.text for part in self.forgiven)
        if message.type in ("error", "warning") and not is_answer and not is_forgiven:
            self.troubles.append(f"console {message.type}: {message.text}")

    def _on_request(self, request: Request) -> None:
        if urlsplit(request.url).netloc not in ("", urlsplit(self.world.server.base_url).netloc):
            self.troubles.append(f"request to another host: {request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.troubles.append(f"{response.status} for {response.request.method} {response.url}")

    def go(self, path: str) -> Response:
        answer = self.page.goto(self.world.address(path)) or self.page.reload()  # only what is behind its # was new
        assert answer is not None
        return answer

    def path(self) -> str:
        parts = urlsplit(self.page.url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def tap(self, name: str, *, role: Any = "button", within: str = "body", exact: bool = False) -> None:
        """Tap the first button (or link) of that name, once it is there."""
        self.touch(self.page.locator(within).get_by_role(role, name=name, exact=exact).first)

    def touch(self, place: Locator) -> None:
        place.tap()
        self.taps += 1

    def choose(self, name: str, *, role: Any = "radio", exact: bool = False) -> None:
        """Pick from a group of cards with a radio button or a tick box in each."""
        self.page.get_by_role(role, name=name, exact=exact).first.check(force=True)

    def send(self, name: str) -> None:
        """Tap a button of a form and wait for what comes: another page, or a fragment in this one."""
        self.page.evaluate(OPEN_ALL)
        button = self.page.locator("main").get_by_role("button", name=name).first
        if button.evaluate("(button) => button.form.hasAttribute('hx-post')"):
            with self.page.expect_response(lambda answer: answer.request.method == "POST"):
                button.tap()
            expect(self.page.locator(".htmx-request, .htmx-swapping")).to_have_count(0)
        else:
            with self.page.expect_navigation():
                button.tap()

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def hang_up(self) -> None:
        self.context.close()
