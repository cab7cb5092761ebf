"""Case 03: one paper, several points, each with its own numbers; one of them needs no vote."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, checks, queries
from zukunftsparlament.polls.rules import Kind, Point, Secrecy, Way, WhyNot, points_in
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie

pytestmark = pytest.mark.usefixtures("store")
STEPS = Sql("SELECT stage FROM proposal_step ORDER BY id")
STAGE = Sql("SELECT stage FROM proposal WHERE number = 7")

POINTS = {
    "kind": "points",
    "question": "Unsere Satzung wird geändert",
    "points": "Amtszeit drei Jahre\nWiederwahl bis zu dreimal\nMit 18 endet der Sitz\nGeschäftsordnung\nWer nachrückt",
    "no_vote": "4: Das gilt schon seit dem 29. Januar.",
    "yes_means": "Der Punkt gilt.",
    "no_means": "Der Punkt gilt nicht.",
    "secrecy": "open",
    "electorate": "seats",
    "proposal": "7",
}
# Yes, no, abstain at each of the four polls.
NUMBERS = [(20, 0, 0), (20, 0, 0), (18, 0, 2), (19, 1, 0)]


async def series(client: Client, **changed: str) -> Any:
    await makers_polls.rules()
    await client.sign_in(staff=await makers.staff())
    return await client.send_form("/abstimmungen", {**POINTS, **changed})


async def decided(number: int, voters: list[int], numbers: tuple[int, int, int]) -> None:
    marks = ["yes"] * numbers[0] + ["no"] * numbers[1] + ["abstain"] * numbers[2]
    await actions.open_poll(number, actor=CHAIR)
    for voter, mark in zip(voters, marks, strict=True):
        await actions.cast_vote(number, [mark], voter=voter)
    await actions.close_poll(number, actor=CHAIR)
    await actions.count_poll(number, actor=CHAIR)
    await actions.publish_poll(number, actor=CHAIR)


async def test_case_03_each_point_has_its_own_numbers(client: Client) -> None:
    await makers_polls.proposal()
    voters = [await makers.seated() for _ in range(20)]
    answer = await series(client)
    assert (answer.status_code, answer.headers.get("location")) == (303, "/abstimmungen/reihen/1")
    for number, numbers in enumerate(NUMBERS, start=1):
        await decided(number, voters, numbers)

    page = (await client.get("/abstimmungen/reihen/1")).text
    assert page.count("Einstimmig angenommen: 20 dafür, 0 dagegen.") == 2
    assert "Einstimmig angenommen: 18 dafür, 0 dagegen, 2 Enthaltungen." in page  # abstentions do not count here
    assert "Angenommen: 19 dafür, 1 dagegen." in page
    assert "Das gilt schon seit dem 29. Januar." in page
    assert re.findall(r"Punkt (\d) ", page.replace("<", " <")) == ["1", "2", "3", "4", "5"]
    assert "Punkt 5 von 5" in (await client.get("/abstimmungen/4")).text
    assert [row["stage"] for row in await STEPS.rows()] == ["in_vote", *4 * ["point_decided"], "accepted"]
    assert await STAGE.value() == "accepted"
    for check in checks.CHECKS:
        assert await check.find() is None, check.title


async def test_abstentions_that_count_make_it_less_than_unanimous(client: Client) -> None:
    await makers_polls.rules(replace(HOLZWICKEDE, abstentions_count=True))
    voters = [await makers.seated() for _ in range(20)]
    await series(client, proposal="")
    await decided(1, voters, (18, 0, 2))
    assert "Angenommen: 18 dafür" in (await client.get("/abstimmungen/reihen/1")).text


async def test_the_proposal_waits_for_the_last_point_and_a_void_one_decides_nothing(client: Client) -> None:
    await makers_polls.proposal()
    voters = [await makers.seated() for _ in range(20)]
    await series(client, points="Eins\nZwei\nDrei", no_vote="")
    await decided(1, voters, (1, 19, 0))
    assert await STAGE.value() == "in_vote"
    await actions.open_poll(2, actor=CHAIR)
    await actions.void_poll(2, "Der Punkt war falsch.", actor="office:A")
    assert await STAGE.value() == "in_vote"
    await decided(3, voters, (9, 11, 0))
    assert await STAGE.value() == "rejected"
    assert "Der Punkt war falsch." in (await client.get("/abstimmungen/reihen/1")).text


async def test_while_points_wait_there_is_no_other_binding_poll_about_the_proposal(client: Client) -> None:
    await makers_polls.proposal()
    await makers.seated()
    await series(client)
    answer = await series(client, points="Noch einer")
    assert (answer.status_code, 'id="proposal-error"' in answer.text) == (422, True)


async def test_five_taps_are_one_series(client: Client) -> None:
    await makers_polls.proposal()
    await makers.seated()
    places = {(await series(client)).headers.get("location") for _ in range(3)}
    assert places == {"/abstimmungen/reihen/1"}
    assert len(await queries.running()) == 4


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"points": ""}, "points"),
        ({"points": "A\nB\nA", "no_vote": ""}, "points"),
        ({"points": "A", "no_vote": "1: gilt schon"}, "points"),
        ({"points": "x" * 201, "no_vote": ""}, "points"),
        ({"points": "\n".join(map(str, range(21))), "no_vote": ""}, "points"),
        ({"no_vote": "9: gilt schon"}, "no_vote"),
        ({"no_vote": "gilt schon"}, "no_vote"),
        ({"yes_means": ""}, "yes_means"),
        ({"question": ""}, "question"),
    ],
)
async def test_what_is_wrong_is_said_beside_its_field(client: Client, changed: dict[str, str], field: str) -> None:
    await makers.seated()
    answer = await series(client, proposal="", **changed)
    assert (answer.status_code, f'id="{field}-error"' in answer.text) == (422, True)
    assert {**POINTS, **changed}["points"].split("\n")[-1] in answer.text


def test_points_are_read_line_by_line() -> None:
    assert points_in(" A \n\nB", "2) schon da") == ((Point("A"), Point("B", "schon da")), False)
    assert points_in("A", "1: x\n1: y")[1]
    assert WhyNot.NO_VOTE_NOT_READABLE


async def test_a_series_that_does_not_exist_is_404(client: Client) -> None:
    for number in ("1", "0", "99999999999999999999"):
        assert (await client.get(f"/abstimmungen/reihen/{number}")).status_code == 404


async def test_after_a_choice_of_alternatives_a_yes_or_no_where_the_rules_want_it(client: Client) -> None:
    await makers_polls.rules(replace(HOLZWICKEDE, final_vote=True))
    await makers_polls.proposal()
    poll = await makers_polls.published(
        ["1", "1", "2"], options="Am Bahnhof\nIm Park", proposal=7, secrecy=Secrecy.OPEN, voters=3
    )
    assert [row["stage"] for row in await STEPS.rows()] == ["in_vote", "alternative_chosen", "public"]
    await client.sign_in(staff=await makers.staff())
    page = (await client.get(f"/abstimmungen/{poll.number}/ergebnis")).text
    link = re.search(r'href="(/abstimmungen/neu\?vorschlag=7[^"]+)"', page)
    assert link
    assert "Soll das gelten: Am Bahnhof?" in (await client.get(link[1].replace("&amp;", "&"))).text
    second = await makers_polls.prepared(proposal=7)
    assert (await queries.poll(second)).kind is Kind.YES_NO_ABSTAIN


async def test_the_words_of_a_removed_proposal_go_from_its_points_and_can_come_back(client: Client) -> None:
    about = await makers_polls.proposal()
    await makers.seated()
    await series(client)
    async with writing():
        await actions.lock_polls_about(about)
        before = await actions.remove_words(about, instead="Entfernt")
    page = (await client.get("/abstimmungen/reihen/1")).text
    assert ("Satzung" in page, "Amtszeit" in page, "29. Januar" in page, "Entfernt 5" in page) == (
        False,
        False,
        False,
        True,
    )
    async with writing():
        await actions.put_words_back(json.loads(json.dumps(before)), instead="Entfernt")
    page = (await client.get("/abstimmungen/reihen/1")).text
    assert ("Satzung" in page, "Amtszeit" in page, "29. Januar" in page) == (True, True, True)


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE poll SET point = 2 WHERE point = 1",
        "UPDATE poll SET proposal = NULL WHERE point = 1",
        "UPDATE poll_series SET number = 5",
        "DELETE FROM poll WHERE point = 3",
    ],
)
async def test_verify_notices_points_that_do_not_fit(client: Client, tamper: str) -> None:
    await makers_polls.proposal()
    await makers.seated()
    await series(client)
    await Sql(tamper).rows()
    assert [said for check in checks.CHECKS if (said := await check.find())]


async def test_the_final_vote_follows_a_tie_that_was_settled_too(client: Client) -> None:
    await makers_polls.rules(replace(HOLZWICKEDE, final_vote=True, tie=Tie.CHAIR_DECIDES))
    await makers_polls.proposal()
    poll = await makers_polls.published(
        ["1", "1", "2", "2"], options="Am Bahnhof\nIm Park", proposal=7, secrecy=Secrecy.OPEN
    )
    await actions.settle_tie(
        poll.number, actions.Chosen(way=Way.CHAIR, picked=["2"], reason="Er ist näher."), actor=CHAIR
    )
    assert [row["stage"] for row in await STEPS.rows()][-2:] == ["alternative_chosen", "public"]
    await client.sign_in(staff=await makers.staff())
    page = (await client.get(f"/abstimmungen/{poll.number}/ergebnis")).text
    assert "Schlussabstimmung vorbereiten" in page
    form = (await client.get(f"/abstimmungen/neu?vorschlag=7&nach={poll.number}")).text
    assert "Soll das gelten: Im Park?" in form
    lead = (await client.get(f"/abstimmungen/{poll.number}")).text
    assert f'href="/abstimmungen/neu?vorschlag=7&nach={poll.number}"' in lead.replace("&amp;", "&")


async def test_no_final_vote_where_none_follows(client: Client) -> None:
    await makers_polls.rules(replace(HOLZWICKEDE, final_vote=True))
    await makers_polls.proposal()
    await makers_polls.proposal(8, title="Etwas anderes")
    choice = await makers_polls.published(
        ["1", "1", "2"], options="Am Bahnhof\nIm Park", proposal=7, secrecy=Secrecy.OPEN
    )
    yes_or_no = await makers_polls.published(["yes"] * 3, proposal=8, secrecy=Secrecy.OPEN)
    await client.sign_in(staff=await makers.staff())
    for about, after in ((8, choice.number), (8, yes_or_no.number), (7, yes_or_no.number), (7, 99)):
        assert (await client.get(f"/abstimmungen/neu?vorschlag={about}&nach={after}")).status_code == 404
    assert "Schlussabstimmung" not in (await client.get(f"/abstimmungen/{yes_or_no.number}")).text
    address = f"/abstimmungen/neu?vorschlag=7&nach={choice.number}"
    assert (await client.get(address)).status_code == 200
    await actions.void_poll(choice.number, "Technischer Fehler.", actor=CHAIR)
    assert (await client.get(address)).status_code == 404
