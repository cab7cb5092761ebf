import asyncio

import pytest

from tests import makers, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import record_step, talk
from zukunftsparlament.proposals.queries import pages
from zukunftsparlament.proposals.queries.talk import voices
from zukunftsparlament.proposals.rules import ReportReason, Stance

pytestmark = pytest.mark.usefixtures("store")

REPORTS = Sql("SELECT reason, text, reporter, proposal, comment FROM report ORDER BY id")


async def test_a_contribution_stands_on_its_side_and_counts(client: Client) -> None:
    number = await makers_proposals.proposal()
    await client.sign_in(member=await makers.member())

    answer = await client.send_form(f"/vorschlaege/{number}/beitraege", {"stance": "against", "text": "Zu laut."})
    page = await client.get(f"/vorschlaege/{number}")

    assert (answer.status_code, answer.headers["location"]) == (303, f"/vorschlaege/{number}#b1")
    assert 'class="voice voice--against" id="b1"' in page.text
    assert (await pages.proposal(number, member=None)).comments == 1


async def test_the_same_sent_five_times_at_once_is_one() -> None:
    number, me = await makers_proposals.proposal(), await makers_proposals.me(await makers.member())

    numbers = await asyncio.gather(*(talk.say(number, Stance.FOR, "Ja!", answer_to=None, me=me) for _ in range(5)))

    assert numbers == 5 * [1]
    assert (await pages.proposal(number, member=None)).comments == 1


async def test_answers_are_one_level_deep() -> None:
    number, me = await makers_proposals.proposal(), await makers_proposals.me(await makers.member())
    first = await talk.say(number, Stance.QUESTION, "Wer zahlt?", answer_to=None, me=me)
    second = await talk.say(number, Stance.FOR, "Die Gemeinde.", answer_to=first, me=me)
    await talk.say(number, Stance.FOR, "Oder der Kreis.", answer_to=second, me=me)

    found = await voices((await pages.proposal(number, member=None)).id, member=None)

    assert [voice.text for voice in found["question"][0].answers] == ["Die Gemeinde.", "Oder der Kreis."]
    assert found["for"] == []


async def test_a_held_contribution_is_seen_by_its_author_alone(client: Client) -> None:
    number = await makers_proposals.proposal()
    child = await makers.member(under_14=True)
    await client.sign_in(member=child)

    answer = await client.send_form(
        f"/vorschlaege/{number}/beitraege", {"stance": "for", "text": "Ich will das!"}, htmx=True
    )
    mine = await client.get(f"/vorschlaege/{number}")
    await client.sign_in(member=await makers.member())
    theirs = await client.get(f"/vorschlaege/{number}")

    assert answer.status_code == 200
    assert answer.text.lstrip().startswith("<section")
    assert "Erst liest ihn jemand" in answer.text
    assert "Wird gelesen" in mine.text
    assert "Ich will das!" in mine.text
    assert "Ich will das!" not in theirs.text


@pytest.mark.parametrize("htmx", [False, True])
async def test_what_is_wrong_is_said_beside_what_was_typed(client: Client, htmx: bool) -> None:
    number = await makers_proposals.proposal()
    await client.sign_in(member=await makers.member())
    address = f"/vorschlaege/{number}/beitraege"

    long = await client.send_form(address, {"stance": "laut", "text": "x" * 20_000}, htmx=htmx)
    empty = await client.send_form(address, {"stance": "for", "text": " \u200b "}, htmx=htmx)

    assert (long.status_code, empty.status_code) == (422, 422)
    assert "höchstens 1000" in long.text
    assert "Such aus, was du sagen willst" in long.text
    assert "x" * 20_000 in long.text
    assert "Schreib etwas" in empty.text


@pytest.mark.parametrize("stage", ["withdrawn", "merged", "not_taken_up"])
async def test_what_is_given_up_takes_no_contribution(client: Client, stage: str) -> None:
    number = await makers_proposals.proposal()
    async with writing():
        await record_step(await makers_proposals.proposal_id(number), stage)
    await client.sign_in(member=await makers.member())

    answer = await client.send_form(f"/vorschlaege/{number}/beitraege", {"stance": "for", "text": "Doch!"})

    assert answer.status_code == 409
    assert 'id="sagen"' not in (await client.get(f"/vorschlaege/{number}")).text


async def test_an_answer_to_something_elsewhere_is_missing(client: Client) -> None:
    here, there = await makers_proposals.proposal(), await makers_proposals.proposal()
    elsewhere = await makers_proposals.contribution(there)
    await client.sign_in(member=await makers.member())

    for answer_to in (elsewhere, 99, "quatsch", 10**30):
        fields = {"stance": "for", "text": "Ja", "answer_to": answer_to}
        assert (await client.send_form(f"/vorschlaege/{here}/beitraege", fields)).status_code == 404


async def test_a_report_takes_one_reason_and_reaches_the_moderators_once(client: Client) -> None:
    number = await makers_proposals.proposal()
    said = await makers_proposals.contribution(number)
    reporter = await makers.member()
    page = await client.get(f"/beitraege/{said}/meldungen")
    signed_out = await client.send_form(f"/beitraege/{said}/meldungen", {"reason": "insult"})
    await client.sign_in(member=reporter)

    for _ in range(2):
        answer = await client.send_form(f"/beitraege/{said}/meldungen", {"reason": "insult", "text": "Gemein"})
        assert answer.headers["location"] == f"/vorschlaege/{number}/meldungen/danke"
    thanks = await client.get(answer.headers["location"])
    about = await client.send_form(f"/vorschlaege/{number}/meldungen", {"reason": "advert"})
    wrong = await client.send_form(f"/vorschlaege/{number}/meldungen", {"reason": "?", "text": "y" * 1001})

    rows = await REPORTS.rows()
    assert page.text.count('name="reason"') == len(ReportReason) >= 6
    assert (signed_out.status_code, thanks.status_code, about.status_code, wrong.status_code) == (401, 200, 303, 422)
    assert [(row["reason"], row["text"], row["reporter"]) for row in rows] == [
        ("insult", "Gemein", reporter),
        ("advert", "", reporter),
    ]
    assert (rows[0]["proposal"], rows[1]["comment"]) == (None, None)
    assert (await client.send_form("/beitraege/99/meldungen", {"reason": "insult"})).status_code == 404
