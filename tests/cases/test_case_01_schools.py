"""Sitting 1b of the council, re-enacted: each school, not each child, has a first and a second vote."""

import pytest

from tests.cases.parliament import broken, words
from tests.cases.test_case_01 import council
from tests.client import Client

pytestmark = pytest.mark.usefixtures("store")


async def test_case_01_b_each_school_has_a_first_and_a_second_vote(client: Client) -> None:
    """20 children of 9 schools; one ballot for each school, with two points and one."""
    found = await council(3, schools=9)
    spring = await found.plans("Frühling")
    wish = await spring.puts_down("Was uns wichtig ist")
    await spring.taps("/einladung")
    await spring.day_comes()
    first_of_each = range(1, 27, 3)
    await spring.come(*first_of_each, *range(2, 25, 3), 3, 6, 9)  # three of three schools, two of five, one of one
    await spring.taps("/eroeffnung")
    await spring.does(1, 2)
    await spring.begins(wish)
    options = "Sicherer Schulweg\nNeue Toiletten\nGesundes Frühstück\nDisco-Pause"
    paper = {"kind": "ranked", "method": "points", "options": options, "by_school": "yes", "then": ""}
    assert "Mit den Händen hat jeder Sitz eine Stimme." in words(
        await spring.taps(f"/punkte/{wish}/abstimmung", 422, question="Was zuerst?", **paper | {"secrecy": "hands"})
    )
    await spring.taps(f"/punkte/{wish}/abstimmung", question="Was zuerst?", **paper | {"secrecy": "open"})
    assert "Jede Schule eine Stimme" in words(await spring.cockpit())
    voices = "/abstimmungen/1/schulen"
    desk = words((await spring.lead.get(f"{spring.desk}{voices}")).text)
    assert "Linde Jetzt stimmt Sitz 1 ab. Sitz 2 nehmen Sitz 3 nehmen Grille Jetzt stimmt Sitz 4 ab." in desk
    await spring.taps(voices, seat="2")
    assert "Linde Jetzt stimmt Sitz 2 ab." in words((await spring.lead.get(f"{spring.desk}{voices}")).text)
    await spring.taps(voices, 404, seat="26")  # is not in the room
    await spring.opens_waiting()
    await spring.taps(voices, 409, seat="1")  # it is fixed now
    await found.phones[2].send_form("/sitzungen/1/anwesenheit/ende", {})
    left = words((await spring.lead.get(f"{spring.desk}{voices}")).text)
    assert "Linde Wer für diese Schule abstimmt, ist nicht im Raum. Grille Jetzt stimmt Sitz 4 ab." in left
    await spring.come(2)
    assert "Linde Jetzt stimmt Sitz 2 ab." in words((await spring.lead.get(f"{spring.desk}{voices}")).text)
    assert voices in (await spring.lead.get(spring.desk)).text

    phone = words((await found.phones[3].get("/sitzungen/1/raum")).text)
    assert "Für eure Schule stimmt Sitz 2 ab." in phone and "Erststimme" not in phone
    own = words((await found.phones[2].get("/sitzungen/1/raum")).text)
    assert "Du stimmst für eure Schule ab." in own and "Erststimme" in own and "Zweitstimme" in own
    refused = await found.phones[1].send_form("/abstimmungen/1/stimme", {"choice": ["1", "2"]})
    assert refused.status_code == 409
    for page in ("/abstimmungen/1", "/abstimmungen/1/stimme"):
        assert "Für jede stimmt hier nur ein Sitz ab." in words((await found.phones[1].get(page)).text)
    speakers = [2, *first_of_each[1:]]
    ballots = [["1", "2"], ["1", "3"], ["1", "2"], ["2", "1"], ["2", "1"], ["3", "1"], ["4", "2"], ["4", "3"]]
    for seat, marks in zip(speakers, ballots, strict=False):  # the ninth school does not vote
        await spring.marks(seat, *marks)
    assert "5 von 9 Schulen" in words(await spring.cockpit())  # in steps while it runs
    said = words(await spring.counts())
    assert "8 von 9 Schulen haben abgestimmt." in await found.reads("/abstimmungen/1/ergebnis")
    assert "Die meisten Punkte hat „Sicherer Schulweg“: 9 Punkte." in said
    await spring.ends(wish)
    await spring.closes()
    minutes = await found.minutes_of(spring)
    for line in (
        "20 von 27 Sitzen da · nötig 14",
        "„Sicherer Schulweg“: 9 Punkte (3 mit der Erststimme, 3 mit der Zweitstimme). „Neue Toiletten“: 7 Punkte",
        "Jede Schule hat eine Stimme. 9 Schulen waren da.",
        "Sicherer Schulweg 3 Neue Toiletten 2 Gesundes Frühstück 1 Disco-Pause 2 Enthaltung 0 nicht abgestimmt 1",
    ):
        assert line in minutes, (line, minutes)
    listed = (await found.outside.get("/abstimmungen/1/liste.json")).json()
    assert (listed["rule"]["schools"], listed["rule"]["present"], listed["turnout"]) == (9, 20, 8)
    assert await broken() == []
