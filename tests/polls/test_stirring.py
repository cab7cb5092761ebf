"""A lot is drawn with everybody's phones: sealed first, then mixed by the room, and drawn again by anybody."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests import makers, makers_sittings, makers_votes
from tests.client import Client, as_read
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.refusals import Missing, Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, pruefen, queries
from zukunftsparlament.polls.actions import Chosen
from zukunftsparlament.polls.aside_checks import ASIDE_CHECKS
from zukunftsparlament.polls.rules import Way
from zukunftsparlament.polls.rules.in_sitting import WhyNotHere
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie

pytestmark = pytest.mark.usefixtures("store")

CHAIR_SITS = Sql("SELECT member FROM seat WHERE number = 1")


async def sealed() -> tuple[makers_votes.Room, int]:
    room = await makers_votes.room(rules=replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES))
    number = await makers_votes.opened(room, options="Rot\nBlau")
    await makers_votes.shown(room, number, ["1", "1", "2", "2"])
    await actions.settle_tie(number, Chosen(way=Way.LOT), actor=CHAIR)
    return room, number


async def test_the_room_mixes_and_anybody_draws_again(
    client: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room, number = await sealed()
    await actions.stir(number, "igel", member=room.voters[0])
    await actions.stir(number, "mond", member=room.voters[0])  # the first one counts
    await actions.stir(number, "tür", member=room.voters[1])
    vote = await queries.vote_of(room.sitting)
    assert vote and vote.lot_waits and vote.stirred == 2

    await actions.draw_lot(number, "Sommer", actor=CHAIR)

    draw = (await client.get(f"/abstimmungen/{number}/los.json")).json()["draws"][0]
    word, *pictures = draw["word"].split(" | ")
    assert word == "Sommer" and {one.split()[-1] for one in pictures} == {"igel", "tür"}
    assert pictures == sorted(pictures, key=lambda one: int(one.split()[1]))
    listed, drawn = tmp_path / "liste.json", tmp_path / "los.json"
    listed.write_bytes((await queries.counted(number)).listed)
    drawn.write_bytes((await client.get(f"/abstimmungen/{number}/los.json")).content)
    assert pruefen.main([str(listed), "--los", str(drawn)]) == 0, capsys.readouterr().out
    assert [said for check in ASIDE_CHECKS if (said := await check.find())] == []
    with pytest.raises(Refused) as refused:
        await actions.stir(number, "igel", member=room.voters[2])
    assert refused.value.reason is WhyNotHere.NO_LOT_WAITS


async def test_the_chairs_ask_the_room_to_mix(client: Client) -> None:
    room, number = await sealed()
    await client.sign_in(member=int(await CHAIR_SITS.value()))
    here = f"/vorsitz/{room.sitting.number}"
    assert "Mischt am Handy mit. Dann ruft jemand ein Wort." in as_read((await client.get(here)).text)
    await actions.draw_lot(number, "Sommer", actor=CHAIR)
    assert "Mischt am Handy mit" not in as_read((await client.get(here)).text)


async def test_who_may_mix_and_with_what() -> None:
    room, number = await sealed()
    with pytest.raises(Wrong):
        await actions.stir(number, "0176 12345678", member=room.voters[0])
    outsider = await makers.member()
    for member in (outsider, None):
        with pytest.raises(Refused) as refused:
            await actions.stir(number, "igel", member=member)
        assert refused.value.reason is WhyNotHere.HAS_NO_SEAT_HERE
    with pytest.raises(Missing):
        await actions.stir(99, "igel", member=outsider)


async def test_on_the_phone(client: Client) -> None:
    room, number = await sealed()
    await client.sign_in(member=room.voters[0])
    assert "Ich mische mit" in (await client.get(f"/sitzungen/{room.sitting.number}/raum")).text
    page = (await client.get(f"/abstimmungen/{number}/mischen")).text
    assert page.count('name="picture"') == 12
    assert (await client.send_form(f"/abstimmungen/{number}/mischen", {"picture": "igel"})).status_code == 303
    assert "Du hast gemischt." in (await client.get(f"/abstimmungen/{number}/mischen")).text
    listener = await makers.member()
    await makers_sittings.present(room.sitting, listener)
    await client.sign_in(member=listener)
    room_page = as_read((await client.get(f"/sitzungen/{room.sitting.number}/raum")).text)
    assert "Das Los liegt verschlossen da." in room_page and "Ich mische mit" not in room_page
    assert "einen Sitz vertreten" in (await client.get(f"/abstimmungen/{number}/mischen")).text
