"""Every screen of the program, by who sees it and how it is reached. Numbers are those of the demo."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Response

from tests.browser.phone import Phone

Way = Callable[[Phone], Response | None]


@dataclass(frozen=True)
class Screen:
    """`who`: "" for nobody in particular, a role of the demo's cards, or "office"."""

    who: str
    name: str
    reach: Way
    status: int = 200

    def __str__(self) -> str:
        return f"{self.who or 'public'}: {self.name}"


def at(path: str) -> Way:
    """An address; {words} in it are places of demo.json."""
    return lambda phone: phone.go(path.format(**phone.world.places))


def sent(path: str, *buttons: str, **fields: str) -> Way:
    """From an address through forms: these fields (by label) filled in where they are, these buttons tapped.

    "→part" follows the first link whose address has that part.
    """

    def reach(phone: Phone) -> None:
        phone.go(path.format(**phone.world.places))
        for button in buttons:
            if button.startswith("→"):
                phone.page.goto(first_link(phone, button[1:]))
                continue
            for label, text in fields.items():
                if phone.page.get_by_label(label).count():
                    phone.page.get_by_label(label).fill(text)
            phone.send(button)

    return reach


def followed(path: str, part: str) -> Way:
    """From an address along the first link whose address has that part."""

    def reach(phone: Phone) -> Response | None:
        phone.go(path.format(**phone.world.places))
        return phone.page.goto(first_link(phone, part))

    return reach


def first_link(phone: Phone, part: str) -> str:
    found = phone.page.locator(f"main a[href*='{part}']").first.get_attribute("href")
    assert found is not None
    return phone.world.address(found) if found.startswith("/") else found
