"""Two chairs lead a sitting from two phones: what the pages say and take."""

from datetime import timedelta
from typing import Any

import pytest

from tests import makers, makers_sittings, makers_votes
from tests.client import Client, as_read
from tests.makers_sittings import CHAIR
from tests.statements import counted
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions as polls
from zukunftsparlament.sittings import actions, queries
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import ItemKind, SittingState

pytestmark = pytest.mark.usefixtures("store")


async def planned() -> Sitting:
    return await makers_sittings.sitting(starts_at=now() + timedelta(hours=1), invited=True)


async def test_a_chair_leads_a_sitting_by_the_big_button_alone(client: Client) -> None:
    chair = await makers.chair()
    sitting = await planned()
    await makers_sittings.present(sitting, chair)
    await client.sign_in(member=chair)
    here = f"/vorsitz/{sitting.number}"

    assert "Sitzung eröffnen" in (await client.get(here)).text
    answer = await client.send_form(f"{here}/eroeffnung")
    assert (answer.status_code, answer.headers["location"]) == (303, here)
    for item in await queries.agenda(sitting.id):
        said = as_read((await client.get(here)).text)
        assert "Wir kommen zu" in said and f"Punkt {item.number} beginnt" in said
        await client.send_form(f"{here}/punkte/{item.mark}/beginn")
        assert f"Punkt {item.number} ist fertig" in (await client.get(here)).text
        await client.send_form(f"{here}/punkte/{item.mark}/ende", {"as": "done"})
    assert "Ich schließe die Sitzung" in as_read((await client.get(here)).text)
    await client.send_form(f"{here}/schluss")
    assert "Anhalten" in (await client.get(here)).text
    await actions.close_sitting(sitting.number, actor="chair:1")
    assert (await queries.sitting(sitting.number)).state is SittingState.CLOSED
    assert "Zum Protokoll" in (await client.get(here)).text


async def leading(client: Client, *, present: int = 12, **wished: Any) -> Sitting:
    """Opened, with so many in the room, and the client in the hands of a chair."""
    chair = await makers.chair()
    sitting = await makers_sittings.sitting(starts_at=now() + timedelta(hours=1), invited=True, **wished)
    await makers_sittings.present(sitting, chair, *[await makers.seated() for _ in range(present - 1)])
    await client.sign_in(member=chair)
    await client.send_form(f"/vorsitz/{sitting.number}/eroeffnung")
    return await queries.sitting(sitting.number)


async def test_what_is_not_public_is_not_read_out(client: Client) -> None:
    sitting = await leading(client, present=2)
    here = f"/vorsitz/{sitting.number}"
    quarrel, after = (await queries.agenda(sitting.id))[:2]
    await Sql("UPDATE agenda_item SET public = $2, title = 'Streit' WHERE id = $1").rows(quarrel.id, False)

    async def says() -> str:
        return as_read((await client.get(here)).text).partition('id="satz"')[2].partition("</q>")[0]

    said = await says()
    assert "Wer keinen Sitz hat, geht bitte kurz hinaus." in said and "Streit" not in said
    await client.send_form(f"{here}/punkte/{quarrel.mark}/beginn")
    assert "Streit" not in await says()
    await client.send_form(f"{here}/punkte/{quarrel.mark}/ende", {"as": "done"})
    assert "Jetzt dürfen alle wieder herein. Wir kommen zu" in await says()
    await client.send_form(f"{here}/punkte/{after.mark}/beginn")
    assert "wieder herein" not in await says()


async def test_an_urgent_item_is_taken_on_by_a_vote_and_gets_its_number_in_place(client: Client) -> None:
    sitting = await leading(client, present=3)
    here = f"/vorsitz/{sitting.number}"
    first = (await queries.agenda(sitting.id))[0]
    assert "Ruft zuerst einen Punkt auf" in (await client.get(f"{here}/dringend")).text
    await client.send_form(f"{here}/punkte/{first.mark}/beginn")
    assert (await client.send_form(f"{here}/dringend", {"title": "Der Bus", "reason": ""})).status_code == 422

    form = {"title": "Der Bus fährt nicht mehr", "reason": "Ab Montag kommt niemand zur Schule."}
    for _tab in range(2):
        assert (await client.send_form(f"{here}/dringend", form)).status_code == 303
    (wish,) = (await queries.course(sitting)).urgent
    assert (await client.send_form(f"{here}/dringend/{wish.poll}/aufnahme")).status_code == 409
    for voter in (await queries.meeting(sitting)).voters:
        await polls.cast_vote(wish.poll, ["yes"], receipt="", voter=voter)
    await makers_votes.closed(wish.poll)
    for act, fields in [(f"/punkte/{first.mark}/ende", {"as": "done"}), ("/schluss", {})]:  # no result yet
        answer = await client.send_form(here + act, fields)
        assert answer.status_code == 409 and "Hier läuft noch eine Abstimmung." in as_read(answer.text)
    await polls.show_result(wish.poll, actor=CHAIR)

    assert "Punkt aufnehmen" in (await client.get(here)).text
    for _tab in range(2):
        assert (await client.send_form(f"{here}/dringend/{wish.poll}/aufnahme")).status_code == 303
    (added,) = [item for item in await queries.agenda(sitting.id) if item.urgent_at]
    assert (added.number, added.title, added.urgent_reason) == ("1.1", form["title"], form["reason"])
    page = as_read((await client.get(here)).text)
    assert "Punkt aufnehmen" not in page and "Wir kommen zu Punkt 1.1:" in page


