"""The switch between everyday language and Einfache Sprache, and help with single words."""

from html import unescape

import pytest

from tests import makers, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.templates import TEMPLATES, templates
from zukunftsparlament.kernel.texts import LANGUAGES, SIMPLE
from zukunftsparlament.kernel.words import WORDS

pytestmark = pytest.mark.usefixtures("store")

IN_SIMPLE = {"Cookie": f"zp_language={SIMPLE}"}


async def test_the_switch_is_remembered_and_leads_back(client: Client) -> None:
    answer = await client.send_form("/ansicht", {"language": SIMPLE, "then": "/vorschlaege?seite=2"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/vorschlaege?seite=2")
    assert "zp_language=de-simple; HttpOnly; Max-Age=31536000; Path=/; SameSite=lax" in answer.headers["set-cookie"]


@pytest.mark.parametrize("chosen", ["", "en", "de-DE", "de-simple;", "x" * 20_000])
async def test_a_language_that_is_not_there_sets_nothing(client: Client, chosen: str) -> None:
    answer = await client.send_form("/ansicht", {"language": chosen, "then": "/"})

    assert answer.status_code == 303 and "set-cookie" not in answer.headers


async def test_a_page_says_its_language_and_offers_the_other(client: Client) -> None:
    plain, simple = (await client.get("/")).text, (await client.get("/", headers=IN_SIMPLE)).text

    assert '<html lang="de"' in plain and 'name="language" value="de-simple"' in plain
    assert '<html lang="de-simple"' in simple and 'name="language" value="de"' in simple
    assert (await client.get("/")).text == plain  # each in a memory of its own


async def test_it_keeps_over_pages_and_signing_in(client: Client) -> None:
    await client.sign_in(member=await makers.member())
    cookies = f"{IN_SIMPLE['Cookie']}; __Host-zp={client.token}"

    for address in ("/", "/vorschlaege", "/abstimmungen", "/meins", "/gibt-es-nicht"):
        shown = await client.get(address, headers={"Cookie": cookies})
        assert '<html lang="de-simple"' in shown.text, address


async def test_the_office_has_one_language(client: Client) -> None:
    shown = (await client.get("/buero/anmeldung", headers=IN_SIMPLE)).text

    assert '<html lang="de"' in shown and 'name="language"' not in shown


async def test_an_answered_form_leads_back_to_the_page_it_stood_on(client: Client) -> None:
    at = "http://127.0.0.1:8000/vorschlaege/7?antwort=2"
    answer = await client.post("/vorschlaege/7/unterstuetzung", headers={"Referer": at})
    elsewhere = await client.post("/vorschlaege/7/unterstuetzung", headers={"Referer": "https://example.org/x"})
    itself = await client.post("/anmelden", data={"name": ""}, headers={"Referer": at})

    assert 'name="then" value="/vorschlaege/7?antwort=2"' in unescape(answer.text)
    assert 'name="then" value="/"' in unescape(elsewhere.text)
    assert 'name="then" value="/anmelden"' in unescape(itself.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_is_read_in_both_languages(language: str) -> None:
    for path in TEMPLATES.rglob("*.html"):
        templates(language).undeclared_variables_in_template(path.relative_to(TEMPLATES).as_posix())


async def test_the_twenty_words_stand_on_a_page_and_one_by_one(client: Client) -> None:
    page = (await client.get("/woerter")).text

    assert len(WORDS) == 20
    for word in WORDS:
        assert f'id="{word.slug}"' in page
        shown = await client.get(f"/woerter/{word.slug}", headers={"HX-Request-Type": "partial"})
        assert shown.status_code == 200 and word.meaning in shown.text and "<html" not in shown.text
    assert (await client.get("/woerter/skatepark")).status_code == 404


async def test_a_hard_word_leads_to_its_meaning_once_on_a_page(client: Client) -> None:
    shown = (await client.get("/")).text

    assert shown.count('<a class="word" href="/woerter#beschluss">Beschluss</a>') == 1


async def test_what_rules_and_stored_steps_say_is_said_in_the_language_of_who_reads(client: Client) -> None:
    """Each of these comes from an enum, a stored step or a problem of a form, not from a template."""
    number = await makers_proposals.proposal()
    asked = {
        f"/vorschlaege/{number}": ("Sammelt Unterstützung", "Wer will das auch?"),
        "/gibt-es-nicht": ("Vielleicht wurde es gelöscht", "Vielleicht ist es weg."),
    }

    for address, (plain, simple) in asked.items():
        assert plain in (await client.get(address)).text
        assert simple in (await client.get(address, headers=IN_SIMPLE)).text
    problems = (await client.post("/anmelden", data={"name": ""}, headers=IN_SIMPLE)).text
    assert "Die fünf Wörter fehlen." in problems


async def test_what_is_kept_is_everyday_german_whoever_wrote_it(client: Client) -> None:
    await client.sign_in(member=await makers.chair())
    number = await makers_proposals.proposal()
    cookies = {"Cookie": f"{IN_SIMPLE['Cookie']}; __Host-zp={client.token}"}

    form = await client.get(f"/abstimmungen/neu?vorschlag={number}", headers=cookies)

    assert '<html lang="de-simple"' in form.text
    assert "Soll sich das Zukunftsparlament dafür einsetzen:" in form.text
