"""A council with 1,000 € a year, re-enacted: three projects tie, money comes back, and the autumn asks what became of
it. That each school has one vote (1b) is in `test_case_01_schools`."""

import pytest

from tests import makers_handovers
from tests.cases.parliament import Parliament, broken, parliament, words
from tests.client import Client
from zukunftsparlament.kernel.clock import today

pytestmark = pytest.mark.usefixtures("store")

SCHOOLS = ("Linde", "Grille", "Born", "Ostern", "Dichter", "Sonne", "Katharina", "Mitte", "Hamm", "Lünn", "Muth")
PROJECTS = ("Neue Tornetze", "Bunter Schulhof", "Schönere Toiletten", "Leseecke", "Kletterwand", "Disco-Pause")
SOURCE = "Budget des Rates"


async def council(seats: int = 2, *, schools: int = len(SCHOOLS), cents: str = "1.000") -> Parliament:
    """Ties are settled as the council decides; the money of the year is there."""
    found = await parliament(dict.fromkeys(SCHOOLS[:schools], seats))
    await found.agrees_on_rules(tie="body_decides")
    year = str(today().year)
    made = await found.office.send_form("/buero/geld", {"source": SOURCE, "year": year, "cents": cents})
    assert made.status_code == 303
    return found


async def test_case_01_a_three_projects_tie_and_share_a_thousand_euros(client: Client) -> None:
    """22 ballots, 6 : 6 : 6 : 2 : 1 : 1; then 14 for sharing, 8 for a run-off."""
    found = await council()
    spring = await found.plans("Frühling", guests="Bürgermeisterin")
    project = await spring.puts_down("1.000 € für unsere Schulen", amount="1.000", money_source=SOURCE)
    assert await spring.taps("/einladung") == "/sitzungen/1"
    assert "1.000 € für unsere Schulen" in await found.reads("/sitzungen/1")
    await spring.day_comes()
    await spring.come(*found.phones)
    await spring.taps("/eroeffnung")
    assert "22 von 22" in await spring.cockpit()
    await spring.does(1, 2)
    await spring.begins(project)
    for seat in range(1, 23, 2):  # each school presents its idea
        await spring.speaks(seat)

    options = "\n".join(PROJECTS)
    first = await spring.asks(project, "Was zuerst?", kind="alternatives", options=options, fund="1", cents="1.000")
    said = await spring.votes([*6 * "1", *6 * "2", *6 * "3", "4", "4", "5", "6"])
    assert "Gleichstand: „Neue Tornetze“, „Bunter Schulhof“, „Schönere Toiletten“ haben je 6 Stimmen." in said
    assert "Klären, wie es weitergeht" in said and "Entschieden" not in said
    tie = words((await spring.lead.get(f"/abstimmungen/{first}")).text)
    for way in ("Abstimmen, wie es weitergeht", "Stichwahl vorbereiten", "Das Los entscheiden lassen"):
        assert way in tie
    early = await spring.lead.send_form(f"/abstimmungen/{first}/gleichstand", {"way": "share"})
    assert early.status_code == 409  # the chair alone cannot share it out
    await spring.lead.send_form(f"/abstimmungen/{first}/gleichstand", {"way": "ways"})
    await spring.opens_waiting()
    said = await spring.votes([*14 * "1", *8 * "2"])
    assert "Die meisten Stimmen hat „Zu gleichen Teilen teilen“: 14 von 22." in said
    assert f'id="gleichstand" href="/abstimmungen/{first}"' in said  # leads on to what was tied
    shared = await spring.lead.send_form(f"/abstimmungen/{first}/gleichstand", {"way": "share"})
    assert shared.headers["location"] == spring.desk
    assert "Entschieden: „Neue Tornetze“, „Bunter Schulhof“, „Schönere Toiletten“." in await spring.cockpit()
    assert "Neue Tornetze 333,34 €" in words((await spring.phones[9].get("/sitzungen/1/raum")).text)
    await spring.ends(project)
    following = {"next_at": f"{today().year + 1}-10-07T16:30", "next_place": "Rathaus"}
    await spring.lead.send_form("/sitzungen/1/naechste", following)
    await spring.closes()

    minutes = await found.minutes_of(spring)
    for line in (
        "22 von 22 Sitzen waren vertreten. Mindestens die Hälfte muss dabei sein: 11 von 22.",
        "erledigt · 11 Wortmeldungen",
        "Beschlüsse 1, 2 und 3. Abstimmung Nr. 1: Was zuerst?",
        "Beschluss 1: Neue Tornetze: 333,34 € Beschluss 2: Bunter Schulhof: 333,33 € Beschluss 3: Schönere Toiletten",
        "1 3 Was zuerst? 6 von 22 Neue Tornetze: 333,34 € 2 3 Was zuerst? 6 von 22 Bunter Schulhof: 333,33 €",
        "3 3 Was zuerst? 6 von 22 Schönere Toiletten: 333,33 € ",
        "Neue Tornetze: 333,34 € aus: Budget des Rates",
        "Bunter Schulhof: 333,33 € aus: Budget des Rates",
        "Schönere Toiletten: 333,33 € aus: Budget des Rates",
        "Übrig sind 0,00 €",
        "Neue Tornetze 6 Bunter Schulhof 6 Schönere Toiletten 6 Leseecke 2 Kletterwand 1 Disco-Pause 1",
        "Das Parlament stimmt darüber ab, wie es weitergeht.",
        "Es wird zu gleichen Teilen geteilt: Neue Tornetze 333,34 €, Bunter Schulhof 333,33 €, Schönere",
        "Zu gleichen Teilen teilen 14 Stichwahl 8 Das Los entscheidet 0",
        "Bei Gleichstand beschließt das Parlament, wie es weitergeht.",
        f"Nächste Sitzung 7. Oktober {today().year + 1}, 16:30 Uhr, Rathaus",
    ):
        assert line in minutes, minutes
    assert "333,34" in await found.pdf_of(spring)
    money = await found.reads("/geld")
    assert "0,00 € sind noch da." in money
    assert [money.count(f"− {cents} €") for cents in ("333,34", "333,33")] == [1, 2]
    await three_answers(found, first)


