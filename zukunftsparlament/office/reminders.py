"""The desk of reminders: who owes an answer, and the words to ask for it with."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.handovers import actions, queries
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.office.handover_texts import reminder_letter
from zukunftsparlament.people.access import SignedIn, office


class RemindersController(Controller):
    path = "/buero/uebergaben"
    guards = [office]

    @get("/erinnerungen", name="handovers.reminders")
    async def all(self) -> Response[str]:
        found = [(owing, reminder_letter(owing)) for owing in await queries.owing()]
        return page("office/handovers/reminders.html", found=found)

    @post("/{number:int}/erinnerungen", status_code=303, name="handover.reminded")
    async def note(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.note_reminder(number, actor=me.actor)
        return go_to(f"/buero/uebergaben/erinnerungen#uebergabe-{number}")
