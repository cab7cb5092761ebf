"""Cards: making, printing, replacing; seats and roles; asking again."""

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import makers
from tests.client import Client
from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import actions, cards, names, queries, seats
from zukunftsparlament.people.batches import BatchWish, read_month, why_not_batch
from zukunftsparlament.people.rules import WhyNot

pytestmark = pytest.mark.usefixtures("store")

WISH = {"count": "3", "premoderated_until": "2031-07", "delete_after": "2037-09"}


async def test_a_batch_has_cards_without_names_that_sign_in(client: Client) -> None:
    school = await makers.school()

    batch = await cards.make_batch(BatchWish(school, 3, "2031-07", "2037-09"), actor="office:Test")

    card = batch.cards[0]
    by_words = await actions.sign_in_with_words(
        card.name, " ".join(word.word for word in card.words), own_device=True, address="::1"
    )
    by_code = await actions.sign_in_with_code(card.code, own_device=False)
    assert by_words != by_code
    assert len({card.name for card in batch.cards}) == 3
    rows = await Sql("SELECT role, premoderated_until, delete_after FROM member").rows()
    assert rows == 3 * [{"role": "young", "premoderated_until": "2031-07", "delete_after": "2037-09"}]


async def test_no_secret_of_a_card_is_in_the_store() -> None:
    batch = await cards.make_batch(BatchWish(None, 2, "", "2031-09"), actor="office:Test")

    stored = str(await Sql("SELECT * FROM card").rows()) + str(await Sql("SELECT * FROM journal_entry").rows())
    for card in batch.cards:
        assert card.code not in stored
        assert card.name not in stored


async def test_the_office_makes_and_prints_and_nobody_else_gets_the_sheet(client: Client) -> None:
    school = await makers.school()
    await client.sign_in(staff=await makers.staff())

    made = await client.send_form("/buero/karten", {**WISH, "school": str(school)})
    ready = made.headers["location"]
    page = await client.get(ready)
    sheet = await client.get(f"{ready}.pdf")
    async with Client() as other:
        await other.sign_in(staff=await makers.staff())
        stolen = await other.get(f"{ready}.pdf")

    assert (made.status_code, page.status_code, sheet.status_code) == (303, 200, 200)
    assert sheet.content.startswith(b"%PDF-")
    assert sheet.headers["cache-control"] == "no-store"
    assert stolen.status_code == 404


async def test_every_field_of_a_batch_says_what_is_wrong_and_keeps_what_was_typed(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())

    answer = await client.send_form(
        "/buero/karten", {"school": "99", "count": "zehn", "premoderated_until": "Juli", "delete_after": "2020-01"}
    )

    assert answer.status_code == 422
    assert 'value="zehn"' in answer.text
    assert 'value="Juli"' in answer.text
    assert len(re.findall("-error", answer.text)) >= 4


async def test_months_may_be_written_as_people_write_them() -> None:
    await cards.make_batch(BatchWish(None, 1, "07/2031", "9.2037"), actor="office:Test")

    row = await Sql("SELECT premoderated_until, delete_after FROM member").row()
    assert row == {"premoderated_until": "2031-07", "delete_after": "2037-09"}


def test_children_under_14_cannot_be_left_unread_by_an_empty_field() -> None:
    wish = BatchWish(None, 1, "", "2037-09")

    assert why_not_batch(wish, schools=[], month="2026-11") == {"premoderated_until": WhyNot.MODERATION_MISSING}
    assert why_not_batch(wish, schools=[], month="2031-09") == {}


@pytest.mark.parametrize("typed", ["07/20٣١", "20٢٩-07", "13/2031", "0/2031"])
def test_what_is_no_month_is_refused(typed: str) -> None:
    wish = BatchWish(None, 1, "", read_month(typed))

    assert why_not_batch(wish, schools=[], month="2026-11") == {"delete_after": WhyNot.END_WRONG}


async def test_replacing_kills_the_old_card_and_its_sessions_and_tells_the_owner(client: Client) -> None:
    old = (await cards.make_batch(BatchWish(None, 1, "", "2031-09"), actor="office:Test")).cards[0]
    session = await actions.sign_in_with_code(old.code, own_device=True)

    new = await cards.replace_card(old.name, actor="office:Test")

    with pytest.raises(Refused):
        await actions.sign_in_with_code(old.code, own_device=True)
    client.token = session
    assert (await client.send_form("/abmeldung")).status_code == 401
    assert await actions.sign_in_with_code(new.code, own_device=True)
    assert await Sql("SELECT kind FROM message").value() == "card_replaced"
    assert [entry["kind"] for entry in deletions.entries() if entry["kind"] == "card"] == ["card"]


async def test_cards_ask_again_after_ten_minutes_and_go_on_where_one_was(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())
    await Sql("UPDATE session SET confirmed_at = $1").rows(now() - timedelta(minutes=11))

    answer = await client.send_form("/buero/karten", {**WISH, "school": "none"})

    assert answer.status_code == 401
    assert 'name="count" value="3"' in answer.text
    assert 'name="act" value="' in answer.text
    assert await Sql("SELECT count(*) FROM card").value() == 0


@given(st.text(max_size=8), st.text(max_size=8), st.one_of(st.none(), st.integers(-5, 10_000)))
def test_only_sensible_batches_pass(until: str, after: str, count: int | None) -> None:
    problems = why_not_batch(BatchWish(None, count, until, after), schools=[], month="2026-11")

    if not problems:
        assert count is not None and 1 <= count <= 200
        assert "2026-11" < after <= "2041-11"
        assert until == "" or until < after


async def test_a_chosen_name_is_theirs_alone(client: Client) -> None:
    first, second = await makers.member(), await makers.member()
    name = (await names.offered())[0]

    await names.choose_name(first, name)
    with pytest.raises(Refused) as refused:
        await names.choose_name(second, name)
    with pytest.raises(Refused) as made_up:
        await names.choose_name(second, "Bürgermeister")

    assert (refused.value.reason, made_up.value.reason) == (WhyNot.NAME_TAKEN, WhyNot.NAME_NOT_OFFERED)
    assert await Sql("SELECT name FROM member WHERE id = $1").value(first) == name


async def test_a_seat_is_taken_once_and_a_chair_needs_one() -> None:
    await makers.seat(1, school=None, place=1)
    batch = await cards.make_batch(BatchWish(None, 2, "", "2031-09"), actor="office:Test")
    first, second = (card.name for card in batch.cards)

    with pytest.raises(Refused) as no_seat:
        await seats.give_role(first, "chair", actor="office:Test")
    await seats.take_seat(1, first, actor="office:Test")
    await seats.give_role(first, "chair", actor="office:Test")
    with pytest.raises(Refused) as taken:
        await seats.take_seat(1, second, actor="office:Test")
    assert await queries.seated_members() == [await Sql("SELECT id FROM member WHERE role = 'chair'").value()]

    await seats.leave_seat(1, actor="office:Test")
    assert (no_seat.value.reason, taken.value.reason) == (WhyNot.CHAIRS_NEED_A_SEAT, WhyNot.SEAT_IS_TAKEN)
    assert await Sql("SELECT count(*) FROM member WHERE role = 'chair'").value() == 0
