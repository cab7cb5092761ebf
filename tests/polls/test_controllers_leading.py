from datetime import datetime, timedelta

import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.statements import counted
from zukunftsparlament.kernel.clock import HERE, now
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.rules import Electorate, Secrecy

pytestmark = pytest.mark.usefixtures("store")

FORM = {
    "question": "Soll es einen Skatepark geben?",
    "yes_means": "Wir fordern ihn.",
    "no_means": "Wir fordern ihn nicht.",
    "kind": "yes_no_abstain",
    "options": "",
    "secrecy": "secret",
    "electorate": "seats",
    "opens_at": "",
    "closes_at": "",
}


def local(moment: datetime) -> str:
    return moment.astimezone(HERE).strftime("%Y-%m-%dT%H:%M")


async def leader(client: Client) -> Client:
    await makers_polls.rules()
    return await client.sign_in(member=await makers.chair())


async def test_a_chair_leads_a_poll_from_the_form_to_the_result(client: Client) -> None:
    await leader(client)
    for _ in range(2):
        await makers.seated()
    await makers_polls.proposal()
    assert "Ein Skatepark neben der Villa" in (await client.get("/abstimmungen/neu?vorschlag=7")).text

    answer = await client.send_form("/abstimmungen", {**FORM, "proposal": "7"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/abstimmungen/1")
    steps = [("eroeffnung", "Jetzt eröffnen"), ("schluss", "In 10 Sekunden schließen")]
    steps += [("auszaehlung", "Auszählen"), ("veroeffentlichung", "Ergebnis veröffentlichen")]
    for act, button in steps:
        assert button in (await client.get("/abstimmungen/1")).text
        answer = await client.send_form(f"/abstimmungen/1/{act}", {"countdown": "0"} if act == "schluss" else {})
        assert (answer.status_code, answer.headers["location"]) == (303, "/abstimmungen/1")
    assert (await client.get("/abstimmungen/1/ergebnis")).status_code == 200


async def test_the_way_to_a_poll_starts_at_the_proposal(client: Client) -> None:
    await makers_polls.proposal()
    way = 'href="/abstimmungen/neu?vorschlag=7"'
    await client.sign_in(member=await makers.seated())
    assert way not in (await client.get("/vorschlaege/7")).text
    await leader(client)
    assert way in (await client.get("/vorschlaege/7")).text

    form = (await client.get("/abstimmungen/neu?vorschlag=7&art=one_of")).text
    assert 'name="proposal" value="7"' in form and 'name="kind" value="one_of"' in form
    assert 'name="options"' in form and 'name="yes_means"' not in form
    usual = (await client.get("/abstimmungen/neu?art=anders")).text
    assert 'name="yes_means"' in usual and 'name="options"' not in usual and 'name="proposal"' not in usual


async def test_the_usual_countdown_is_ten_seconds_and_can_be_stopped(client: Client) -> None:
    await leader(client)
    poll = await makers_polls.opened()
    await client.send_form(f"/abstimmungen/{poll.number}/schluss")
    found = await queries.poll(poll.number)
    assert found.times.closing_at is not None
    assert timedelta(seconds=8) < found.times.closing_at - now() < timedelta(seconds=10)
    assert "Countdown anhalten" in (await client.get(f"/abstimmungen/{poll.number}")).text
    await client.send_form(f"/abstimmungen/{poll.number}/schluss/halt")
    assert await makers_polls.state(poll.number) == "open"


async def test_one_wrong_tap_closes_nothing_at_once(client: Client) -> None:
    await leader(client)
    poll = await makers_polls.opened()
    page = (await client.get(f"/abstimmungen/{poll.number}")).text
    before, folded = page.split("<details><summary>Sofort, ohne Countdown</summary>")
    assert 'value="10"' in before and 'value="0"' not in before
    assert 'value="0"' in folded.split("</details>")[0]


@pytest.mark.parametrize("countdown", ["601", "-1", "bald", "9" * 40])
async def test_a_countdown_that_cannot_be_is_422(client: Client, countdown: str) -> None:
    await leader(client)
    poll = await makers_polls.opened()
    answer = await client.send_form(f"/abstimmungen/{poll.number}/schluss", {"countdown": countdown})
    assert (answer.status_code, "bis zu 10 Minuten" in answer.text) == (422, True)
    assert await makers_polls.state(poll.number) == "open"


async def test_every_act_that_comes_too_early_says_why(client: Client) -> None:
    await leader(client)
    number = await makers_polls.prepared()
    for act, why in (
        ("eroeffnung", "erst ab drei Menschen"),
        ("schluss", "noch nicht eröffnet"),
        ("schluss/halt", "kein Countdown"),
        ("auszaehlung", "noch nicht eröffnet"),
        ("veroeffentlichung", "noch kein Ergebnis"),
    ):
        answer = await client.send_form(f"/abstimmungen/{number}/{act}")
        assert (act, answer.status_code, why in answer.text) == (act, 409, True)
    assert (await client.send_form("/abstimmungen/99/eroeffnung")).status_code == 404


async def test_voiding_asks_for_a_reason_and_shows_it_to_everybody(client: Client) -> None:
    await leader(client)
    poll = await makers_polls.voted(["yes"])
    address = f"/abstimmungen/{poll.number}"
    long = "Weil " * 400
    for reason, why in (("", "Der Grund fehlt"), (long, "Höchstens 500 Zeichen")):
        answer = await client.send_form(f"{address}/aufhebung", {"reason": reason})
        assert (answer.status_code, why in answer.text, reason in answer.text) == (422, True, True)
    assert (await client.send_form(f"{address}/aufhebung", {"reason": "<b>Frage war falsch</b>"})).status_code == 303
    client.token = None
    assert "&lt;b&gt;Frage war falsch" in (await client.get(address)).text


async def test_all_problems_of_the_form_at_once_and_nothing_typed_is_lost(client: Client) -> None:
    await leader(client)
    typed = {"question": "x" * 20_000, "yes_means": "Zuerst dies", "no_means": "", "kind": "many", "secrecy": "loud"}
    typed |= {"electorate": "", "opens_at": "morgen", "closes_at": "2020-01-01T10:00", "proposal": "99"}
    answer = await client.send_form("/abstimmungen", typed)
    assert answer.status_code == 422
    for name in ("question", "no_means", "kind", "secrecy", "electorate", "opens_at", "closes_at", "proposal"):
        assert f'id="{name}-error"' in answer.text, name
    for text in ("Zuerst dies", "morgen", "x" * 20_000):
        assert text in answer.text


async def test_times_are_those_on_the_clocks_of_holzwickede(client: Client) -> None:
    await leader(client)
    opens, closes = now() + timedelta(days=1), now() + timedelta(days=2)
    await client.send_form("/abstimmungen", {**FORM, "opens_at": local(opens), "closes_at": local(closes)})
    times = (await queries.poll(1)).times
    assert times.opens_at == opens.replace(second=0, microsecond=0)
    assert times.closes_at == closes.replace(second=0, microsecond=0)


@pytest.mark.parametrize(("electorate", "binding"), [("seats", True), ("cards", False)])
async def test_only_a_vote_of_the_seats_binds(client: Client, electorate: str, binding: bool) -> None:
    await leader(client)
    await client.send_form("/abstimmungen", {**FORM, "electorate": electorate})
    assert (await queries.poll(1)).binding is binding


async def test_one_of_several_needs_its_options(client: Client) -> None:
    await leader(client)
    fields = {**FORM, "kind": "one_of", "options": "Rot\n\nBlau\n", "secrecy": "open"}
    await client.send_form("/abstimmungen", fields)
    found = await queries.poll(1)
    assert (found.options, found.yes_means, found.secrecy) == (("Rot", "Blau"), "", Secrecy.OPEN)


@pytest.mark.parametrize("role", ["young", "member", "deputy", "moderator"])
async def test_whoever_does_not_lead_is_sent_away(client: Client, role: str) -> None:
    poll = await makers_polls.opened(electorate=Electorate.CARDS)
    acts = ["eroeffnung", "schluss", "schluss/halt", "auszaehlung", "veroeffentlichung", "aufhebung"]
    addresses = ["/abstimmungen", *(f"/abstimmungen/{poll.number}/{act}" for act in acts)]
    for address in addresses:
        assert (await client.send_form(address)).status_code == 401
    await client.sign_in(member=await makers.member(role=role))
    for address in addresses:
        assert (await client.send_form(address)).status_code == 403
    for address in ("/abstimmungen/neu", "/buero/abstimmungen", "/vorsitz"):
        assert (await client.get(address)).status_code == 403
    assert "Du leitest diese Abstimmung" not in (await client.get(f"/abstimmungen/{poll.number}")).text


async def test_the_office_leads_too(client: Client) -> None:
    poll = await makers_polls.opened()
    await client.sign_in(staff=await makers.staff())
    page = await client.get("/buero/abstimmungen")
    assert (page.status_code, f"/abstimmungen/{poll.number}" in page.text) == (200, True)
    assert "Sie leiten diese Abstimmung" in (await client.get(f"/abstimmungen/{poll.number}")).text


async def test_the_page_of_a_leader_needs_five_statements_at_most_in_every_state(client: Client) -> None:
    await leader(client)
    needed = []
    number = (await makers_polls.voted(["yes"] * 3)).number
    for act in ("schluss", "auszaehlung", "veroeffentlichung", "aufhebung"):
        with counted() as asked:
            assert (await client.get(f"/abstimmungen/{number}")).status_code == 200
        needed.append(len(asked))
        await client.send_form(f"/abstimmungen/{number}/{act}", {"countdown": "0", "reason": "Probe"})
    assert max(needed) <= 5
