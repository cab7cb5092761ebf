"""One item: what it is about, what there is to read, what it costs, whose duty it is."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.chair.asking_back import OF_A_PAPER, OF_AN_ITEM, asks_back
from zukunftsparlament.chair.item_form import ItemForm, filled_item
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.people.access import SignedIn, Typed, leads, office
from zukunftsparlament.proposals.queries import row_of
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.agenda import add_item, change_item
from zukunftsparlament.sittings.actions.lateness import why_item_late
from zukunftsparlament.sittings.actions.papers import add_paper, say_whose_duty, take_paper_away
from zukunftsparlament.sittings.planning_texts import ITEM_KINDS, item_kind_word
from zukunftsparlament.sittings.queries import Item
from zukunftsparlament.sittings.queries.offered import papers
from zukunftsparlament.sittings.rules.tree import DEEPEST, depth


async def item_page(
    number: int, form: Form, *, mark: int | None = None, status: int = 200, problems: dict[str, str] | None = None
) -> Response[str]:
    """Of a new item without `mark`."""
    sitting = await queries.sitting(number)
    items = await queries.agenda(sitting.id)
    item = next((one for one in items if one.mark == mark), None)
    if mark is not None and item is None:
        raise Missing
    about = form.number("proposal") if item is None else item.proposal_number
    late = {} if item else await why_item_late(sitting, form.text("late_reason"))
    return page(
        "chair/item.html",
        status=status,
        sitting=sitting,
        item=item,
        form=form,
        proposal=await row_of(about) if about else None,
        parents=[] if item else _parents(items),
        papers=(await papers(sitting.id)).get(mark or 0, []),
        late=late.get("late_reason", ""),
        item_kinds=[[code, item_kind_word(code)] for code in reversed(ITEM_KINDS) if code != "proposal"],
        problems=problems or {},
    )


def _parents(items: list[Item]) -> list[tuple[str, str]]:
    """On what a new item may hang."""
    may = [item for item in items if item.ended_at is None and depth(items, item.id) < DEEPEST]
    return [("", "–"), *((str(item.mark), f"{item.number} {item.title}") for item in may)]


class AgendaItemController(Controller):
    path = "/vorsitz/{number:int}/punkte"
    guards = [leads]

    @get("/neu", name="item.new")
    async def new(self, request: AnyRequest, number: FromPath[int]) -> Response[str]:
        asked = query_form(request)
        about = asked.number("vorschlag")
        fields = [("kind", "proposal" if about else "other"), ("parent", asked.text("zu"))]
        return await item_page(number, Form([*fields, *([("proposal", str(about))] if about else [])]))

    @post("/neu", name="item.add", status_code=303)
    async def add(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        read = ItemForm(form)
        draft = read.draft(proposal=form.number("proposal"))
        problems = asks_back(form, OF_AN_ITEM, actor=me.actor) | read.problems
        try:
            mark = await add_item(number, draft, actor=me.actor, problems=problems)
        except Wrong as wrong:
            return await item_page(number, form, status=422, problems=wrong.problems)
        return go_to(f"/vorsitz/{number}/tagesordnung#punkt-{mark}")

    @get("/{mark:int}", name="item.edit")
    async def edit(self, number: FromPath[int], mark: FromPath[int]) -> Response[str]:
        sitting = await queries.sitting(number)
        return await item_page(number, filled_item(await queries.item(sitting.id, mark)), mark=mark)

    @post("/{mark:int}", name="item.change", status_code=303)
    async def change(self, number: FromPath[int], mark: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        sitting = await queries.sitting(number)
        item = await queries.item(sitting.id, mark)
        read = ItemForm(form)
        draft = read.draft(proposal=item.proposal_number)
        problems = asks_back(form, OF_AN_ITEM, actor=me.actor) | read.problems
        try:
            await change_item(number, mark, draft, actor=me.actor, problems=problems)
        except Wrong as wrong:
            return await item_page(number, form, mark=mark, status=422, problems=wrong.problems)
        return go_to(f"/vorsitz/{number}/tagesordnung#punkt-{mark}")

    @post("/{mark:int}/unterlagen", name="item.paper", status_code=303)
    async def paper(self, number: FromPath[int], mark: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        title, text = form.text("paper_title"), form.text("paper")
        try:
            if problems := asks_back(form, OF_A_PAPER, actor=me.actor, tick="paper_looked_at"):
                raise Wrong(problems)
            await add_paper(number, mark, title=title, text=text, actor=me.actor)
        except Wrong as wrong:
            return await _again(number, mark, form, wrong)
        return go_to(f"/vorsitz/{number}/punkte/{mark}#unterlagen")

    @post("/{mark:int}/unterlagen/{place:int}/entfernung", name="item.paper.remove", status_code=303)
    async def no_paper(
        self, number: FromPath[int], mark: FromPath[int], place: FromPath[int], me: SignedIn
    ) -> Response[Any]:
        await take_paper_away(number, mark, place, actor=me.actor)
        return go_to(f"/vorsitz/{number}/punkte/{mark}#unterlagen")

    @post("/{mark:int}/zustaendigkeit", name="item.duty", status_code=303, guards=[office])
    async def duty(self, number: FromPath[int], mark: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        """Only the office can know whether the municipality has to do it anyway."""
        duty, text = form.text("duty"), form.text("duty_text")
        try:
            await say_whose_duty(number, mark, duty=duty, text=text, actor=me.actor)
        except Wrong as wrong:
            return await _again(number, mark, form, wrong)
        return go_to(f"/vorsitz/{number}/punkte/{mark}#zustaendigkeit")


async def _again(number: int, mark: int, form: Form, wrong: Wrong) -> Response[str]:
    """The page of the item, with what was typed into the other form of it."""
    sitting = await queries.sitting(number)
    stored = filled_item(await queries.item(sitting.id, mark))
    both = Form([*form, *stored.without(*(name for name, _value in form))])
    return await item_page(number, both, mark=mark, status=422, problems=wrong.problems)
