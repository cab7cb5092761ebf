"""The question box: what is held nobody can tell of, what is released is answered, and all goes with its author."""

import asyncio
from collections.abc import Awaitable
from contextvars import Context

import pytest

from tests import makers, makers_sittings
from tests.client import Client, as_read
from tests.makers_room import in_the_room, open_sitting_with_item, seat
from zukunftsparlament.departures.actions import leave as leave_for_good
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.queries.left_over import left_over
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.people.departing import Why
from zukunftsparlament.people.messages import newest
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.rules.moderation import Decision, WhyNotModerate
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.questions import answer, decide_question
from zukunftsparlament.sittings.actions.speaking import raise_hand
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.queries.questions import (
    own_questions,
    released_questions,
    unanswered_questions,
    waiting_questions,
)
from zukunftsparlament.sittings.rules import SittingKind
from zukunftsparlament.sittings.rules.room_words import RoomWhyNot

pytestmark = pytest.mark.usefixtures("store")
OFFICE = "office:Frau Beispiel"
READER = Moderator(OFFICE, None, 1)
HELD = "Ruf mich an: 0176 12345678"
YOUNG = Sql("UPDATE member SET premoderated_until = '2099-12' WHERE id = $1")
TURNS = Sql("SELECT member, seat FROM speaking_turn WHERE sitting = $1")


async def asker(client: Client, *, under_14: bool = False) -> tuple[Sitting, int]:
    sitting, one = await open_sitting_with_item(), await seat()
    await in_the_room(sitting, one)
    if under_14:
        await YOUNG.rows(one.holder)
    await client.sign_in(member=one.holder)
    return sitting, one.holder


async def put_in(client: Client, sitting: Sitting, text: str) -> int:
    return (await client.send_form(f"{sitting.address}/fragen", {"text": text})).status_code


async def test_a_question_is_public_and_answered(client: Client) -> None:
    sitting, member = await asker(client)

    assert await put_in(client, sitting, "Wann kommt der Zaun?") == 303
    assert await put_in(client, sitting, "Wann kommt der Zaun?") == 303  # a double tap
    (one,) = await released_questions(sitting.id)
    assert (one.text, one.item) == ("Wann kommt der Zaun?", "Ein Skatepark")
    both = (answer(sitting.number, one.mark, "Im Mai.", actor=OFFICE) for _ in range(2))
    await asyncio.gather(*both)
    with pytest.raises(Refused) as refused:
        await answer(sitting.number, one.mark, "Nie.", actor=OFFICE)

    assert refused.value.reason is RoomWhyNot.ALREADY_ANSWERED
    assert [found.answer for found in await released_questions(sitting.id)] == ["Im Mai."]
    assert [message.kind for message in await newest(member)] == ["question_answered"]


@pytest.mark.parametrize(("text", "under_14"), [(HELD, False), ("Wann kommt der Zaun?", True)])
async def test_what_is_held_exists_for_its_author_only(client: Client, text: str, under_14: bool) -> None:
    sitting, member = await asker(client, under_14=under_14)
    before = hub.version(sitting.room)

    assert await put_in(client, sitting, text) == 303
    assert text in (await client.get(f"{sitting.address}/fragen")).text
    assert hub.version(sitting.room) == before
    assert await released_questions(sitting.id) == []
    other = await Client().sign_in(member=await makers.member())
    assert text not in (await other.get(f"{sitting.address}/fragen")).text
    await other.aclose()

    (held,) = await own_questions(sitting.id, member)
    outcomes = await asyncio.gather(
        *(decide_question(sitting.number, held.mark, Decision.RELEASE, "", by=READER) for _ in range(3))
    )
    assert sorted(outcomes) == [False, False, True]
    assert [one.text for one in await released_questions(sitting.id)] == [text]
    assert hub.version(sitting.room) == before + 1
    assert [message.kind for message in await newest(member)] == ["question_released"]


async def refusal(act: Awaitable[object]) -> object:
    with pytest.raises(Refused) as refused:
        await act
    return refused.value.reason


