"""Two taps from an item of the agenda to a question on all phones, and all its next steps on the cockpit."""

import pytest

from tests import makers, makers_sittings, makers_votes
from tests.client import Client, as_read
from tests.makers_sittings import CHAIR
from tests.makers_votes import Room
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.rules.in_sitting import HeldAs

pytestmark = pytest.mark.usefixtures("store")

WORDS = {"question": "Soll es einen Skatepark geben?", "yes_means": "Wir fordern ihn.", "no_means": "Es bleibt so."}
NEW_NUMBERS = Sql("SELECT number FROM poll ORDER BY number")


async def room_with_chair(client: Client, **wished: object) -> Room:
    room = await makers_votes.room(**wished)  # type: ignore[arg-type]
    chair = await makers.chair()
    await makers_sittings.present(room.sitting, chair)
    await client.sign_in(member=chair)
    return room


def form_of(room: Room) -> str:
    return f"/vorsitz/{room.sitting.number}/punkte/{room.item.mark}/abstimmung"


async def test_the_form_is_filled_in_and_the_second_tap_opens(client: Client) -> None:
    room = await room_with_chair(client, title="Ein Skatepark neben der Villa")
    page = (await client.get(form_of(room))).text
    assert "Beschließen wir das: Ein Skatepark neben der Villa?" in page
    assert "Das gilt ab jetzt: Ein Skatepark neben der Villa." in page and "Es bleibt, wie es ist." in page
    answer = await client.send_form(
        form_of(room), WORDS | {"kind": "whole", "secrecy": "open", "fund": "", "then": "open"}
    )
    assert answer.status_code == 303 and answer.headers["Location"] == f"/vorsitz/{room.sitting.number}"
    vote = await queries.vote_of(room.sitting)
    assert vote and vote.takes_votes
    assert "In 10 Sekunden schließen" in (await client.get(f"/vorsitz/{room.sitting.number}")).text


async def test_every_step_is_one_tap_on_the_cockpit(client: Client) -> None:
    room = await room_with_chair(client)
    number = await makers_votes.prepared(room)
    act = f"/vorsitz/{room.sitting.number}/abstimmungen/{number}"
    page = as_read((await client.get(f"/vorsitz/{room.sitting.number}")).text)
    assert f"Die Frage heißt: \u2068{makers_votes.draft().question}" in page
    for step, then in (
        ("/eroeffnung", "In 10 Sekunden schließen"),
        ("/schluss", "Anhalten"),
        ("/schluss/halt", "In 10 Sekunden schließen"),
    ):
        assert then in (await client.send_form(act + step, htmx=True)).text
    too_early = await client.send_form(act + "/ergebnis", htmx=True)
    assert too_early.status_code == 409 and "Die Abstimmung läuft noch." in as_read(too_early.text)
    await makers_votes.voted(room, number, ["yes", "no", "yes"])
    await makers_votes.closed(number)
    assert "Auszählen und zeigen" in (await client.get(f"/vorsitz/{room.sitting.number}")).text
    await actions.count_poll(number, actor=CHAIR)  # as two keys do
    shows = (await client.get(f"/vorsitz/{room.sitting.number}")).text
    assert "Ergebnis zeigen" in shows and "Auszählen und zeigen" not in shows
    page = as_read((await client.send_form(act + "/ergebnis", htmx=True)).text)
    assert "Das ist das Ergebnis. Angenommen: 2 dafür, 1 dagegen. Damit sind wir mit Punkt" in page
    assert (await client.send_form(f"/vorsitz/99/abstimmungen/{number}/schluss")).status_code == 404


async def test_what_is_missing_is_said_beside_its_field(client: Client) -> None:
    room = await room_with_chair(client)
    answer = await client.send_form(form_of(room), WORDS | {"kind": "whole", "secrecy": "open", "yes_means": " "})
    assert answer.status_code == 422
    assert 'id="yes_means-error"' in answer.text and "Wir fordern" not in answer.text and "Es bleibt so." in answer.text


async def test_another_kind_keeps_what_was_typed(client: Client) -> None:
    room = await room_with_chair(client)
    fields = {"kind": "whole", "art": "alternatives", "question": "Welche Farbe?", "secrecy": "hands"}
    page = (await client.send_form(form_of(room) + "/art", fields)).text
    assert "Welche Farbe?" in page and 'name="options"' in page and 'value="hands" checked' in page


async def test_points_are_votes_of_their_own(client: Client) -> None:
    room = await room_with_chair(client)
    fields = WORDS | {"kind": "points", "points": "Drei Jahre\nZwei Sitze", "no_vote": "", "secrecy": "open"}
    assert (await client.send_form(form_of(room), fields | {"question": "Die Satzung"})).status_code == 303
    polls = await queries.polls_of(room.sitting)
    assert [(poll.question, poll.point) for poll in polls] == [("Drei Jahre", 1), ("Zwei Sitze", 2)]


async def test_an_amendment_and_a_practice_vote(client: Client) -> None:
    room = await room_with_chair(client)
    motion = await makers_votes.prepared(room)
    page = (await client.get(form_of(room) + "?art=amendment")).text
    assert "So heißt die Frage danach" in page and f'value="{motion}"' in page
    new = {"amends": str(motion), "new_question": "Am Bahnhof?", "new_yes_means": "Wir fordern ihn dort."}
    await client.send_form(form_of(room), WORDS | new | {"kind": "amendment", "secrecy": "open"})
    change = (await NEW_NUMBERS.rows())[-1]["number"]
    assert (await queries.poll(change)).amendment["question"] == "Am Bahnhof?"
    await client.send_form(form_of(room) + "/uebung")
    vote = await queries.vote_of(room.sitting)
    assert vote and vote.poll.practice and vote.poll.question == "Pizza oder Nudeln?"


async def test_without_a_quorum_the_cockpit_says_why(client: Client) -> None:
    room = await room_with_chair(client, voters=2, absent=9)
    number = await makers_votes.prepared(room)
    act = f"/vorsitz/{room.sitting.number}/abstimmungen/{number}/eroeffnung"
    answer = await client.send_form(act, htmx=True)
    assert answer.status_code == 409 and "Gerade sind zu wenige da, um etwas zu beschließen." in as_read(answer.text)


async def test_a_vote_by_hands_has_a_sentence_of_its_own(client: Client) -> None:
    room = await room_with_chair(client)
    await makers_votes.opened(room, held=HeldAs(by_hands=True))
    assert "Jetzt zählen wir Hände." in as_read((await client.get(f"/vorsitz/{room.sitting.number}")).text)
