"""Planning over HTTP: what is refused, that nothing typed is lost, and the way from a plan to an invitation."""

from datetime import timedelta
from html import unescape

import pytest

from tests import makers, makers_moderation, makers_polls, makers_sittings
from tests.client import Client, as_read
from zukunftsparlament.kernel.clock import HERE, now
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.rules import ItemKind, SittingState

pytestmark = pytest.mark.usefixtures("store")

NEXT_YEAR = now().astimezone(HERE).year + 1
GOOD = {
    "kind": "official",
    "day": f"{NEXT_YEAR}-06-15",
    "begins": "16:30",
    "ends": "18:00",
    "place": "Saal am Markt",
    "guests": "Bürgermeisterin\nJugendamt",
}


async def chair(client: Client) -> Client:
    await makers_polls.rules()
    return await client.sign_in(member=await makers.chair())


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("day", "2020-01-01", "Das ist schon vorbei."),
        ("day", f"{NEXT_YEAR}-02-30", "Diesen Tag gibt es nicht."),
        ("day", "", "An welchem Tag?"),
        ("day", "9999-12-31", "Stimmt die Jahreszahl?"),
        ("day", "0001-01-01", "Das ist schon vorbei."),
        ("begins", "", "Die Uhrzeit fehlt noch."),
        ("begins", "25:99", "Diese Uhrzeit gibt es nicht."),
        ("ends", "16:30", "Das Ende liegt vor dem Anfang."),
        ("ends", "03:00", "Das Ende liegt vor dem Anfang."),
        ("place", " ", "Der Ort fehlt noch."),
        ("place", "x" * 20_000, "Der Ort ist zu lang."),
        ("hint", "x" * 20_000, "Der Hinweis ist zu lang."),
        ("guests", "A\na", "Ein Gast steht zweimal da."),
        ("guests", "\n".join(str(n) for n in range(31)), "Das sind zu viele Gäste."),
        ("kind", "geheim", "Was für eine Sitzung wird es?"),
    ],
)
async def test_what_cannot_be_is_said_beside_its_field(client: Client, field: str, typed: str, said: str) -> None:
    await chair(client)
    answer = await client.send_form("/vorsitz/neu", {**GOOD, "title": "Halt das fest", field: typed})
    assert answer.status_code == 422
    assert said in as_read(answer.text)
    assert "Halt das fest" in answer.text
    assert typed.strip() in answer.text or field == "kind"


async def test_an_hour_that_never_comes_is_refused(client: Client) -> None:
    """In the night of the last Sunday in March the clocks go from 2 to 3."""
    await chair(client)
    answer = await client.send_form("/vorsitz/neu", {**GOOD, "day": "28.03.2027", "begins": "02:30", "ends": ""})
    assert answer.status_code == 422
    assert "Diese Uhrzeit fällt aus" in answer.text or "Das ist schon vorbei" in answer.text


