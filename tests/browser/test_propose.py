"""A proposal from its first word to the agenda, and out of it again."""

from playwright.sync_api import expect

from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.world import World

TITLE = "Ein Trinkbrunnen am Emscherpark"


def write(phone: Phone, title: str = TITLE) -> None:
    """Three steps and the page that asks whether everything is right."""
    phone.go("/vorschlaege")
    phone.tap("Vorschlag machen")
    phone.page.get_by_label("Überschrift").fill(title)
    phone.page.get_by_label("Dein Vorschlag").fill("Dort soll es immer frisches Wasser geben.")
    phone.tap("Weiter")
    phone.page.get_by_label("Dein Grund").fill("Im Sommer ist es heiß, und alle kaufen Plastikflaschen.")
    phone.tap("Weiter")
    phone.choose("Umwelt")
    phone.page.get_by_label("Für wen ist das gut?").fill("alle, die dort spielen")
    phone.tap("Weiter")
    phone.tap("Einreichen")


def back(phone: Phone, address: str) -> None:
    phone.go(address)
    phone.tap("Will ich auch")
    phone.sees("Zurücknehmen")


def test_held_released_backed_until_ripe_and_the_author_is_told(fresh_world: World, phones: Phones) -> None:
    author = phones(fresh_world, card=fresh_world.card("young", under_14=True))
    stranger = phones(fresh_world)
    stranger.go("/vorschlaege")
    etag = stranger.go("/vorschlaege").headers["etag"]

    write(author)
    author.sees("wird gelesen")
    author.go("/vorschlaege")
    expect(author.page.get_by_text(TITLE)).to_have_count(0)
    assert stranger.go("/vorschlaege").headers["etag"] == etag

    office = phones(fresh_world, office=True)
    office.go("/buero/freigaben")
    office.page.get_by_role("article").filter(has_text=TITLE).get_by_role("link", name="Lesen und entscheiden").tap()
    office.tap("Freigeben", within="form", exact=True)
    office.sees("Freigegeben")

    stranger.go("/vorschlaege")
    link = stranger.page.locator(".card__title a").first
    expect(link).to_have_text(TITLE)
    address = link.get_attribute("href") or ""

    until_ripe(author, address, phones, fresh_world)
    author.go("/meins")
    author.sees("reif")


def until_ripe(author: Phone, address: str, phones: Phones, world: World) -> None:
    """Others back it until its stage changes."""
    for _ in range(20):
        author.go(address)
        if author.page.locator(".stage--ripe").count():
            return
        phone = phones(world, role="young")
        back(phone, address)
        phone.hang_up()
    raise AssertionError("twenty backings were not enough")


def test_a_half_written_proposal_survives_leaving(world: World, phones: Phones) -> None:
    card = world.card("young", under_14=False)
    phone = phones(world, card=card)
    phone.go("/vorschlaege")
    phone.tap("Vorschlag machen")
    phone.page.get_by_label("Überschrift").fill("Mehr Schatten")
    phone.tap("Speichern und später")
    other = phones(world, card=card)
    other.go("/meins")
    other.tap("Weiterschreiben", role="link")
    expect(other.page.get_by_label("Überschrift")).to_have_value("Mehr Schatten")


def test_the_wizard_can_be_done_with_the_keyboard_alone(world: World, phones: Phones) -> None:
    phone = phones(world, card=world.card("young", under_14=False))
    phone.go("/vorschlaege")
    press_on(phone, "Vorschlag machen")
    type_into(phone, "title", "Bänke vor der Bücherei")
    type_into(phone, "text", "Zwei Bänke im Schatten.")
    press_on(phone, "Weiter")
    type_into(phone, "reason", "Man kann dort nirgends sitzen.")
    press_on(phone, "Weiter")
    go_to(phone, "(e) => e.name === 'topic'")
    phone.page.keyboard.press("Space")
    press_on(phone, "Weiter")
    press_on(phone, "Einreichen")
    phone.page.wait_for_url(lambda url: "/vorschlaege/" in url or "/entwuerfe/" in url)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Bänke vor der Bücherei")


def go_to(phone: Phone, wanted: str) -> None:
    """Press Tab until the focus is where it is wanted (a JavaScript test of the focused element)."""
    phone.page.wait_for_load_state()
    for _ in range(60):
        phone.page.keyboard.press("Tab")
        if phone.page.evaluate(f"() => ({wanted})(document.activeElement)"):
            return
    raise AssertionError(f"Tab never gets to {wanted}")


def press_on(phone: Phone, label: str) -> None:
    go_to(phone, f"(e) => e.tagName === 'BUTTON' && e.innerText.trim() === '{label}'")
    with phone.page.expect_navigation():
        phone.page.keyboard.press("Enter")


def type_into(phone: Phone, name: str, text: str) -> None:
    go_to(phone, f"(e) => e.name === '{name}'")
    phone.page.keyboard.type(text)


def test_a_report_takes_three_taps(world: World, phones: Phones) -> None:
    phone = phones(world, role="young")
    phone.go("/vorschlaege/9")
    phone.taps = 0
    phone.tap("Das ist nicht okay", role="link")
    phone.tap("", within=".reasons")
    phone.sees("Danke, dass du Bescheid sagst")
    assert phone.taps <= 3


def test_an_author_withdraws_with_a_reason_that_all_can_read(fresh_world: World, phones: Phones) -> None:
    author = phones(fresh_world, card=fresh_world.card("young", under_14=False))
    write(author)
    author.page.wait_for_url("**/vorschlaege/*")
    address = author.path()
    author.tap("Zurückziehen", role="link")
    author.choose("")
    reason = author.page.get_by_role("radio").first.locator("xpath=..").inner_text().splitlines()[0]
    author.tap("Zurückziehen")
    author.page.wait_for_url("**" + address)
    stranger = phones(fresh_world)
    stranger.go(address)
    stranger.sees("Zurückgezogen")
    stranger.sees(reason)
    expect(stranger.page.get_by_role("button", name="Will ich auch")).to_have_count(0)
