"""An election over HTTP: the desk's taps, the candidates' own phones, and the founding sitting without any chair."""

import re
from dataclasses import replace
from html import unescape

import pytest

from tests import makers, makers_elections, makers_sittings, makers_votes
from tests.client import Client, as_read
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import electing, stepping_back
from zukunftsparlament.polls.queries.elections import elections_of
from zukunftsparlament.polls.rules.elections import Office
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.rules import SittingKind

pytestmark = pytest.mark.usefixtures("store")

SEAT_OF = Sql("SELECT number FROM seat WHERE member = $1")
ANSWERS = Sql("SELECT facts FROM sitting_step WHERE sitting = $1 AND kind = 'elected' ORDER BY id")


async def election_room(voters: int = 4, *, led: bool = True) -> makers_votes.Room:
    room = await makers_votes.room(voters=voters, led=led, title="Wir wählen den Vorsitz")
    await makers_elections.as_election(room)
    return room


async def test_the_office_founds_a_parliament_with_a_pair_of_chairs(client: Client) -> None:
    """Case 07: before there is a chair the office leads; one is younger than 14, the other is not."""
    room = await election_room(led=False)
    base = f"/vorsitz/{room.sitting.number}/punkte/{room.item.mark}/wahl"
    await client.sign_in(staff=await makers.staff())
    assert f'href="{base}"' in unescape((await client.get(f"/vorsitz/{room.sitting.number}")).text)
    form = as_read((await client.get(base)).text)
    assert "Wer wird gewählt?" in form and 'value="Vorsitz"' in form
    answer = await client.send_form(
        base, {"what": "pair", "title": "Vorsitz", "places": "1", "deputies": "0", "age": "14"}
    )
    assert answer.headers["Location"] == f"{base}/1"
    young, old, named, _other = room.voters
    for member, side in ((young, "younger"), (old, "older")):
        await client.sign_in(member=member)
        page = as_read((await client.get(f"/sitzungen/{room.sitting.number}/raum")).text)
        assert "Ich kandidiere, unter 14" in page
        act = f"/sitzungen/{room.sitting.number}/wahlen/{room.item.mark}/1/kandidatur"
        assert (await client.send_form(act, {"side": side})).status_code == 303
    await client.sign_in(staff=await makers.staff())
    name = next(one.name for one in await sittings.here(room.sitting.id) if one.member == named)
    listed = await client.send_form(f"{base}/1/liste", {"name": name, "side": "older"}, htmx=True)
    assert listed.status_code == 200 and "ist gefragt" in listed.text
    assert "kandidiert" in (await client.send_form(f"{base}/1/liste/3/zusage", htmx=True)).text
    ready = await client.send_form(f"{base}/1/stimmzettel", htmx=True)
    assert "Der Stimmzettel ist fertig." in as_read(ready.text)
    polls = [poll.number for poll in (await elections_of(room.item.id))[0].prepared]
    actor = "office:Jugendbüro"
    for number, votes in zip(polls, (["yes", "yes", "no"], ["2", "2", "1"]), strict=True):
        await actions.open_poll(number, actor=actor)
        await makers_votes.voted(room, number, votes)
        await makers_votes.closed(number, actor=actor)
        await actions.show_result(number, actor=actor)
    assert "Neuen Vorsitz" not in (await client.get(f"{base}/1")).text  # nobody has said yes
    for place in (1, 3):
        assert (
            await client.send_form(f"{base}/1/liste/{place}/antwort", {"accepts": "yes"}, htmx=True)
        ).status_code == 200
    page = unescape((await client.get(f"{base}/1")).text)
    seats = [await SEAT_OF.value(member) for member in (young, named)]
    wanted = f"/vorsitz/{room.sitting.number}/vorsitzwechsel?sitz={seats[0]}&sitz={seats[1]}"
    assert "Neuen Vorsitz übernehmen lassen" in page and wanted in page
    chosen = (await client.get(wanted)).text
    assert sorted(re.findall(r'value="(\d+)" checked', chosen)) == sorted(str(seat) for seat in seats)


async def test_the_elected_answer_on_their_own_phones(client: Client) -> None:
    held = await makers_elections.held(standing=3, office=Office.CHAIRS)
    await held.voted("1", "1", "2")
    at = f"/sitzungen/{held.at[0]}/wahlen/{held.at[1]}/{held.at[2]}"
    await client.sign_in(member=held.members[1])
    assert (await client.send_form(f"{at}/annahme", {"accepts": "yes"})).status_code == 409
    await client.sign_in(member=held.members[0])
    assert "Nimmst du die Wahl an?" in as_read((await client.get(f"/sitzungen/{held.at[0]}/raum")).text)
    assert (await client.send_form(f"{at}/annahme", {"accepts": "no"})).status_code == 303
    assert (await held.now()).sides[0].free == 1
    facts = [row["facts"] for row in await ANSWERS.rows(held.room.sitting.id)]
    assert len(facts) == 1 and '"as": "declined"' in facts[0] and '"moved_up": []' in facts[0]


