"""The desk where own pseudonyms are read: released, or refused with a reason."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.office import texts
from zukunftsparlament.office.deciding import deciding_page
from zukunftsparlament.people import own_names
from zukunftsparlament.people.access import Me, SignedIn, Typed, moderates
from zukunftsparlament.proposals.rules.moderation import problem_with, why_not_moderate


class NamesController(Controller):
    path = "/buero/freigaben/namen/{token:str}"
    guards = [moderates]

    @get(name="name_wish")
    async def show(self, token: FromPath[str], me: SignedIn) -> Response[str]:
        return wish_page(await own_names.wish(token), me, Form())

    @post(status_code=303)
    async def decide(self, token: FromPath[str], me: SignedIn, form: Typed) -> Response[Any]:
        found = await own_names.wish(token)
        if why_not := why_not_moderate(author=found.member, moderator=me.member):
            raise Refused(why_not)
        decision, words = form.text("decision"), form.text("text")
        if decision == "release":
            found, is_ours = await own_names.release(token, actor=me.actor)
        elif decision == "refuse":
            if problem := problem_with(words, are_needed=True):
                problems = {"text": texts.words_sentence(problem, words)}
                return wish_page(found, me, form, status=422, problems=problems)
            found, is_ours = await own_names.refuse(token, words, actor=me.actor)
        else:
            return wish_page(found, me, form, status=422, problems={"decision": _("Freigeben oder ablehnen?")})
        if is_ours:
            return go_to("/buero/freigaben?erledigt=name")
        return wish_page(found, me, Form(), late=True)


def wish_page(found: own_names.Wish, me: Me, form: Form, **more: Any) -> Response[str]:
    """`more`: as in `deciding_page`."""
    why_not = why_not_moderate(author=found.member, moderator=me.member)
    return deciding_page("office/name.html", form, why_not=why_not, wish=found, **more)