async def test_from_the_plan_to_the_invitation(client: Client) -> None:
    await chair(client)
    await makers_polls.proposal(7, title="Ein Skatepark")
    first, second = [await client.send_form("/vorsitz/neu", GOOD) for _tap in range(2)]
    assert (first.status_code, first.headers["location"]) == (303, "/vorsitz/1/tagesordnung")
    assert second.headers["location"] == "/vorsitz/1/tagesordnung"

    await client.send_form("/vorsitz/1/vorschlaege", {"proposal": "7"})
    agenda = as_read((await client.get("/vorsitz/1/tagesordnung")).text)
    assert "Ein Skatepark" in agenda
    assert "Gerade wartet kein reifer Vorschlag." in agenda
    assert "spätestens" in agenda

    money = {"title": "Tornetze", "kind": "other", "amount": "333,34", "money_source": "Budget", "minutes": "10"}
    assert (await client.send_form("/vorsitz/1/punkte/neu", money)).status_code == 303
    assert (await client.get("/sitzungen/1")).status_code == 200  # those who lead see it before
    assert (await client.send_form("/vorsitz/1/einladung")).headers["location"] == "/sitzungen/1"
    assert (await queries.sitting(1)).state is SittingState.INVITED

    client.token = None
    shown = as_read((await client.get("/sitzungen/1")).text)
    for part in ("Ein Skatepark", "333,34 €", "Saal am Markt", "Bürgermeisterin", "Offizielle Sitzung"):
        assert part in shown


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("title", "", "Worum geht es?"),
        ("title", "x" * 20_000, "Der Titel ist zu lang."),
        ("minutes", "999", "Wie viele Minuten?"),
        ("minutes", "viele", "Wie viele Minuten?"),
        ("amount", "333.34", "Wie viel Geld?"),
        ("amount", "10", "Woher kommt das Geld?"),
        ("kind", "unsinn", "Was für ein Punkt ist es?"),
        ("parent", "99", "Den Punkt darüber gibt es nicht mehr"),
    ],
)
async def test_an_item_that_cannot_be_is_said_beside_its_field(
    client: Client, field: str, typed: str, said: str
) -> None:
    await chair(client)
    sitting = await makers_sittings.sitting()
    fields = {"title": "Bänke", "kind": "other", "text": "Halt das fest", field: typed}
    answer = await client.send_form(f"/vorsitz/{sitting.number}/punkte/neu", fields)
    assert answer.status_code == 422
    assert said in as_read(answer.text)
    assert "Halt das fest" in answer.text


async def test_an_item_about_a_proposal_is_as_public_as_the_proposal(client: Client) -> None:
    """Its page tells everybody what becomes of it, so nothing about it is decided behind closed doors."""
    await chair(client)
    about = await makers_moderation.public_proposal(author=await makers.member())
    sitting = await makers_sittings.sitting()
    desk = f"/vorsitz/{sitting.number}/punkte"
    assert "closed_doors" not in (await client.get(f"{desk}/neu?vorschlag={about}")).text
    fields = {"proposal": str(about), "closed_doors": "on"}
    refused = await client.send_form(f"{desk}/neu", fields)
    assert refused.status_code == 422 and "Darum ist auch der Punkt öffentlich." in as_read(refused.text)
    mark = (await makers_sittings.item(sitting, "", proposal=about, kind=ItemKind.PROPOSAL)).mark
    assert (await client.send_form(f"{desk}/{mark}", fields)).status_code == 422
    assert (await queries.item(sitting.id, mark)).public


async def test_items_move_go_and_come_back(client: Client) -> None:
    await chair(client)
    sitting = await makers_sittings.sitting()
    park = await makers_sittings.item(sitting, "Skatepark")
    bench = await makers_sittings.item(sitting, "Bänke")
    await makers_sittings.item(sitting, "Licht", parent=bench.mark)
    desk = f"/vorsitz/{sitting.number}/punkte"

    shown = await client.send_form(f"{desk}/{bench.mark}/hoch", htmx=True)
    assert shown.text.index("Bänke") < shown.text.index("Licht") < shown.text.index("Skatepark")
    await client.send_form(f"{desk}/{bench.mark}/runter")
    await client.send_form(f"{desk}/{bench.mark}/entfernung")
    assert [title for _number, title in await makers_sittings.items(sitting)][2:-1] == ["Skatepark"]
    await client.send_form(f"{desk}/{bench.mark}/entfernung/ruecknahme")
    assert (await makers_sittings.items(sitting))[2:5] == [("3", "Skatepark"), ("4", "Bänke"), ("4.1", "Licht")]
    assert (await client.get(f"{desk}/{park.mark}")).status_code == 200


