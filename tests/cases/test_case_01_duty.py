"""Sitting 1c of the council, re-enacted: whose duty is a repair?"""

import pytest

from tests import makers_handovers
from tests.cases.parliament import in_weeks
from tests.cases.test_case_01 import council
from tests.client import Client
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.dates import day

pytestmark = pytest.mark.usefixtures("store")


async def test_case_01_c_the_office_says_whose_duty_it_is_before_the_vote(client: Client) -> None:
    """Repairs are the town's duty and should not eat the children's money; the autumn begins with what became of it."""
    found = await council(1)
    town = await makers_handovers.body("Stadt", "Stadtverwaltung")
    spring = await found.plans("Frühling")
    house = await spring.puts_down("Das Spielhaus reparieren")
    tables = await spring.puts_down("Ein Tisch und zwei Bänke")
    await spring.taps("/einladung")
    duty = {"duty": "yes", "duty_text": "Reparaturen bezahlt die Stadt."}
    address = f"{spring.desk}/punkte/{house}/zustaendigkeit"
    assert (await spring.lead.send_form(address, duty)).status_code == 403
    assert (await found.office.send_form(address, duty)).status_code == 303
    assert "Reparaturen bezahlt die Stadt." in await found.reads("/sitzungen/1")
    await spring.day_comes()
    await spring.come(*found.phones)
    await spring.taps("/eroeffnung")
    await spring.does(1, 2)
    polls = []
    for mark, question, yes in ((house, "Soll die Stadt das Spielhaus reparieren?", 11), (tables, "Tisch?", 7)):
        await spring.begins(mark)
        if mark == house:
            assert "Reparaturen bezahlt die Stadt." in await spring.cockpit()
        polls.append(await spring.asks(mark, question))
        await spring.votes(["yes"] * yes + ["no"] * (11 - yes))
        await spring.ends(mark)
    await spring.closes()
    minutes = await found.minutes_of(spring)
    assert "Das ist sowieso Aufgabe der Gemeinde. Reparaturen bezahlt die Stadt." in minutes
    assert "Beschluss 2. Abstimmung Nr. 2" in minutes and "7 dafür, 4 dagegen" in minutes

    handed = await found.hands_over(*polls, to=town)
    await found.answers(handed, "yes", "Im Sommer repariert.")
    autumn = await found.plans("Herbst")
    await autumn.taps("/einladung")
    told = await found.reads("/sitzungen/2")
    assert f"Soll die Stadt das Spielhaus reparieren? Stadt sagt: Ja. Weiter geht es am {day(in_weeks(12))}." in told
    assert f"Tisch? Stadt antwortet bis {day(in_weeks(8))}." in told
    assert told.count(f"Stand vom {day(today())}") == 2