async def test_what_cannot_be_is_refused_with_the_reason(client: Client) -> None:
    room = await election_room()
    base = f"/vorsitz/{room.sitting.number}/punkte/{room.item.mark}/wahl"
    chair = await makers.chair()
    await makers_sittings.present(room.sitting, chair)
    await client.sign_in(member=chair)
    wrong = await client.send_form(base, {"what": "chairs", "title": " ", "places": "3", "deputies": "-1", "age": ""})
    page = as_read(wrong.text)
    assert (
        wrong.status_code == 422 and "höchstens zwei" in page and "Schreibt auf, wofür" in page and "0 bis 12" in page
    )
    await client.send_form(base, {"what": "chairs", "title": "Vorsitz", "places": "1", "deputies": "0", "age": ""})
    empty = await client.send_form(f"{base}/1/stimmzettel", htmx=True)
    assert empty.status_code == 409 and "Noch niemand hat gesagt" in as_read(empty.text)
    assert (await client.send_form(f"{base}/1/liste", {"name": "Niemand"}, htmx=True)).status_code == 409
    assert (await client.send_form(f"{base}/9/stimmzettel")).status_code == 404
    young = await makers.member()
    await client.sign_in(member=young)
    act = f"/sitzungen/{room.sitting.number}/wahlen/{room.item.mark}/1/kandidatur"
    outside = await client.send_form(act)
    assert outside.status_code == 409 and "wer gerade im Raum ist" in as_read(outside.text)
    await makers_sittings.present(room.sitting, young)
    assert "einen eigenen Sitz" in as_read((await client.send_form(act)).text)
    assert (await client.get(base)).status_code == 403


async def test_nobody_is_elected_in_an_unofficial_sitting_and_a_rehearsal_elects_nobody_for_real(
    client: Client,
) -> None:
    room = await makers_votes.room(kind=SittingKind.UNOFFICIAL)
    await makers_elections.as_election(room)
    await client.sign_in(member=await makers.chair())
    base = f"/vorsitz/{room.sitting.number}/punkte/{room.item.mark}/wahl"
    no = await client.send_form(base, {"what": "office", "title": "Kasse", "places": "1", "deputies": "0"})
    assert no.status_code == 409
    held = await makers_elections.held(kind=SittingKind.REHEARSAL, standing=2)
    number = await held.voted("1", "1", "2")
    assert (await queries.poll(number)).practice and (await held.now()).elected == ["Kandidatur A"]


async def test_a_ballot_of_yes_or_no_names_whom_it_is_about() -> None:
    held = await makers_elections.held(standing=1)
    number = (await held.prepared())[0]
    poll = await queries.poll(number)
    assert (poll.question, poll.yes_means) == ("Sitz: Soll Kandidatur A es sein?", "Kandidatur A ist gewählt.")
    assert poll.is_secret and poll.persons and await held.prepared() == [number]
    with pytest.raises(Refused):
        await electing.stand(*held.at, held.room.voters[0], "")


async def test_the_cockpit_says_what_is_still_open(client: Client) -> None:
    held = await makers_elections.held(standing=2, rules=replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES))
    await client.sign_in(member=await makers.chair())
    desk, cockpit = f"/vorsitz/{held.at[0]}/punkte/{held.at[1]}/wahl/{held.mark}", f"/vorsitz/{held.at[0]}"
    await held.voted("1", "1", "2", "2")
    page = as_read((await client.get(cockpit)).text)
    assert "Es gibt einen Gleichstand." in page and "Damit sind wir mit Punkt" not in page
    await stepping_back.withdraw(*held.at, held.members[1])
    assert "Danke an alle, die kandidiert haben!" in as_read((await client.get(cockpit)).text)
    tick = f"{desk}/liste/1/antwort"
    assert "Antwort zurücknehmen" in as_read((await client.send_form(tick, {"accepts": "no"}, htmx=True)).text)
    await client.sign_in(member=held.members[0])
    phone = as_read((await client.get(f"/sitzungen/{held.at[0]}/raum")).text)
    assert "Der Vorsitz hat notiert: Du nimmst die Wahl nicht an." in phone and "Ich nehme die Wahl doch an" in phone
    own = f"/sitzungen/{held.at[0]}/wahlen/{held.at[1]}/{held.mark}/annahme"
    assert (await client.send_form(own, {"accepts": "yes"})).status_code == 303
    assert (await held.now()).elected == ["Kandidatur A"]
    await client.sign_in(member=await makers.chair())
    late = await client.send_form(tick, {"accepts": "open"}, htmx=True)
    assert late.status_code == 409 and "Nur sie kann es ändern" in as_read(late.text)