async def test_too_few_for_a_vote_talk_on_and_hear_what_is_missing(client: Client) -> None:
    sitting = await leading(client, present=3)
    for _seat in range(14):
        await makers.seated()
    here = f"/vorsitz/{sitting.number}"
    motion = await makers_sittings.item(sitting, "Mehr Bänke", kind=ItemKind.PROPOSAL, late_reason="Heute")
    await client.send_form(f"{here}/punkte/{motion.mark}/beginn")
    page = as_read((await client.get(here)).text)
    assert f"Wir reden über Punkt {motion.number}." in page and "Zum Abstimmen fehlen noch 6." in page
    answer = await client.send_form(f"{here}/punkte/{motion.mark}/ende", {"as": "done"})
    assert answer.status_code == 303


async def test_the_office_watches_and_gets_hints(client: Client) -> None:
    sitting = await leading(client, present=2)
    here = f"/vorsitz/{sitting.number}"
    await client.sign_in(staff=await makers.staff())
    page = (await client.get(here)).text
    assert "Worauf Sie achten können" in page
    assert 'id="weiter"' not in page and "Ich übernehme" not in page
    for address, fields in [
        ("/pause", {"minutes": "5"}), ("/schluss", {}), ("/glocke", {}), ("/countdown/halt", {"act": "close"}),
    ]:  # fmt: skip
        assert (await client.send_form(here + address, fields)).status_code == 409
    assert (await client.get(f"{here}/vorsitzwechsel")).status_code == 409


async def test_the_other_phone_takes_over_and_hands_back(client: Client) -> None:
    sitting = await leading(client, present=2)
    here, other = f"/vorsitz/{sitting.number}", await makers.chair()
    first = sitting.bell
    await client.sign_in(member=other)
    assert "Du hilfst mit." in (await client.get(here)).text
    answer = await client.send_form(f"{here}/glocke", htmx=True)
    assert answer.status_code == 200 and "Du hast die Glocke." in answer.text and "<html" not in answer.text
    bell = (await queries.sitting(sitting.number)).bell
    assert bell != first
    gone = await Sql("SELECT a.id FROM attendance a JOIN seat s ON s.member = a.member WHERE s.number = $1").value(
        first
    )
    assert "Glocke an" in (await client.get(here)).text
    await Sql("UPDATE attendance SET left_at = came_at WHERE id = $1").rows(gone)
    assert "Glocke an" not in (await client.get(here)).text  # nobody would lead
    await client.send_form(f"{here}/glocke", {"seat": str(first), "seen": str(bell)})
    assert (await queries.sitting(sitting.number)).bell == first


async def test_what_cannot_be_done_is_said_on_the_cockpit_itself(client: Client) -> None:
    sitting = await leading(client, present=2)
    here = f"/vorsitz/{sitting.number}"
    first, second, *_rest = await queries.agenda(sitting.id)
    await client.send_form(f"{here}/punkte/{first.mark}/beginn")
    for answer in [
        await client.send_form(f"{here}/punkte/{second.mark}/beginn"),
        await client.send_form(f"{here}/punkte/{second.mark}/beginn", htmx=True),
    ]:
        assert answer.status_code == 409
        assert "Gerade läuft ein anderer Punkt." in answer.text and f"Punkt {first.number} ist fertig" in answer.text
    typed = {"as": "dropped", "reason": ""}
    answer = await client.send_form(f"{here}/punkte/{second.mark}/ende", typed)
    assert answer.status_code == 422 and "Schreib noch einen Grund dazu." in answer.text
    assert (await client.send_form(f"{here}/punkte/999/beginn")).status_code == 404
    assert (await client.send_form("/vorsitz/999/eroeffnung")).status_code == 404


async def test_who_is_no_chair_is_kept_out(client: Client) -> None:
    sitting = await leading(client, present=2)
    await client.sign_in(member=await makers.seated())
    for path in ("", "/punkte", "/vorsitzwechsel", "/dringend"):
        assert (await client.get(f"/vorsitz/{sitting.number}{path}")).status_code == 403
    assert (await client.send_form(f"/vorsitz/{sitting.number}/pause", {"minutes": "5"})).status_code == 403


async def test_the_cockpit_asks_the_store_as_often_with_one_item_as_with_many(client: Client) -> None:
    sitting = await leading(client, present=2)
    asked = []
    for _more in range(2):
        with counted() as statements:
            await client.get(f"/vorsitz/{sitting.number}")
        asked.append(len(statements))
        for number in range(5):
            await makers_sittings.item(sitting, f"Noch etwas {number}", late_reason="Heute")
    assert asked[0] == asked[1] <= 9


async def test_at_the_founding_the_office_leads_until_there_are_chairs(client: Client) -> None:
    sitting = await makers_sittings.sitting(led=False, starts_at=now() + timedelta(hours=1), invited=True)
    first, second = await makers.seated(), await makers.seated()
    await makers_sittings.present(sitting, first, second)
    await client.sign_in(staff=await makers.staff())
    here = f"/vorsitz/{sitting.number}"
    assert (await client.send_form(f"{here}/eroeffnung")).status_code == 303
    assert "Niemand hat gerade die Glocke." in (await client.get(here)).text

    seats = [str(seat.number) for seat in await queries.half_circle(sitting) if seat.is_here]
    assert (await client.send_form(f"{here}/vorsitzwechsel", {"seat": []})).status_code == 409
    assert (await client.send_form(f"{here}/vorsitzwechsel", {"seat": seats})).status_code == 303
    assert "Gleich wechselt der Vorsitz." in as_read((await client.get(here)).text)
    await Sql("UPDATE sitting SET due_at = $1").rows(now())
    await actions.take_due_step(sitting.number)

    assert "Worauf Sie achten können" in (await client.get(here)).text
    await client.sign_in(member=first)
    assert "Du hast die Glocke." in (await client.get(here)).text
    await client.sign_in(member=second)
    assert "Du hilfst mit." in (await client.get(here)).text
