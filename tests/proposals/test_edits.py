"""A released text stays as it was until its edit is released; then everybody can read both."""

import asyncio
from collections.abc import Iterator

import pytest

from tests import makers, makers_moderation, makers_proposals
from tests.client import Client
from tests.statements import counted
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import backings, coauthors, edits, record_step
from zukunftsparlament.proposals.actions.moderation import Moderator, decide
from zukunftsparlament.proposals.around_checks import CHECKS
from zukunftsparlament.proposals.queries import held, pages, versions
from zukunftsparlament.proposals.rules import Stage
from zukunftsparlament.proposals.rules.moderation import Decision

pytestmark = pytest.mark.usefixtures("store")

OFFICE = Moderator("office:Jugendbüro", None)
TOKEN = Sql("SELECT token FROM proposal_version WHERE number IS NULL")
VERSIONS_OF = Sql("SELECT count(*) FROM proposal_version v JOIN proposal p ON p.id = v.proposal WHERE p.number = $1")
JOURNAL = Sql("SELECT verb, subject_kind, subject_number FROM journal_entry")
CHANGED = {"title": "Mehr Bänke", "text": "Wir wollen lange sitzen.", "reason": "Weil man müde wird.", "topic": "sport"}


@pytest.fixture(autouse=True)
async def _all_is_well(store: None) -> Iterator[None]:  # type: ignore[misc]
    yield
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)


async def edited(number: int, author: int, **typed: str) -> bool:
    await edits.keep(number, author, {**CHANGED, **typed}, stamp="")
    return await edits.submit(number, await makers_proposals.me(author))


async def test_an_edit_is_a_new_version_that_everybody_can_compare(client: Client) -> None:
    author, backer = await makers.member(), await makers.member()
    number = await makers_proposals.proposal(author=author, title="Mehr Tische", backers=(backer,))
    await client.sign_in(member=author)
    assert (await client.get(f"/vorschlaege/{number}/aenderung")).status_code == 200

    answer = await client.send_form(f"/vorschlaege/{number}/aenderung", {**CHANGED, "stamp": ""})

    assert (answer.status_code, answer.headers["location"]) == (303, f"/vorschlaege/{number}")
    client.token = None
    shown, compared = (
        (await client.get(f"/vorschlaege/{number}")).text,
        await client.get(f"/vorschlaege/{number}/fassungen"),
    )
    assert "Mehr Bänke" in shown and "geändert am" in shown and "Was ist anders?" in shown
    assert "Tische" in compared.text and "<ins>" in compared.text and "<del>" in compared.text
    assert "lange" in compared.text and "Freizeit" in compared.text and "no-cache" in compared.headers["cache-control"]
    found = await versions.versions(number)
    assert [(one.number, one.says["title"]) for one in found] == [(2, "Mehr Bänke"), (1, "Mehr Tische")]
    assert await makers_moderation.told(backer) == ["backed_edited"]
    assert (await pages.proposal(number, member=backer)).is_backed


async def test_a_held_edit_is_invisible_to_everybody_else(client: Client) -> None:
    author, other = await makers.member(under_14=True), await makers.member()
    number = await makers_proposals.proposal(author=author, title="Mehr Tische", backers=(other,))
    before, heard = await client.get(f"/vorschlaege/{number}"), hub.everything

    assert not await edited(number, author, text="Ruf mich an")

    after = await client.get(f"/vorschlaege/{number}")
    assert (after.headers["etag"], after.text, hub.everything) == (before.headers["etag"], before.text, heard)
    assert "noch so, wie er am Anfang war" in (await client.get(f"/vorschlaege/{number}/fassungen")).text
    assert await makers_moderation.told(other) == []
    await client.sign_in(member=other)
    assert (await client.get(f"/vorschlaege/{number}/aenderung")).status_code == 404
    assert "Ruf mich" not in (await client.get("/meins")).text
    await client.sign_in(member=author)
    assert "wird gelesen" in (await client.get(f"/vorschlaege/{number}/aenderung")).text
    waiting = await client.send_form(f"/vorschlaege/{number}/aenderung", {**CHANGED, "text": "Doch anders"})
    assert waiting.status_code == 409


