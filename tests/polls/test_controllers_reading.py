import json
import subprocess
from pathlib import Path

import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.statements import counted
from zukunftsparlament.kernel.picture_words import picture_of
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.rules import Secrecy

pytestmark = pytest.mark.usefixtures("store")
PUBLISHED = ("ergebnis", "liste.json", "liste.sig", "pruefen.py")


async def test_nothing_is_published_before_it_is(client: Client) -> None:
    poll = await makers_polls.counted(["yes", "no", "yes"])
    for visitor in (None, poll.voters[0], await makers.chair()):
        if visitor:
            await client.sign_in(member=visitor)
        for name in PUBLISHED:
            assert (await client.get(f"/abstimmungen/{poll.number}/{name}")).status_code == 404
    page = (await client.get(f"/abstimmungen/{poll.number}")).text
    assert "2 dafür, 1 dagegen" in page  # the chair, who publishes it
    await client.sign_in(member=poll.voters[0])
    assert "dafür" not in (await client.get(f"/abstimmungen/{poll.number}")).text


async def test_what_is_read_aloud_is_a_place_that_stays(client: Client) -> None:
    """A region that replaces itself takes its aria-live with it, and nothing is said."""
    poll = await makers_polls.opened()
    await client.sign_in(member=poll.voters[0])
    for page in ("", f"/{poll.number}", f"/{poll.number}/stimme"):
        assert '<div class="live-room" aria-live="polite"' in (await client.get(f"/abstimmungen{page}")).text
    for part in ("", f"/{poll.number}", f"/{poll.number}/stand"):
        assert (
            "aria-live" not in (await client.get(f"/abstimmungen{part}", headers={"HX-Request-Type": "partial"})).text
        )


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


async def test_everybody_can_recount_what_is_published(client: Client, tmp_path: Path) -> None:
    poll = await makers_polls.published(["yes", "no", "yes", "abstain"])
    address = f"/abstimmungen/{poll.number}"
    page = (await client.get(f"{address}/ergebnis")).text
    assert "2 dafür, 1 dagegen, 1 Enthaltung" in page
    for name in ("liste.json", "liste.sig", "pruefen.py"):
        (tmp_path / name).write_bytes((await client.get(f"{address}/{name}")).content)
    (tmp_path / "schluessel.pem").write_bytes((await client.get("/schluessel.pem")).content)

    listed = json.loads((tmp_path / "liste.json").read_bytes())
    assert (listed["turnout"], len(listed["ballots"])) == (4, 4)
    checked = run(["python3", "pruefen.py", "liste.json"], tmp_path)
    assert (checked.returncode, "ALLES STIMMT" in checked.stdout) == (0, True)
    command = next(line.split() for line in checked.stdout.splitlines() if "openssl" in line)
    assert run(command, tmp_path).returncode == 0
    slips = (await client.get(f"{address}/zettel")).text
    for ballot in listed["ballots"]:
        assert all(picture_of(word).word in slips for word in ballot["receipt"].split("-"))


async def test_one_who_voted_alone_learns_nothing_about_others(client: Client) -> None:
    alone = await makers_polls.published(["yes"])
    assert "Alle haben gleich abgestimmt" not in (await client.get(f"/abstimmungen/{alone.number}/ergebnis")).text


async def test_no_turnout_is_promised_once_the_poll_is_closed(client: Client) -> None:
    poll = await makers_polls.opened()
    await actions.close_poll(poll.number, actor=makers_polls.CHAIR)
    page = (await client.get(f"/abstimmungen/{poll.number}")).text
    assert "ist geschlossen" in page and "sobald es genug sind" not in page


async def test_a_tie_is_shown_as_a_tie(client: Client) -> None:
    poll = await makers_polls.published(["1", "2", "abstain"], options="Rot\nBlau", secrecy=Secrecy.OPEN)
    page = (await client.get(f"/abstimmungen/{poll.number}/ergebnis")).text
    assert "Gleichstand" in page
    assert "„Rot“, „Blau“ haben je 1 Stimme" in page


