"""A rehearsal with a vote that waits to be opened: how a secret one goes, in one tap."""

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.actions.in_sitting import prepare_in_sitting
from zukunftsparlament.polls.rules import Draft, Electorate, Kind, Secrecy
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.actions.rehearsing import MASCOT, start_rehearsal


async def rehearse(*, actor: str) -> int:
    """Returns the number of the rehearsal; of the one that goes on, if one does."""
    async with writing():
        number = await start_rehearsal(actor=actor)
        sitting = await sittings.sitting(number)
        items = await sittings.agenda(sitting.id)
        waits = any(item.mark == MASCOT and item.waits for item in items)
        if waits and not await queries.polls_of(sitting):
            await prepare_in_sitting(number, MASCOT, _mascot(), actor=actor)
    return number


def _mascot() -> Draft:
    with speaking(GERMAN):
        return Draft(
            question=_("Welches Tier wird unser Maskottchen?"),
            kind=Kind.ONE_OF,
            options=(_("Igel"), _("Eule"), _("Fuchs")),
            secrecy=Secrecy.SECRET,
            electorate=Electorate.SEATS,
        )