async def test_a_moderator_sees_what_is_different_and_releases_it_once(client: Client) -> None:
    author = await makers.member(under_14=True)
    number = await makers_proposals.proposal(author=author, title="Mehr Tische")
    await edited(number, author)
    token = await TOKEN.value()
    await client.sign_in(staff=await makers.staff())
    assert "Änderung:" in (await client.get("/buero/freigaben")).text
    shown = (await client.get(f"/buero/freigaben/{token}")).text
    assert "<ins>" in shown and "Tische" in shown

    outcomes = await asyncio.gather(*(decide(token, Decision.RELEASE, "", by=OFFICE) for _ in range(4)))

    assert sorted(ours for _post, ours in outcomes) == [False, False, False, True]
    assert [(one.number, one.says["title"]) for one in await versions.versions(number)] == [
        (2, "Mehr Bänke"),
        (1, "Mehr Tische"),
    ]
    assert await makers_moderation.told(author) == ["edit_released"]
    assert [tuple(row.values()) for row in await JOURNAL.rows()] == [("release", "edit", number)]
    assert (await held.queue(1)).count == 0


async def test_asked_back_is_written_anew_and_read_once_more() -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author)
    assert not await edited(number, author, text="Ruf an: 0151 23456789")
    token = await TOKEN.value()
    await decide(token, Decision.ASK, "Ohne Nummer, bitte.", by=OFFICE)
    proposal = await pages.proposal(number, member=author)
    edit = await versions.newest_edit(proposal.id)
    assert edit is not None and edit.is_asked_back and edit.office_words == "Ohne Nummer, bitte."

    assert await edits.keep(number, author, CHANGED, stamp=edit.stamp)
    assert not await edits.submit(number, await makers_proposals.me(author))
    await decide(token, Decision.DECLINE, "Nein.", by=OFFICE)
    assert await edited(number, author)

    assert [one.number for one in await versions.versions(number)] == [2, 1]


async def test_what_two_authors_write_at_once_is_not_lost() -> None:
    author, friend = await makers.member(), await makers.member()
    number = await makers_proposals.proposal(author=author)
    await coauthors.accept(await coauthors.invite(number, author), friend)

    assert await edits.keep(number, author, {"text": "Erstes Handy"}, stamp="")
    assert not await edits.keep(number, friend, {"text": "Zweites Handy"}, stamp="")

    edit = await versions.newest_edit((await pages.proposal(number, member=author)).id)
    assert edit is not None and edit.says["text"] == "Erstes Handy"


async def test_wrong_fields_are_kept_and_said(client: Client) -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author)
    await client.sign_in(member=author)
    address = f"/vorschlaege/{number}/aenderung"

    wrong = await client.send_form(address, {**CHANGED, "title": "x" * 81, "stamp": ""})
    again = (await client.get(address)).text

    assert wrong.status_code == 422 and "Es passen höchstens 80 hinein" in wrong.text
    assert "x" * 81 in again
    assert (await pages.proposal(number, member=None)).version == 1
    gone = await client.send_form(f"{address}/loeschung")
    assert gone.status_code == 303 and "x" * 81 not in (await client.get(address)).text


async def test_a_second_tap_says_what_the_first_one_did(client: Client) -> None:
    for under_14, goes_to in ((False, ""), (True, "/aenderung")):
        author = await makers.member(under_14=under_14)
        number = await makers_proposals.proposal(author=author, title="Mehr Tische")
        await client.sign_in(member=author)
        address = f"/vorschlaege/{number}/aenderung"
        taps = [client.send_form(address, {**CHANGED, "stamp": ""}) for _ in range(3)]
        answers = [*await asyncio.gather(*taps), await client.send_form(address, {**CHANGED, "stamp": ""})]
        assert {answer.headers.get("location") for answer in answers} == {f"/vorschlaege/{number}{goes_to}"}
        assert await VERSIONS_OF.value(number) == (1 if under_14 else 2)


async def test_going_back_to_an_older_form_of_ones_own_is_no_conflict(client: Client) -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author, title="Mehr Tische")
    await client.sign_in(member=author)
    address = f"/vorschlaege/{number}/aenderung"
    assert (await client.send_form(address, {**CHANGED, "text": "x" * 2500, "stamp": ""})).status_code == 422
    assert (await client.send_form(address, {**CHANGED, "stamp": ""})).status_code == 303


