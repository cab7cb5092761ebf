"""The demo's proposals, backings and contributions."""

from functools import partial
from typing import Any

from zukunftsparlament.demo.content_of import ACTOR, World, content
from zukunftsparlament.demo.story import Event
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import backings, drafts, releases, talk
from zukunftsparlament.proposals.actions.turning_down import turn_down
from zukunftsparlament.proposals.rules import Stance

BY_TOKEN = Sql("SELECT id FROM proposal WHERE token = $1")
NEWEST_BY = Sql("SELECT max(id) FROM comment WHERE author = $1")

NEEDED = content("rules")["backings_for_agenda"]
FIELDS = {"title": "title", "text": "text", "reason": "why", "for_whom": "for_whom", "topic": "topic", "place": "place"}


def proposal_events(world: World) -> list[Event]:
    events = []
    for told in content("proposals")["proposals"]:
        ago = told["days_ago"]
        key = told["key"]
        events.append(Event(ago.get("submitted", ago.get("drafted")), 0, key, partial(_write, world, told)))
        if "public" in ago:
            events.append(Event(ago["public"], 1, key, partial(_release, world, told)))
            events += _backing_events(world, told)
        if "withdrawn" in ago:
            events.append(Event(ago["withdrawn"], 5, key, partial(_withdraw, world, told)))
        if "not_taken_up" in ago:
            events.append(Event(ago["not_taken_up"], 5, key, partial(_turn_down, world, told)))
    return events


def _backing_events(world: World, told: dict[str, Any]) -> list[Event]:
    """The tenth comes on the day it gets ripe, later ones within the next hours; all before it ends."""
    ago = told["days_ago"]
    ended = ago.get("withdrawn", ago.get("not_taken_up", -0.5))
    last = ago.get("ripe", ended + 1)
    backers = told.get("backers", [])
    tenth = NEEDED if "ripe" in ago else len(backers)
    events = []
    for place, backer in enumerate(backers, start=1):
        share = min(1.0, place / tenth)
        day = ago["public"] - (ago["public"] - last) * share - 0.02 * max(0, place - tenth)
        events.append(Event(day, 2, told["key"], partial(_back, world, told["key"], backer)))
    return events


async def _write(world: World, told: dict[str, Any]) -> None:
    me = world.people[told["author"]].me
    token = await drafts.begin(me.card)
    await drafts.keep(token, me.card, {name: told.get(key, "") for name, key in FIELDS.items() if told.get(key)})
    world.tokens[told["key"]] = token
    if told["state"] == "draft":
        return
    number = await drafts.submit(token, me)
    if number is not None:
        world.proposals[told["key"]] = number


async def _release(world: World, told: dict[str, Any]) -> None:
    if told["key"] not in world.proposals:
        row = int(await BY_TOKEN.value(world.tokens[told["key"]]))
        world.proposals[told["key"]] = await releases.release(row, actor=ACTOR)


async def _back(world: World, key: str, backer: str) -> None:
    await backings.back(world.proposals[key], world.people[backer].me.card)


async def _withdraw(world: World, told: dict[str, Any]) -> None:
    author = world.people[told["author"]].me.card
    await backings.withdraw(world.proposals[told["key"]], author, reason=told["reasons"]["withdrawn"])


async def _turn_down(world: World, told: dict[str, Any]) -> None:
    await turn_down(world.proposals[told["key"]], told["reasons"]["not_taken_up"].strip(), actor=ACTOR)


def contribution_events(world: World) -> list[Event]:
    return [
        Event(told["days_ago"], 3 if "answer_to" not in told else 4, told["proposal"], partial(_say, world, told))
        for told in content("contributions")["contributions"]
    ]


async def _say(world: World, told: dict[str, Any]) -> None:
    me = world.people[told["author"]].me
    answer_to = world.comments.get(told.get("answer_to", ""))
    number = await talk.say(
        world.proposals[told["proposal"]], Stance(told["stance"]), told["text"].strip(), answer_to=answer_to, me=me
    )
    if number is None and told.get("state") != "held":
        number = await releases.release_comment(int(await NEWEST_BY.value(me.card)), actor=ACTOR)
    if number is not None:
        world.comments[told["key"]] = number
