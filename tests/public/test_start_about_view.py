import pytest

from tests.client import Client
from zukunftsparlament.people.founding import Contact, found

pytestmark = pytest.mark.usefixtures("store")


async def test_about_says_who_is_behind_it_and_whose_pictures_these_are(client: Client) -> None:
    contact = Contact("Kinder- und Jugendbüro", "Treffpunkt Villa", "02301 000", "buero@example.org")
    await found("Musterstadt", parliament="Zukunftsparlament", contact=contact, schools=[], at_large=0)

    shown = (await client.get("/ueber")).text

    for words in ("Musterstadt", "Treffpunkt Villa", "buero@example.org", "116 111", "OpenMoji", "CC BY-SA 4.0"):
        assert words in shown


async def test_about_works_before_anything_is_set_up(client: Client) -> None:
    assert (await client.get("/ueber")).status_code == 200


async def test_the_size_of_letters_is_remembered_and_leads_back(client: Client) -> None:
    answer = await client.send_form("/ansicht", {"text_size": "3", "then": "/vorschlaege?seite=2"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/vorschlaege?seite=2")
    assert "zp_size=3; HttpOnly; Max-Age=31536000; Path=/; SameSite=lax" in answer.headers["set-cookie"]
    shown = await client.get("/", headers={"Cookie": "zp_size=3"})
    assert 'data-size="3"' in shown.text


@pytest.mark.parametrize("then", ["https://example.org", "//example.org", "/\\example.org", "", "\x00", "javascript:x"])
async def test_nobody_is_led_away(client: Client, then: str) -> None:
    answer = await client.send_form("/ansicht", {"text_size": "2", "then": then})

    assert (answer.status_code, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize("size", ["", "4", "riesig", "2" * 20_000])
async def test_a_size_that_does_not_exist_sets_nothing(client: Client, size: str) -> None:
    answer = await client.send_form("/ansicht", {"text_size": size, "then": "/"})

    assert answer.status_code == 303 and "set-cookie" not in answer.headers
