import asyncio

import pytest

from tests import makers_handovers
from zukunftsparlament.handovers import actions, packing
from zukunftsparlament.handovers.actions import handing as of_handing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.actions import void_poll

pytestmark = pytest.mark.usefixtures("store")


async def test_voiding_waits_for_what_is_being_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever comes first: nothing that is void already is handed over."""
    await makers_handovers.body()
    poll = await makers_handovers.decision()
    has_read, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(wish: packing.Wish) -> packing.Parcel:
        parcel = await packing.pack(wish)
        has_read.set()
        await go_on.wait()
        return parcel

    monkeypatch.setattr(of_handing, "pack", slowly)
    handing = asyncio.create_task(actions.hand_over(makers_handovers.wish(poll), actor=makers_handovers.OFFICE))
    await has_read.wait()
    voiding = asyncio.create_task(void_poll(poll, "Zwei Karten waren vertauscht.", actor="chair:1"))
    await asyncio.sleep(0.2)
    was_waiting = not voiding.done()
    go_on.set()
    await asyncio.gather(handing, voiding)

    assert was_waiting
    verbs = [row["verb"] for row in await Sql("SELECT verb FROM journal_entry ORDER BY number DESC LIMIT 2").rows()]
    assert verbs == ["void_poll", "handed_over"]