async def test_a_unanimous_secret_result_says_what_it_reveals(client: Client) -> None:
    poll = await makers_polls.opened()
    await client.sign_in(member=poll.voters[0])
    assert "Wenn alle gleich abstimmen" in (await client.get(f"/abstimmungen/{poll.number}/stimme")).text
    unanimous = await makers_polls.published(["yes"] * 3)
    assert "Alle haben gleich abgestimmt" in (await client.get(f"/abstimmungen/{unanimous.number}/ergebnis")).text


async def test_what_was_published_stays_readable_when_the_poll_is_voided(client: Client) -> None:
    poll = await makers_polls.published(["yes"] * 3)
    await actions.void_poll(poll.number, "Jemand fehlte im Verzeichnis.", actor=makers_polls.CHAIR)
    page = await client.get(f"/abstimmungen/{poll.number}/ergebnis")
    assert (page.status_code, "Jemand fehlte im Verzeichnis." in page.text) == (200, True)


async def test_the_list_says_who_can_vote_and_who_has(client: Client) -> None:
    poll = await makers_polls.opened()
    await makers_polls.prepared(question="Kommt noch")
    page = (await client.get("/abstimmungen")).text
    assert ("Kommt noch" in page, "Du kannst abstimmen" in page) == (True, False)
    await client.sign_in(member=poll.voters[0])
    assert "Du kannst abstimmen" in (await client.get("/abstimmungen")).text
    await makers_polls.vote(poll, poll.voters[0])
    assert "Du hast abgestimmt" in (await client.get("/abstimmungen")).text


async def test_a_poll_can_be_read_before_it_opens_so_that_a_room_can_wait_for_it(client: Client) -> None:
    number = await makers_polls.prepared()
    page = await client.get(f"/abstimmungen/{number}")
    assert (page.status_code, "Lass diese Seite offen" in page.text) == (200, True)


async def test_interim_results_are_shown_to_nobody(client: Client) -> None:
    poll = await makers_polls.voted(["no"] * 4, voters=11)
    for visitor in (None, poll.voters[0], await makers.chair()):
        if visitor:
            await client.sign_in(member=visitor)
        for address in (f"/abstimmungen/{poll.number}", "/abstimmungen", f"/abstimmungen/{poll.number}/stand"):
            page = (await client.get(address)).text
            assert "dagegen" not in page
            assert "Mindestens" not in page.replace("Mindestens die Hälfte muss dabei sein", "")


async def queries_of(client: Client, address: str) -> int:
    with counted() as asked:
        assert (await client.get(address)).status_code == 200
    return len(asked)


async def test_a_page_needs_the_same_few_queries_for_one_row_and_for_three(client: Client) -> None:
    needed = []
    for _round in range(2):
        poll = await makers_polls.opened()
        await makers_polls.published(["yes"] * 3)
        await client.sign_in(member=poll.voters[0])
        addresses = ("/abstimmungen", f"/abstimmungen/{poll.number}", f"/abstimmungen/{poll.number}/stimme")
        needed.append([await queries_of(client, address) for address in addresses])
        await makers_polls.opened()
        await makers_polls.published(["yes"] * 3)
    assert needed[0] == needed[1]
    assert max(needed[0]) <= 5


async def test_the_banner_above_a_ballot_holds_no_form(client: Client) -> None:
    poll = await makers_polls.opened()
    assert "<form" not in (await client.get(f"/abstimmungen/{poll.number}/stand")).text
    await actions.close_poll(poll.number, actor=makers_polls.CHAIR)
    page = (await client.get(f"/abstimmungen/{poll.number}/stand")).text
    assert ("jetzt geschlossen" in page, "<html" in page) == (True, False)


async def test_a_leader_is_told_that_somebody_else_went_on(client: Client) -> None:
    poll = await makers_polls.opened()
    await client.sign_in(member=await makers.chair())
    fragment = {"HX-Request": "true", "HX-Request-Type": "partial"}
    address = f"/abstimmungen/{poll.number}?gesehen=open"
    assert "nächsten Schritt zeigen" not in (await client.get(address, headers=fragment)).text
    await actions.close_poll(poll.number, actor=makers_polls.CHAIR)
    page = (await client.get(address, headers=fragment)).text
    assert ("nächsten Schritt zeigen" in page, "<form" in page) == (True, False)
