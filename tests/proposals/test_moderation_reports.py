import asyncio

import pytest

from tests import makers
from tests import makers_moderation as posts
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.actions.removals import settle
from zukunftsparlament.proposals.actions.removing import Instead
from zukunftsparlament.proposals.queries import pages, reports, talk
from zukunftsparlament.proposals.queries.reports import OneReport
from zukunftsparlament.proposals.rules.moderation import Verdict

pytestmark = pytest.mark.usefixtures("store")

COMMENTS = Sql("SELECT comments FROM proposal WHERE number = $1")
INSTEAD = Instead("Entfernter Vorschlag", "Das Jugendbüro hat ihn entfernt.")


async def settled(token: str, verdict: Verdict) -> tuple[OneReport, bool]:
    by = Moderator("office:Jugendbüro", None)
    done = await settle(token, verdict, "Das verletzt andere.", instead=INSTEAD, by=by)
    return done.report, done.is_ours


async def test_a_removed_contribution_leaves_the_page_and_the_count() -> None:
    author, reporter, under = await makers.member(), await makers.member(), await posts.public_proposal()
    token = await posts.reported_comment(await posts.public_comment(author=author, under=under), reporter=reporter)

    report, is_ours = await settled(token, Verdict.REMOVE)

    assert (report.outcome, is_ours, await COMMENTS.value(under)) == ("removed", True, 0)
    assert (await posts.told(author), await posts.told(reporter)) == (["removed"], ["report_settled"])
    found = await pages.proposal(under, member=None)
    assert not any((await talk.voices(found.id, member=None)).values())


async def test_what_is_kept_stays_and_only_the_reporter_is_told() -> None:
    author, reporter, under = await makers.member(), await makers.member(), await posts.public_proposal()
    token = await posts.reported_comment(await posts.public_comment(author=author, under=under), reporter=reporter)

    report, _ = await settled(token, Verdict.KEEP)

    assert (report.outcome, await COMMENTS.value(under)) == ("kept", 1)
    assert (await posts.told(author), await posts.told(reporter)) == ([], ["report_settled"])


async def test_all_reports_about_the_same_thing_are_settled_at_once() -> None:
    author, under = await makers.member(), await posts.public_proposal()
    number = await posts.public_comment(author=author, under=under)
    reporters = [await makers.member(), await makers.member()]
    tokens = [await posts.reported_comment(number, reporter=reporter) for reporter in reporters]

    await settled(tokens[0], Verdict.REMOVE)

    assert await reports.how_many() == 0
    assert [await posts.told(reporter) for reporter in reporters] == [["report_settled"]] * 2
    assert await posts.told(author) == ["removed"]


async def test_the_words_of_a_removed_proposal_are_gone_for_everybody_but_the_office() -> None:
    author = await makers.member()
    number = await posts.public_proposal(author=author, title="Etwas Gemeines")
    token = await posts.reported_proposal(number, reporter=await makers.member())

    await settled(token, Verdict.REMOVE)

    found = await pages.proposal(number, member=None)
    assert (found.title, found.text, found.reason, found.stage) == ("Entfernter Vorschlag", "", "", "not_taken_up")
    kept = await Sql("SELECT kept FROM removal").value()
    assert "Etwas Gemeines" in kept
    assert "removed" in await posts.told(author)


async def test_of_two_verdicts_at_once_the_first_counts() -> None:
    author, under = await makers.member(), await posts.public_proposal()
    token = await posts.reported_comment(
        await posts.public_comment(author=author, under=under), reporter=await makers.member()
    )

    outcomes = await asyncio.gather(settled(token, Verdict.REMOVE), settled(token, Verdict.REMOVE))

    assert sorted(is_ours for _, is_ours in outcomes) == [False, True]
    assert (await COMMENTS.value(under), await posts.told(author)) == (0, ["removed"])
