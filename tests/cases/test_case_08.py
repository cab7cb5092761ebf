"""The rules of thirteen real parliaments, each held against a whole sitting: period, quorum, tie, minutes.

What is in no rule set: the second, third … of several speeches beyond first and further, and absences that nobody
counts across sittings.
"""

import re
from datetime import timedelta

import pytest

from tests.cases.evening import Evening
from tests.cases.parliament import Parliament, parliament, words
from tests.office.rules import filled
from tests.office.test_rules_of_parliaments import ABSOLUTE, REAL_PARLIAMENTS
from zukunftsparlament.kernel.clock import HERE, now, today
from zukunftsparlament.kernel.dates import day
from zukunftsparlament.sittings.deadline_texts import weekday_and_day

pytestmark = pytest.mark.usefixtures("store")

NEEDED = {
    "Waltrop": 10, "Sömmerda": 10, "Anklam": 8, "Wermelskirchen": 13, "Treptow-Köpenick": 10, "Jena": 10, "Unna": 11,
    "Wildeshausen": 10, "Gronau": 10, "Hanau": 11, "Friedrichshafen": 10, "Leipzig": 11, "Münster": 12,
}  # fmt: skip
AFTER_A_TIE = {
    "rejected": "Damit ist es abgelehnt.",
    "run_off": "Es gibt eine Stichwahl.",
    "lot": "Das Los hat entschieden:",
    "body_decides": "Jetzt beschließt das Parlament, wie es weitergeht.",
    "chair_decides": "Jetzt entscheidet der Vorsitz.",
}


async def meets(places: int, typed: dict[str, str]) -> tuple[Parliament, Evening, int]:
    """With an agenda; nobody has been invited yet."""
    found = await parliament({"": places})
    await found.agrees_on_rules(**typed)
    days = int(filled(**typed)["invitation_days"])
    evening = await found.plans("Sitzung", at=now().astimezone(HERE) + timedelta(days=days, minutes=1))
    item = await evening.puts_down("Antrag", late_reason="Es kam so.")
    return found, evening, item


