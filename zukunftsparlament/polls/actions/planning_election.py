"""What is elected under an item of the agenda: written down first, so that people can say that they stand."""

from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.actions.guarding import problems_in
from zukunftsparlament.polls.actions.place_for_vote import place_for_preparing
from zukunftsparlament.polls.queries.elections import elections_of
from zukunftsparlament.polls.rules.elections import ElectionDraft, WhyNotElect, why_not_elect
from zukunftsparlament.sittings.actions import happened
from zukunftsparlament.sittings.rules import ItemKind, SittingKind

ADD = Sql(
    "INSERT INTO election (item, mark, title, office, shape, places, deputies, age, made_at, made_by) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
)


async def plan_election(number: int, mark: int, draft: ElectionDraft, *, actor: str) -> int:
    """Returns its mark; that of the one which says the same already. Raises Wrong with every problem."""
    async with writing():
        place = await place_for_preparing(number, mark, actor)
        if place.item.kind is not ItemKind.ELECTION:
            raise Refused(WhyNotElect.NOT_AN_ELECTION)
        if place.sitting.kind is SittingKind.UNOFFICIAL:
            raise Refused(WhyNotElect.ONLY_OFFICIAL)
        problems = {field: sentence(why_not) for field, why_not in why_not_elect(draft).items()}
        if problems := {**problems_in({"title": draft.title}, actor=actor), **problems}:
            raise Wrong(problems)
        there = await elections_of(place.item.id)
        title = draft.title.strip()
        if same := next((one for one in there if one.title == title and not one.polls), None):
            return same.mark
        pair = len(draft.sides) > 1
        new = max((one.mark for one in there), default=0) + 1
        facts: dict[str, Any] = {
            "title": title,
            "office": draft.office.value,
            "shape": draft.shape.value,
            "places": 1 if pair else draft.places,
            "deputies": 0 if pair else draft.deputies,
            "age": draft.age if pair else None,
        }
        await ADD.rows(place.item.id, new, *facts.values(), now(), actor)
        await happened(place.sitting, "election", actor=actor, item=place.item.id, mark=new, **facts)
    return new
