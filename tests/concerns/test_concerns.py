""" "Ich mache mir Sorgen um jemanden": sealed for two, and for nobody else."""

import asyncio
from datetime import timedelta

import pytest

from tests import makers, makers_people
from tests.client import Client
from tests.makers_concerns import Account, account, two_keepers
from zukunftsparlament.concerns import actions, checks, keys, queries
from zukunftsparlament.concerns import controllers as doors
from zukunftsparlament.concerns.box import Paper
from zukunftsparlament.concerns.keeping import become_keeper, set_welfare, step_back
from zukunftsparlament.concerns.restoring import drop_what_opens_for_nobody
from zukunftsparlament.concerns.rules import ConcernWhyNot, HandedOn
from zukunftsparlament.kernel.clock import now, today
from zukunftsparlament.kernel.keys import keys_folder
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.staff import end_staff

pytestmark = pytest.mark.usefixtures("store")

WORDS = "Mein Freund isst seit Tagen nichts mehr."
PAPER = Paper(WORDS, "Vorschlag 7", "")


@pytest.fixture(autouse=True)
def forgiving() -> None:
    makers_people.forgive_everybody()
    for throttle in (doors.by_address, doors.first_ones, doors.by_all, doors.at_most, doors.by_card):
        throttle._buckets.clear()
    for key in (keys_folder() / "concerns").glob("*.key"):
        key.unlink()


async def read(keeper: Account) -> list[Paper | None]:
    return [one.paper for one in await actions.open_all(keeper.id, keeper.passphrase)]


async def test_both_keepers_read_what_somebody_wrote_signed_out(client: Client) -> None:
    ada, ben = await two_keepers()

    page = (await client.get("/sorge?wo=Vorschlag%207")).text
    answer = await client.send_form("/sorge", {"text": WORDS, "where": "Vorschlag 7"})

    assert page.index("112") < page.index("116 111") < page.index('name="text"') and "Vorschlag 7" in page
    assert answer.headers["location"] == "/sorge/danke" and "116 111" in (await client.get("/sorge/danke")).text
    assert await read(ada) == await read(ben) == [PAPER]


@pytest.mark.parametrize(("fields", "name"), [({"may_ask": "on"}, "Leise Eule"), ({}, "")])
async def test_the_name_is_inside_only_when_somebody_may_be_asked(
    client: Client, fields: dict[str, str], name: str
) -> None:
    ada, _ = await two_keepers()
    await client.sign_in(member=await makers.member(name="Leise Eule"))

    await client.send_form("/sorge", {"text": WORDS, **fields})

    assert await read(ada) == [Paper(WORDS, "", name)]


async def test_nothing_says_who_wrote_it_or_when_in_the_day(client: Client) -> None:
    await two_keepers()
    await client.sign_in(member=await makers.member())
    await Sql("UPDATE session SET seen_at = $1").rows(now() - timedelta(days=3))
    before = [str(await Sql(f"SELECT * FROM {table}").rows()) for table in ("session", "journal_entry", "message")]

    await client.send_form("/sorge", {"text": WORDS})

    after = [str(await Sql(f"SELECT * FROM {table}").rows()) for table in ("session", "journal_entry", "message")]
    assert before == after
    [row] = await Sql("SELECT * FROM concern").rows()
    assert set(row) == {"id", "token", "day"} and row["day"] == today()
    file = next((keys_folder() / "concerns").glob("*.key"))
    assert file.stat().st_mtime % 3600 == 0
    assert len({len(bytes(row["box"])) for row in await Sql("SELECT box FROM concern_box").rows()}) == 1


async def test_without_two_who_read_nothing_looks_as_if_it_worked(client: Client) -> None:
    ada = await account("Ada")
    await become_keeper(ada.id, ada.passphrase, actor="office:Ada")

    page = (await client.get("/sorge")).text
    answer = await client.send_form("/sorge", {"text": WORDS})

    assert "112" in page and 'name="text"' not in page
    assert answer.status_code == 409 and WORDS in answer.text
    assert await queries.how_many() == 0 and list((keys_folder() / "concerns").glob("*.key")) == []


@pytest.mark.parametrize("words", ["", " \u200b\n", "ö" * 2001, "<b>" * 7000])
async def test_what_does_not_fit_is_not_lost(client: Client, words: str) -> None:
    await two_keepers()

    answer = await client.send_form("/sorge", {"text": words, "where": "x"})

    assert answer.status_code == 422
    assert words.strip().replace("<", "&lt;").replace(">", "&gt;") in answer.text


