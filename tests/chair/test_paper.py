"""The desk for votes on paper: draw, print, hand out, enter; each of the two at their own device."""

import re
from html import unescape

import pytest

from tests import makers, makers_paper, makers_sittings, makers_votes
from tests.client import Client, as_read
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.rules import Secrecy

pytestmark = pytest.mark.usefixtures("store")


async def chairs(room: makers_votes.Room) -> tuple[Client, Client]:
    found = []
    for _chair in range(2):
        member = await makers.chair()
        await makers_sittings.present(room.sitting, member)
        found.append(await Client().sign_in(member=member))
    return found[0], found[1]


async def test_the_whole_way() -> None:
    room = await makers_votes.room(voters=5)
    one, other = await chairs(room)
    number = await makers_votes.prepared(room, secrecy=Secrecy.SECRET)
    address, cockpit = f"/abstimmungen/{number}/papier", f"/vorsitz/{room.sitting.number}"
    assert address in unescape((await one.get(cockpit)).text)
    assert (await one.get(address + ".pdf")).status_code == 404  # nothing is drawn yet
    assert (await one.send_form(address + "/zettel", {"more": "4", "printed": "0"})).status_code == 303
    for seat in await makers_paper.seats(room.voters[-3:]):
        assert (await other.send_form(address + "/ausgabe", {"seat": str(seat)})).status_code == 303
    await one.send_form(f"{cockpit}/abstimmungen/{number}/eroeffnung", {})
    phone = await Client().sign_in(member=room.voters[4])
    for page_ in (f"/abstimmungen/{number}/stimme", f"/sitzungen/{room.sitting.number}/raum"):
        said = as_read((await phone.get(page_)).text)
        assert "Du hast einen Stimmzettel auf Papier" in said and 'name="receipt"' not in said
    await makers_votes.voted(room, number, ["yes", "no"])
    await one.send_form(f"{cockpit}/abstimmungen/{number}/schluss", {})
    await makers_votes.closed(number)
    assert "Zettel aus Papier eintragen" in (await one.get(cockpit)).text

    fields = re.findall(r'name="(slip-[^"]+)"', unescape((await one.get(address)).text))
    entered = (
        {"round": "1", fields[0]: "no", fields[1]: "invalid"} | dict.fromkeys(fields[2:], "missing") | {"fewer": "2"}
    )
    too_many = await one.send_form(address + "/eintrag", entered | dict.fromkeys(fields, "no"))
    assert too_many.status_code == 409 and "mehr Zettel, als ausgegeben" in too_many.text
    assert 'value="no" selected' in too_many.text
    assert (await one.send_form(address + "/eintrag", entered)).status_code == 303
    seen = (await other.get(address)).text
    assert "Jetzt fehlt deiner" in seen and seen.count(" selected") == seen.count('value="" selected') == 4
    assert (await other.send_form(address + "/eintrag", entered)).status_code == 303
    assert "2 von 3 Zetteln kamen zurück. 1 davon ist ungültig." in (await one.get(address)).text
    await one.send_form(f"{cockpit}/abstimmungen/{number}/ergebnis", {})
    assert "2 von 3 Zetteln kamen zurück." in (await phone.get(f"/abstimmungen/{number}/ergebnis")).text
    assert dict((await queries.published_poll(number)).result.counts.votes) == {"yes": 1, "no": 2, "abstain": 0}


async def test_the_desk_stays_as_it_is_whoever_votes_by_phone() -> None:
    """Neither the page nor an answer tells a chair who has voted, nor that anybody has."""
    room = await makers_votes.room(voters=7)
    one, _other = await chairs(room)
    number, _slips = await makers_paper.opened(room)
    address = f"/abstimmungen/{number}/papier"

    async def told() -> list[object]:
        found: list[object] = []
        for seat in (*await makers_paper.seats(room.voters), 99):
            for act in ("/ausgabe", "/ruecknahme"):
                answer = await one.send_form(address + act, {"seat": str(seat)})
                assert answer.status_code == 409 and "nur vor dem Öffnen" in answer.text
                found.append(same(answer.text))
        seen = await one.get(address)
        return [*found, same(seen.text), seen.headers.get("etag"), (await one.get(address + ".pdf")).content]

    before = await told()
    await makers_votes.voted(room, number, ["yes"])
    assert await told() == before


def same(text: str) -> str:
    return re.sub(r'nonce[^ ]*="[^"]*"', "", text)


async def test_too_few_on_either_side_are_told_before_the_opening() -> None:
    room = await makers_votes.room(voters=3)
    one, _other = await chairs(room)  # two more seats
    number = await makers_votes.prepared(room, secrecy=Secrecy.SECRET)
    address, seats = f"/abstimmungen/{number}/papier", await makers_paper.seats(room.voters)
    await makers_paper.given(number, room, slips=2)
    assert "So geht die Abstimmung nicht auf." in as_read((await one.get(address)).text)
    refused = await one.send_form(f"/abstimmungen/{number}/eroeffnung", {})
    assert refused.status_code == 409 and "Mindestens drei stimmen auf Papier ab" in as_read(refused.text)
    for seat in seats[1:]:
        await one.send_form(address + "/ruecknahme", {"seat": str(seat)})
    assert "So geht die Abstimmung nicht auf." not in as_read((await one.get(address)).text)
    assert (await one.send_form(f"/abstimmungen/{number}/eroeffnung", {})).status_code == 303
    assert "Handy leer?" in (await one.get(address)).text


async def test_an_untouched_form_throws_no_slip_away() -> None:
    room = await makers_votes.room(voters=5)
    one, _other = await chairs(room)
    number, slips = await makers_paper.opened(room, printed=4)
    await makers_votes.closed(number)
    address = f"/abstimmungen/{number}/papier"
    fields = [f"slip-{slip}" for slip in slips]
    bare = await one.send_form(address + "/eintrag", {"round": "1"} | dict.fromkeys(fields, ""))
    assert bare.status_code == 422 and bare.text.count('aria-invalid="true"') == 4
    half = await one.send_form(address + "/eintrag", {"round": "1", fields[0]: "no", fields[1]: ""})
    assert half.status_code == 422 and half.text.count('aria-invalid="true"') == 3
    assert 'value="no" selected' in half.text
    fewer = {"round": "1", fields[0]: "no"} | dict.fromkeys(fields[1:], "missing")
    asked = await one.send_form(address + "/eintrag", fewer)
    assert asked.status_code == 422 and "Ja: 1 von 3 Zetteln kam zurück." in asked.text
    for ticked in ("0", "2", "on"):
        assert (await one.send_form(address + "/eintrag", fewer | {"fewer": ticked})).status_code == 422
    assert not (await queries.papers_of(await queries.poll(number))).entries
    all_back = {"round": "1"} | dict.fromkeys(fields[:3], "yes") | {fields[3]: ""}
    assert (await one.send_form(address + "/eintrag", all_back)).status_code == 303


async def test_nobody_else_comes_near() -> None:
    room = await makers_votes.room(voters=6)
    number, _slips = await makers_paper.opened(room)
    member = await Client().sign_in(member=room.voters[-1])
    for address in (f"/abstimmungen/{number}/papier", f"/abstimmungen/{number}/papier.pdf"):
        assert (await member.get(address)).status_code == 403
    assert (await member.send_form(f"/abstimmungen/{number}/papier/ausgabe", {"seat": "1"})).status_code == 403