async def test_nobody_releases_their_own_and_declining_has_a_reason(client: Client) -> None:
    sitting, member = await asker(client)
    await put_in(client, sitting, HELD)
    (held,) = await own_questions(sitting.id, member)
    own = decide_question(sitting.number, held.mark, Decision.RELEASE, "", by=Moderator("moderator", member))
    assert await refusal(own) is WhyNotModerate.OWN_POST
    with pytest.raises(Missing):
        await answer(sitting.number, held.mark, "Ja.", actor=OFFICE)

    office = await Client().sign_in(staff=await makers.staff())
    address = f"/buero/fragen/{sitting.number}/{held.mark}"
    assert HELD in (await office.get("/buero/fragen")).text
    assert (await office.send_form(address, {"decision": "decline", "text": ""})).status_code == 422
    done = await office.send_form(address, {"decision": "decline", "text": "Bitte ohne Nummer."})
    await office.aclose()

    assert done.status_code == 303
    assert "Bitte ohne Nummer." in (await client.get(f"{sitting.address}/fragen")).text
    assert await released_questions(sitting.id) == []


async def test_a_question_behind_closed_doors_is_for_the_office(client: Client) -> None:
    sitting, _member = await asker(client)
    assert await put_in(client, sitting, HELD) == 303
    moderator = await Client().sign_in(member=await makers.member(role="moderator"))
    assert HELD in (await moderator.get("/buero/fragen")).text
    await Sql("UPDATE agenda_item SET public = $2, title = 'Streit' WHERE sitting = $1").rows(sitting.id, False)
    desk = (await moderator.get("/buero/fragen")).text
    assert HELD not in desk and "Streit" not in desk
    assert (await moderator.get(f"/buero/fragen/{sitting.number}/1")).status_code == 404
    await moderator.aclose()
    assert [one.text for one in await waiting_questions(by_office=True)] == [HELD]


async def test_what_cannot_be_put_in_is_kept_on_the_page(client: Client) -> None:
    sitting, _ = await asker(client)
    long = "x" * 20_000

    answered = await client.send_form(f"{sitting.address}/fragen", {"text": long})
    assert (answered.status_code, long in answered.text) == (422, True)
    assert await put_in(client, sitting, "  ") == 422
    assert [await put_in(client, sitting, f"Frage {n}?") for n in range(6)] == 5 * [303] + [409]
    outside = await Client().sign_in(member=await makers.member())
    assert await put_in(outside, sitting, "Darf ich?") == 409
    await outside.aclose()


@pytest.mark.parametrize("with_texts", [False, True])
async def test_who_goes_leaves_seats_and_no_name(client: Client, with_texts: bool) -> None:
    sitting, member = await asker(client)
    await put_in(client, sitting, "Wann kommt der Zaun?")
    await put_in(client, sitting, HELD)
    await raise_hand(sitting.number, member)

    going = leave_for_good(Leaver(member, with_texts), why=Why.SELF)
    await asyncio.create_task(going, context=Context())  # not a part of the request before

    left = [one.text for one in await released_questions(sitting.id)]
    assert left == ([] if with_texts else ["Wann kommt der Zaun?"])
    assert await own_questions(sitting.id, member) == []
    assert [row["member"] for row in await TURNS.rows(sitting.id)] == [None]
    found = await queries.speaking_of(sitting)
    assert (found.waiting, await queries.here(sitting.id)) == ([], [])


async def test_what_is_asked_in_a_rehearsal_is_no_duty_of_the_office(client: Client) -> None:
    sitting, one = await makers_sittings.sitting(kind=SittingKind.REHEARSAL, opened=True), await seat()
    await in_the_room(sitting, one)
    await client.sign_in(member=one.holder)
    box = (await client.get(f"{sitting.address}/fragen")).text
    assert "In der Übung antwortet niemand" in as_read(box) and "schriftliche Antwort" not in box
    for text in ("Wann essen wir alle zusammen?", HELD):
        assert await put_in(client, sitting, text) == 303

    assert (await left_over()).questions == 0
    assert await unanswered_questions() == []
    (held,) = await waiting_questions(by_office=True)  # a worry is read all the same
    await client.sign_in(staff=await makers.staff())
    desk = (await client.get("/buero/fragen")).text
    assert (
        held.text in desk
        and '<span class="mark">Übung</span>' in desk
        and str(sitting.number) not in desk.replace(f"/buero/fragen/{sitting.number}/", "")
    )
