"""The office enters rules of procedure, and nonsense is refused where it stands."""

import asyncio
import re
from datetime import timedelta

import pytest

from tests import makers
from tests.client import Client
from tests.office.rules import HOME, VERSIONS, entered, filled, office
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.office.rules_form import form_of, json_in
from zukunftsparlament.procedure import queries
from zukunftsparlament.procedure.actions import add_version
from zukunftsparlament.procedure.rules import (
    HOLZWICKEDE,
    as_json,
    read_rule_set,
)

pytestmark = pytest.mark.usefixtures("store")

NONSENSE = {
    "quorum of nineteen of eighteen": ({"quorum_kind": "fixed", "quorum_number": "19"}, "quorum_number"),
    "no fixed number": ({"quorum_kind": "fixed", "quorum_number": ""}, "quorum_number"),
    "a word for a number": ({"invitation_days": "zwei Wochen"}, "invitation_days"),
    "a negative number": ({"item_deadline_days": "-3"}, "item_deadline_days"),
    "a number too large for the store": ({"backings_for_agenda": "9" * 5000}, "backings_for_agenda"),
    "a day that is over": ({"valid_from": "2020-01-01"}, "valid_from"),
    "no day": ({"valid_from": ""}, "valid_from"),
    "the 30th of February": ({"valid_from": "2031-02-30"}, "valid_from"),
    "urgent slower than normal": ({"invitation_days_urgent": "15"}, "invitation_days_urgent"),
    "less than half": (
        {"majority_share": "own", "majority_num": "1", "majority_den": "3", "majority_strict": "more"},
        "majority_num",
    ),
    "more than all": (
        {"majority_share": "own", "majority_num": "1", "majority_den": "1", "majority_strict": "more"},
        "majority_strict",
    ),
    "an own share without numbers": ({"majority_share": "own", "majority_strict": "more"}, "majority_num"),
    "five of four": ({"request_share": "own", "request_num": "5", "request_den": "4"}, "request_num"),
    "a second call that is harder": (
        {"quorum_second_call": "on", "quorum_second_call_num": "2", "quorum_second_call_den": "3"},
        "quorum_second_call",
    ),
    "a tie that is not offered": ({"tie": "würfeln"}, "tie"),
    "older than old": ({"ages_from": "20", "ages_to": "9"}, "ages_to"),
    "the first day there is": ({"valid_from": "0001-01-01"}, "valid_from"),
    "the last day there is": ({"valid_from": "9999-12-31"}, "valid_from"),
    "more than two years ahead": ({"valid_from": (today() + timedelta(days=732)).isoformat()}, "valid_from"),
    "a word for yes or no": ({"random_ballot_order": "vielleicht"}, "random_ballot_order"),
    "neither yes nor no": ({"final_vote": ""}, "final_vote"),
    "a school with a hundred seats": (
        {"seats_by_school_kind": "fixed", "seats_by_school_seats": "100"},
        "seats_by_school_seats",
    ),
    "a seat for every child": (
        {"seats_by_school_kind": "by_size", "seats_by_school_pupils": "1"},
        "seats_by_school_pupils",
    ),
    "by size, but by which": ({"seats_by_school_kind": "by_size"}, "seats_by_school_pupils"),
    "a word for a yes that is not chosen": ({"circular_votes_binding": "on"}, "circular_votes_binding"),
    "nothing said about abstentions": ({"abstentions_count": ""}, "abstentions_count"),
}


@pytest.mark.parametrize("nonsense", NONSENSE)
@pytest.mark.parametrize("address", [HOME, f"{HOME}/vorschau"])
async def test_nonsense_is_refused_at_its_field_and_stays_typed(client: Client, nonsense: str, address: str) -> None:
    typed, field = NONSENSE[nonsense]
    await office(client)

    answer = await client.send_form(address, filled(term_years="7", **typed))

    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert f'id="{field}' in answer.text
    assert re.search(r'id="term_years"[^>]*value="7"', answer.text)
    assert await VERSIONS.value() == 1


async def test_yes_or_no_is_asked_for_where_the_form_sends_nothing(client: Client) -> None:
    await office(client)
    for name in ("abstentions_count", "circular_votes_binding", "random_ballot_order", "final_vote", "external_list"):
        sent = {field: value for field, value in filled(tie="lot").items() if field != name}
        answer = await client.send_form(HOME, sent)
        assert (answer.status_code, re.findall(r'<li><a href="#(\w+)">', answer.text)) == (422, [name])


