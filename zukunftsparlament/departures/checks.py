"""Whether whoever has gone has left nothing behind."""

from zukunftsparlament.departures.rooms import BELONGINGS
from zukunftsparlament.kernel.checks import Check, Found
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.people.belongings import Goes


async def _nothing_is_left() -> Found:
    for belonging in BELONGINGS:
        if belonging.goes is not Goes.STAYS and (row := await belonging.left_over.value()) is not None:
            said = _("{table}, Zeile {id}: Sie gehört jemandem, der gelöscht ist.")
            return said.format(table=belonging.table, id=row)
    return None


CHECKS = (Check(N_("Was Gelöschte hinterlassen haben"), _nothing_is_left),)
