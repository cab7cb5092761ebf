"""Case 01 in nine browsers at once: two chairs, six members and the projector hold one whole sitting."""

from datetime import timedelta

from playwright.sync_api import expect

from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.test_room import post, projector, room
from tests.browser.world import World
from tests.office.rules import filled
from zukunftsparlament.kernel.clock import HERE, now

PROJECTS = ("Neue Tornetze", "Bunter Schulhof", "Schönere Toiletten", "Leseecke", "Disco-Pause")
SOURCE = "Budget des Rates"
ITEM = "1.000 € für unsere Schulen"
QUESTION = "Was zuerst?"
WAYS = ("Zu gleichen Teilen teilen", "Stichwahl")
TIE = "Gleichstand: „Neue Tornetze“, „Bunter Schulhof“, „Schönere Toiletten“ haben je 2 Stimmen."
COUNTED_DOWN = 14_000  # milliseconds: ten seconds, and what a busy machine takes


def planned(chair: Phone) -> str:
    """With one item, about 1,000 €; invited to. The path of the cockpit."""
    soon = now().astimezone(HERE) + timedelta(minutes=90)
    when = {"day": soon.date().isoformat(), "begins": f"{soon:%H:%M}", "ends": "", "place": "Rathaus"}
    path = post(chair, "/vorsitz/neu", kind="official", title="Frühling", **when)
    cockpit = path.removesuffix("/tagesordnung")
    item = {"kind": "other", "amount": "1.000", "money_source": SOURCE, "late_reason": "Es kam so."}
    post(chair, f"{cockpit}/punkte/neu", title=ITEM, **item)
    post(chair, f"{cockpit}/einladung", late_reason="Es kam so.")
    return cockpit


def tap(chair: Phone, words: str, place: str = "#weiter") -> None:
    """The big next step, once it is this one."""
    step = chair.page.locator(place)
    expect(step).to_contain_text(words)
    chair.touch(step)


def vote(phone: Phone, question: str, choice: str) -> None:
    """On the ballot that has come onto this phone by itself."""
    paper = phone.page.locator("#zettel")
    expect(paper).to_contain_text(question)
    phone.touch(paper.get_by_role("button", name=choice))
    expect(paper).to_contain_text("Gespeichert")


def chair_votes(chair: Phone, question: str, choice: str) -> None:
    """From the cockpit to the own ballot, and back."""
    chair.touch(chair.page.locator("#eigene-stimme"))
    vote(chair, question, choice)
    chair.tap("Sitzung leiten", role="link")


def closed(who: Phone, other: Phone) -> None:
    """One chair closes; ten seconds later the other one counts and shows."""
    tap(who, "In 10 Sekunden schließen", "#schliessen")
    expect(other.page.locator("#halt")).to_be_visible()
    expect(other.page.locator("#auszaehlen")).to_be_visible(timeout=COUNTED_DOWN)
    other.touch(other.page.locator("#auszaehlen"))


def test_case_01_two_chairs_six_members_and_the_projector(fresh_world: World, phones: Phones) -> None:
    office = phones(fresh_world, office=True)
    post(office, "/buero/geschaeftsordnung", **filled(tie="body_decides", quorum_kind="fixed", quorum_number="8"))
    post(office, "/buero/geld", source=SOURCE, year=str(now().year), cents="1.000")
    chairs = [phones(fresh_world, card=card) for card in fresh_world.cards if card["role"] == "chair"]
    first, second = chairs
    members = [phones(fresh_world, role="member") for _ in range(6)]
    cockpit = planned(first)
    first.go(cockpit)
    screen = projector(phones, fresh_world, first)
    wall = screen.page.locator("main")
    expect(wall).to_contain_text("Gleich geht es los.")
    for phone in (*members, *chairs):
        room(phone, cockpit)
    expect(wall).to_contain_text("8 von 18 sind da.")
    for phone in chairs:
        phone.go(cockpit)
    rooms = [phone.page.locator("#raum") for phone in members]

    tap(first, "Sitzung eröffnen")
    expect(wall).to_contain_text("Gleich geht es weiter.")
    for one in rooms:
        expect(one).to_contain_text("Die Sitzung läuft.")
    for number in (1, 2, 3):
        tap(second, f"Punkt {number} beginnt")
        tap(first, f"Punkt {number} ist fertig")
    tap(second, "Punkt 4 beginnt")
    for one in (wall, *rooms, first.page.locator("#punkt")):
        expect(one).to_contain_text(ITEM)

    tap(second, "Abstimmung vorbereiten", "#vorbereiten")
    second.tap("Eins von mehreren")
    second.page.get_by_label("Möglichkeiten").fill("\n".join(PROJECTS))
    second.page.get_by_label("Frage").fill(QUESTION)
    second.tap("Abstimmung öffnen")
    expect(wall).to_contain_text(QUESTION)
    for phone, choice in zip(members, (0, 0, 1, 1, 2, 2), strict=True):
        vote(phone, QUESTION, PROJECTS[choice])
    chair_votes(first, QUESTION, PROJECTS[3])
    chair_votes(second, QUESTION, PROJECTS[4])
    expect(wall).to_contain_text("8 von 8 abgegeben")
    closed(second, first)
    for one in (wall, *rooms, *(chair.page.locator("#abstimmung") for chair in chairs)):
        expect(one).to_contain_text(TIE)

    tap(first, "Klären, wie es weitergeht", "#gleichstand")
    first.tap("Abstimmen, wie es weitergeht")
    tap(second, "Abstimmung öffnen", "[id^=oeffnen-]")
    for phone, choice in zip(members, (0, 0, 0, 0, 0, 1), strict=True):
        vote(phone, "Wie soll es weitergehen?", WAYS[choice])
    chair_votes(first, "Wie soll es weitergehen?", WAYS[1])
    chair_votes(second, "Wie soll es weitergehen?", WAYS[1])
    closed(first, second)
    for one in (wall, *rooms):
        expect(one).to_contain_text("Die meisten Stimmen hat „Zu gleichen Teilen teilen“: 5 von 8.")

    tap(second, "Klären, wie es weitergeht", "#gleichstand")
    second.tap("Zu gleichen Teilen teilen")
    for one in (wall, *rooms, first.page.locator("#abstimmung")):
        expect(one).to_contain_text("Schönere Toiletten")
    for one in (wall, *rooms):
        expect(one).to_contain_text("Neue Tornetze 333,34 €, Bunter Schulhof 333,33 €, Schönere Toiletten 333,33 €")
    tap(first, "Punkt 4 ist fertig")
    first.touch(first.page.locator("#mehr summary"))
    first.tap("Sitzung jetzt schließen")
    expect(second.page.locator("#weiter")).to_contain_text("Anhalten")
    expect(second.page.locator("#weiter")).to_contain_text("Zum Protokoll", timeout=COUNTED_DOWN)
    for one in (wall, *rooms):
        expect(one).to_contain_text("Die Sitzung ist zu Ende.")

    for chair in chairs:
        tap(chair, "Zum Protokoll")
        expect(chair.page.get_by_role("button", name="Ja, das Protokoll stimmt")).to_be_visible()
        chair.send("Ja, das Protokoll stimmt")
    screen.go(f"{cockpit.replace('vorsitz', 'sitzungen')}/protokoll")
    for said in (TIE, "Neue Tornetze: 333,34 €", "8 von 18 Sitzen da · nötig 8", "Übrig sind 0,00 €"):
        expect(screen.page.locator("main")).to_contain_text(said)
