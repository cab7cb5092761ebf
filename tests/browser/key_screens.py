"""The screens of a two-key ballot box. Some need three keepers: two chairs and the office, each with a phone."""

from itertools import count

from tests.browser import signing_in
from tests.browser.phone import Phone
from tests.browser.screens import Screen, Way, fill, sent

_next = count(1)  # the same question twice within a minute is one poll
closed: dict[int, str] = {}  # by world: the address of one box in which everybody may have voted


def prepared(*steps: str) -> Way:
    """A poll with two keys, and on from its page."""

    def reach(phone: Phone) -> None:
        prepare(phone)
        sent(phone.path(), *steps)(phone)

    return reach


def prepare(phone: Phone, secrecy: str = "Geheim") -> None:
    phone.go("/abstimmungen/neu?art=one_of")
    phone.choose("Zwei Schlüssel", role="checkbox")
    fill(
        phone,
        {"Frage": f"Wer spricht für uns, {next(_next)}?", "Möglichkeiten": "Ada\nBo"},
        [secrecy, "Die Sitze im Parlament"],
    )
    phone.send("Vorbereiten")


def to_open(*steps: str) -> Way:
    """A closed box that waits for two cards."""

    def reach(phone: Phone) -> None:
        if id(phone.world) not in closed:
            closed[id(phone.world)] = closed_box(phone)
        sent(closed[id(phone.world)] + "/schluessel", *steps)(phone)

    return reach


def closed_box(phone: Phone) -> str:
    browser = phone.context.browser
    assert browser is not None
    prepare(phone)
    address = phone.path()
    chair, office = Phone(browser, phone.world), Phone(browser, phone.world)
    signing_in.by_link(chair, [card for card in phone.world.cards if card["role"] == "chair"][1])
    signing_in.with_office_session(office)
    for keeper in (phone, chair, office):
        keeper.go(address + "/schluessel")
        keeper.send("Meine Karte holen")
        words = keeper.page.locator(".key-card__words b").all_text_contents()
        field = keeper.page.get_by_label("Wort Nummer")
        asked = keeper.page.locator("label[for=word]").inner_text().split()[2]
        field.fill(words[int(asked) - 1])
        keeper.send("Ich habe die Karte")
    chair.hang_up()
    office.hang_up()
    sent(address, "eröffnen", "Sofort")(phone)
    return address


KEY_SCREENS = [
    Screen("chair", "preparing, two keys for an open vote", lambda phone: prepare(phone, "Offen"), 422),
    Screen("chair", "poll with two keys", prepared()),
    Screen("chair", "key cards, none taken", prepared("→/schluessel")),
    Screen("chair", "key card", prepared("→/schluessel", "Meine Karte holen")),
    Screen("chair", "key card, another word", prepared("→/schluessel", "Meine Karte holen", "Ich habe"), 422),
    Screen("chair", "key cards, to put in", to_open()),
    Screen("chair", "key cards, no card typed", to_open("Karte stecken"), 422),
]
