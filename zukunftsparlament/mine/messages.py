"""Everything that somebody was told, back to the first day."""

from litestar import Controller, Response, get

from zukunftsparlament.kernel.forms import query_form
from zukunftsparlament.kernel.pages import AnyRequest, page
from zukunftsparlament.mine.texts import message_sentence
from zukunftsparlament.people.access import SignedIn, has_card
from zukunftsparlament.people.messages import page_of


class MessagesController(Controller):
    path = "/meins/nachrichten"
    guards = [has_card]

    @get(name="mine.messages")
    async def show(self, request: AnyRequest, me: SignedIn) -> Response[str]:
        told = await page_of(me.card, query_form(request).number("seite") or 1)
        messages = [(one, message_sentence(one.kind, one.facts)) for one in told.messages]
        return page("mine/messages.html", messages=messages, number=told.page, pages=told.pages)
