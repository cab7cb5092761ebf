"""A two-key ballot box on the screens of its keepers, from the tick to the result."""

import re

import httpx
import pytest

from tests import makers
from tests import makers_polls as polls
from tests.client import Client, as_read
from tests.polls import key_makers
from zukunftsparlament.polls import key_cards

FORM = {
    "kind": "one_of",
    "question": "Wer soll sprechen?",
    "options": "Ada\nBo",
    "secrecy": "secret",
    "electorate": "seats",
    "persons": "on",
    "two_key": "on",
}


async def signed_in(*, member: int | None = None, staff: int | None = None) -> Client:
    return await Client().sign_in(member=member, staff=staff)


def code_on(answer: httpx.Response) -> str:
    found = re.search(r'name="code" value="(\w+)"', answer.text)
    assert found
    return found[1]


def words_on(answer: httpx.Response) -> list[str]:
    return re.findall(r"<b>([^<]+)</b></li>", answer.text)


async def take(keeper: Client, address: str) -> list[str]:
    """Taken and confirmed, as a person does it. Returns the words on the card."""
    shown = await keeper.send_form(f"{address}/schluessel/karte")
    words, code = words_on(shown), code_on(shown)
    assert shown.status_code == 200 and len(words) == 10 and "<svg" in shown.text
    assert shown.headers["cache-control"] == "no-store"
    asked = re.search(r"Wort Nummer (\d+)", shown.text)
    assert asked
    wrong = await keeper.send_form(f"{address}/schluessel/bestaetigung", {"code": code, "word": "Quatsch"})
    assert wrong.status_code == 422 and words_on(wrong) == words  # still there to look again
    done = await keeper.send_form(
        f"{address}/schluessel/bestaetigung", {"code": code, "word": words[int(asked[1]) - 1]}
    )
    assert done.status_code == 303
    assert code not in (await keeper.get(f"{address}/schluessel")).text
    return words


@pytest.mark.usefixtures("store")
async def test_from_the_tick_to_the_result() -> None:
    await polls.rules()
    members = [await makers.chair(), await makers.chair(), await makers.seated()]
    first, second, voter = [await signed_in(member=member) for member in members]
    office = await signed_in(staff=await makers.staff())

    prepared = await first.send_form("/abstimmungen", FORM)
    address = prepared.headers["location"]
    page = (await first.get(address)).text
    assert "Zuerst müssen drei Menschen" in page and "disabled" in page
    assert (await first.send_form(f"{address}/eroeffnung")).status_code == 409
    first_words, _second, office_words = [await take(keeper, address) for keeper in (first, second, office)]
    assert "Alle drei Schlüsselkarten sind da." in (await second.get(f"{address}/schluessel")).text
    assert (await first.send_form(f"{address}/eroeffnung")).status_code == 303
    assert "Zwei Schlüssel" in as_read((await voter.get(address)).text)
    assert "zwei von drei Schlüsselkarten" in as_read((await voter.get(f"{address}/stimme")).text)

    for voting in (first, second, voter):
        paper = await voting.get(f"{address}/stimme")
        receipt = re.search(r'name="receipt" value="([^"]+)"', paper.text)
        assert receipt
        await voting.send_form(f"{address}/stimme", {"choice": "1", "receipt": receipt[1]})
    await first.send_form(f"{address}/schluss", {"countdown": "0"})
    assert (await first.send_form(f"{address}/auszaehlung")).status_code == 409
    assert "auszaehlung" not in (await first.get(address)).text

    turned = await first.send_form(f"{address}/schluessel", {"words": ", ".join(first_words).upper()})
    assert turned.headers["location"] == f"{address}/schluessel"
    assert "Eine Karte steckt" in (await office.get(f"{address}/schluessel")).text
    card = key_cards.read_words(" ".join(office_words))
    counted = await office.send_form(f"{address}/schluessel", {"code": key_cards.code_of(card)})
    assert counted.headers["location"] == address
    await office.send_form(f"{address}/veroeffentlichung")

    assert "Ada" in (await voter.get(f"{address}/ergebnis")).text
    assert "können weg" in (await office.get(f"{address}/schluessel")).text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "keine ganze Karte"),
        ("Igel Mnod", "„Mnod“ steht auf keiner Karte"),
        (" ".join(word.word for word in key_cards.words_of(bytes(10))), "öffnet diese Urne nicht"),
        ("x" * 20_000, "steht auf keiner Karte"),
    ],
)
async def test_a_wrong_card_is_said_and_what_was_typed_is_kept(client: Client, words: str, said: str) -> None:
    locked = await key_makers.voted_and_closed("yes", "no", "no")
    await client.sign_in(member=await makers.chair())

    answer = await client.send_form(f"/abstimmungen/{locked.number}/schluessel", {"words": words})

    assert answer.status_code == 422
    assert said in answer.text and words[:50] in answer.text


async def test_only_who_leads_comes_near_the_cards(client: Client) -> None:
    locked = await key_makers.with_cards()
    await client.sign_in(member=await makers.seated())

    address = f"/abstimmungen/{locked.number}/schluessel"
    answers = [await client.get(address)]
    answers += [await client.send_form(address + act) for act in ("", "/karte", "/bestaetigung", "/neubeginn")]

    assert {answer.status_code for answer in answers} == {403}


async def test_a_poll_without_key_cards_has_no_such_page(client: Client) -> None:
    number = await polls.prepared()
    await client.sign_in(member=await makers.chair())

    assert (await client.get(f"/abstimmungen/{number}/schluessel")).status_code == 404
    assert (await client.send_form(f"/abstimmungen/{number}/schluessel/karte")).status_code == 409
