"""What the phone of somebody in the room shows: one thing at a time."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests import makers, makers_sittings, makers_votes
from tests.client import Client, as_read
from tests.statements import counted
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.rules import Draft, Electorate, Kind, Secrecy
from zukunftsparlament.sittings.actions.attendance import come, leave
from zukunftsparlament.sittings.queries import Item, Sitting

pytestmark = pytest.mark.usefixtures("store")

CHAIR = "chair:1"
PARTIAL = {"HX-Request-Type": "partial"}
QUESTION = "Soll es einen Skatepark geben?"


@dataclass
class Hall:
    sitting: Sitting
    item: Item
    members: list[int]

    @property
    def address(self) -> str:
        return f"/sitzungen/{self.sitting.number}/raum"


async def hall(**wished: Any) -> Hall:
    """Twelve with a seat, all of them in the room; an item runs."""
    members = [await makers.seated() for _ in range(12)]
    sitting = await makers_sittings.sitting(opened=True, **wished)
    item = await makers_sittings.item(sitting, "Ein Skatepark neben der Villa", begun=True)
    await makers_sittings.present(sitting, *members)
    return Hall(sitting, item, members)


async def put(hall: Hall, secrecy: Secrecy = Secrecy.SECRET) -> int:
    draft = Draft(
        question=QUESTION,
        yes_means="Wir fordern ihn.",
        no_means="Wir fordern ihn nicht.",
        kind=Kind.YES_NO_ABSTAIN,
        secrecy=secrecy,
        electorate=Electorate.SEATS,
    )
    poll = await actions.prepare_in_sitting(hall.sitting.number, hall.item.mark, draft, actor=CHAIR)
    assert poll is not None
    await actions.open_poll(poll, actor=CHAIR)
    return poll


async def read(client: Client, address: str) -> str:
    answer = await client.get(address)
    assert answer.status_code == 200
    return as_read(answer.text)


async def test_nobody_gets_in_without_a_card(client: Client) -> None:
    found = await hall()
    assert (await client.get(found.address)).headers["location"].startswith("/anmelden?then=")
    live = await client.get(found.address, headers=PARTIAL)
    assert (live.status_code, live.headers["hx-redirect"]) == (
        200,
        f"/anmelden?then=%2Fsitzungen%2F{found.sitting.number}%2Fraum",
    )
    await client.sign_in(staff=await makers.staff())
    assert (await client.get(found.address)).status_code == 403
    await client.sign_in(member=found.members[0])
    assert (await client.get("/sitzungen/77/raum")).status_code == 404


async def test_one_thing_after_the_other(client: Client) -> None:
    found = await hall()
    await leave(found.sitting.number, found.members[0], actor="card")
    await client.sign_in(member=found.members[0])
    assert "Bist du im Raum?" in await read(client, found.address)

    await client.send_form(f"/sitzungen/{found.sitting.number}/anwesenheit")
    shown = await read(client, found.address)
    assert "Ein Skatepark neben der Villa" in shown and "Bist du im Raum?" not in shown

    poll = await put(found)
    shown = await read(client, found.address)
    assert QUESTION in shown and 'name="receipt"' in shown and f'data-question="{poll}"' in shown
    assert "Ein Skatepark neben der Villa" not in shown

    await makers_votes.closed(poll)
    shown = await read(client, found.address)
    assert "Diese Abstimmung ist zu Ende." in shown and 'name="receipt"' not in shown and 'data-question=""' in shown
    await actions.show_result(poll, actor=CHAIR)
    assert "Ergebnis ansehen" in await read(client, found.address)


async def test_a_vote_that_is_in_stays_in(client: Client) -> None:
    found = await hall()
    await client.sign_in(member=found.members[0])
    poll = await put(found)
    page = await read(client, found.address)
    receipt = page.partition('name="receipt" value="')[2].partition('"')[0]

    for said in ("Deine Stimme ist drin.", "Deine Stimme ist schon drin."):
        cast = await client.send_form(f"/abstimmungen/{poll}/stimme", {"choice": "yes", "receipt": receipt}, htmx=True)
        assert (cast.status_code, said in as_read(cast.text)) == (200, True)

    paper = await client.get(f"{found.address}/stimmzettel", headers=PARTIAL)
    assert "Deine Stimme ist drin." in as_read(paper.text) and f'data-question="{poll}"' in paper.text
    whole = await client.get(f"{found.address}/stimmzettel")
    assert (whole.status_code, whole.headers["location"]) == (303, found.address)


async def test_whoever_comes_late_or_has_left_hears_why_not(client: Client) -> None:
    found = await hall()
    late, gone = await makers.seated(), found.members[0]
    poll = await put(found, Secrecy.OPEN)
    await come(found.sitting.number, late, actor="card")
    await client.sign_in(member=late)
    shown = await read(client, found.address)
    assert "Hier stimmen nur die ab, die bei der Eröffnung im Raum waren" in shown and 'name="choice"' not in shown

    await leave(found.sitting.number, gone, actor="card")
    await client.sign_in(member=gone)
    assert 'name="choice"' not in await read(client, found.address)
    cast = await client.send_form(f"/abstimmungen/{poll}/stimme", {"choice": "yes"}, htmx=True)
    assert cast.status_code == 409
    assert "Du bist gerade nicht im Raum." in as_read(cast.text)


async def test_the_page_asks_no_more_when_more_is_on_the_agenda(client: Client) -> None:
    found = await hall()
    await client.sign_in(member=found.members[0])
    await put(found)
    numbers = []
    for title in ("Eins", "Zwei", "Drei"):
        await makers_sittings.item(found.sitting, title)
        with counted() as asked:
            await client.get(found.address)
        numbers.append(len(asked))
    assert set(numbers) == {8}  # with a ballot to mark: as many as it can have


async def test_whoever_reloads_a_rehearsal_that_was_wiped_hears_that_it_is_over(client: Client) -> None:
    await client.sign_in(member=await makers.member(role="chair"))
    rehearsed = ("/sitzungen/9007/raum", "/sitzungen/9007", "/vorsitz/9007", "/vorsitz/9007/protokoll")
    for address in (*rehearsed, "/abstimmungen/9000007", "/abstimmungen/9000007/ergebnis"):
        gone = await client.get(address)
        assert "Diese Übung ist zu Ende" in as_read(gone.text) and 'href="/"' in gone.text, address
    tap = await client.get("/sitzungen/9007/wahlen/3/1")
    assert tap.headers["location"] == "/sitzungen/9007/raum#wahl"
    live = await client.get("/sitzungen/9007/raum", headers=PARTIAL)
    assert (live.status_code, 'href="/"' in live.text) == (200, True)
    assert "Diese Übung" not in as_read((await client.get("/sitzungen/77/raum")).text)


async def test_nobody_has_to_stay_while_a_question_is_open(client: Client) -> None:
    found = await hall()
    await client.sign_in(member=found.members[0])
    await put(found)
    assert "Ich gehe" in await read(client, found.address)
    paper = await client.get(f"{found.address}/stimmzettel", headers=PARTIAL)
    assert f'action="/sitzungen/{found.sitting.number}/anwesenheit/ende"' in paper.text
