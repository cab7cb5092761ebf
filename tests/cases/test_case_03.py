"""A parliament of 23 seats changes its own rules, re-enacted: points one by one, each sitting under the rules of its
day. No birthday is stored: the office types the last day on a seat, and the day after it is free by itself."""

from datetime import datetime, timedelta

import pytest

from tests import makers_handovers
from tests.cases.evening import Evening
from tests.cases.parliament import Parliament, in_weeks, parliament, words
from zukunftsparlament.kernel.clock import HERE, now, today
from zukunftsparlament.kernel.dates import day

pytestmark = pytest.mark.usefixtures("store")

SEATS = {"Nord": 8, "Süd": 8, "West": 7}
OLD = {"quorum_kind": "fixed", "quorum_number": "15", "invitation_days": "14", "tie": "rejected"}
POINTS = (
    "Die Amtszeit dauert drei Jahre.",
    "Dreimal kann man gewählt werden.",
    "Mit 18 endet der Sitz.",
    "Die Geschäftsordnung wird geändert.",
    "Es rückt nach, wer in der Altersgruppe als Nächstes kommt.",
)
DONE_ALREADY = "Das ist am 29. Januar geschehen."


def midnight() -> datetime:
    """Just after the next one: within a day, so it may be opened already."""
    tomorrow = now().astimezone(HERE) + timedelta(days=1)
    return tomorrow.replace(hour=0, minute=1, second=0, microsecond=0)


async def youth_parliament(**typed: str) -> Parliament:
    found = await parliament(SEATS)
    await found.agrees_on_rules(**OLD | {"abstentions_count": "yes"} | typed)
    return found


async def meets(found: Parliament, title: str, *seats: int) -> tuple[Evening, int]:
    """Today, with these seats; dealing with its one item."""
    evening = await found.plans(title)
    item = await evening.puts_down("Antrag zur Geschäftsordnung")
    await evening.taps("/einladung")
    await evening.day_comes()
    await evening.come(*seats)
    await evening.taps("/eroeffnung")
    await evening.begins(item)
    return evening, item


async def test_case_03_a_the_quorum_of_the_day_counts() -> None:
    """15 must be there until the change, 13 from the day after; the period for invitations becomes seven days."""
    found = await youth_parliament()
    evening, item = await meets(found, "Alte Regeln", *range(1, 15))
    refused = await evening.asks_in_vain(item, "Reichen 13?")
    assert "Gerade sind zu wenige da" in refused
    await evening.come(*range(15, 21))
    await evening.opens_waiting()
    assert "Einstimmig angenommen: 20 dafür, 0 dagegen." in await evening.votes(["yes"] * 20)
    await evening.asks(item, "Reichen sieben Tage für die Einladung?")
    assert "Einstimmig angenommen: 20 dafür, 0 dagegen." in await evening.votes(["yes"] * 20)
    await evening.ends(item)
    next_at = in_weeks(3).strftime("%Y-%m-%dT%H:%M")
    fields = {"next_at": next_at, "next_place": "Rathaus"}
    assert (await evening.lead.send_form(f"/sitzungen/{evening.number}/naechste", fields)).status_code == 303
    await evening.closes()
    minutes = await found.minutes_of(evening)
    assert "20 von 23 Sitzen waren vertreten." in minutes and "15 von 23" in minutes
    assert "Eine Abstimmung war nicht möglich. 14 Sitze waren da, 15 sind nötig" in minutes
    assert f"Nächste Sitzung {in_weeks(3).day}." in minutes and "16:30 Uhr, Rathaus" in minutes

    soon = now().astimezone(HERE) + timedelta(days=10)
    late = await found.plans("In zehn Tagen", at=soon)
    assert "14" in await late.taps("/einladung", 422)
    tomorrow = (today() + timedelta(days=1)).isoformat()
    await found.agrees_on_rules(**OLD | {"quorum_number": "13", "invitation_days": "7", "valid_from": tomorrow})
    await late.taps("/einladung")  # its day lies under the new rules

    before, waits = await meets(found, "Am Tag davor", *range(1, 14))
    assert "Gerade sind zu wenige da" in await before.asks_in_vain(waits, "Geht es?")
    await before.ends(waits, "adjourned", "Zu wenige sind da.")
    await before.closes()

    after = await found.plans("Neue Regeln", at=midnight())
    item = await after.puts_down("Antrag zur Geschäftsordnung", late_reason="Es eilt.")
    await after.taps("/einladung", late_reason="Es eilt.")
    await after.taps("/eroeffnung")
    await after.come(*range(1, 13))
    await after.begins(item)
    await after.asks_in_vain(item, "Geht es mit 13?")
    await after.come(13)
    await after.opens_waiting()
    assert "Einstimmig angenommen: 13 dafür, 0 dagegen." in await after.votes(["yes"] * 13)
    await after.ends(item)
    await after.closes()
    told = await found.minutes_of(after)
    assert "13 von 23 Sitzen da · nötig 13" in told and "Geschäftsordnung Fassung 2" in told
    assert "nötig 15" in await found.reads(f"/sitzungen/{evening.number}/protokoll")  # the old ones stay as they were


