"""The invitation to a sitting, to print."""

import asyncio

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.dossiers.invitation_pdf import Invitation, invitation_pdf
from zukunftsparlament.kernel.dates import clock_time, day
from zukunftsparlament.kernel.pages import download
from zukunftsparlament.kernel.place import place
from zukunftsparlament.kernel.texts import GERMAN, speaking
from zukunftsparlament.people.access import public
from zukunftsparlament.people.queries import office_line, seat_count
from zukunftsparlament.procedure.rules import quorum_number
from zukunftsparlament.public.sittings import to_be_seen
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.queries.offered import guests
from zukunftsparlament.sittings.queries.periods import rules_of


class InvitationController(Controller):
    guards = [public]

    @get("/sitzungen/{number:int}/einladung.pdf", name="sitting.invitation")
    async def invitation(self, number: FromPath[int]) -> Response[bytes]:
        told = await _told(await to_be_seen(number))
        with speaking(GERMAN):
            body = await asyncio.to_thread(invitation_pdf, told)
        return download(body, name=f"einladung-{number}.pdf", media_type="application/pdf")


async def _told(sitting: Sitting) -> Invitation:
    first = await queries.sitting_by_id(sitting.second_call_of) if sitting.second_call_of else None
    quorum, seats = (await rules_of(sitting)).rules.quorum, await seat_count()
    return Invitation(
        sitting=sitting,
        items=await queries.agenda(sitting.id),
        guests=await guests(sitting.id),
        parliament=place().parliament,
        office=await office_line(),
        begins=clock_time(sitting.times.starts_at),
        ends=clock_time(sitting.times.ends_at) if sitting.times.ends_at else "",
        needed=quorum_number(quorum, seats=seats, second_call=first is not None),
        seats=seats,
        first_on=day(first.times.starts_at) if first else "",
    )