async def test_nobody_keeps_it_shut_for_who_has_a_card(client: Client) -> None:
    await two_keepers()
    for _ in range(doors.at_most.limit.free):
        doors.at_most.count("")

    shut = await client.send_form("/sorge", {"text": WORDS})
    assert shut.status_code == 429 and WORDS in shut.text and "116 111, bei Gefahr 112" in shut.text
    await client.sign_in(member=await makers.member())
    tried = [(await client.send_form("/sorge", {"text": WORDS})).status_code for _ in range(11)]
    assert tried == 10 * [303] + [429]


async def test_few_who_write_a_lot_do_not_keep_it_shut_for_others(client: Client) -> None:
    await two_keepers()
    for _ in range(doors.by_all.limit.free):
        doors.by_all.count("")

    tried = [(await client.send_form("/sorge", {"text": WORDS})).status_code for _ in range(4)]

    assert tried == 3 * [303] + [429] and await queries.how_many() == 3


async def test_the_longest_concern_fits_whatever_it_is_made_of() -> None:
    ada, _ = await two_keepers()
    for sign in ('"', "\x01", "\U0001f600", "\n"):
        await actions.write_down(Paper(sign * 2000, "\x01" * 100, "x" * 60))

    assert len(await read(ada)) == 4


async def test_who_was_signed_out_meanwhile_is_told_before_the_name_gets_lost(client: Client) -> None:
    await two_keepers()

    answer = await client.send_form("/sorge", {"text": WORDS, "may_ask": "on"})

    assert answer.status_code == 422 and "nicht mehr angemeldet" in answer.text and WORDS in answer.text
    assert await queries.how_many() == 0


async def test_the_queue_is_for_the_two_alone_and_asks_again(client: Client) -> None:
    ada, _ = await two_keepers()
    other = await account("Cem")
    await actions.write_down(PAPER)
    member = await makers.member(role="moderator")
    for staff, young in ((other.id, None), (None, member), (None, await makers.chair())):
        await client.sign_in(staff=staff, member=young)
        assert (await client.get("/buero/sorgen")).status_code == 403
        assert (await client.send_form("/buero/sorgen", other.typed())).status_code == 403
        assert (await client.send_form("/buero/sorgen/x/weitergabe", {"to": "welfare"})).status_code == 403
    with pytest.raises(Missing):
        await actions.open_all(other.id, other.passphrase)

    await client.sign_in(staff=ada.id)
    shut = await client.get("/buero/sorgen")
    wrong = await client.send_form("/buero/sorgen", {**ada.typed(), "passphrase": "vier leise eulen im wald"})
    opened = await client.send_form("/buero/sorgen", ada.typed())

    assert WORDS not in shut.text and "Eine Sorge wartet" in shut.text
    assert wrong.status_code == 422 and WORDS not in wrong.text
    assert WORDS in opened.text and opened.headers["cache-control"] == "no-store"


async def test_a_passphrase_typed_in_a_session_that_has_ended_stands_in_no_page(client: Client) -> None:
    ada, _ = await two_keepers()

    answer = await client.send_form("/buero/sorgen", ada.typed())

    assert answer.status_code == 401 and ada.passphrase not in answer.text


async def test_one_keepers_key_does_not_open_with_another_passphrase() -> None:
    ada, ben = await two_keepers()
    await actions.write_down(PAPER)

    with pytest.raises(Refused) as refused:
        await actions.open_all(ada.id, ben.passphrase)

    assert refused.value.reason is ConcernWhyNot.CANNOT_OPEN


async def test_handed_on_is_gone_for_good_and_only_the_number_stays(client: Client) -> None:
    ada, ben = await two_keepers()
    await actions.write_down(PAPER)
    token = (await actions.open_all(ada.id, ada.passphrase))[0].token
    await client.sign_in(staff=ada.id)

    unsaid = await client.send_form(f"/buero/sorgen/{token}/weitergabe", {})
    done = await client.send_form(f"/buero/sorgen/{token}/weitergabe", {"to": "welfare"})
    again = await client.send_form(f"/buero/sorgen/{token}/weitergabe", {"to": "settled"})

    assert (unsaid.status_code, done.headers["location"]) == (422, "/buero/sorgen?erledigt=ja")
    assert again.headers["location"] == "/buero/sorgen?erledigt=schon"
    assert await read(ben) == [] and keys.key_of(token) is None
    assert await Sql("SELECT number FROM concern_month").value() == 1
    assert "weniger als fünf" in (await client.get("/buero/sorgen")).text
    details = [row["details"] for row in await Sql("SELECT details FROM journal_entry WHERE verb = 'hand_on'").rows()]
    assert details == ['{"to":"welfare"}']


