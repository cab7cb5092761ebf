"""A practice poll: the same screens as a real one, marked everywhere, and nothing follows from it."""

from datetime import timedelta

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.actions.place_for_vote import add_here, place_for_preparing
from zukunftsparlament.polls.actions.preparing import ONE_AT_A_TIME, add
from zukunftsparlament.polls.rules import Draft, Electorate, Kind, PollState, Secrecy
from zukunftsparlament.procedure.queries import valid_on

IS_PRACTICE = Sql("UPDATE poll SET practice = $2 WHERE number = $1")
STILL_THE_SAME = timedelta(hours=1)  # a second one is of no use while the first still waits


async def prepare_practice(electorate: Electorate, *, actor: str) -> int:
    """Returns its number. Secret, so that everybody has seen their receipt once before it counts."""
    async with writing():
        version = await valid_on()
        await ONE_AT_A_TIME.rows(version.id)
        waiting = await queries.prepared_since(now() - STILL_THE_SAME, actor=actor)
        for poll in waiting:
            if poll.practice and poll.electorate is electorate:
                return poll.number
        number = await add(_pizza(electorate), None, rule_set=version.id, binding=False, actor=actor)
        await IS_PRACTICE.rows(number, True)
    return number


async def practise_in_sitting(number: int, mark: int, *, actor: str) -> int:
    """„Pizza oder Nudeln?“, so that everybody has voted once before it counts. Returns its number."""
    async with writing():
        place = await place_for_preparing(number, mark, actor)
        for poll in await queries.polls_about(place.item.id):
            if poll.practice and poll.state is PollState.PREPARED:
                return poll.number
        return await add_here(place, _pizza(Electorate.SEATS), practice=True, actor=actor)


def _pizza(electorate: Electorate) -> Draft:
    with speaking(GERMAN):
        return Draft(
            question=_("Pizza oder Nudeln?"),
            kind=Kind.ONE_OF,
            options=(_("Pizza"), _("Nudeln")),
            secrecy=Secrecy.SECRET,
            electorate=electorate,
        )