async def test_two_years_ahead_can_be_entered(client: Client) -> None:
    await office(client)
    ahead = today() + timedelta(days=730)
    assert (await entered(client, valid_from=ahead.isoformat(), tie="lot")).valid_from == ahead


async def test_all_problems_are_said_at_once(client: Client) -> None:
    await office(client)
    answer = await client.send_form(HOME, filled(valid_from="2020-01-01", tie="x", ages_to="1", minutes_days=""))
    said = set(re.findall(r'<li><a href="#(\w+)">', answer.text))
    assert said == {"valid_from", "tie", "ages_to", "minutes_days"}


async def test_an_empty_form_is_all_problems_and_no_error(client: Client) -> None:
    await office(client)
    answer = await client.send_form(HOME, {})
    assert answer.status_code == 422
    assert len(re.findall(r'<li><a href="#(\w+)">', answer.text)) > 15


async def test_what_is_valid_anyway_is_no_new_version(client: Client) -> None:
    await office(client)
    answer = await client.send_form(HOME, filled())
    assert (answer.status_code, await VERSIONS.value()) == (422, 1)
    assert 'href="#valid_from"' in answer.text


async def test_five_taps_are_one_version(client: Client) -> None:
    await office(client)
    answers = await asyncio.gather(*(client.send_form(HOME, filled(tie="lot")) for _ in range(5)))
    assert {answer.headers["location"] for answer in answers} == {f"{HOME}?neu=2"}
    assert await VERSIONS.value() == 2


async def test_a_look_stores_nothing_and_says_what_changes(client: Client) -> None:
    await office(client)
    answer = await client.send_form(f"{HOME}/vorschau", filled(tie="lot", speaking_seconds_further="90"))
    assert answer.status_code == 200
    assert "2 Regeln sind anders als bisher." in answer.text
    assert "Bei Gleichstand entscheidet das Los." in answer.text
    assert "Danach sind es jedes Mal 90 Sekunden." in answer.text
    assert re.search(r'value="lot" checked', answer.text)
    assert await VERSIONS.value() == 1


async def test_a_version_can_be_the_start_of_another(client: Client) -> None:
    await office(client)
    await entered(client, tie="lot")
    page = (await client.get(f"{HOME}/neu?von=2")).text
    assert re.search(r'value="lot" checked', page)
    assert (await client.get(f"{HOME}/neu?von=7")).status_code == 404


async def test_the_later_of_two_for_one_day_counts(client: Client) -> None:
    await office(client)
    await entered(client, tie="lot")
    await entered(client, tie="run_off")
    assert (await queries.valid_on()).rules.tie == "run_off"


async def test_everybody_reads_what_is_valid(client: Client) -> None:
    await office(client)
    await entered(client, tie="lot")
    await client.post("/abmeldung")
    page = await client.get("/geschaeftsordnung")
    assert page.status_code == 200
    assert "Fassung 2, sie gilt seit" in page.text
    assert "Bisher: Bei Gleichstand ist es abgelehnt." in page.text
    assert "sie hat ab" in (await client.get("/geschaeftsordnung/1")).text
    assert (await client.get("/geschaeftsordnung/3")).status_code == 404


@pytest.mark.parametrize("role", ["young", "member", "chair", "moderator"])
async def test_only_the_office_enters_rules(client: Client, role: str) -> None:
    await add_version(HOLZWICKEDE, actor="system")
    await client.sign_in(member=await makers.member(role=role))
    assert (await client.get(HOME)).status_code == 403
    assert (await client.send_form(HOME, filled(tie="lot"))).status_code == 403
    assert await VERSIONS.value() == 1


def test_what_is_shown_in_the_form_is_read_back() -> None:
    for rules in (HOLZWICKEDE, read_rule_set(as_json(HOLZWICKEDE) | {"majority": OWN_MAJORITY})):
        assert read_rule_set(json_in(form_of(rules, valid_from="2022-06-08"))) == rules


OWN_MAJORITY = {"of": "seats", "num": 4, "den": 7, "strict": False}
