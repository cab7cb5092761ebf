import icalendar
import pytest

from tests import makers, makers_handovers, makers_proposals, makers_sittings
from tests.client import Client, as_read
from tests.statements import counted
from zukunftsparlament.kernel.public_memory import memory
from zukunftsparlament.polls.rules import Electorate
from zukunftsparlament.sittings.actions.inviting import cancel, invite
from zukunftsparlament.sittings.actions.planning import change_sitting
from zukunftsparlament.sittings.rules import SittingKind

pytestmark = pytest.mark.usefixtures("store")


async def test_only_invited_sittings_are_seen_and_rehearsals_never(client: Client) -> None:
    planned = await makers_sittings.sitting(title="Geplant")
    rehearsal = await makers_sittings.sitting(kind=SittingKind.REHEARSAL, invited=True, title="Probe")
    invited = await makers_sittings.sitting(invited=True, title="Eingeladen")
    for hidden in (planned, rehearsal):
        assert (await client.get(hidden.address)).status_code == 404
        assert (await client.get(f"{hidden.address}.ics")).status_code == 404
    listed = (await client.get("/sitzungen")).text
    assert "Eingeladen" in listed and "Geplant" not in listed and "Probe" not in listed
    feed = (await client.get("/sitzungen.ics")).text
    assert feed.count("BEGIN:VEVENT") == 1
    assert (await client.get(invited.address)).status_code == 200
    for nothing in ("/sitzungen/99", "/sitzungen/x", "/sitzungen/3.pdf", "/sitzungen/99999999999", "/sitzungen/²"):
        assert (await client.get(nothing)).status_code == 404


async def test_the_list_needs_as_many_statements_for_three_as_for_one(client: Client) -> None:
    found = []
    for _more in range(2):
        await makers_sittings.sitting(invited=True, title=f"Nummer {_more}")
        await makers_sittings.sitting(closed=True, title=f"Vorbei {_more}")
        with counted() as asked:
            await client.get("/sitzungen")
        found.append(len(asked))
        await makers_sittings.sitting(invited=True, title=f"Noch eine {_more}")
    assert found[0] == found[1] <= 5


async def test_a_sitting_needs_as_many_statements_with_a_long_agenda(client: Client) -> None:
    sitting = await makers_sittings.sitting(invited=True)
    found = []
    for more in (1, 3):
        for number in range(more):
            await makers_sittings.item(sitting, f"Punkt {more}{number}")
        memory.forget()
        with counted() as asked:
            await client.get(sitting.address)
        found.append(len(asked))
    assert found[0] == found[1] <= 8


async def test_what_is_not_public_is_read_by_the_parliament_only(client: Client) -> None:
    sitting = await makers_sittings.sitting(invited=True)
    await makers_sittings.item(sitting, "Streit um den Schlüssel", public=False, text="Einzelheiten")
    shown = (await client.get(sitting.address)).text
    assert "Streit um" not in shown and "Einzelheiten" not in shown
    assert "Nicht öffentlicher Punkt" in as_read(shown)
    await client.sign_in(member=await makers.member())
    assert "Streit um" not in (await client.get(sitting.address)).text
    await client.sign_in(member=await makers.seated())
    assert "Streit um" in (await client.get(sitting.address)).text


async def test_calendars_follow_a_sitting_that_moves_and_is_called_off(client: Client) -> None:
    sitting = await makers_sittings.sitting(invited=True)

    async def event() -> icalendar.Component:
        body = (await client.get(f"{sitting.address}.ics")).content
        return icalendar.Calendar.from_ical(body).walk("VEVENT")[0]

    before = await event()
    await change_sitting(sitting.number, makers_sittings.draft(place="Turnhalle"), actor=makers_sittings.CHAIR)
    moved = await event()
    await cancel(sitting.number, "Sturm, leider; wirklich", actor=makers_sittings.CHAIR)
    off = await event()

    assert [one.decoded("SEQUENCE") for one in (before, moved, off)] == [0, 1, 2]
    assert {str(one["UID"]) for one in (before, moved, off)} == {str(before["UID"])}
    assert (str(moved["LOCATION"]), str(off["STATUS"])) == ("Turnhalle", "CANCELLED")
    assert "Sturm, leider; wirklich" in str(off["DESCRIPTION"])


async def test_the_agenda_opens_with_what_became_of_it(client: Client) -> None:
    await makers_sittings.sitting(closed=True)
    sitting = await makers_sittings.sitting(invited=True)
    assert "Seit der letzten Sitzung gibt es nichts Neues." in as_read((await client.get(sitting.address)).text)
    poll, _proposal, _people = await makers_handovers.about("Ein Skatepark", electorate=Electorate.SEATS)
    waiting = as_read((await client.get(sitting.address)).text)
    assert "Angenommen. Das Jugendbüro gibt es weiter." in waiting

    handover = await makers_handovers.handed_over(poll)
    assert f"{makers_handovers.AG} antwortet bis" in as_read((await client.get(sitting.address)).text)

    await makers_handovers.answered(handover, answer="differently")
    shown = as_read((await client.get(sitting.address)).text)
    assert "sagt: Ja, aber anders." in shown and "Stand vom" in shown


async def test_members_read_of_it_on_their_own_page_and_on_the_way_of_the_proposal(client: Client) -> None:
    member = await makers.seated()
    number = await makers_proposals.proposal(title="Ein Skatepark")
    sitting = await makers_sittings.sitting(place="Saal am Markt")
    await makers_sittings.item(sitting, "", proposal=number)
    await invite(sitting.number, actor=makers_sittings.CHAIR)

    way = as_read((await client.get(f"/vorschlaege/{number}")).text)
    assert "Auf der Tagesordnung" in way and "Zur Sitzung" in way
    await client.sign_in(member=member)
    assert "Du bist eingeladen: Das Parlament trifft sich am" in as_read((await client.get("/meins/nachrichten")).text)
