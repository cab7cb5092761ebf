"""Three short steps to a proposal. Whatever is typed is kept at each of them, right or wrong."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import Provide
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form, read_form_with_picture
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.kernel.uploads import BODY_BYTES
from zukunftsparlament.people.access import Me, SignedIn, Typed, has_card
from zukunftsparlament.proposals.actions import drafts as actions
from zukunftsparlament.proposals.actions.backings import back
from zukunftsparlament.proposals.controllers import draft_pictures as pictures
from zukunftsparlament.proposals.controllers.picture_uploads import alt_problem
from zukunftsparlament.proposals.pace import count_post
from zukunftsparlament.proposals.queries.drafts import Draft, draft_of
from zukunftsparlament.proposals.queries.pictures import picture_of
from zukunftsparlament.proposals.queries.similar import similar_to
from zukunftsparlament.proposals.rules.pictures import ALT
from zukunftsparlament.proposals.rules.writing import LIMITS, STEPS, problems_of, step_of
from zukunftsparlament.proposals.texts import TOPICS, problem_sentence

LAST = max(STEPS)


class DraftController(Controller):
    path = "/entwuerfe"
    guards = [has_card]

    @post(name="draft.begin", status_code=303)
    async def begin(self, me: SignedIn) -> Response[Any]:
        return go_to(f"/entwuerfe/{await actions.begin(me.card)}/1")

    @get("/{token:str}/{step:int}", name="draft.step")
    async def step(self, token: FromPath[str], step: FromPath[int], me: SignedIn) -> Response[Any]:
        draft = await draft_of(token, me.card)
        if step not in STEPS:
            raise Missing
        if draft.number is not None or draft.is_waiting or draft.is_declined:
            return go_to(draft.address)
        picture = await picture_of(draft.id)
        alt = picture.alt if picture else ""
        return await _step_page(draft, step, Form([*draft.typed.items(), ("alt", alt)]), me)

    @post(
        "/{token:str}/{step:int}",
        name="draft.keep",
        status_code=303,
        dependencies={"form": Provide(read_form_with_picture)},
        request_max_body_size=BODY_BYTES,
    )
    async def keep(self, token: FromPath[str], step: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        if step not in STEPS:
            raise Missing
        typed = {name: form.text(name) for name in STEPS[step]}
        await actions.keep(token, me.card, typed)
        why_not = await pictures.keep_what_came(token, me.card, form) if step == pictures.STEP else ""
        if why_not:
            return await _step_page(
                await draft_of(token, me.card), step, form, me, status=422, problems={"picture": why_not}
            )
        if (number := form.number("instead")) is not None:  # what was typed is kept, and that one is backed
            await back(number, me.card)
            return go_to(f"/vorschlaege/{number}")
        if form.ticked("later"):
            return go_to("/meins")
        if form.ticked("back"):
            return go_to(f"/entwuerfe/{token}/{max(step - 1, 1)}")
        draft = await draft_of(token, me.card)
        if said := await _problems(draft, typed, alt=form.text("alt") if step == pictures.STEP else None):
            return await _step_page(draft, step, form, me, status=422, problems=said)
        return go_to(f"/entwuerfe/{token}" + (f"/{step + 1}" if step < LAST else ""))

    @get("/{token:str}/aehnliche", name="draft.similar")
    async def similar(self, request: AnyRequest, token: FromPath[str], me: SignedIn) -> Response[Any]:
        await draft_of(token, me.card)
        return page("proposals/_similar.html", similar=await similar_to(request.query_params.get("title", ""), me.card))

    @get("/{token:str}", name="draft")
    async def show(self, token: FromPath[str], me: SignedIn) -> Response[Any]:
        draft = await draft_of(token, me.card)
        if draft.number is not None:
            return go_to(f"/vorschlaege/{draft.number}")
        return await _draft_page(draft, me)

    @post("/{token:str}/einreichung", name="draft.submit", status_code=303)
    async def submit(self, token: FromPath[str], me: SignedIn) -> Response[Any]:
        draft = await draft_of(token, me.card)
        if said := await _problems(draft, draft.typed):
            return await _draft_page(draft, me, status=422, problems=said)
        if draft.number is None and not draft.is_waiting:  # a second tap hands nothing in
            count_post(me.card)
        number = await actions.submit(token, me)
        return go_to(draft.address if number is None else f"/vorschlaege/{number}")

    @post("/{token:str}/loeschung", name="draft.throw_away", status_code=303)
    async def throw_away(self, token: FromPath[str], me: SignedIn) -> Response[Any]:
        await actions.throw_away(token, me.card)
        return go_to("/meins")


async def _problems(draft: Draft, typed: dict[str, str], *, alt: str | None = None) -> dict[str, str]:
    """`alt`: what was typed just now, None where it is not asked for or is in the draft already."""
    said = {
        name: problem_sentence(name, it, typed[name], limit=LIMITS.get(name, 0))
        for name, it in problems_of(typed).items()
    }
    if "topic" in typed:
        picture = await picture_of(draft.id)
        said |= alt_problem(alt if alt is not None else picture.alt if picture else "", picture)
    return said


async def _step_page(draft: Draft, step: int, form: Form, me: Me, **more: Any) -> Response[str]:
    return page(
        "proposals/draft_step.html",
        draft=draft,
        step=step,
        form=form,
        limits=LIMITS | {"alt": ALT},
        topics=[[code, _(text)] for code, text in TOPICS.items()],
        picture=await picture_of(draft.id) if step == pictures.STEP else None,
        similar=await similar_to(draft.title, me.card) if step == 1 else [],
        **more,
    )


async def _draft_page(draft: Draft, me: Me, **more: Any) -> Response[str]:
    steps = {name: step_of(name) for step in STEPS for name in STEPS[step]} | {"alt": pictures.STEP}
    picture = await picture_of(draft.id)
    return page(
        "proposals/draft.html",
        draft=draft,
        topics=TOPICS,
        step_of=steps,
        picture=picture,
        similar=await similar_to(draft.title, me.card),
        **more,
    )
