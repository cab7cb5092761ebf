"""Every screen of the program, by who sees it and how it is reached. Numbers are those of the demo."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Response

from tests.browser.phone import Phone
from zukunftsparlament.kernel.texts import SIMPLE

Way = Callable[[Phone], Response | None]
TYPED = "textarea, input:not([type=radio], [type=checkbox])"


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


def sent(path: str, *steps: str, fields: dict[str, str] | None = None, picks: Sequence[str] = ()) -> Way:
    """From an address through forms: `fields` (by label) filled in and `picks` chosen where they are, buttons tapped.

    A step is a part of a button's name, or "→part": follow the first link whose address has that part.
    """

    def reach(phone: Phone) -> None:
        phone.go(path.format(**phone.world.places))
        for step in steps:
            if step.startswith("→"):
                phone.page.goto(first_link(phone, step[1:]))
                continue
            fill(phone, fields or {}, picks)
            phone.send(step)

    return reach


def fill(phone: Phone, fields: dict[str, str], picks: Sequence[str]) -> None:
    for label, text in fields.items():
        if (field := phone.page.locator("main").get_by_label(label).and_(phone.page.locator(TYPED))).count():
            field.first.fill(text)
    for name in picks:
        if phone.page.get_by_role("radio", name=name).count():
            phone.choose(name)


def simply(way: Way) -> Way:
    """The same in Einfache Sprache."""

    def reach(phone: Phone) -> Response | None:
        cookie: Any = {"name": "zp_language", "value": SIMPLE, "url": phone.world.address("/")}
        phone.context.add_cookies([cookie])
        try:
            return way(phone)
        finally:
            phone.context.clear_cookies(name="zp_language")

    return reach


def followed(path: str, part: str) -> Way:
    """From an address along the first link whose address has that part."""

    def reach(phone: Phone) -> Response | None:
        phone.go(path.format(**phone.world.places))
        return phone.page.goto(first_link(phone, part))

    return reach


def read_first(phone: Phone) -> Response | None:
    """The edit of the demo that has a new picture, where the office decides."""
    phone.go("/buero/freigaben")
    waits = phone.page.get_by_role("article").filter(has_text="neues Bild").locator("a[href*='/buero/freigaben/']")
    return phone.page.goto(phone.world.address(waits.last.get_attribute("href") or ""))


def previewed(phone: Phone) -> None:
    """A hand-over of what was decided about a proposal to the first body, not yet handed over."""
    phone.go("/buero/uebergaben/neu")
    phone.choose("Trinkbrunnen", role="checkbox")
    phone.page.get_by_label("An wen?").select_option(index=1)
    phone.send("Vorschau")


def asked_to_delete(phone: Phone) -> None:
    """Somebody of the demo, not yet deleted."""
    phone.go("/buero/loeschungen")
    phone.page.get_by_label("Name der Karte").fill(phone.world.cards[0]["name"])
    phone.page.get_by_label("Warum?").select_option(index=1)
    phone.send("Weiter")


def first_link(phone: Phone, part: str) -> str:
    found = phone.page.locator(f"main a[href*='{part}']").first.get_attribute("href")
    assert found is not None
    return phone.world.address(found) if found.startswith("/") else found
