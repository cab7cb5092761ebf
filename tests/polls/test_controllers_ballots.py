import re

import pytest

from tests import makers, makers_polls
from tests.client import Client
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.rules import Secrecy

pytestmark = pytest.mark.usefixtures("store")
BOXES = Sql("SELECT count(*) FROM sealed_ballot")
SEEN = Sql("SELECT seen_at FROM session")


def receipt_in(page: str) -> str:
    found = re.search(r'name="receipt" value="([^"]+)"', page)
    assert found
    return found[1]


async def test_one_screen_one_tap(client: Client) -> None:
    poll = await makers_polls.opened()
    await client.sign_in(member=poll.voters[0])
    page = (await client.get(f"/abstimmungen/{poll.number}/stimme")).text
    for expected in (
        "Soll es einen Skatepark geben?",
        "Wir fordern ihn vom Rat.",
        "Der Platz bleibt",
        "Merk dir dein Zeichen",
    ):
        assert expected in page

    fields = {"choice": "yes", "receipt": receipt_in(page)}
    answer = await client.send_form(f"/abstimmungen/{poll.number}/stimme", fields)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/abstimmungen/{poll.number}/stimme")

    page = (await client.get(answer.headers["location"])).text
    assert "Deine Stimme ist drin." in page
    assert 'name="choice"' not in page


async def test_a_phone_gets_the_fragment_with_the_slip_that_was_cast(client: Client) -> None:
    poll = await makers_polls.opened()
    await client.sign_in(member=poll.voters[0])
    address = f"/abstimmungen/{poll.number}/stimme"
    fields = {"choice": "no", "receipt": makers_polls.slip(poll.number, "igel-mond-boot-apfel".replace("boot", "igel"))}

    answer = await client.send_form(address, fields, htmx=True)
    assert (answer.status_code, "<html" in answer.text, "Mond" in answer.text) == (200, False, True)

    again = await client.send_form(address, {"choice": "rubbish"}, htmx=True)
    assert (again.status_code, "schon drin" in again.text, "Mond" in again.text) == (200, True, False)


async def test_a_second_secret_vote_is_200_whatever_it_carries(client: Client) -> None:
    poll = await makers_polls.voted(["yes"])
    await client.sign_in(member=poll.voters[0])
    for fields in ({}, {"choice": "no", "receipt": makers_polls.slip(poll.number)}, {"choice": ["yes", "no"]}):
        answer = await client.send_form(f"/abstimmungen/{poll.number}/stimme", fields)
        assert (answer.status_code, "Deine Stimme ist schon drin." in answer.text) == (200, True)
    assert await BOXES.value() == 1


async def test_after_the_count_a_second_vote_is_409(client: Client) -> None:
    poll = await makers_polls.counted(["yes", "no", "yes"])
    await client.sign_in(member=poll.voters[0])
    for htmx in (False, True):
        answer = await client.send_form(f"/abstimmungen/{poll.number}/stimme", {"choice": "yes"}, htmx=htmx)
        assert (answer.status_code, "Wer abgestimmt hat, ist gezählt" in answer.text) == (409, True)


@pytest.mark.parametrize(
    "fields", [{}, {"choice": "maybe"}, {"choice": ["yes", "no"]}, {"choice": "yes", "receipt": "x"}]
)
async def test_a_ballot_that_cannot_be_read_is_422_and_can_be_cast_again(
    client: Client, fields: dict[str, str]
) -> None:
    poll = await makers_polls.opened()
    await client.sign_in(member=poll.voters[0])
    mine = makers_polls.slip(poll.number)

    answer = await client.send_form(f"/abstimmungen/{poll.number}/stimme", {"receipt": mine, **fields})

    kept = receipt_in(answer.text) == mine
    assert (answer.status_code, 'role="alert"' in answer.text, kept) == (422, True, "receipt" not in fields)


