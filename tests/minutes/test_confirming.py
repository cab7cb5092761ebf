"""Two people say that minutes are right, and then everybody reads them; nothing public is ever changed."""

import asyncio
from dataclasses import replace

import pytest

from tests import makers_minutes
from tests.makers_minutes import Held, held
from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.actions import confirm
from zukunftsparlament.minutes.actions.confirming import Who
from zukunftsparlament.minutes.drafting import draft
from zukunftsparlament.minutes.queries import Version, newest, versions
from zukunftsparlament.minutes.rules import WhyNot
from zukunftsparlament.procedure.rules import HOLZWICKEDE, ConfirmedBy, MinutesRule, RuleSet
from zukunftsparlament.sittings.actions.notes import save_note
from zukunftsparlament.sittings.queries import sitting
from zukunftsparlament.sittings.rules import SittingKind
from zukunftsparlament.sittings.rules.noting import stamp

pytestmark = pytest.mark.usefixtures("store")

NOTE = "Viele fanden die Idee gut."


def by(rule: ConfirmedBy) -> RuleSet:
    return replace(HOLZWICKEDE, minutes=MinutesRule(days=28, confirmed_by=rule))


async def seen(held: Held) -> str:
    return (await draft(await sitting(held.number))).sha256


async def confirmed(held: Held, *members: int, sha256: str = "") -> bool:
    sha256 = sha256 or await seen(held)
    done = False
    for member in members:
        done = await confirm(held.number, seen=sha256, who=Who("chair:1", member))
    return done


async def public(held: Held) -> Version | None:
    return await newest(held.sitting.id)


async def refused(held: Held, member: int, actor: str = "member") -> WhyNot:
    with pytest.raises(Refused) as refusal:
        await confirm(held.number, seen=await seen(held), who=Who(actor, member))
    assert isinstance(refusal.value.reason, WhyNot)
    return refusal.value.reason


async def rewritten(held: Held, note: str, before: str = NOTE) -> None:
    await save_note(held.number, held.items[1].mark, note, before=stamp(before))


async def test_both_chairs_confirm_and_then_they_are_public() -> None:
    found = await held()

    assert not await confirmed(found, found.chairs[0])
    assert await public(found) is None
    assert not await confirmed(found, found.chairs[0])  # a second tap is no second confirmation
    assert await confirmed(found, found.chairs[1])

    one = await public(found)
    assert one and [each.actor for each in one.confirmed] == ["seat:1", "seat:2"]
    assert await confirmed(found, found.chairs[1], sha256=one.sha256)  # the last tap came twice
    assert len(await acts("minutes_confirmed", "sitting")) == 2
    assert [act.facts["sha256"] for act in await acts("minutes_published", "sitting")] == [one.sha256]


async def test_both_at_once_with_double_taps_publish_once() -> None:
    found = await held()
    sha256 = await seen(found)
    taps = [confirm(3, seen=sha256, who=Who(f"chair:{seat}", found.chairs[seat - 1])) for seat in (1, 2) * 3]

    outcomes = await asyncio.gather(*taps)

    assert any(outcomes)
    assert len(await versions(found.sitting.id)) == 1
    assert len(await acts("minutes_confirmed", "sitting")) == 2
    assert len(await acts("minutes_published", "sitting")) == 1


async def test_what_changed_meanwhile_is_confirmed_by_nobody() -> None:
    found = await held()
    old = await seen(found)
    await confirmed(found, found.chairs[0])
    await rewritten(found, "Alle fanden die Idee gut.")

    with pytest.raises(Refused) as refusal:
        await confirmed(found, found.chairs[1], sha256=old)
    assert refusal.value.reason is WhyNot.CHANGED_MEANWHILE
    assert not await confirmed(found, found.chairs[1])  # the first one has confirmed another text
    assert await confirmed(found, found.chairs[0])


async def test_it_is_for_those_who_led_whoever_holds_the_chair_now() -> None:
    found = await held()
    new = found.members[0]
    await Sql("UPDATE member SET role = 'chair' WHERE id = $1").rows(new)
    await Sql("UPDATE member SET role = 'member' WHERE id = $1").rows(found.chairs[1])
    await makers_minutes.step(found.sitting, "19:00", "chairs", actor="chair:1", seats=[1, 3])
    await Sql("UPDATE sitting_step SET kind = 'late' WHERE kind = 'closed'").rows()  # steps are in the order of rows

    assert await refused(found, new) is WhyNot.NOT_YOURS_TO_CONFIRM
    assert await refused(found, found.members[1]) is WhyNot.NOT_YOURS_TO_CONFIRM
    assert await confirmed(found, *found.chairs)


async def test_one_chair_alone_is_enough_where_there_is_one() -> None:
    found = await held()
    await Sql("DELETE FROM attendance WHERE seat = 2").rows()
    await Sql("UPDATE sitting_step SET actor = 'chair:1', facts = '{}'").rows()

    assert await confirmed(found, found.chairs[0])


async def test_where_nobody_who_led_is_left_the_chairs_of_today_do_it_and_without_chairs_the_office() -> None:
    found = await held()
    await Sql("UPDATE attendance SET member = NULL").rows()
    await Sql("UPDATE member SET role = 'member' WHERE id = $1").rows(found.chairs[1])

    assert await confirmed(found, found.chairs[0])


async def test_without_any_chair_the_office_confirms() -> None:
    found = await held()
    await Sql("UPDATE attendance SET member = NULL").rows()
    await Sql("UPDATE member SET role = 'member' WHERE role = 'chair'").rows()

    assert await refused(found, found.chairs[0]) is WhyNot.NOT_YOURS_TO_CONFIRM
    assert await confirm(found.number, seen=await seen(found), who=Who("office:Villa", None))


async def test_two_signatures_are_those_of_any_two_who_were_there() -> None:
    found = await held(rules=by(ConfirmedBy.TWO_SIGNATURES))

    assert await refused(found, found.members[3]) is WhyNot.NOT_YOURS_TO_CONFIRM  # seat 6 was absent
    assert not await confirmed(found, found.members[1])
    assert await confirmed(found, found.chairs[0])


async def test_the_next_sitting_approves_once_it_deals_with_them() -> None:
    found = await held(rules=by(ConfirmedBy.NEXT_SITTING))

    assert await refused(found, found.chairs[0], "chair:1") is WhyNot.NEXT_SITTING_CONFIRMS
    later = await makers_minutes.next_sitting(found)
    with pytest.raises(Refused):
        await confirm(found.number, seen=await seen(found), who=Who("member", found.members[0]))
    assert await confirmed(found, found.chairs[0])

    one = await public(found)
    assert one and [each.actor for each in one.confirmed] == [f"sitting:{later.number}"]


async def test_neither_a_sitting_that_goes_on_nor_a_vote_without_result_is_confirmed() -> None:
    found = await held(closed=False)
    assert await refused(found, found.chairs[0]) is WhyNot.STILL_GOES_ON

    await Sql("UPDATE sitting SET closed_at = $2 WHERE id = $1").rows(found.sitting.id, makers_minutes.at("19:30"))
    await Sql("UPDATE poll SET published_at = NULL").rows()
    assert await refused(found, found.chairs[0]) is WhyNot.VOTE_NOT_FINISHED


async def test_a_rehearsal_leaves_no_minutes() -> None:
    found = await held(kind=SittingKind.REHEARSAL)

    assert await refused(found, found.chairs[0]) is WhyNot.ONLY_A_REHEARSAL
    assert not await versions(found.sitting.id)
