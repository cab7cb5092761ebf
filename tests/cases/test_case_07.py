"""A parliament is founded, re-enacted: a first meeting without decisions, then a name, two chairs, a rhythm.

The 9-year-old's simple words are looked at in tests/language and in the browser.
"""

import re
from html import unescape

import pytest

from tests import makers, makers_handovers
from tests.cases.evening import Evening
from tests.cases.parliament import Parliament, in_weeks, parliament, words
from tests.client import Client
from zukunftsparlament.kernel.sql import Sql

pytestmark = pytest.mark.usefixtures("store")

SCHOOLS = ("Nord", "Süd", "Ost", "West", "Mitte", "Berg", "Tal")
BODIES = {
    "Verkehr": "Ausschuss für Verkehr",
    "Schule": "Ausschuss für Schule, Sport und Kultur",
    "Jugend": "Ausschuss für Jugend, Familie und Soziales",
    "AG": "Arbeitsgruppe Demokratie fördern",
    "Kreis": "Jugendamt des Kreises",
}
CARD = Sql("SELECT card_name FROM member WHERE id = $1")
PAIR = {"what": "pair", "title": "Vorsitz", "places": "1", "deputies": "0", "age": "14"}
OLDER, YOUNGER = 11, 1  # the seats of the 16-year-old and of the 9-year-old


async def founding() -> Parliament:
    """7 × 2 + 4 = 18 seats, of which 12 have somebody; no chair yet."""
    found = await parliament(dict.fromkeys(SCHOOLS, 2) | {"": 4}, chairs=(), empty=6)
    await found.agrees_on_rules()
    return found


async def test_case_07_before_it_is_founded_only_straw_polls_are_taken() -> None:
    found = await founding()
    cafe = await found.plans("Kennenlernen", kind="unofficial", by=found.office)
    talk = await cafe.puts_down("Was ist ein Ausschuss?")
    wahl = await cafe.puts_down("Vorsitz", kind="election")
    await cafe.taps("/einladung")
    assert "Inoffizielle Sitzung" in await found.reads("/sitzungen/1")
    await cafe.day_comes()
    await cafe.come(*found.phones)
    await cafe.taps("/eroeffnung")  # by the office: there is no chair
    assert (await found.phones[1].get(cafe.desk)).status_code == 403
    await cafe.begins(talk)
    await cafe.asks(talk, "Treffen wir uns wieder?")
    said = words(await cafe.votes(["yes"] * 11 + ["no"]))
    assert "Stimmungsbild: 11 dafür, 1 dagegen." in said and "ngenommen" not in said
    await cafe.ends(talk)
    await cafe.begins(wahl)
    assert "offiziellen Sitzung" in await cafe.taps(f"/punkte/{wahl}/wahl", 409, **PAIR)
    await cafe.ends(wahl)
    await cafe.closes()
    minutes = await found.minutes_of(cafe)
    assert "12 von 18 Sitzen waren vertreten." in minutes and "Leitung das Jugendbüro" in minutes, minutes
    assert "Stimmungsbild Nr. 1: Treffen wir uns wieder?" in minutes and "Beschluss 1" not in minutes


async def elect(found: Parliament, hall: Evening, item: int) -> list[str]:
    """A pair of chairs: three stand on their own phones, all vote in secret, both accept. Their seats."""
    base = await hall.taps(f"/punkte/{item}/wahl", **PAIR)
    own = f"/sitzungen/{hall.number}/wahlen/{item}/1"
    for seat, side in {YOUNGER: "younger", 3: "younger", OLDER: "older"}.items():
        assert "Ich kandidiere, unter 14" in words((await found.phones[seat].get("/sitzungen/1/raum")).text)
        assert (await found.phones[seat].send_form(f"{own}/kandidatur", {"side": side})).status_code == 303
    await hall.taps(f"/punkte/{item}/wahl/1/stimmzettel")
    await hall.opens_waiting()
    said = await hall.votes([*8 * "1", *4 * "2"])
    assert "Vorsitz (unter 14)" in said and "8 von 12." in said
    await hall.opens_waiting()
    said = await hall.votes(["yes"] * 11 + ["no"])
    assert "Vorsitz (ab 14)" in said and "11 dafür, 1 dagegen." in said
    for seat in (YOUNGER, OLDER):
        assert (await found.phones[seat].send_form(f"{own}/annahme", {"accepts": "yes"})).status_code == 303
    link = re.search(r"/vorsitzwechsel\?sitz=(\d+)&sitz=(\d+)", unescape((await found.office.get(base)).text))
    assert link, "nobody to take over"
    return list(link.groups())