@pytest.mark.parametrize("place", REAL_PARLIAMENTS)
async def test_case_08_every_rule_set_computes_in_a_sitting(place: str) -> None:
    seats, typed = REAL_PARLIAMENTS[place]
    rules = filled(**typed)
    found, evening, item = await meets(seats, typed)
    begins = now().astimezone(HERE).date() + timedelta(days=int(rules["invitation_days"]))
    late = await found.plans("Zu spät", at=now().astimezone(HERE) + timedelta(days=int(rules["invitation_days"]) - 1))
    assert "Trotzdem, weil" in await late.taps("/einladung", 422)
    await evening.taps("/einladung")
    deadline = begins - timedelta(days=int(rules["item_deadline_days"]))
    assert f"spätestens {weekday_and_day(deadline)}" in await found.reads(f"/sitzungen/{evening.number}")

    await evening.day_comes()
    needed = NEEDED[place]
    await evening.come(*range(1, needed))
    await evening.taps("/eroeffnung")
    await evening.begins(item)
    assert "Gerade sind zu wenige da" in await evening.asks_in_vain(item, "Machen wir das?")
    await evening.come(needed)
    await evening.opens_waiting()
    sides = ["yes"] * (needed // 2) + ["no"] * (needed // 2) + ["abstain"] * (needed % 2)
    said = words(await evening.votes(sides))
    assert f"Gleichstand: {needed // 2} dafür, {needed // 2} dagegen" in said
    assert AFTER_A_TIE[rules["tie"]] in said, said
    await evening.ends(item)
    await evening.closes()
    until = today() + timedelta(days=int(rules["minutes_days"]))
    waiting = await found.reads(f"/sitzungen/{evening.number}/protokoll")
    assert f"Spätestens am {day(until)} steht es hier." in waiting
    if rules["minutes_confirmed_by"] == "two_signatures":
        found.chairs = [5, 6]  # any two who were there
    minutes = await found.minutes_of(evening)
    assert f"{needed} von {seats} Sitzen da · nötig {needed}" in minutes
    assert f"Eine Abstimmung war nicht möglich. {needed - 1} Sitze waren da, {needed} sind nötig." in minutes


async def test_case_08_urgent_with_three_days_where_seven_are_usual() -> None:
    """Waltrop: three full days are enough when it is said why it is urgent."""
    found = await parliament({"": 20})
    await found.agrees_on_rules(**REAL_PARLIAMENTS["Waltrop"][1])
    soon = now().astimezone(HERE) + timedelta(days=3, minutes=1)
    calm = await found.plans("Ohne Grund", at=soon)
    await calm.taps("/einladung", 422)
    hurried = await found.plans("Mit Grund", at=soon, urgent_reason="Der Rat entscheidet am Montag.")
    await hurried.taps("/einladung")
    assert "Der Rat entscheidet am Montag." in await found.reads(f"/sitzungen/{hurried.number}")


async def test_case_08_called_again_a_third_is_enough() -> None:
    """Anklam: 8 of 15 at first; called again for the same item 5, and the invitation says so."""
    found, first, item = await meets(*REAL_PARLIAMENTS["Anklam"])
    await first.taps("/einladung")
    await first.day_comes()
    await first.come(*range(1, 8))
    await first.taps("/eroeffnung")
    await first.begins(item)
    await first.asks_in_vain(item, "Machen wir das?")
    await first.ends(item, "adjourned", "Zu wenige sind da.")
    await first.closes()
    at = now().astimezone(HERE) + timedelta(days=15)
    again = await found.plans("Noch einmal", at=at, second_call_of=str(first.number))
    await again.taps("/einladung")
    told = await found.reads(f"/sitzungen/{again.number}")
    assert "4 Antrag" in told and "Darum reichen dieses Mal weniger, um zu beschließen." in told
    await again.day_comes()
    await again.come(*range(1, 5))
    await again.taps("/eroeffnung")
    item = await again.mark_of("Antrag")
    await again.begins(item)
    assert "Gerade sind zu wenige da" in await again.asks_in_vain(item, "Machen wir das?")
    await again.come(5)
    await again.opens_waiting()
    assert "ngenommen: 4 dafür, 1 dagegen." in await again.votes(["yes"] * 4 + ["no"])
    await again.ends(item)
    await again.closes()
    minutes = await found.minutes_of(again)
    assert f"Die Sitzung Nr. {first.number} war nicht beschlussfähig." in minutes
    assert "5 von 15 Sitzen da · nötig 5 (zweiter Anlauf)" in minutes


async def test_case_08_more_than_half_of_those_present_make_it_secret() -> None:
    """Wildeshausen: ten of twenty are not enough, eleven are."""
    found, evening, item = await meets(20, ABSOLUTE)
    await evening.taps("/einladung")
    await evening.day_comes()
    await evening.come(*range(1, 21))
    await evening.taps("/eroeffnung")
    await evening.begins(item)
    await evening.taps(
        f"/punkte/{item}/abstimmung", question="Machen wir das?", kind="whole", secrecy="open", yes_means="Ja.",
        no_means="Nein.",
    )  # fmt: skip
    found_poll = re.search(r"/abstimmungen/(\d+)/eroeffnung", await evening.cockpit())
    assert found_poll
    poll = f"/abstimmungen/{found_poll[1]}"
    for seat in range(1, 11):
        assert (await evening.phones[seat].send_form(f"{poll}/geheim")).status_code == 303
    assert "Offen" in words((await evening.phones[1].get(poll)).text)
    await evening.phones[11].send_form(f"{poll}/geheim")
    assert "eheim" in words((await evening.phones[1].get(poll)).text)
    await evening.opens_waiting()
    await evening.votes(["yes"] * 15 + ["no"] * 5)
    await evening.ends(item)
    await evening.closes()
    minutes = await found.minutes_of(evening)
    assert "geheim · 20 von 20 Sitzen da" in minutes and "Ja 15 Nein 5" in minutes
    assert "Prüfsumme der Liste" in minutes
