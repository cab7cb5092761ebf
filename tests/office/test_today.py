import pytest

from tests import makers
from tests import makers_moderation as posts
from tests.client import Client
from tests.makers_concerns import two_keepers
from tests.statements import counted
from zukunftsparlament.concerns.actions import write_down
from zukunftsparlament.concerns.box import Paper
from zukunftsparlament.office.reports import carry_out
from zukunftsparlament.people.own_names import ask_for
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.actions.objections import object_to
from zukunftsparlament.proposals.actions.reporting import report_comment
from zukunftsparlament.proposals.rules import ReportReason
from zukunftsparlament.proposals.rules.moderation import Verdict

pytestmark = pytest.mark.usefixtures("store")


async def test_moderators_do_not_see_the_offices_day(client: Client) -> None:
    await client.sign_in(member=await makers.member(role="moderator"))

    assert (await client.get("/buero")).status_code == 403
    queue = (await client.get("/buero/freigaben")).text
    assert 'href="/buero/freigaben"' in queue and 'href="/buero/karten"' not in queue


@pytest.mark.parametrize(
    ("address", "marked"),
    [("", 'href="/buero" aria-current="page"'), ("/karten", 'href="/buero/karten" aria-current="page"'),
     ("/loeschungen", 'href="/buero/karten" aria-current="true"'),
     ("/einsprueche", 'href="/buero/meldungen" aria-current="true"')],
)  # fmt: skip
async def test_one_place_of_the_office_is_marked(client: Client, address: str, marked: str) -> None:
    await client.sign_in(staff=await makers.staff())

    page = (await client.get(f"/buero{address}")).text.replace("&#x2f;", "/")
    doors = page[page.index('class="office__nav"') : page.index("</nav>", page.index('class="office__nav"'))]
    assert doors.count("aria-current") == 1 and marked in doors


async def test_a_quiet_day_says_so(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())

    assert "Nichts wartet auf Sie." in (await client.get("/buero")).text


async def test_what_waits_is_counted_and_the_oldest_named(client: Client) -> None:
    await posts.held_proposal(author=await makers.member(), days_ago=3)
    number = await posts.public_comment(author=await makers.member(), under=await posts.public_proposal())
    await posts.reported_comment(number, reporter=await makers.member())
    await client.sign_in(staff=await makers.staff())

    shown = (await client.get("/buero")).text

    assert "<b>1</b>Text wartet auf Freigabe" in shown and "der älteste: vor 3 Tagen" in shown
    assert "<b>1</b>offene Meldung" in shown and shown.count('class="is-urgent"') == 2


async def test_the_day_asks_the_same_number_of_questions_whatever_waits(client: Client) -> None:
    author = await makers.member()
    await client.sign_in(staff=await makers.staff())
    asked = []
    for more in (1, 2):
        for _ in range(more):
            await posts.held_proposal(author=author)
        with counted() as statements:
            await client.get("/buero")
        asked.append(len(statements))

    assert asked[0] == asked[1] <= 5


async def test_a_concern_is_on_the_day_of_the_two_and_of_nobody_else(client: Client) -> None:
    ada, _ = await two_keepers()
    await write_down(Paper("Sie weint jeden Tag.", "", ""))
    for staff, shown in ((ada.id, True), (await makers.staff(), False)):
        await client.sign_in(staff=staff)
        page = (await client.get("/buero")).text
        assert ("Sorge wartet auf Sie" in page) is shown
        assert ("Nichts wartet auf Sie." in page) is not shown


async def test_objections_names_and_urgent_reports_are_counted(client: Client) -> None:
    author, under = await makers.member(), await posts.public_proposal()
    number = await posts.public_comment(author=author, under=under)
    await report_comment(number, ReportReason.DANGER, "", reporter=await makers.member())
    removed = await posts.public_comment(author=author, under=under, text="Weg")
    done = await carry_out(
        await posts.reported_comment(removed, reporter=await makers.member()),
        Verdict.REMOVE,
        "So nicht.",
        by=Moderator("office:x", None, await makers.staff()),
    )
    await object_to(str(done.removal), "Doch.", author=author)
    await ask_for(author, "Lila Wolke", is_flagged=False)
    await client.sign_in(staff=await makers.staff())

    page = (await client.get("/buero")).text

    assert "eine ist dringend" in page and "Einspruch wartet" in page and "neuer Name wartet" in page