async def test_what_was_declined_is_not_handed_in_by_sending_what_stands_there(client: Client) -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author)
    await edited(number, author, text="Ruf an: 0151 23456789")
    await decide(await TOKEN.value(), Decision.DECLINE, "Ohne Nummer.", by=OFFICE)
    await Sql("UPDATE proposal_version SET text = 'Geht jetzt durch.'").rows()  # as if the guard knew better by now
    await client.sign_in(member=author)

    answer = await client.send_form(f"/vorschlaege/{number}/aenderung", {"stamp": ""})

    assert answer.status_code == 422 and "noch nichts geändert" in answer.text
    assert (await pages.proposal(number, member=None)).version == 1


async def test_nothing_changed_is_no_version(client: Client) -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author)
    await client.sign_in(member=author)

    answer = await client.send_form(f"/vorschlaege/{number}/aenderung", {"stamp": ""})

    assert answer.status_code == 422 and "noch nichts geändert" in answer.text


@pytest.mark.parametrize("stage", ["in_vote", "accepted", "withdrawn", "merged", "answered"])
async def test_what_is_voted_on_stays_as_it_was_read(client: Client, stage: str) -> None:
    author = await makers.member(under_14=True)
    number = await makers_proposals.proposal(author=author, title="Mehr Tische")
    await edited(number, author)
    token = await TOKEN.value()
    async with writing():
        await record_step(await makers_proposals.proposal_id(number), stage)

    with pytest.raises(Refused):
        await decide(token, Decision.RELEASE, "", by=OFFICE)
    await client.sign_in(member=author)
    assert (await client.send_form(f"/vorschlaege/{number}/aenderung", CHANGED)).status_code == 409
    assert (await held.queue(1)).count == 0  # it rests
    assert (await pages.proposal(number, member=None)).title == "Mehr Tische"


async def test_edit_and_withdrawal_at_once_are_one_after_the_other() -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author)
    await edits.keep(number, author, CHANGED, stamp="")
    me = await makers_proposals.me(author)

    done = await asyncio.gather(
        edits.submit(number, me),
        backings.withdraw(number, author, reason="already_done"),
        edits.submit(number, me),
        return_exceptions=True,
    )

    proposal = await pages.proposal(number, member=None)
    assert proposal.stage is Stage.WITHDRAWN and proposal.version in (1, 2)
    assert not [one for one in done if isinstance(one, BaseException) and not isinstance(one, Refused)]


async def test_nobody_else_may_edit_and_no_removed_text_is_read_on() -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author)
    with pytest.raises(Missing):
        await edits.keep(number, await makers.member(), CHANGED, stamp="")
    await edited(number, author)
    proposal = await makers_proposals.proposal_id(number)
    await Sql("UPDATE proposal SET removed_at = released_at, title = 'Entfernt', text = '' WHERE id = $1").rows(
        proposal
    )

    for door in (versions.versions(number), edits.submit(number, await makers_proposals.me(author))):
        with pytest.raises(Missing):
            await door
    async with writing():
        await edits.wipe_versions(proposal)
    assert not await Sql("SELECT id FROM proposal_version WHERE title <> '' OR text <> ''").rows()


async def test_a_page_with_many_versions_asks_as_often_as_one_with_two(client: Client) -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author)
    asked = []
    for text in ("eins", "zwei", "drei"):
        await edited(number, author, text=text)
        await client.sign_in(member=author)
        with counted() as statements:
            assert (await client.get(f"/vorschlaege/{number}/fassungen")).status_code == 200
        asked.append(len(statements))
    with counted() as statements:
        await client.get(f"/vorschlaege/{number}")
    assert asked[0] == asked[2] <= 5 and len(statements) <= 5


TAMPERED = {
    "a gap": "DELETE FROM proposal_version WHERE number = 1",
    "another text": "UPDATE proposal SET text = 'Untergeschoben'",
    "one too many": "UPDATE proposal SET version = 1",
    "an author who backs": "INSERT INTO backing (proposal, member) SELECT proposal, author FROM proposal_version "
    "WHERE number = 1",
}


@pytest.mark.parametrize("how", list(TAMPERED))
async def test_verify_sees_what_does_not_fit(how: str) -> None:
    author, friend = await makers.member(), await makers.member()
    number = await makers_proposals.proposal(author=author)
    await edited(number, author)
    await coauthors.accept(await coauthors.invite(number, author), friend)
    await coauthors.leave(number, author)
    await coauthors.accept(await coauthors.invite(number, friend), author)
    try:
        await Sql(TAMPERED[how]).rows()
        assert any([await check.find() for check in CHECKS])
    finally:
        await Sql("DELETE FROM proposal").rows()