async def test_papers_and_duty_stand_beside_the_item(client: Client) -> None:
    await chair(client)
    sitting = await makers_sittings.sitting(invited=True)
    item = await makers_sittings.item(sitting)
    desk = f"/vorsitz/{sitting.number}/punkte/{item.mark}"
    for _tap in range(2):
        await client.send_form(f"{desk}/unterlagen", {"paper_title": "Angebot", "paper": "Drei Firmen."})
    assert (await client.send_form(f"{desk}/unterlagen", {"paper_title": "", "paper": "Text"})).status_code == 422
    assert (await client.send_form(f"{desk}/zustaendigkeit", {"duty": "yes"})).status_code == 403
    await client.sign_in(staff=await makers.staff())
    duty = {"duty": "yes", "duty_text": "Die Gemeinde baut ihn."}
    assert (await client.send_form(f"{desk}/zustaendigkeit", duty)).status_code == 303

    client.token = None
    shown = (await client.get(sitting.address)).text
    assert shown.count("Drei Firmen.") == 1
    assert "Aufgabe der Gemeinde" in shown and "Die Gemeinde baut ihn." in shown
    await client.sign_in(member=await makers.chair())
    await client.send_form(f"{desk}/unterlagen/1/entfernung")
    assert "Drei Firmen." not in (await client.get(sitting.address)).text


async def test_without_a_reason_nothing_is_called_off(client: Client) -> None:
    await chair(client)
    sitting = await makers_sittings.sitting(invited=True)
    address = f"/vorsitz/{sitting.number}/absage"
    assert (await client.send_form(address)).status_code == 422
    await client.send_form(address, {"reason": "Sturmwarnung"})
    client.token = None
    assert "Sturmwarnung" in (await client.get(sitting.address)).text


async def test_after_the_deadline_a_ripe_proposal_needs_a_reason(client: Client) -> None:
    await chair(client)
    await makers_polls.proposal(7, title="Ein Skatepark")
    soon = await makers_sittings.sitting(starts_at=now() + timedelta(days=3))
    desk = f"/vorsitz/{soon.number}"
    form = f"{desk}/punkte/neu?vorschlag=7"
    assert form in unescape((await client.get(f"{desk}/tagesordnung")).text)
    assert (await client.send_form(f"{desk}/vorschlaege", {"proposal": "7"})).headers["location"] == form
    assert "4 Tage zu spät" in (await client.get(form)).text
    sent = {"proposal": "7", "kind": "proposal", "late_reason": "Der Rat entscheidet am Montag."}
    assert (await client.send_form(f"{desk}/punkte/neu", sent)).status_code == 303
    assert "Ein Skatepark" in [title for _number, title in await makers_sittings.items(soon)]


async def test_a_second_tap_puts_nothing_down_twice(client: Client) -> None:
    await chair(client)
    await makers_polls.proposal(7, title="Ein Skatepark")
    sitting = await makers_sittings.sitting()
    desk = f"/vorsitz/{sitting.number}"
    for _tap in range(2):
        await client.send_form(f"{desk}/vorschlaege", {"proposal": "7"})
        assert (await client.send_form(f"{desk}/punkte/neu", {"title": "Bänke", "kind": "other"})).status_code == 303
    titles = [title for _number, title in await makers_sittings.items(sitting)]
    assert (titles.count("Ein Skatepark"), titles.count("Bänke")) == (1, 1)


async def test_another_day_too_soon_for_those_invited_needs_a_reason(client: Client) -> None:
    await chair(client)
    sitting = await makers_sittings.sitting(invited=True)
    address = f"/vorsitz/{sitting.number}/planung"
    soon = (now() + timedelta(days=4)).astimezone(HERE).date().isoformat()
    asked = await client.send_form(address, {**GOOD, "day": soon, "hint": "Halt das fest"})
    assert asked.status_code == 422
    assert "Die Einladung kommt" in as_read(asked.text) and "Halt das fest" in asked.text
    assert (await client.send_form(address, {**GOOD, "day": soon, "late_reason": "Sturm"})).status_code == 303
    moved = await queries.sitting(sitting.number)
    assert (moved.late_reason, moved.place) == ("Sturm", "Saal am Markt")
