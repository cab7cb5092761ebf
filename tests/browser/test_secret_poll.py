"""A secret poll from its question to a list that anybody can recount."""

import json
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Phones
from tests.browser.phone import Phone
from tests.browser.world import World

QUESTION = "Sollen wir eine Nachtwanderung machen?"
VOTES = [*6 * ["Ja"], *2 * ["Nein"], "Enthaltung"]  # nine of eighteen seats: quorate


def prepare(chair: Phone) -> str:
    """Its address."""
    chair.go("/abstimmungen/neu")
    chair.page.get_by_label("Frage", exact=True).fill(QUESTION)
    chair.page.get_by_label("Ja heißt").fill("Wir planen eine für den Herbst.")
    chair.page.get_by_label("Nein heißt").fill("Es gibt keine.")
    chair.choose("Geheim")
    chair.choose("Die Sitze im Parlament")
    chair.send("Vorbereiten")
    return chair.path()


def test_prepared_opened_voted_closed_counted_published_recounted(
    fresh_world: World, phones: Phones, tmp_path: Path
) -> None:
    chair = phones(fresh_world, role="chair")
    address = prepare(chair)
    chair.send("Jetzt eröffnen")

    receipts = {}
    for number, choice in enumerate(VOTES):
        voter = phones(fresh_world, role="member")
        voter.go(address + "/stimme")
        voter.tap(choice, within=".paper__choices", exact=False)
        voter.sees("Deine Stimme ist drin.")
        words = voter.page.locator(".receipt").inner_text().split()
        receipts[number] = "-".join(words).lower()
        voter.hang_up()

    stranger = phones(fresh_world)
    stranger.expects(404)
    for early in ("/ergebnis", "/liste.json", "/pruefen.py"):
        assert stranger.go(address + early).status == 404

    chair.go(address)
    chair.send("In 10 Sekunden schließen")
    chair.send("Countdown anhalten")
    expect(chair.page.get_by_role("button", name="In 10 Sekunden schließen")).to_be_visible()
    chair.send("Sofort schließen")
    chair.send("Auszählen")
    expect(chair.page.locator(".outcome").first).to_contain_text("Angenommen")
    chair.send("Ergebnis veröffentlichen")

    stranger.go(address + "/ergebnis")
    expect(stranger.page.locator(".outcome")).to_have_text("Angenommen")
    assert stranger.page.locator(".legend li").all_inner_texts()[0].split() == ["6", "Ja"]
    published = recount(stranger, address, tmp_path)
    listed = {ballot["receipt"]: ballot["choice"] for ballot in published["ballots"]}
    codes = {"Ja": ["yes"], "Nein": ["no"], "Enthaltung": ["abstain"]}
    assert [listed[receipts[number]] for number in range(len(VOTES))] == [codes[choice] for choice in VOTES]


def recount(phone: Phone, address: str, folder: Path) -> dict[str, list[dict[str, object]]]:
    """Download list and verifier as anybody can, and run them; a list with one flipped byte is found out."""
    for name in ("liste.json", "pruefen.py"):
        with phone.page.expect_download() as downloading:
            phone.page.locator(f"a[href='{address}/{name}']").tap()
        downloading.value.save_as(folder / name)
    run = [sys.executable, "-I", "pruefen.py", "liste.json"]
    assert subprocess.run(run, cwd=folder, capture_output=True).returncode == 0

    whole = (folder / "liste.json").read_bytes()
    flipped = whole.replace(b'["no"]', b'["yes"]', 1)
    assert flipped != whole
    (folder / "liste.json").write_bytes(flipped)
    assert subprocess.run(run, cwd=folder, capture_output=True).returncode == 1
    found: dict[str, list[dict[str, object]]] = json.loads(whole)
    return found
