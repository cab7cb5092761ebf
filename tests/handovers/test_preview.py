import json

import pytest

from tests import makers_handovers, makers_proposals
from zukunftsparlament.handovers import actions
from zukunftsparlament.handovers.packing import pack
from zukunftsparlament.handovers.rules import WhyNot
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql

pytestmark = pytest.mark.usefixtures("store")

STORED = Sql("SELECT frozen FROM handover WHERE number = $1")


async def test_the_preview_is_what_is_frozen() -> None:
    poll, _, _ = await makers_handovers.about()
    await makers_handovers.body()
    parcel = await pack(makers_handovers.wish(poll))

    number = await actions.hand_over(makers_handovers.wish(poll, seen=parcel.seen), actor=makers_handovers.OFFICE)

    row = await STORED.row(number)
    assert row is not None and json.loads(row["frozen"]) == parcel.frozen(number)


async def test_who_has_read_something_else_is_asked_to_read_again() -> None:
    poll, proposal, _ = await makers_handovers.about()
    await makers_handovers.body()
    seen = (await pack(makers_handovers.wish(poll))).seen
    await makers_proposals.contribution(proposal, text="Das kam dazwischen.")

    with pytest.raises(Refused) as refused:
        await actions.hand_over(makers_handovers.wish(poll, seen=seen), actor=makers_handovers.OFFICE)

    assert refused.value.reason is WhyNot.CHANGED_SINCE_PREVIEW
