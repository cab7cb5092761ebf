import pytest

from tests import makers
from tests import makers_moderation as posts
from tests.client import Client
from tests.statements import counted
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions.reporting import report_comment
from zukunftsparlament.proposals.rules import ReportReason
from zukunftsparlament.proposals.rules.moderation import FOR_THE_OFFICE

pytestmark = pytest.mark.usefixtures("store")

QUEUE = "/buero/meldungen"


async def a_report() -> str:
    under = await posts.public_proposal()
    number = await posts.public_comment(author=await makers.member(), under=under, text="Etwas Gemeines")
    return await posts.reported_comment(number, reporter=await makers.member())


async def reported(reason: ReportReason, *, reporter: int | None = None, author: int | None = None) -> str:
    """The token of a report about a contribution."""
    under = await posts.public_proposal()
    number = await posts.public_comment(author=author or await makers.member(), under=under, text=f"Zu {reason}")
    await report_comment(number, reason, "", reporter=reporter or await makers.member())
    return str((await posts.TOKENS.rows())[-1]["token"])


async def test_what_is_urgent_is_read_first_and_can_be_filtered(client: Client) -> None:
    for reason in (ReportReason.ADVERT, ReportReason.INSULT, ReportReason.DANGER, ReportReason.PRIVATE):
        await reported(reason)
    await client.sign_in(staff=await makers.staff())

    shown = (await client.get(QUEUE)).text
    places = [shown.index(f"Zu {reason}") for reason in ("danger", "private", "insult", "advert")]
    some = (await client.get(f"{QUEUE}?grund=insult&art=comment")).text
    none = (await client.get(f"{QUEUE}?grund=insult&art=picture")).text

    assert places == sorted(places)
    assert "Zu insult" in some and "Zu danger" not in some
    assert "Dazu ist keine Meldung offen" in none


async def test_the_most_urgent_of_several_speaks_for_all(client: Client) -> None:
    number = await posts.public_comment(author=await makers.member(), under=await posts.public_proposal())
    reporters = [await makers.member() for _ in range(3)]
    for reporter, reason in zip(reporters, ("advert", "threat", "insult"), strict=True):
        await report_comment(number, ReportReason(reason), "", reporter=reporter)
    await report_comment(number, ReportReason.HATE, "Doch schlimmer", reporter=reporters[0])
    await client.sign_in(staff=await makers.staff())

    shown = (await client.get(QUEUE)).text

    assert shown.count("queue__item") == 1
    assert "3-mal gemeldet" in shown and "Droht oder" in shown
    assert await Sql("SELECT count(*) FROM report").value() == 3
    assert await Sql("SELECT text FROM report WHERE reason = 'hate'").value() == "Doch schlimmer"


async def test_moderators_see_only_what_a_pupil_may_decide(client: Client) -> None:
    moderator = await makers.member(role="moderator")
    tokens = {reason: await reported(reason) for reason in ReportReason}
    await client.sign_in(member=moderator)

    shown = (await client.get(QUEUE)).text

    for reason, token in tokens.items():
        is_open = reason not in FOR_THE_OFFICE
        assert (f"Zu {reason}" in shown) is is_open
        assert (await client.get(f"{QUEUE}/{token}")).status_code == (200 if is_open else 404)
    token = tokens[ReportReason.PRIVATE]
    assert (await client.send_form(f"{QUEUE}/{token}", {"decision": "keep"})).status_code == 404


async def test_one_urgent_report_takes_the_whole_thing_to_the_office(client: Client) -> None:
    """Else a pupil would settle the report about private data together with the one about an advert."""
    number = await posts.public_comment(author=await makers.member(), under=await posts.public_proposal())
    await report_comment(number, ReportReason.ADVERT, "", reporter=await makers.member())
    await report_comment(number, ReportReason.PRIVATE, "", reporter=await makers.member())
    token = (await posts.TOKENS.rows())[0]["token"]
    await client.sign_in(member=await makers.member(role="moderator"))

    assert "Keine offene Meldung" in (await client.get(QUEUE)).text
    assert (await client.send_form(f"{QUEUE}/{token}", {"decision": "keep"})).status_code == 404


async def test_nobody_settles_what_is_their_own(client: Client) -> None:
    moderator = await makers.member(role="moderator")
    own_post = await reported(ReportReason.INSULT, author=moderator)
    own_report = await reported(ReportReason.INSULT, reporter=moderator)
    await client.sign_in(member=moderator)

    for token, why in ((own_post, "selbst geschrieben"), (own_report, "selbst gemeldet")):
        assert why in (await client.get(f"{QUEUE}/{token}")).text
        answer = await client.send_form(f"{QUEUE}/{token}", {"decision": "remove", "text": "Weg damit."})
        assert answer.status_code == 409 and why in answer.text


async def test_a_moderator_does_not_take_away_what_is_voted_on(client: Client) -> None:
    number = await posts.public_proposal()
    await Sql("UPDATE proposal SET stage = 'in_vote'").rows()
    token = await posts.reported_proposal(number, reporter=await makers.member())
    await client.sign_in(member=await makers.member(role="moderator"))

    answer = await client.send_form(f"{QUEUE}/{token}", {"decision": "remove", "text": "Weg damit."})

    assert answer.status_code == 409 and "Jugendbüro" in answer.text


async def test_a_report_shows_what_was_reported(client: Client) -> None:
    token = await a_report()
    await client.sign_in(staff=await makers.staff())

    for shown in ((await client.get(QUEUE)).text, (await client.get(f"{QUEUE}/{token}")).text):
        assert "Etwas Gemeines" in shown and "Das verletzt." in shown and "Beleidigt oder" in shown


async def test_removing_needs_a_reason(client: Client) -> None:
    token = await a_report()
    await client.sign_in(staff=await makers.staff())

    assert (await client.send_form(f"{QUEUE}/{token}", {"decision": "remove", "text": ""})).status_code == 422
    answer = await client.send_form(f"{QUEUE}/{token}", {"decision": "remove", "text": "x" * 1001})
    assert answer.status_code == 422 and "x" * 1001 in answer.text
    assert (await client.send_form(f"{QUEUE}/{token}", {})).status_code == 422


@pytest.mark.parametrize(("decision", "said"), [("remove", "Entfernt"), ("keep", "Bleibt stehen")])
async def test_a_settled_report_says_what_came_of_it(client: Client, decision: str, said: str) -> None:
    token = await a_report()
    await client.sign_in(staff=await makers.staff())

    answer = await client.send_form(f"{QUEUE}/{token}", {"decision": decision, "text": "Das verletzt."})
    again = await client.send_form(f"{QUEUE}/{token}", {"decision": "keep"})

    assert (answer.status_code, answer.headers["location"]) == (303, f"{QUEUE}?erledigt={decision}")
    assert again.status_code == 200 and "war schneller" in again.text and said in again.text
    assert "Keine offene Meldung" in (await client.get(QUEUE)).text


async def test_the_queue_asks_the_same_number_of_questions_whatever_is_open(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())
    asked = []
    for more in (1, 2):
        for _ in range(more):
            await a_report()
        with counted() as statements:
            await client.get(QUEUE)
        asked.append(len(statements))

    assert asked[0] == asked[1] <= 5
