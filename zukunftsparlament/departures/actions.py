"""Somebody goes: because they want to, because the office says so, or because they are 20."""

from collections.abc import Iterable

from zukunftsparlament.departures.finishing import finish
from zukunftsparlament.departures.rules import WhyNotLeave
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people import departing
from zukunftsparlament.people.access import whoever
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.people.departing import Why
from zukunftsparlament.polls.leaving import running_about
from zukunftsparlament.sittings.actions.roles import chairs_may_change


async def leave(leaver: Leaver, *, why: Why, actor: str = "system") -> bool:
    """Whether they were still somebody. At once and for good; nothing of it can be undone.

    Raises Refused where their texts should go and people are voting about one of them: nobody may find another
    question on the ballot than the one before. Without their texts they can go at any time.
    """
    if leaver.with_texts and await running_about(leaver.member):
        raise Refused(WhyNotLeave.TEXTS_IN_A_POLL)
    begun = await _begin(leaver, why=why, actor=actor)
    await finish()
    return begun


async def leave_myself(*, with_texts: bool) -> None:
    """Whoever is signed in. Nobody is from here on, whatever else this request does."""
    me = whoever()
    assert me is not None  # behind a guard
    visit.get().me = None
    try:
        await leave(Leaver(me.card, with_texts), why=Why.SELF)
    except BaseException:
        visit.get().me = me
        raise


async def leave_by_the_calendar(members: Iterable[int], *, actor: str = "system") -> None:
    for member in members:
        await _begin(Leaver(member), why=Why.MONTH, actor=actor)
    await finish()


async def _begin(leaver: Leaver, *, why: Why, actor: str) -> bool:
    """It may be a chair, in the middle of a sitting."""
    async with chairs_may_change(actor=actor):
        return await departing.begin(leaver, why=why, actor=actor)
