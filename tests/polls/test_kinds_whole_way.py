"""Every kind by the browser's way: prepared, opened, voted in, counted, published, counted again by the verifier."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.polls.paper_makers import verify_alone
from zukunftsparlament.polls import checks
from zukunftsparlament.polls.published import canonical

pytestmark = pytest.mark.usefixtures("store")

COMMON = {"question": "Was machen wir zuerst?", "electorate": "seats"}


@dataclass(frozen=True)
class Way:
    """`votes`: one list of marks for each voter; `says`: what the page of the result says, somewhere."""

    fields: dict[str, str]
    votes: list[list[str]]
    says: str
    paper: str
    wrong: list[str]


WAYS = {
    "up_to": Way(
        {"kind": "up_to", "options": "Rot\nBlau\nGrün", "at_most": "2", "places": "2"},
        [["1", "2"], ["2", "1"], ["2", "3"], ["abstain"]],
        "Gewählt sind „Blau“ und „Rot“.",
        "Du hast 2 Kreuze.",
        ["1", "2", "3"],
    ),
    "irv": Way(
        {"kind": "ranked", "options": "Rot\nBlau\nGrün", "method": "irv"},
        [["1", "2"], ["1", "", "3"], ["3", "2"], ["2", "3"], ["2", "3"]],
        "Gewonnen hat „Blau“ nach 2 Runden.",
        "Platz 3",
        ["1", "1"],
    ),
    "schulze": Way(
        {"kind": "ranked", "options": "Rot\nBlau\nGrün", "method": "schulze"},
        [["1", "2"], ["1", "3"], ["3", "2"], ["1", "3"]],
        "Gewonnen hat „Rot“: Im Vergleich",
        "Platz 3",
        ["1", "abstain"],
    ),
    "points": Way(
        {"kind": "ranked", "options": "Rot\nBlau\nGrün", "method": "points"},
        [["1", "2"], ["1", "3"], ["3", "2"], ["1", "3"]],
        "Die meisten Punkte hat „Rot“: 6 Punkte.",
        "Zweitstimme",
        ["2", "2"],
    ),
    "budget": Way(
        {"kind": "budget", "options": "Tore; 333,34\nTische; 600,00\nBänke; 500,00", "amount": "1.000"},
        [["1", "2"], ["1", "3"], ["2"], ["1"]],
        "Bezahlt werden „Tore“ und „Tische“. Übrig sind 66,66 €.",
        "333,34 €",
        ["2", "3"],
    ),
}


async def prepared(client: Client, fields: dict[str, str], voters: int) -> list[int]:
    """Poll 1 is open, a chair is signed in; returns who may vote."""
    await makers_polls.rules()
    people = [await makers.seated() for _ in range(voters)]
    await client.sign_in(staff=await makers.staff())
    answer = await client.send_form("/abstimmungen", {**COMMON, **fields})
    assert (answer.status_code, answer.headers.get("location")) == (303, "/abstimmungen/1"), answer.text
    assert (await client.send_form("/abstimmungen/1/eroeffnung")).status_code == 303
    return people


async def cast(client: Client, voter: int, marks: list[str], *, htmx: bool = False) -> Any:
    await client.sign_in(member=voter)
    page = (await client.get("/abstimmungen/1/stimme")).text
    found = re.search(r'name="receipt" value="([^"]+)"', page)
    receipt = {"receipt": found[1]} if found else {}
    return await client.send_form("/abstimmungen/1/stimme", {"choice": marks, **receipt}, htmx=htmx)


async def published(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())
    for act in ("schluss", "auszaehlung", "veroeffentlichung"):
        assert (await client.send_form(f"/abstimmungen/1/{act}", {"countdown": "0"})).status_code == 303


@pytest.mark.parametrize("secrecy", ["secret", "open", "named"])
@pytest.mark.parametrize("kind", WAYS)
async def test_from_the_form_to_the_verifier(client: Client, tmp_path: Path, kind: str, secrecy: str) -> None:
    way = WAYS[kind]
    voters = await prepared(client, {**way.fields, "secrecy": secrecy}, len(way.votes))
    for voter, marks in zip(voters, way.votes, strict=True):
        answer = await cast(client, voter, way.wrong)
        assert answer.status_code == 422
        assert (answer.text.count(" checked") + answer.text.count(" selected")) == len(
            [mark for mark in way.wrong if mark != "abstain"]
        )
        assert way.paper in answer.text
        assert (await cast(client, voter, marks)).status_code == 303
        page = (await client.get("/abstimmungen/1/stimme")).text
        assert ("Deine Stimme ist drin." if secrecy == "secret" else "Gespeichert.") in page
    await published(client)

    page = (await client.get("/abstimmungen/1/ergebnis")).text
    assert way.says in page
    assert ("Wer wie abgestimmt hat" in page) is (secrecy == "named")
    content = (await client.get("/abstimmungen/1/liste.json")).content
    (tmp_path / "liste.json").write_bytes(content)
    run = verify_alone(tmp_path / "liste.json")
    assert (run.returncode, run.stderr) == (0, ""), run.stdout
    for check in checks.CHECKS:
        assert await check.find() is None, check.title

    changed = json.loads(content)
    first = changed["ballots"][0]
    first["choice"] = ["1"] if first["choice"] == ["abstain"] else ["abstain"]
    (tmp_path / "liste.json").write_bytes(canonical(changed))
    assert verify_alone(tmp_path / "liste.json").returncode == 1


@pytest.mark.parametrize(("kind", "mark"), [("up_to", " checked"), ("irv", " selected"), ("budget", " checked")])
async def test_abstaining_does_not_throw_away_what_is_marked(client: Client, kind: str, mark: str) -> None:
    voters = await prepared(client, {**WAYS[kind].fields, "secrecy": "secret"}, 3)
    await client.sign_in(member=voters[0])
    paper = (await client.get("/abstimmungen/1/stimme")).text.partition('id="paper"')[2].partition("</section>")[0]
    assert paper.count("<form") == 1  # with a form of its own the button would send nothing that is marked
    kept = await cast(client, voters[0], ["1", "abstain"])
    assert (kept.status_code, kept.text.count(mark)) == (422, 1)
    assert "Entweder du wählst etwas, oder du enthältst dich." in kept.text


async def test_an_open_order_of_preference_can_be_changed_and_is_shown_again(client: Client) -> None:
    voters = await prepared(client, {**WAYS["irv"].fields, "secrecy": "open"}, 3)
    for marks, shown in ((["3", "1"], ["3", "1"]), (["2"], ["2"]), (["abstain"], [])):
        answer = await cast(client, voters[0], marks, htmx=True)
        assert (answer.status_code, re.findall(r'value="(.)" selected', answer.text)) == (200, shown)


async def test_a_vote_by_name_says_so_before_the_tap_and_names_the_seat(client: Client) -> None:
    voters = await prepared(client, {**WAYS["up_to"].fields, "secrecy": "named"}, 3)
    await client.sign_in(member=voters[1])
    page = (await client.get("/abstimmungen/1/stimme")).text
    assert "Namentlich: Wenn ausgezählt ist, lesen alle, wie du abgestimmt hast." in page
    said = re.search(r"Dort steht: Sitz (\d+)\. Wer angemeldet ist, liest auch: ([^<]+)\.<", page)
    assert said
    assert (await cast(client, voters[1], ["1"])).status_code == 303
    await published(client)
    assert f"Sitz {said[1]}, {said[2]}: " in (await client.get("/abstimmungen/1/ergebnis")).text
    client.token = None  # the open web learns the seat only
    page = (await client.get("/abstimmungen/1/ergebnis")).text
    assert f"Sitz {said[1]}: " in page
    assert said[2] not in page


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"secrecy": "named", "electorate": "cards"}, "secrecy"),
        ({"secrecy": "named", "persons": "on"}, "secrecy"),
        ({"secrecy": "open", "persons": "on"}, "secrecy"),
        ({"at_most": "4"}, "at_most"),
        ({"at_most": "viele"}, "at_most"),
        ({"places": "0"}, "places"),
        ({"kind": "ranked", "method": "wuerfeln"}, "method"),
        ({"kind": "budget", "amount": "333.34", "options": "A; 1\nB; 2"}, "amount"),
        ({"kind": "budget", "amount": "10", "options": "A; 1\nB"}, "options"),
        ({"kind": "budget", "amount": "10", "options": "A; 1\n; 5"}, "options"),
        ({"kind": "budget", "amount": "10", "options": "A; 1\n5"}, "options"),
        ({"kind": "budget", "amount": "10", "options": "A; 1\nB; 11"}, "options"),
        ({"kind": "budget", "amount": "10", "options": "A; 1\nA; 2"}, "options"),
    ],
)
async def test_what_cannot_be_meant_is_said_beside_its_field_and_nothing_typed_is_lost(
    client: Client, changed: dict[str, str], field: str
) -> None:
    await makers_polls.rules()
    await makers.seated()
    await client.sign_in(staff=await makers.staff())
    fields = {**COMMON, **WAYS["up_to"].fields, "secrecy": "secret", **changed}
    answer = await client.send_form("/abstimmungen", fields)
    assert (answer.status_code, f'id="{field}-error"' in answer.text) == (422, True)
    assert fields["options"].split("\n")[0] in answer.text


async def test_each_kind_has_its_own_fields(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())
    own = {"up_to": ["at_most", "places"], "ranked": ["method"], "budget": ["amount"], "points": ["points", "no_vote"]}
    for kind in own:
        page = (await client.get(f"/abstimmungen/neu?art={kind}")).text
        named = set(re.findall(r'name="(\w+)"', page))
        for other, fields in own.items():
            assert (set(fields) <= named) is (other == kind), (kind, other)


async def test_an_election_is_called_so_and_is_secret(client: Client) -> None:
    fields = {**WAYS["up_to"].fields, "secrecy": "secret", "persons": "on"}
    await prepared(client, fields, 3)
    page = (await client.get("/abstimmungen/1")).text
    assert ("<span>Wahl</span>" in page, "<span>Geheim</span>" in page) == (True, True)
