"""Somebody joins an author, a proposal is edited, and another edit waits to be read."""

from functools import partial
from typing import Any

from zukunftsparlament.demo.content_of import ACTOR, World, content
from zukunftsparlament.demo.story import Event
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import coauthors, edits
from zukunftsparlament.proposals.actions.moderation import Moderator, decide
from zukunftsparlament.proposals.rules.moderation import Decision

WAITS = Sql(
    "SELECT v.token FROM proposal_version v JOIN proposal p ON p.id = v.proposal "
    "WHERE p.number = $1 AND v.number IS NULL"
)


def around_events(world: World) -> list[Event]:
    told = content("proposals")
    return [
        *(Event(one["days_ago"], 7, one["proposal"], partial(_join, world, one)) for one in told["joined"]),
        *(Event(one["days_ago"], 8, one["proposal"], partial(_edit, world, one)) for one in told["edits"]),
    ]


async def _join(world: World, told: dict[str, Any]) -> None:
    number = world.proposals[told["proposal"]]
    code = await coauthors.invite(number, world.people[told["asked_by"]].me.card)
    await coauthors.accept(code, world.people[told["by"]].me.card)


async def _edit(world: World, told: dict[str, Any]) -> None:
    number, me = world.proposals[told["proposal"]], world.people[told["by"]].me
    await edits.keep(number, me.card, {told["field"]: told["says"].strip()}, stamp="")
    if not await edits.submit(number, me) and told["state"] == "released":
        await decide(str(await WAITS.value(number)), Decision.RELEASE, "", by=Moderator(ACTOR, None))