async def test_an_open_vote_is_saved_on_one_tap_and_marked(client: Client) -> None:
    poll = await makers_polls.opened(secrecy=Secrecy.OPEN)
    await client.sign_in(member=poll.voters[0])
    for choice in ("yes", "no"):
        answer = await client.send_form(f"/abstimmungen/{poll.number}/stimme", {"choice": choice}, htmx=True)
        assert answer.status_code == 200
        assert re.search(rf'value="{choice}" aria-pressed="true"', answer.text)
        assert answer.text.count("Deine Antwort") == 1  # said in a word too, not only by a colour
    assert "Gespeichert." in answer.text


@pytest.mark.parametrize("htmx", [False, True])
async def test_a_late_tap_gets_the_calm_reason(client: Client, htmx: bool) -> None:
    poll = await makers_polls.opened()
    await actions.close_poll(poll.number, actor=makers_polls.CHAIR)
    await client.sign_in(member=poll.voters[0])
    fields = {"choice": "yes", "receipt": makers_polls.slip(poll.number)}

    answer = await client.send_form(f"/abstimmungen/{poll.number}/stimme", fields, htmx=htmx)

    assert (answer.status_code, "Diese Abstimmung ist geschlossen" in answer.text) == (409, True)
    assert ("<html" in answer.text) is not htmx


async def test_whoever_has_no_right_reads_why(client: Client) -> None:
    poll = await makers_polls.opened()
    for member, staff in ((await makers.member(), None), (None, await makers.staff())):
        await client.sign_in(member=member, staff=staff)
        page = await client.get(f"/abstimmungen/{poll.number}/stimme")
        assert (page.status_code, "bei der Eröffnung auf der Liste" in page.text) == (200, True)
        answer = await client.send_form(f"/abstimmungen/{poll.number}/stimme", {"choice": "yes"})
        assert (answer.status_code, "bei der Eröffnung auf der Liste" in answer.text) == (409, True)


async def test_a_vote_is_never_carried_through_a_sign_in(client: Client) -> None:
    await makers.seated()
    await makers.seated()
    voter = await makers.member(code="0123456789ABCDEFGHJKMNPQRS")
    await makers.SEAT.rows(99, None, voter)
    number = await makers_polls.prepared()
    await actions.open_poll(number, actor=makers_polls.CHAIR)
    address = f"/abstimmungen/{number}/stimme"

    answer = await client.send_form(address, {"choice": "yes", "receipt": makers_polls.slip(number)})
    assert (answer.status_code, (await client.get(address)).headers["location"]) == (
        401,
        f"/anmelden?then=%2F{address[1:].replace('/', '%2F')}",
    )

    fields = {"code": "0123456789ABCDEFGHJKMNPQRS", "act": address, "choice": "yes"}
    answer = await client.send_form("/karte/anmeldung", fields)
    assert (answer.status_code, answer.headers["location"], await BOXES.value()) == (303, address, 0)


async def test_the_refusals_come_in_their_order(client: Client) -> None:
    poll = await makers_polls.opened()
    address = f"/abstimmungen/{poll.number}/stimme"
    assert (await client.post(address, headers={"Sec-Fetch-Site": "cross-site"})).status_code == 403
    assert (await client.send_form(address)).status_code == 401
    await client.sign_in(member=await makers.member())
    for missing in ("99", "0", "99999999999999999999", "4294967297"):
        assert (await client.send_form(f"/abstimmungen/{missing}/stimme", {"choice": "x"})).status_code == 404
    assert (await client.send_form(address, {"choice": "x"})).status_code == 422
    assert (await client.send_form(address, {"choice": "yes"})).status_code == 409


async def test_the_vote_is_no_clock(client: Client) -> None:
    poll = await makers_polls.opened()
    await client.sign_in(member=poll.voters[0], own_device=False)
    await Sql("UPDATE session SET seen_at = $1, started_at = $1").rows(makers_polls.minutes_ago(10))
    before = await SEEN.value()
    address = f"/abstimmungen/{poll.number}/stimme"
    page = (await client.get(address)).text
    await client.send_form(address, {"choice": "yes", "receipt": receipt_in(page)})
    assert (await BOXES.value(), await SEEN.value()) == (1, before)
