"""One objection, decided by somebody else; put back is exactly as it was, and what nobody wants back is gone."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from tests import makers, makers_polls, makers_proposals
from tests import makers_moderation as posts
from tests.client import Client
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.office.objections import carry_out as rule_on
from zukunftsparlament.office.reports import carry_out as settle
from zukunftsparlament.polls.rules import Electorate
from zukunftsparlament.proposals.actions.backings import back
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.actions.objections import object_to, rule
from zukunftsparlament.proposals.actions.wiping import wipe_removed
from zukunftsparlament.proposals.checks import CHECKS
from zukunftsparlament.proposals.rules.moderation import Verdict, WhyNotModerate
from zukunftsparlament.proposals.rules.objections import TIME_TO_OBJECT, ObjectionWhyNot, Ruling

pytestmark = pytest.mark.usefixtures("store")

TABLES = ("proposal", "comment", "proposal_step", "backing", "poll")
AGE = Sql("UPDATE removal SET removed_at = $1")


async def state() -> dict[str, list[str]]:
    """Everything that was said, counted and voted about proposals."""
    return {table: sorted(map(str, await Sql(f"SELECT * FROM {table}").rows())) for table in TABLES}


async def office() -> Moderator:
    id_ = await makers.staff()
    return Moderator(f"office:{id_}", None, id_)


async def a_proposal(author: int) -> int:
    """With a backing, a contribution, and a poll about it."""
    number = await posts.public_proposal(author=author, title="Nachts ins Freibad")
    await back(number, await makers.member())
    await posts.public_comment(author=await makers.member(), under=number)
    await makers_polls.prepared(question="Nachts ins Freibad?", proposal=number, electorate=Electorate.CARDS)
    return number


async def removed(number: int, *, by: Moderator, kind: str = "proposal", reporter: int | None = None) -> str:
    """Something reported and removed. Returns the token of the removal."""
    report = posts.reported_proposal if kind == "proposal" else posts.reported_comment
    done = await settle(
        await report(number, reporter=reporter or await makers.member()), Verdict.REMOVE, "So nicht.", by=by
    )
    assert done.removal is not None
    return done.removal


@pytest.mark.parametrize("kind", ["proposal", "comment"])
async def test_put_back_is_exactly_as_it_was(kind: str) -> None:
    author, reporter = await makers.member(), await makers.member()
    number = await a_proposal(author)
    subject = number if kind == "proposal" else await posts.public_comment(author=author, under=number)
    before = await state()
    token = await removed(subject, by=await office(), kind=kind, reporter=reporter)
    assert await state() != before

    await object_to(token, "Das stand nirgends verboten.", author=author)
    assert await rule_on(token, Ruling.PUT_BACK, "Stimmt, tut uns leid.", by=await office())

    assert await state() == before
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)
    assert (await posts.told(author))[-2:] == ["removed", "objection_decided"]
    assert await posts.told(reporter) == ["report_settled", "report_reviewed"]
    verbs = [(row["actor"][:7], row["verb"]) for row in await posts.JOURNAL.rows()][-2:]
    assert verbs == [("office:", "remove"), ("office:", "put_back")]


async def test_who_removed_it_does_not_decide_about_it(client: Client) -> None:
    author = await makers.member()
    ours = await office()
    token = await removed(await a_proposal(author), by=ours)
    await object_to(token, "Doch.", author=author)

    with pytest.raises(Refused) as refused:
        await rule(token, Ruling.UPHOLD, "Nein.", by=ours)
    assert refused.value.reason is WhyNotModerate.OWN_REMOVAL

    await client.sign_in(staff=ours.staff)
    address = f"/buero/einsprueche/{token}"
    alone = await client.get(address)
    answer = await client.send_form(address, {"decision": "uphold", "text": "Nein."})
    assert "staff add" in alone.text and 'name="decision"' not in alone.text
    assert answer.status_code == 409 and "entscheidet nicht selbst" in answer.text

    other = await makers.staff()
    assert "staff add" not in (await client.get(address)).text
    await client.sign_in(staff=other)
    wordless = await client.send_form(address, {"decision": "put_back", "text": " "})
    assert wordless.status_code == 422
    done = await client.send_form(address, {"decision": "uphold", "text": "Es bleibt dabei."})
    assert done.headers["location"] == "/buero/einsprueche?erledigt=uphold"
    late = await client.send_form(address, {"decision": "put_back", "text": "Doch."})
    assert late.status_code == 200 and "war schneller" in late.text and "Bleibt entfernt" in late.text


async def test_a_moderator_rules_where_the_office_removed_but_not_about_their_own_words(client: Client) -> None:
    author, moderator = await makers.member(role="moderator"), await makers.member(role="moderator")
    token = await removed(await a_proposal(author), by=await office())
    await object_to(token, "Doch.", author=author)

    for member, status in ((author, 409), (moderator, 303)):
        await client.sign_in(member=member)
        answer = await client.send_form(f"/buero/einsprueche/{token}", {"decision": "put_back", "text": "Ja."})
        assert answer.status_code == status


async def test_the_author_objects_once_within_fourteen_days(client: Client) -> None:
    author, other = await makers.member(), await makers.member()
    token = await removed(await a_proposal(author), by=await office())
    address = f"/meins/entfernt/{token}"
    await client.sign_in(member=author)

    page = (await client.get(address)).text
    assert "Nachts ins Freibad" in page and "So nicht." in page and "Ich bin nicht einverstanden" in page
    assert (await client.send_form(address, {"text": " "})).status_code == 422
    long = await client.send_form(address, {"text": "x" * 1001})
    assert long.status_code == 422 and "x" * 1001 in long.text
    for _ in range(2):
        assert (await client.send_form(address, {"text": "Das ist wichtig."})).status_code == 303
    assert (await client.send_form(address, {"text": "Und noch was."})).status_code == 409
    assert "Jemand anderes schaut" in (await client.get(address)).text

    await client.sign_in(member=other)
    assert (await client.get(address)).status_code == 404
    assert (await client.send_form(address, {"text": "Ich auch."})).status_code == 404
    with pytest.raises(Missing):
        await object_to(token, "Ich auch.", author=other)


async def test_after_fourteen_days_it_is_too_late_and_the_words_are_gone(client: Client) -> None:
    author = await makers.member()
    token = await removed(await a_proposal(author), by=await office())
    assert await wipe_removed() == 0
    await AGE.rows(now() - TIME_TO_OBJECT - timedelta(seconds=1))

    with pytest.raises(Refused) as refused:
        await object_to(token, "Doch.", author=author)
    assert refused.value.reason is ObjectionWhyNot.TOO_LATE
    assert (await wipe_removed(), await wipe_removed()) == (1, 0)

    everything = str(
        [await Sql(f"SELECT * FROM {table}").rows() for table in (*TABLES, "removal", "report", "message")]
    )
    assert "Nachts ins Freibad" not in everything and "Wir wollen das" not in everything
    await client.sign_in(member=author)
    assert "endgültig gelöscht" in (await client.get(f"/meins/entfernt/{token}")).text


async def test_who_waits_for_an_answer_loses_nothing_to_the_clock() -> None:
    author = await makers.member()
    number = await posts.public_comment(author=author, under=await posts.public_proposal(), text="Mein Satz")
    token = await removed(number, by=await office(), kind="comment")
    await object_to(token, "Doch.", author=author)
    await AGE.rows(now() - 3 * TIME_TO_OBJECT)

    assert await wipe_removed() == 0
    await rule(token, Ruling.UPHOLD, "Es bleibt.", by=await office())
    assert await wipe_removed() == 1

    assert await Sql("SELECT text FROM comment WHERE number = $1").value(number) == ""
    assert await Sql("SELECT objection FROM removal").value() == ""


async def test_what_was_put_back_is_not_wiped() -> None:
    author = await makers.member()
    number = await posts.public_comment(author=author, under=await posts.public_proposal(), text="Mein Satz")
    token = await removed(number, by=await office(), kind="comment")
    await object_to(token, "Doch.", author=author)
    await rule(token, Ruling.PUT_BACK, "Ja.", by=await office())

    await wipe_removed()

    assert await Sql("SELECT text FROM comment WHERE number = $1").value(number) == "Mein Satz"
    assert await Sql("SELECT kept FROM removal").value() == ""


async def test_of_two_rulings_at_once_one_counts() -> None:
    author = await makers.member()
    number = await a_proposal(author)
    token = await removed(number, by=await office())
    await object_to(token, "Doch.", author=author)

    outcomes = await asyncio.gather(
        rule_on(token, Ruling.PUT_BACK, "Ja.", by=await office()),
        rule_on(token, Ruling.UPHOLD, "Nein.", by=await office()),
        rule_on(token, Ruling.PUT_BACK, "Ja, ja.", by=await office()),
    )

    assert sorted(outcomes) == [False, False, True]
    assert (await posts.told(author)).count("objection_decided") == 1
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)


async def test_removing_and_backing_at_once_do_not_wait_in_a_circle() -> None:
    author = await makers.member()
    number = await a_proposal(author)
    token = await posts.reported_proposal(number, reporter=await makers.member())
    backers = [await makers.member() for _ in range(4)]

    async def backed(member: int) -> Any:
        try:
            return await back(number, member)
        except Refused as refused:  # it was removed before
            return refused

    await asyncio.gather(
        settle(token, Verdict.REMOVE, "So nicht.", by=await office()), *(backed(member) for member in backers)
    )

    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)


async def test_the_queue_asks_the_same_number_of_questions_whatever_waits(client: Client) -> None:
    from tests.statements import counted

    await client.sign_in(staff=await makers.staff())
    asked = []
    for more in (1, 2):
        for _ in range(more):
            author = await makers.member()
            token = await removed(await makers_proposals.proposal(author=author), by=await office())
            await object_to(token, "Doch.", author=author)
        with counted() as statements:
            assert "Nicht einverstanden" not in (await client.get("/buero/einsprueche")).text
        asked.append(len(statements))

    assert asked[0] == asked[1] <= 5