async def test_case_07_a_parliament_is_founded() -> None:
    found = await founding()
    hall = await found.plans("Gründung", by=found.office, guests="Bürgermeisterin\nFraktionen")
    name, chairs, rhythm = [await hall.puts_down(title) for title in ("Name", "Vorsitz", "Wie oft?")]
    await hall.taps(f"/punkte/{chairs}", title="Vorsitz", kind="election")
    assert "Bürgermeisterin" in await found.reads(await hall.taps("/einladung"))
    await hall.day_comes()
    deputy = await makers.member()
    await found.office.send_form("/buero/sitze/2/vertretung", {"card_name": await CARD.value(deputy)})
    hall.phones[2] = await Client().sign_in(member=deputy)  # sits in for seat 2
    await hall.come(*found.phones)
    assert "Du stimmst heute für Sitz 2 ab." in words((await hall.phones[2].get("/sitzungen/1/raum")).text)
    await hall.taps("/eroeffnung")
    assert "12 von 18" in words(await hall.cockpit())
    await hall.does(1, 2)

    await hall.begins(name)
    options = "Zukunftsparlament\nJugendrat\nKinderparlament"
    await hall.asks(name, "Wie heißen wir?", kind="alternatives", options=options)
    said = await hall.votes([*9 * "1", *2 * "2", "3"])
    assert "Die meisten Stimmen hat „Zukunftsparlament“: 9 von 12." in said
    await hall.ends(name)

    await hall.begins(chairs)
    seats = await elect(found, hall, chairs)
    assert seats == [str(YOUNGER), str(OLDER)]
    await hall.taps("/vorsitzwechsel", seat=seats)
    await hall.ten_seconds()
    refused = await found.office.send_form(f"{hall.desk}/punkte/{chairs}/ende", {"as": "done"})
    assert refused.status_code == 409  # from now on the office helps in silence

    hall.lead = found.phones[YOUNGER]  # each of the two can lead alone
    await hall.taps("/glocke")
    await hall.ends(chairs)
    hall.lead = found.phones[OLDER]
    await hall.taps("/glocke")
    await hall.begins(rhythm)
    options = "Zwei offizielle und zwei inoffizielle Sitzungen\nJeden Monat eine"
    poll = await hall.asks(rhythm, "Wie oft treffen wir uns im Jahr?", kind="alternatives", options=options)
    said = await hall.votes([*10 * "1", *2 * "2"])
    assert "Die meisten Stimmen hat „Zwei offizielle und zwei inoffizielle Sitzungen“: 10 von 12." in said
    await hall.ends(rhythm)
    at = in_weeks(9)
    agreed = {"next_at": at.strftime("%Y-%m-%dT%H:%M"), "next_place": "Halle"}
    assert (await hall.lead.send_form("/sitzungen/1/naechste", agreed)).status_code == 303
    await hall.closes()

    found.chairs = [YOUNGER, OLDER]
    minutes = await found.minutes_of(hall)
    for line in (
        "12 von 18 Sitzen waren vertreten. Mindestens die Hälfte muss dabei sein: 9 von 18.",
        "(Vertretung)",
        "Nicht besetzt: die Sitze 13, 14, 15, 16, 17 und 18",
        "Zukunftsparlament 9 Jugendrat 2 Kinderparlament 1",
        "Zwei offizielle und zwei inoffizielle Sitzungen 10 Jeden Monat eine 2",
        "16:30 Uhr, Halle",
        "Gewählt: ",
    ):
        assert line in minutes, (line, minutes)
    assert "Igel" not in minutes  # seats and schools, no names
    for short, long in BODIES.items():
        await makers_handovers.body(short, long)
        await found.hands_over(poll, to=short)
    told = await found.reads("/daraus-geworden")
    assert all(short in told for short in BODIES), told
