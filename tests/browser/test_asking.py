"""What is asked beside a ballot, in Chromium: nothing of it touches the paper."""

from playwright.sync_api import expect

from tests.browser.conftest import Phones
from tests.browser.world import World


def test_an_explanation_appears_beside_a_ballot_that_is_held(fresh_world: World, phones: Phones) -> None:
    chair = phones(fresh_world, role="chair")
    chair.go("/vorsitz")
    chair.page.get_by_text("Abstimmen üben").click()
    chair.send("Mit allen Sitzen üben")
    chair.send("Jetzt eröffnen")
    poll = chair.page.url
    voter = phones(fresh_world, role="member")
    voter.page.goto(poll + "/stimme")
    receipt = voter.page.locator(".receipt").inner_text()

    voter.tap("Ich habe die Frage nicht verstanden")
    expect(voter.page.get_by_text("nur, wie viele das sagen, nicht wer")).to_be_focused()
    chair.page.get_by_text("Die Frage erklären").click()
    chair.page.get_by_label("Erklärung").fill("Gemeint ist das Essen am Freitag.")
    chair.send("Allen zeigen")

    expect(voter.page.get_by_text("Gemeint ist das Essen am Freitag.")).to_be_visible()
    assert voter.page.locator(".receipt").inner_text() == receipt
    voter.tap("Nudeln")
    voter.sees("Deine Stimme ist drin.")
    voter.sees("Das ist eine Übung.")


def test_asking_for_secrecy_can_be_undone_and_makes_it_secret(fresh_world: World, phones: Phones) -> None:
    chair = phones(fresh_world, role="chair")
    chair.go("/abstimmungen/neu")
    for label, text in (("Frage", "Wollen wir ein Maskottchen?"), ("Ja heißt", "Ja."), ("Nein heißt", "Nein.")):
        chair.page.locator("main").get_by_label(label).first.fill(text)
    chair.choose("Offen")
    chair.choose("Die Sitze im Parlament")
    chair.send("Vorbereiten")
    voter = phones(fresh_world, role="member")
    voter.page.goto(chair.page.url)
    voter.tap("Bitte geheim abstimmen")
    voter.sees("Diese Abstimmung ist jetzt geheim.")  # in the demo's rules of procedure one is enough
    chair.page.reload()
    chair.sees("Darum ist diese Abstimmung geheim.")
