"""Choosing who votes for a school, before the vote of the schools is opened."""

import json

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.actions.leading import poll_to_lead
from zukunftsparlament.polls.queries.delegations import delegations_in
from zukunftsparlament.polls.rules import PollState, WhyNot
from zukunftsparlament.sittings import queries as sittings

CHOOSE = Sql("UPDATE poll SET voices = $2 WHERE id = $1")


async def choose_voice(number: int, seat: int, *, actor: str) -> None:
    """Chosen already is no error. Raises Missing for a seat that is not in the room, Refused once the vote is open."""
    async with writing():
        poll, sitting = await poll_to_lead(number, actor)
        if sitting is None or not poll.by_school:
            raise Missing
        if poll.state is not PollState.PREPARED:
            raise Refused(WhyNot.ALREADY_OPEN)
        found = await delegations_in(poll, await sittings.meeting(sitting))
        own = next((one for one in found if seat in one.seats), None)
        if own is None:
            raise Missing
        voices = sorted({*poll.voices, seat} - ({*own.seats} - {seat}))
        await CHOOSE.rows(poll.id, json.dumps(voices))
        announce(sitting.room)