async def test_two_who_hand_on_at_once_do_it_once() -> None:
    ada, _ = await two_keepers()
    await actions.write_down(PAPER)
    token = (await actions.open_all(ada.id, ada.passphrase))[0].token

    done = await asyncio.gather(*(actions.hand_on(token, HandedOn.WELFARE, actor="office:Ada") for _ in range(3)))

    assert sorted(done) == [False, False, True]


async def test_a_third_keeper_and_a_second_time_are_refused_also_at_once() -> None:
    people = [await account(name) for name in ("Ada", "Ben", "Cem")]

    outcomes = await asyncio.gather(
        *(become_keeper(one.id, one.passphrase, actor="office:x") for one in people), return_exceptions=True
    )

    refusals = [outcome.reason for outcome in outcomes if isinstance(outcome, Refused)]
    assert refusals == [ConcernWhyNot.TWO_ALREADY]
    first = (await queries.keepers())[0]
    with pytest.raises(Refused) as again:
        await become_keeper(first.staff, "korrekt pferd batterie", actor="office:x")
    assert again.value.reason is ConcernWhyNot.KEEPER_ALREADY


async def test_whoever_takes_over_reads_what_the_other_has_opened_since() -> None:
    ada, ben = await two_keepers()
    await actions.write_down(PAPER)
    await end_staff("Ben")
    assert not await queries.can_be_read()
    cem = await account("Cem")
    await become_keeper(cem.id, cem.passphrase, actor="office:Cem")

    assert await read(cem) == [None]
    assert await read(ada) == [PAPER]
    assert await read(cem) == [PAPER]
    with pytest.raises(Missing):
        await read(ben)
    assert [await check.find() for check in checks.CHECKS] == [None]


async def test_a_new_passphrase_needs_a_new_yes() -> None:
    ada, _ = await two_keepers()
    await Sql("UPDATE staff SET passphrase_hash = 'x' WHERE id = $1").rows(ada.id)

    assert await queries.keeper(ada.id) is None and not await queries.can_be_read()
    await become_keeper(ada.id, ada.passphrase, actor="office:Ada")
    assert await queries.can_be_read()


async def test_nobody_steps_back_while_something_waits() -> None:
    ada, _ = await two_keepers()
    await actions.write_down(PAPER)
    with pytest.raises(Refused) as refused:
        await step_back(ada.id, actor="office:Ada")
    assert refused.value.reason is ConcernWhyNot.STILL_WAITING

    token = (await actions.open_all(ada.id, ada.passphrase))[0].token
    await actions.hand_on(token, HandedOn.SETTLED, actor="office:Ada")
    await step_back(ada.id, actor="office:Ada")

    assert [keeper.name for keeper in await queries.keepers()] == ["Ben"]


async def test_an_old_backup_brings_nothing_back_that_was_handed_on() -> None:
    ada, _ = await two_keepers()
    await actions.write_down(PAPER)
    token = (await actions.open_all(ada.id, ada.passphrase))[0].token
    keys.destroy(token)  # what hand_on did after the backup was made

    assert "Schlüssel" in str(await checks.CHECKS[0].find())
    assert await read(ada) == [None]
    assert await drop_what_opens_for_nobody() == 1
    assert await read(ada) == []


async def test_the_page_names_the_welfare_office_and_until_then_whom_to_ask(client: Client) -> None:
    contact = '{"name": "Treffpunkt", "place": "", "phone": "02301 1", "email": ""}'
    await Sql("INSERT INTO municipality (name, parliament, contact) VALUES ('Ort', 'Rat', $1)").rows(contact)

    before = (await client.get("/sorge")).text
    await client.sign_in(staff=await makers.staff())
    empty = await client.send_form("/buero/jugendamt", {"name": "Jugendamt", "phone": ""})
    words = await client.send_form("/buero/jugendamt", {"name": "Jugendamt", "phone": "kommt noch"})
    saved = await client.send_form("/buero/jugendamt", {"name": "Jugendamt im Kreis", "phone": "02303 27-0"})
    after = (await client.get("/sorge")).text

    assert "fehlt hier noch" in before and "Treffpunkt" in before
    assert (empty.status_code, words.status_code, saved.status_code) == (422, 422, 303)
    assert "Jugendamt im Kreis" in after and "02303 27-0" in after and "fehlt hier noch" not in after
    await set_welfare({"name": "", "place": "", "phone": "", "email": ""}, actor="office:x")
    assert "fehlt hier noch" in (await client.get("/sorge")).text


async def test_a_flood_is_slowed_down(client: Client) -> None:
    await two_keepers()
    answers = [await client.send_form("/sorge", {"text": WORDS}) for _ in range(31)]

    assert [answer.status_code for answer in answers] == [303] * 30 + [429]
    assert WORDS in answers[-1].text and answers[-1].headers["retry-after"]
