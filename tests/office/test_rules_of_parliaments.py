"""The rules of real parliaments (cases/03 and 08) can be entered, and their numbers come out right."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.client import Client, as_read
from tests.office.rules import entered, filled, office
from tests.procedure.test_deciding import carried
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.office.rules_form import form_of, json_in
from zukunftsparlament.procedure import queries
from zukunftsparlament.procedure.rules import (
    is_quorate,
    is_unanimous,
    may_ask_for_secret,
    quorum_number,
    read_rule_set,
)

pytestmark = pytest.mark.usefixtures("store")

ABSOLUTE = {"request_share": "half"}
# cases/08: what differs in each from the default, as an office would type it; and how many seats there are.
REAL_PARLIAMENTS: dict[str, tuple[int, dict[str, str]]] = {
    "Waltrop": (20, {"invitation_days": "7", "invitation_days_urgent": "3", "item_deadline_days": "5"}),
    "Sömmerda": (20, {"invitation_days": "14", "unexcused_absences": ""}),
    "Anklam": (15, {"quorum_second_call": "on", "quorum_second_call_num": "1", "quorum_second_call_den": "3"}),
    "Wermelskirchen": (23, {"quorum_kind": "fixed", "quorum_number": "13", "invitation_days": "7", "term_years": "3"}),
    "Treptow-Köpenick": (20, {"tie": "run_off"}),
    "Jena": (20, {"tie": "lot"}),
    "Unna": (22, {"tie": "body_decides"}),
    "Wildeshausen": (20, ABSOLUTE),
    "Gronau": (20, {"invitation_days": "28", "minutes_days": "42", "minutes_confirmed_by": "two_signatures"}),
    "Hanau": (21, {"quorum_kind": "fixed", "quorum_number": "11"}),
    "Friedrichshafen": (20, {"tie": "chair_decides"}),
    "Leipzig": (20, {"quorum_kind": "fixed", "quorum_number": "11", "speaking_seconds_further": "60"}),
    "Münster": (30, {"ages_from": "12", "ages_to": "17", "quorum_kind": "share", "quorum_num": "2", "quorum_den": "5"}),
}


@pytest.mark.parametrize("parliament", REAL_PARLIAMENTS)
async def test_case_08_every_rule_set_can_be_entered(client: Client, parliament: str) -> None:
    places, typed = REAL_PARLIAMENTS[parliament]
    await office(client, places)
    later = (today() + timedelta(days=1)).isoformat()

    rules = await entered(client, valid_from=later, random_ballot_order="yes", **typed)

    shown = dict(form_of(rules, valid_from=later).fields)
    assert shown == filled(valid_from=later, random_ballot_order="yes", **typed)
    page = as_read((await client.get("/geschaeftsordnung/2")).text)
    assert "Sie gilt erst ab" in page
    assert "Die Möglichkeiten stehen auf jedem Stimmzettel in einer anderen, zufälligen Reihenfolge." in page


async def test_case_08_the_numbers_of_every_rule_set_come_out_right(client: Client) -> None:
    await office(client, 30)
    needed = {}
    for parliament, (places, typed) in REAL_PARLIAMENTS.items():
        rules = read_rule_set(json_in(_form(typed)), seats=places)
        needed[parliament] = quorum_number(rules.quorum, seats=places)
    assert needed == {
        "Waltrop": 10,
        "Sömmerda": 10,
        "Anklam": 8,
        "Wermelskirchen": 13,
        "Treptow-Köpenick": 10,
        "Jena": 10,
        "Unna": 11,
        "Wildeshausen": 10,
        "Gronau": 10,
        "Hanau": 11,
        "Friedrichshafen": 10,
        "Leipzig": 11,
        "Münster": 12,
    }
    anklam = read_rule_set(json_in(_form(REAL_PARLIAMENTS["Anklam"][1])), seats=15)
    assert quorum_number(anklam.quorum, seats=15, second_call=True) == 5
    wildeshausen = read_rule_set(json_in(_form(ABSOLUTE)), seats=20).secret.on_request
    assert [may_ask_for_secret(wildeshausen, asking=n, present=20) for n in (10, 11)] == [False, True]


def _form(typed: dict[str, str]) -> Form:
    return Form(list(filled(**typed).items()))


async def test_case_03_the_quorum_of_the_day_counts(client: Client) -> None:
    """Wermelskirchen: fifteen of twenty-three until the change, thirteen from that day on."""
    await office(client, 23)
    changes_on = today() + timedelta(days=30)
    await entered(client, quorum_kind="fixed", quorum_number="15")
    await entered(client, quorum_kind="fixed", quorum_number="13", valid_from=changes_on.isoformat())

    async def quorate(day: date, present: int) -> bool:
        return is_quorate((await queries.valid_on(day)).rules.quorum, present=present, seats=23)

    before = changes_on - timedelta(days=1)
    assert [await quorate(before, 14), await quorate(before, 15)] == [False, True]
    assert [await quorate(changes_on, 12), await quorate(changes_on, 13)] == [False, True]


@pytest.mark.parametrize(("abstentions_count", "unanimous"), [("no", True), ("yes", False)])
async def test_case_03_eighteen_to_none_with_two_abstentions(
    client: Client, abstentions_count: str, unanimous: bool
) -> None:
    await office(client, 23)
    rules = await entered(
        client, quorum_kind="fixed", quorum_number="13", abstentions_count=abstentions_count, tie="rejected"
    )
    votes: dict[str, Any] = {"yes": 18, "no": 0, "abstain": 2, "abstentions_count": rules.abstentions_count}
    assert carried(rules.majority, 18, 0, 2, count_abstentions=rules.abstentions_count)
    assert is_unanimous(**votes) is unanimous
    assert not carried(rules.majority, 10, 10, 0, count_abstentions=rules.abstentions_count)
