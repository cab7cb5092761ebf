"""What a page costs on the wire and whether it holds still (LOOK.md, "Page budgets")."""

from dataclasses import dataclass, field
from typing import Any

import brotli
import pytest

from tests.browser import measures
from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.world import World
from zukunftsparlament.kernel import assets

KB = 1000
FIRST_VISIT_BYTES, FIRST_VISIT_REQUESTS = 60 * KB, 8
PAGE_BYTES, JS_BYTES, CSS_BYTES = 8 * KB, 4 * KB, 8 * KB
MOST_SHIFT = 0.02


@dataclass
class Wire:
    """What came in, headers included, as Chromium counted it. People's pictures stand on none of these pages."""

    sizes: dict[str, int] = field(default_factory=dict)

    def listen(self, phone: Phone) -> None:
        addresses: dict[str, str] = {}
        session = phone.context.new_cdp_session(phone.page)

        def sent(event: dict[str, Any]) -> None:
            addresses[event["requestId"]] = event["request"]["url"]

        def finished(event: dict[str, Any]) -> None:
            if event["requestId"] in addresses:  # not what the page before had still under way
                self.sizes[addresses[event["requestId"]]] = int(event["encodedDataLength"])

        session.on("Network.requestWillBeSent", sent)
        session.on("Network.loadingFinished", finished)
        session.send("Network.enable")


def loaded(phone: Phone, path: str) -> None:
    phone.go(path)
    phone.page.evaluate("() => document.fonts.ready.then(() => null)")
    phone.page.wait_for_timeout(300)


@pytest.mark.parametrize("path", ["/", "/vorschlaege"])
def test_a_first_visit_is_small(
    path: str, world: World, phones: Phones, record_property: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    phone, wire = phones(world), Wire()
    wire.listen(phone)
    loaded(phone, path)
    told = f"first visit of {path}: {sum(wire.sizes.values())} bytes, {len(wire.sizes)} requests"
    record_property("told", told)
    with capsys.disabled():
        print(f"\n{told}")
    assert sum(wire.sizes.values()) <= FIRST_VISIT_BYTES, wire.sizes
    assert len(wire.sizes) <= FIRST_VISIT_REQUESTS, wire.sizes


LATER = ["/vorschlaege", "/vorschlaege/7", "/abstimmungen", "/daraus-geworden", "/meins", "/suche?worte=Park"]


@pytest.mark.parametrize("path", LATER)
def test_a_later_page_is_small(path: str, world: World, phones: Phones) -> None:
    phone, wire = phones(world, role="young"), Wire()
    loaded(phone, "/abstimmungen")
    wire.listen(phone)
    loaded(phone, path)
    assert wire.sizes[world.address(path)] <= PAGE_BYTES, wire.sizes


def test_our_own_script_and_style_are_small() -> None:
    own = "".join(path.read_text(encoding="utf-8") for path in sorted((assets.STATIC / "js").glob("*.js")))
    assert len(brotli.compress(own.encode())) <= JS_BYTES
    style = assets.asset(assets.address("app.css").removeprefix("/static/"))
    assert style is not None and style.brotli is not None
    assert len(style.brotli) <= CSS_BYTES


def test_wall_picture_and_ballot_hold_still(world: World, phones: Phones) -> None:
    phone = phones(world, role="young")
    phone.context.add_init_script(measures.COUNT_SHIFTS)
    for path in ("/", "/vorschlaege", "/vorschlaege/14", world.places["open_straw_poll"] + "/stimme"):
        loaded(phone, path)
        assert measures.layout_shift(phone.page) <= MOST_SHIFT, path
