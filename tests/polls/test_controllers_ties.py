"""The pages after a tie: for everybody, for those who lead, and what is typed there."""

from dataclasses import replace

import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.makers_polls import CHAIR
from tests.statements import counted
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import Chosen
from zukunftsparlament.polls.rules import Electorate, Secrecy, Way
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie

pytestmark = pytest.mark.usefixtures("store")


async def tied(client: Client, rule: Tie, *, as_chair: bool = True) -> str:
    """The address of a tie between two of three, and somebody who leads signed in."""
    await makers_polls.rules(replace(HOLZWICKEDE, tie=rule))
    await makers_polls.proposal()
    poll = await makers_polls.published(["1", "1", "2", "2"], options="Rot\n<b>Blau</b>\nGrün", proposal=7)
    if as_chair:
        await client.sign_in(member=await makers.chair())
    else:
        await client.sign_in(staff=await makers.staff())
    return f"/abstimmungen/{poll.number}"


async def test_one_tap_prepares_the_run_off_and_both_pages_name_each_other(client: Client) -> None:
    address = await tied(client, Tie.RUN_OFF)
    assert "Stichwahl vorbereiten" in (await client.get(address)).text
    answer = await client.send_form(f"{address}/gleichstand", {"way": "run_off"})
    later = answer.headers["location"]
    assert (answer.status_code, later) == (303, "/abstimmungen/2")
    client.token = None
    assert f'href="{address}"' in (await client.get(later)).text
    for page in (address, f"{address}/ergebnis"):
        text = (await client.get(page)).text
        assert f'href="{later}"' in text and "Es gibt eine Stichwahl." in text
    assert "Nach dem Gleichstand" in (await client.get("/vorschlaege/7")).text


async def test_the_body_is_offered_its_ways_and_its_choice_stands_on_every_page(client: Client) -> None:
    address = await tied(client, Tie.BODY_DECIDES)
    page = (await client.get(address)).text
    for way in ("Abstimmen, wie es weitergeht", "Stichwahl vorbereiten", "Das Los entscheiden lassen"):
        assert way in page
    assert (await client.send_form(f"{address}/gleichstand", {"way": "lot"})).headers["location"] == address
    page = (await client.get(address)).text
    assert "Los ziehen" in page and "Stichwahl vorbereiten" not in page
    for word in ("", "x" * 20_000, "0171 2345678"):
        answer = await client.send_form(f"{address}/gleichstand/los", {"word": word})
        assert (answer.status_code, 'id="word-error"' in answer.text, word in answer.text) == (422, True, True)
    assert (await client.send_form(f"{address}/gleichstand/los", {"word": "<i>Igel"})).status_code == 303
    client.token = None
    for path in (address, f"{address}/ergebnis"):
        text = (await client.get(path)).text
        assert "Das Los hat entschieden" in text and "&lt;i&gt;Igel" in text and "<i>Igel" not in text
    assert "Das Los hat entschieden." in (await client.get("/vorschlaege/7")).text


async def test_a_chair_types_a_reason_and_the_office_is_told_who_decides(client: Client) -> None:
    address = await tied(client, Tie.CHAIR_DECIDES, as_chair=False)
    assert "entscheidet jetzt der Vorsitz" in (await client.get(address)).text
    answer = await client.send_form(f"{address}/gleichstand", {"way": "chair", "picked": "1", "why": "Darum."})
    assert (answer.status_code, "nur der Vorsitz" in answer.text) == (409, True)
    await client.sign_in(member=await makers.chair())
    answer = await client.send_form(f"{address}/gleichstand", {"way": "chair", "why": "Weil " * 5000})
    assert (answer.status_code, "Weil " * 4000 in answer.text, 'id="picked-error"' in answer.text) == (422, True, True)
    answer = await client.send_form(f"{address}/gleichstand", {"way": "chair", "picked": "2", "why": "Weil's eilt"})
    assert answer.status_code == 303
    client.token = None
    page = (await client.get(address)).text
    assert (
        "&lt;b&gt;Blau" in page
        and "Weil&#x27;s eilt" in page
        and "Angenommen" in (await client.get("/vorschlaege/7")).text
    )


async def test_money_is_shared_to_the_cent_and_typed_like_people_type(client: Client) -> None:
    address = await tied(client, Tie.BODY_DECIDES)
    vote = await actions.settle_tie(1, Chosen(way=Way.WAYS), actor=CHAIR)
    await actions.open_poll(vote, actor=CHAIR)
    for voter in await queries.electorate((await queries.poll(vote)).electorate):
        await makers_polls.vote(makers_polls.Opened(vote), voter, "1")
    for act in (actions.close_poll, actions.count_poll, actions.publish_poll):
        await act(vote, actor=CHAIR)
    page = (await client.get(address)).text
    assert "Das Parlament hat beschlossen" in page and "Zu gleichen Teilen teilen" in page
    wrong = await client.send_form(f"{address}/gleichstand", {"way": "share", "amount": "1,000.5 Taler"})
    assert (wrong.status_code, "1,000.5 Taler" in wrong.text) == (422, True)
    await client.send_form(f"{address}/gleichstand", {"way": "share", "amount": "333,33"})
    page = (await client.get(f"{address}/ergebnis")).text
    assert "166,67 €" in page and "166,66 €" in page


@pytest.mark.parametrize("way", ["", "share", "chair", "<b>"])
async def test_a_way_that_is_not_open_is_refused(client: Client, way: str) -> None:
    address = await tied(client, Tie.BODY_DECIDES)
    assert (await client.send_form(f"{address}/gleichstand", {"way": way})).status_code == 409


async def test_what_a_form_adds_to_a_way_decides_nothing(client: Client) -> None:
    address = await tied(client, Tie.BODY_DECIDES)
    crafted = {"way": "ways", "picked": "1", "why": "Du Blödmann, ruf an: 0171 2345678"}
    assert (await client.send_form(f"{address}/gleichstand", crafted)).status_code == 303
    page = (await client.get(address)).text
    assert "0171" not in page and "Entschieden" not in page


async def test_a_tied_page_needs_few_statements_however_far_it_has_come(client: Client) -> None:
    address = await tied(client, Tie.BODY_DECIDES)
    for way in (None, Way.RUN_OFF):
        if way:
            await actions.settle_tie(1, Chosen(way=way), actor=CHAIR)
        with counted() as asked:
            await client.get(address)
        assert len(asked) <= 6


async def test_a_tie_waits_on_the_desks_until_it_is_settled(client: Client) -> None:
    await tied(client, Tie.RUN_OFF)
    waits = "Klären, wie es weitergeht"
    assert waits in (await client.get("/vorsitz")).text
    later = await actions.settle_tie(1, Chosen(way=Way.RUN_OFF), actor=CHAIR)
    page = (await client.get("/vorsitz")).text
    assert waits not in page and f'href="/abstimmungen/{later}"' in page
    await actions.void_poll(later, "Falsche Namen", actor=CHAIR)
    assert waits in (await client.get("/vorsitz")).text
    await client.sign_in(staff=await makers.staff())
    assert waits in (await client.get("/buero/abstimmungen")).text


async def test_a_straw_poll_may_stay_tied(client: Client) -> None:
    wished = {"electorate": Electorate.CARDS, "secrecy": Secrecy.OPEN}
    poll = await makers_polls.published(["yes", "no", "yes", "no"], **wished)
    await client.sign_in(member=await makers.chair())
    for path in ("", "/ergebnis"):
        page = (await client.get(f"/abstimmungen/{poll.number}{path}")).text
        assert "Gleichstand" in page and "Nach dem Gleichstand" not in page