@pytest.mark.parametrize(
    ("abstentions_count", "label"),
    [
        ("yes", "Angenommen: 18 dafür, 0 dagegen, 2 Enthaltungen."),
        ("no", "Einstimmig angenommen: 18 dafür, 0 dagegen, 2 Enthaltungen."),
    ],
)
async def test_case_03_b_points_one_by_one(abstentions_count: str, label: str) -> None:
    """One paper, five points: each with its own numbers, one of them without a vote, and the way through two bodies."""
    found = await youth_parliament(quorum_number="13", abstentions_count=abstentions_count)
    evening, item = await meets(found, "Satzung", *range(1, 21))
    paper = {"kind": "points", "question": "Neue Satzung", "points": "\n".join(POINTS), "secrecy": "open"}
    means = {"yes_means": "Der Punkt gilt.", "no_means": "Er gilt nicht.", "no_vote": f"4: {DONE_ALREADY}"}
    await evening.taps(f"/punkte/{item}/abstimmung", **paper, **means)
    polls, said = [], []
    for choices in (["yes"] * 20, ["yes"] * 20, ["yes"] * 18 + ["abstain"] * 2, ["yes"] * 19 + ["no"]):
        polls.append(await evening.opens_waiting())
        said.append(words(await evening.votes(choices)))
    assert all("Einstimmig angenommen: 20 dafür, 0 dagegen." in one for one in said[:2])
    assert f" {label}" in said[2] and "Angenommen: 19 dafür, 1 dagegen." in said[3]
    await evening.asks(item, "Ein Punkt mehr?")
    assert "Gleichstand: 10 dafür, 10 dagegen. Damit ist es abgelehnt." in await evening.votes(
        ["yes"] * 10 + ["no"] * 10
    )
    await evening.ends(item)
    await evening.closes()

    minutes = await found.minutes_of(evening)
    for number in range(1, 6):
        assert f"Beschluss {number}." in minutes
    for line in (
        "Ja 18 Nein 0 Enthaltung 2 nicht abgestimmt 0",
        "Ja 19 Nein 1 Enthaltung 0",
        "Ja 10 Nein 10 Enthaltung 0",
        label,
        "Damit ist es abgelehnt.",
        "20 von 23 Sitzen da · nötig 13",
    ):
        assert line in minutes, (line, minutes)
    assert DONE_ALREADY in await found.reads("/abstimmungen/reihen/1")
    assert f"Ohne Abstimmung: Neue Satzung: Die Geschäftsordnung wird geändert. {DONE_ALREADY}" in minutes

    advice = await makers_handovers.body("JHA", "Jugendhilfeausschuss")
    council = await makers_handovers.body("Rat", "Rat der Stadt")
    first = await found.hands_over(*polls, to=advice)
    await found.answers(first, "yes", "Der Ausschuss rät dem Rat, zuzustimmen.", place=3)
    second = await found.hands_over(*polls, to=council)
    await found.answers(second, "differently", "Der Rat beschließt 17 statt 18.", place=3)
    ways = [await found.reads(f"/daraus-geworden/{handed}") for handed in (first, second)]
    stations = (
        f"{POINTS[2]} Abgestimmt {day(today())} {label} Ergebnis ansehen : {POINTS[2]} · Sitzung {evening.number} ",
        f"Übergeben an: JHA {day(today())} Die Antwort ist da. Ja Der Ausschuss rät dem Rat, zuzustimmen.",
        f"Übergeben an: Rat {day(today())} Die Antwort ist da. Ja, aber anders Der Rat beschließt 17 statt 18.",
        f"{POINTS[4]} Abgestimmt",
    )
    for way in ways:  # the same on both, in this order
        places = [way.find(station) for station in stations]
        assert -1 not in places and places == sorted(places), (places, way)
        assert f"Übergeben an: Rat {day(today())} Die Antwort soll bis {day(in_weeks(8))} kommen." in way
