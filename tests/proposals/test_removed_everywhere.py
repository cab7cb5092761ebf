"""What was removed is read by nobody any more: not in reasons and messages, not by a young moderator, not for good."""

import pytest

from tests import makers, makers_proposals
from tests import makers_moderation as posts
from tests.client import Client
from zukunftsparlament.departures.actions import leave
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.office.objections import carry_out as rule_on
from zukunftsparlament.office.reports import carry_out as settle
from zukunftsparlament.people.actions import tell
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.people.departing import Why
from zukunftsparlament.proposals.actions import backings, coauthors, edits
from zukunftsparlament.proposals.actions.moderation import Moderator, decide
from zukunftsparlament.proposals.actions.objections import object_to
from zukunftsparlament.proposals.actions.reporting import report_comment
from zukunftsparlament.proposals.actions.wiping import TABLES, wipe_removed
from zukunftsparlament.proposals.rules import ReportReason
from zukunftsparlament.proposals.rules.moderation import Decision, Verdict
from zukunftsparlament.proposals.rules.objections import TIME_TO_OBJECT, Ruling

pytestmark = pytest.mark.usefixtures("store")

STEPS = Sql("SELECT facts FROM proposal_step ORDER BY id")
ALL_FACTS = Sql("SELECT id, facts FROM message ORDER BY id")
FIRST, TITLE, OWN = "Trichterling gegen Klaus", "Schabernack gegen Klaus", "Klaus aus der 8b ist schuld"


async def office() -> Moderator:
    id_ = await makers.staff()
    return Moderator(f"office:{id_}", None, id_)


async def a_proposal(author: int, *listening: int) -> int:
    """It was called differently before, and those who listen were told of it by both titles."""
    number = await makers_proposals.proposal(author=author, title=FIRST, backers=listening)
    await edits.keep(number, author, {"title": TITLE}, stamp="")
    assert await edits.submit(number, await makers_proposals.me(author))
    async with writing():
        for title in (FIRST, TITLE):
            await tell([author, *listening], "way", address=f"/vorschlaege/{number}", title=title)
            await tell(listening, "merged_backing", address="/vorschlaege/999", title=title)
    return number


async def removed(number: int, reporter: int) -> str:
    report = await posts.reported_proposal(number, reporter=reporter)
    return str((await settle(report, Verdict.REMOVE, "So nicht.", by=await office())).removal)


async def everything() -> str:
    return str([await Sql(f"SELECT * FROM {table}").rows() for table in TABLES])


async def test_others_read_its_titles_no_more_until_it_comes_back(client: Client) -> None:
    author, backer, reporter = [await makers.member() for _ in range(3)]
    number = await a_proposal(author, backer)
    namesake = await makers_proposals.proposal(title=TITLE)
    async with writing():
        await tell([backer], "way", address=f"/vorschlaege/{namesake}", title=TITLE)
    before = await ALL_FACTS.rows()

    token = await removed(number, reporter)

    for member, sees in ((backer, False), (reporter, False), (author, True)):
        await client.sign_in(member=member)
        shown = (await client.get("/meins/nachrichten")).text
        assert (FIRST in shown, shown.count(TITLE) > 2) == (sees, sees)
    await client.sign_in(member=backer)
    assert (await client.get("/meins/nachrichten")).text.count(TITLE) > 0  # another one is called the same

    await object_to(token, "Doch.", author=author)
    await rule_on(token, Ruling.PUT_BACK, "Ja.", by=await office())
    assert (await ALL_FACTS.rows())[: len(before)] == before


async def test_the_words_of_a_withdrawal_go_and_come_back_with_it(client: Client) -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author)
    await backings.withdraw(number, author, reason=OWN)
    before = await STEPS.rows()
    assert OWN in (await client.get(f"/vorschlaege/{number}")).text

    token = await removed(number, await makers.member())
    assert OWN not in (await client.get(f"/vorschlaege/{number}")).text
    await object_to(token, "Doch.", author=author)
    await rule_on(token, Ruling.PUT_BACK, "Ja.", by=await office())
    assert await STEPS.rows() == before

    await removed(number, await makers.member())
    await Sql("UPDATE removal SET removed_at = $1").rows(now() - 2 * TIME_TO_OBJECT)
    assert await wipe_removed() == 2
    assert OWN not in await everything()


async def test_after_fourteen_days_no_title_is_left_in_any_message() -> None:
    author, backer = await makers.member(), await makers.member()
    await removed(await a_proposal(author, backer), await makers.member())
    await Sql("UPDATE removal SET removed_at = $1").rows(now() - 2 * TIME_TO_OBJECT)

    await wipe_removed()

    assert "Klaus" not in await everything()


@pytest.mark.parametrize("with_texts", [False, True])
async def test_if_the_author_leaves_the_removed_words_go_at_once(with_texts: bool) -> None:
    author, reporter = await makers.member(), await makers.member()
    number = await a_proposal(author, await makers.member())
    await removed(number, reporter)
    await Sql("UPDATE report SET text = 'Der Klaus'").rows()

    await leave(Leaver(author, with_texts=with_texts), why=Why.SELF)

    assert "Klaus" not in await everything()


async def test_if_one_author_leaves_the_other_may_still_object() -> None:
    author, friend = await makers.member(), await makers.member()
    number = await a_proposal(author)
    await coauthors.accept(await coauthors.invite(number, author), friend)
    token = await removed(number, await makers.member())

    await leave(Leaver(author), why=Why.SELF)
    await object_to(token, "Doch.", author=friend)
    await rule_on(token, Ruling.PUT_BACK, "Ja.", by=await office())

    assert await Sql("SELECT title FROM proposal WHERE number = $1").value(number) == TITLE


async def test_a_young_moderator_does_not_read_again_what_the_office_removed(client: Client) -> None:
    moderator = await makers.member(role="moderator")
    under = await makers_proposals.proposal()
    held = await posts.held_comment(author=await makers.member(), under=under, text="Geheimwort siebzehn")
    await decide(held, Decision.RELEASE, "", by=Moderator(f"moderator:{moderator}", moderator))
    number = int(await Sql("SELECT number FROM comment WHERE token = $1").value(held))
    seen_before = await posts.reported_comment(number, reporter=await makers.member())
    await report_comment(number, ReportReason.PRIVATE, "", reporter=await makers.member())
    await settle(seen_before, Verdict.REMOVE, "Privat.", by=await office())

    await client.sign_in(member=moderator)
    assert "Geheimwort" not in (await client.get(f"/buero/freigaben/{held}")).text
    assert (await client.get(f"/buero/meldungen/{seen_before}")).status_code == 404
