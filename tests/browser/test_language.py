"""Easier to read, in a browser: the other language, reading aloud, help with a word."""

from playwright.sync_api import expect

from tests.browser import signing_in
from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.voices import finish, give_voices, is_speaking, said
from tests.browser.world import World

MARKED = "() => [...(CSS.highlights.get('aloud-now') ?? [])].map((range) => range.toString()).join('')"


def language_of(phone: Phone) -> str | None:
    return phone.page.locator("html").get_attribute("lang")


def test_what_is_typed_stays_when_the_language_changes(world: World, phones: Phones) -> None:
    phone = phones(world, role="young")
    phone.go("/vorschlaege/9")
    phone.page.locator("#sagen textarea").fill("Das Fest soll\nfür alle sein.")

    with phone.page.expect_navigation():
        phone.tap("Einfache Sprache")

    assert (phone.path(), language_of(phone)) == ("/vorschlaege/9", "de-simple")
    expect(phone.page.locator("#sagen textarea")).to_have_value("Das Fest soll\nfür alle sein.")
    assert phone.page.evaluate("sessionStorage.length") == 0
    phone.go("/meins")
    assert language_of(phone) == "de-simple"


def test_no_secret_is_kept_for_it(world: World, phones: Phones) -> None:
    phone = phones(world)
    phone.go("/anmelden")
    phone.page.locator("[name=name]").fill("Igel 27")
    phone.page.locator("[name=words]").fill("das sind fünf geheime wörter")

    with phone.page.expect_navigation():
        phone.tap("Einfache Sprache")

    expect(phone.page.locator("main [name=name]")).to_have_value("Igel 27")
    expect(phone.page.locator("[name=words]")).to_have_value("")


def test_without_a_script_the_switch_and_the_words_work(world: World, phones: Phones) -> None:
    tablet = phones(world, java_script_enabled=False)
    tablet.go("/")
    tablet.tap("Einfache Sprache")
    tablet.sees("Was soll hier")
    tablet.touch(tablet.page.locator("a.word").first)

    expect(tablet.page.locator("#beschluss")).to_be_in_viewport()
    expect(tablet.page.get_by_role("button", name="Vorlesen")).to_have_count(0)


def test_a_tapped_word_explains_itself_in_place(world: World, phones: Phones) -> None:
    phone = phones(world)
    phone.go("/")
    word = phone.page.locator("a.word").first
    phone.touch(word)
    help_ = phone.page.get_by_role("status").filter(has_text="Das hat das Parlament entschieden.")

    expect(help_).to_be_visible()
    expect(word).to_have_attribute("aria-expanded", "true")
    assert phone.path() == "/"
    phone.touch(word)
    expect(help_).to_have_count(0)


def test_a_page_is_read_sentence_by_sentence(world: World, phones: Phones) -> None:
    phone = phones(world)
    page = phone.page
    give_voices(page, local=True)
    phone.go("/")
    phone.tap("Vorlesen")

    expect(page.get_by_role("group", name="Vorlesen")).to_be_visible()
    assert said(page) == ["Was soll sich bei uns ändern?"]
    finish(page)
    assert said(page)[1:] == ["Das Zukunftsparlament ist für alle von 9 bis 19."]
    assert page.evaluate(MARKED) == "Das Zukunftsparlament ist für alle von 9 bis 19. "

    phone.tap("Pause")
    assert not is_speaking(page)
    phone.tap("Weiter", within=".aloud")
    phone.tap("Tempo: normal")
    page.wait_for_timeout(50)  # sentences that were cut off end now, and must not go on
    assert said(page)[1:] == 3 * ["Das Zukunftsparlament ist für alle von 9 bis 19."]
    assert page.evaluate("speechSynthesis.now.rate") == 1.3

    phone.tap("Stopp")
    assert not is_speaking(page) and page.evaluate(MARKED) == ""
    expect(page.get_by_role("button", name="Vorlesen")).to_be_focused()


def test_a_ballot_is_read_whole_and_stops_when_one_leaves(world: World, phones: Phones) -> None:
    phone = phones(world)
    page = phone.page
    signing_in.as_voter(phone)
    give_voices(page, local=True)
    phone.go(world.places["open_secret_poll"] + "/stimme")
    phone.tap("Vorlesen")
    expect(page.locator(".aloud")).to_be_visible()
    while is_speaking(page):
        finish(page)

    read = said(page)
    assert read[0].startswith("Soll sich das Zukunftsparlament")
    assert [one for one in read if one in ("Ja", "Nein", "Enthaltung")] == ["Ja", "Nein", "Enthaltung"]
    assert "Wir wollen bei der Planung mitreden." in " ".join(read)
    assert not any("Niemand kann nachsehen" in one for one in read)  # folded away
    expect(page.locator(".aloud")).to_have_count(0)

    phone.tap("Vorlesen")
    expect(page.locator(".aloud")).to_be_visible()
    page.evaluate(
        "() => addEventListener('pagehide', () => sessionStorage.setItem('cut', String(!speechSynthesis.now)))"
    )
    phone.go("/abstimmungen")
    assert page.evaluate("sessionStorage.getItem('cut')") == "true"


def test_no_voice_of_the_device_no_button(world: World, phones: Phones) -> None:
    phone = phones(world)
    give_voices(phone.page, local=False)
    phone.go("/")

    expect(phone.page.locator("[data-aloud]")).to_be_hidden()
