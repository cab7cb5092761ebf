"""Two write together, and two proposals become one: on the phones of everybody whom it concerns."""

from tests.browser import measures
from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.test_propose import write
from tests.browser.world import World


def written(phones: Phones, world: World, title: str) -> tuple[Phone, str]:
    """A phone and the address of the proposal that was written on it."""
    phone = phones(world, card=world.card("young", under_14=False))
    write(phone, title)
    phone.page.wait_for_url("**/vorschlaege/*")
    return phone, phone.path()


def test_a_friend_scans_the_invitation_and_two_proposals_are_merged(fresh_world: World, phones: Phones) -> None:
    author, source = written(phones, fresh_world, "Wasser am Emscherpark")
    other, target = written(phones, fresh_world, "Trinkwasser für alle")

    author.go(f"{source}/mitschreiben")
    author.send("Einladung machen")
    code = author.page.locator(".qr span").inner_text()
    friend = phones(fresh_world, card=fresh_world.card("young", under_14=False))
    friend.go(f"/mitmachen#{code}")
    assert friend.page.get_by_label("Code der Einladung").input_value() == code and "#" not in friend.page.url
    friend.send("Weiter")
    friend.send("Ja, ich schreibe mit")
    friend.sees("Zusammen schreiben")

    moderator = phones(fresh_world, role="moderator")
    moderator.go(f"{source}/zusammenlegung")
    moderator.page.get_by_label("Nummer des anderen").fill(target.rpartition("/")[2])
    moderator.page.get_by_label("Worte an beide").fill("Beide wollen Wasser.")
    moderator.send("Beide fragen")
    moderator.sees("Beide Seiten sind gefragt.")

    measures.bring_axe(friend.context)
    for number, phone in enumerate((friend, other)):
        phone.go("/meins")
        phone.tap("Ansehen", role="link")
        phone.sees("Gehören diese zwei zusammen?")
        if number == 0:
            assert measures.violations(phone.page, "light") == measures.violations(phone.page, "dark") == []
            assert measures.small_targets(phone.page) == []
        phone.send("Ja, zusammenlegen")
    other.page.wait_for_url(f"**{target}")

    author.go(source)
    author.sees("Zusammengelegt")
    author.tap("Weiter bei Vorschlag", role="link")
    author.sees("Ein Vorschlag ist dazugekommen")