async def three_answers(found: Parliament, poll: int) -> None:
    """What shares the money is handed over as three decisions; each gets its own answer and its own news."""
    town = await makers_handovers.body("Stadt", "Stadtverwaltung")
    handed = await found.hands_over(poll, to=town)
    frozen = (await found.office.get(f"/buero/uebergaben/{handed}.json")).json()
    decided = [(one["title"], one["share"]["cents"], one["winner"]) for one in frozen["decisions"]]
    assert decided == [
        ("Was zuerst? – Neue Tornetze", 33334, "1"),
        ("Was zuerst? – Bunter Schulhof", 33333, "2"),
        ("Was zuerst? – Schönere Toiletten", 33333, "3"),
    ]
    replies = (("yes", "Die Netze sind bestellt."), ("later", "Im Sommer."), ("no", "Erst kommt die neue Leitung."))
    for place, (answer, reason) in enumerate(replies, start=1):
        await found.answers(handed, answer, reason, place=place)
    told = await found.reads(f"/daraus-geworden/{handed}")
    for (title, _cents, _choice), (_answer, reason) in zip(decided, replies, strict=True):
        assert told.index(title) < told.index(reason), told
    autumn = await found.plans("Herbst")
    await autumn.taps("/einladung")
    news = await found.reads("/sitzungen/2")
    assert "Was zuerst? – Bunter Schulhof Stadt sagt: Später." in news, news
    assert await broken() == []


async def test_case_01_b_money_that_was_not_needed_comes_back(client: Client) -> None:
    """20 children of 9 schools choose the way to school; others pay for it; the next sitting says what was done."""
    found = await council(3, schools=9)
    works = await makers_handovers.body("Bauhof", "Bauhof und Stadtwerke")
    spring = await found.plans("Frühling")
    wish = await spring.puts_down("Was uns wichtig ist", amount="400", money_source=SOURCE)
    await spring.taps("/einladung")
    await spring.day_comes()
    await spring.come(*range(1, 21))
    await spring.taps("/eroeffnung")
    await spring.does(1, 2)
    await spring.begins(wish)
    options = "Sicherer Schulweg\nNeue Toiletten\nGesundes Frühstück\nDisco-Pause"
    poll = await spring.asks(wish, "Was zuerst?", kind="alternatives", options=options, fund="1", cents="400")
    said = await spring.votes([*9 * "1", *5 * "2", *4 * "3", *2 * "4"])
    assert "Die meisten Stimmen hat „Sicherer Schulweg“: 9 von 20." in said
    await spring.ends(wish)
    await spring.closes()
    await spring.taps("/protokoll/uebergabe")
    assert "600,00 € sind noch da." in await found.reads("/geld")

    handed = await found.hands_over(poll, to=works)
    await found.answers(handed, "yes", "Der Bauhof baut und bezahlt es.")
    back = "/buero/geld/1/buchungen/2/rueckbuchung"
    assert (await found.office.send_form(back, {"reason": " "})).status_code == 422
    returned = await found.office.send_form(back, {"reason": "Bauhof und Stadtwerke haben bezahlt."})
    assert returned.headers["location"] == "/buero/geld/1"
    await found.office.send_form(back, {"reason": "Noch einmal"})  # a second tap books nothing
    money = await found.reads("/geld")
    assert "1.000,00 € sind noch da." in money and "− 400,00 €" in money and "+ 400,00 €" in money
    assert "Bauhof und Stadtwerke haben bezahlt." in money
    done = {"done_on": today().isoformat(), "words": "Der Zebrastreifen ist da."}
    assert (await found.office.send_form(f"/buero/uebergaben/{handed}/erledigt/1", done)).status_code == 303

    autumn = await found.plans("Herbst")
    await autumn.taps("/einladung")
    told = await found.reads("/sitzungen/2")
    assert "Was daraus geworden ist Was zuerst? – Sicherer Schulweg Es ist erledigt. Stand vom" in told
    assert "Der Zebrastreifen ist da." in await found.reads(f"/daraus-geworden/{handed}")
