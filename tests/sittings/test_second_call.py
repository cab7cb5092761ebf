"""A second call for the same items: only where the rules know one, only after too few were there."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from tests import makers, makers_polls, makers_sittings, makers_votes
from tests.client import Client, as_read
from tests.makers_sittings import CHAIR
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import queries as polls
from zukunftsparlament.polls.actions import open_poll
from zukunftsparlament.polls.checks import CHECKS
from zukunftsparlament.polls.rules.in_sitting import WhyNotHere
from zukunftsparlament.procedure.actions import add_version
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Quorum, QuorumKind, RuleSet, Share
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions import happened, open_sitting
from zukunftsparlament.sittings.actions.agenda import add_item, change_item
from zukunftsparlament.sittings.actions.papers import add_paper
from zukunftsparlament.sittings.actions.second_call import call_again
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.queries.offered import papers
from zukunftsparlament.sittings.queries.periods import rules_of
from zukunftsparlament.sittings.queries.second_call import why_no_second_call
from zukunftsparlament.sittings.rules import ItemKind, WhyNot
from zukunftsparlament.sittings.rules.agenda import ItemDraft

pytestmark = pytest.mark.usefixtures("store")

# Half of the seats, a third of them when called again: as in Anklam.
THIRD = replace(HOLZWICKEDE, quorum=Quorum(QuorumKind.AT_LEAST_HALF, second_call=Share(1, 3)))
END = Sql("UPDATE sitting SET starts_at = $2, opened_at = $2, closed_at = $2 WHERE id = $1")


async def held(rules: RuleSet = THIRD, *, too_few: bool = True) -> Sitting:
    """A sitting that is over, with one item that could not be decided and one that was."""
    sitting = await makers_sittings.sitting(rules=rules)
    park = await makers_sittings.item(sitting, "Skatepark", kind=ItemKind.OTHER, cents=1000, money_source="Budget")
    await add_paper(sitting.number, park.mark, title="Angebot", text="Aus Holz.", actor=CHAIR)
    done = await makers_sittings.item(sitting, "Bänke")
    await Sql("UPDATE agenda_item SET ended_at = $2, ended_as = 'done' WHERE id = $1").rows(done.id, now())
    if too_few:
        async with writing():
            await happened(sitting, "poll_refused", actor=CHAIR, why="not_quorate", present=7, needed=9)
    await END.rows(sitting.id, now())
    return await queries.sitting(sitting.number)


async def test_what_was_left_over_is_called_again_once_with_fewer_needed() -> None:
    for _seat in range(18):
        await makers.seated()
    first = await held()
    numbers = {await call_again(first.number, makers_sittings.draft(), actor=CHAIR) for _tap in range(2)}

    again = await queries.sitting(numbers.pop())
    assert not numbers
    assert [title for _number, title in await makers_sittings.items(again)] == [
        "Eröffnung und Beschlussfähigkeit",
        "Das letzte Protokoll",
        "Was daraus geworden ist",
        "Skatepark",
        "Fragen und Verschiedenes",
    ]
    assert [[paper.title for paper in of] for of in (await papers(again.id)).values()] == [["Angebot"]]
    assert [(await queries.meeting(one)).needed for one in (first, again)] == [9, 6]
    with pytest.raises(Wrong):  # fewer are enough, but for nothing new
        await add_item(again.number, ItemDraft(title="Etwas Neues"), actor=CHAIR)


async def test_what_is_called_again_stays_what_it_was() -> None:
    first = await held()
    again = await queries.sitting(await call_again(first.number, makers_sittings.draft(), actor=CHAIR))
    by_title = {item.title: item for item in await queries.agenda(again.id)}
    skatepark, last = by_title["Skatepark"], by_title["Fragen und Verschiedenes"]
    same = ItemDraft(title="Skatepark", cents=1000, money_source="Budget")
    for item, draft, field in (
        (skatepark, replace(same, title="Handyverbot"), "title"),
        (skatepark, replace(same, text="Aus Beton"), "text"),
        (skatepark, replace(same, cents=100_000), "amount"),
        (skatepark, replace(same, money_source="Fonds"), "money_source"),
        (skatepark, replace(same, kind=ItemKind.REPORT), "kind"),
        (last, ItemDraft(title=last.title), "kind"),
    ):
        with pytest.raises(Wrong) as wrong:
            await change_item(again.number, item.mark, draft, actor=CHAIR)
        assert set(wrong.value.problems) == {field}
    await change_item(again.number, skatepark.mark, replace(same, owner="Sitz 1", minutes=20), actor=CHAIR)
    await change_item(again.number, last.mark, ItemDraft(kind=ItemKind.QUESTIONS, title="Fragen"), actor=CHAIR)


@pytest.mark.parametrize(
    ("rules", "too_few", "why"),
    [(HOLZWICKEDE, True, WhyNot.NO_SECOND_CALL), (THIRD, False, WhyNot.WAS_QUORATE)],
)
async def test_there_is_none_without_a_rule_or_a_reason(rules: RuleSet, too_few: bool, why: WhyNot) -> None:
    first = await held(rules, too_few=too_few)
    assert await why_no_second_call(first) is why
    with pytest.raises(Refused):
        await call_again(first.number, makers_sittings.draft(), actor=CHAIR)


async def test_the_desk_offers_it_and_the_invitation_says_it(client: Client) -> None:
    first = await held()
    await client.sign_in(member=await makers.chair())
    desk = (await client.get(f"/vorsitz/{first.number}/tagesordnung")).text
    assert f"/vorsitz/neu?second_call_of={first.number}" in desk
    assert "Zweite Einladung planen" in (await client.get(f"/vorsitz/neu?second_call_of={first.number}")).text
    day = (now() + timedelta(days=40)).date().isoformat()
    fields = {"kind": "official", "day": day, "begins": "17:00", "place": "Saal", "second_call_of": str(first.number)}
    assert (await client.send_form("/vorsitz/neu", fields)).headers["location"] == "/vorsitz/2/tagesordnung"
    await client.send_form("/vorsitz/2/einladung")
    assert "Zweite Einladung zu denselben Punkten." in as_read((await client.get("/sitzungen/2")).text)


async def test_the_rules_of_its_day_hold_and_follow_when_the_day_moves(client: Client) -> None:
    """A version that begins in a month: a sitting before it keeps the old one until it moves behind it."""
    await makers_polls.rules()
    later = replace(THIRD, valid_from=(now() + timedelta(days=30)).date())
    await add_version(later, actor="system")
    sitting = await makers_sittings.sitting()
    await client.sign_in(member=await makers.chair())
    day = (now() + timedelta(days=40)).date().isoformat()
    fields = {"kind": "official", "day": day, "begins": "17:00", "place": "Saal am Markt"}
    assert (await client.send_form(f"/vorsitz/{sitting.number}/planung", fields)).status_code == 303
    moved = await queries.sitting(sitting.number)
    assert moved.rule_set != sitting.rule_set


async def test_rules_agreed_on_after_planning_hold_from_the_opening_on() -> None:
    sitting = await makers_sittings.sitting(invited=True)
    await add_version(replace(THIRD, valid_from=now().date()), actor="system")
    await Sql("UPDATE sitting SET starts_at = $2 WHERE id = $1").rows(sitting.id, now())
    await open_sitting(sitting.number, actor=CHAIR)
    opened = await queries.sitting(sitting.number)
    await add_version(replace(THIRD, valid_from=now().date(), term_years=3), actor="system")
    assert (await queries.meeting(opened)).rules.quorum == THIRD.quorum
    assert (await rules_of(opened)).rules.term_years == THIRD.term_years


@pytest.mark.parametrize(("kind", "needed"), [(ItemKind.OTHER, 6), (ItemKind.REPORT, 9), (ItemKind.QUESTIONS, 9)])
async def test_fewer_decide_nothing_under_an_item_that_is_new(kind: ItemKind, needed: int) -> None:
    first = await held()
    room = await makers_votes.room(voters=6, absent=10, rules=THIRD)
    await Sql("UPDATE agenda_item SET kind = $2 WHERE id = $1").rows(room.item.id, kind.value)
    await Sql("UPDATE sitting SET second_call_of = $2 WHERE id = $1").rows(room.sitting.id, first.id)
    number = await makers_votes.prepared(room)
    sitting = await queries.sitting(room.sitting.number)
    meeting, items = await queries.meeting(sitting), await queries.agenda(sitting.id)
    votes = await polls.chairs_votes(sitting, meeting, items)
    assert (votes.needed, votes.is_quorate) == (needed, needed == 6)
    if needed == 6:
        await open_poll(number, actor=CHAIR)
    else:
        with pytest.raises(Refused) as refused:
            await open_poll(number, actor=CHAIR)
        assert refused.value.reason is WhyNotHere.NOT_QUORATE
    poll = await polls.poll(number)
    assert poll.second_call is (needed == 6)
    assert [said for check in CHECKS if (said := await check.find())] == []


async def test_it_is_called_again_once_also_by_both_chairs() -> None:
    first, later = await held(), makers_sittings.draft(starts_at=now() + timedelta(weeks=9))
    wished = (makers_sittings.draft(), later, makers_sittings.draft(), later)
    acts = [call_again(first.number, draft, actor=f"chair:{1 + n % 2}") for n, draft in enumerate(wished)]
    told = await asyncio.gather(*acts, return_exceptions=True)
    assert {one.reason for one in told if isinstance(one, Refused)} == {WhyNot.CALLED_AGAIN}
    (number,) = {one for one in told if isinstance(one, int)}
    assert await why_no_second_call(first) is WhyNot.CALLED_AGAIN
    await Sql("UPDATE sitting SET cancelled_at = $2 WHERE number = $1").rows(number, now())
    assert await why_no_second_call(first) is None


async def test_what_was_taken_up_in_an_ordinary_sitting_is_not_called_again() -> None:
    first = await held()
    await makers_sittings.item(await makers_sittings.sitting(place="Rathaus"), "Skatepark", kind=ItemKind.OTHER)
    again = await queries.sitting(await call_again(first.number, makers_sittings.draft(), actor=CHAIR))
    assert "Skatepark" not in {title for _number, title in await makers_sittings.items(again)}
