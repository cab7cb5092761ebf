"""The demo's polls and hand-overs."""

import json
from datetime import date, timedelta
from functools import partial
from typing import Any

from zukunftsparlament.demo.content_of import ACTOR, World, content
from zukunftsparlament.demo.story import Event
from zukunftsparlament.handovers import actions as handovers
from zukunftsparlament.handovers import freezing
from zukunftsparlament.handovers.packing import Wish
from zukunftsparlament.kernel.clock import now, today
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions as polls
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.rules import Draft, Electorate, Kind, Secrecy, terms_in

HANDOVER = Sql("SELECT frozen FROM handover WHERE number = $1")
PAST_HANDOVER = Sql("UPDATE handover SET frozen = $2, sha256 = $3, answer_by = $4 WHERE number = $1")
PAST_DONE = Sql("UPDATE decision_done SET done_on = $1 WHERE id = (SELECT max(id) FROM decision_done)")
PAST_ANSWER = Sql("UPDATE answer SET next_date = $1 WHERE id = (SELECT max(id) FROM answer)")


def poll_events(world: World) -> list[Event]:
    polls = content("polls")["polls"]
    return [event for told in polls for event in events_of(world, told, about=told.get("proposal", ""))]


def events_of(world: World, told: dict[str, Any], *, about: str) -> list[Event]:
    events = [
        Event(told["prepared_days_ago"], 6, about, partial(_prepare, world, told)),
        Event(told["opened_days_ago"], 7, about, partial(open_it, world, told)),
        Event(told["opened_days_ago"] - 1, 8, about, partial(vote, world, told)),
    ]
    if "closed_days_ago" in told:
        events.append(Event(told["closed_days_ago"], 9, about, partial(close, world, told)))
    return events


async def _prepare(world: World, told: dict[str, Any]) -> None:
    closes_in = told.get("closes_in_days")
    draft = Draft(
        question=told["question"],
        yes_means=told.get("yes_means", ""),
        no_means=told.get("no_means", ""),
        kind=Kind(told["kind"]),
        options=tuple(told.get("options", ())),
        terms=terms_in(told.get("terms", {})),
        secrecy=Secrecy(told["secrecy"]),
        electorate=Electorate(told["electorate"]),
        closes_at=now() + timedelta(days=closes_in) if closes_in else None,
    )
    number = await polls.prepare_poll(draft, proposal=world.proposals.get(told.get("proposal", "")), actor=ACTOR)
    world.polls[told["key"]] = number


async def open_it(world: World, told: dict[str, Any]) -> None:
    await polls.open_poll(world.polls[told["key"]], actor=ACTOR)


async def vote(world: World, told: dict[str, Any]) -> None:
    number = world.polls[told["key"]]
    for marks, voters in told["votes"].items():
        for voter in voters:
            member = world.people[voter].me.card
            paper = await queries.paper_for(number, member)
            await polls.cast_vote(number, marks.split(), receipt=paper.receipt, voter=member)


async def close(world: World, told: dict[str, Any]) -> None:
    number = world.polls[told["key"]]
    await polls.close_poll(number, countdown=0, actor=ACTOR)
    await polls.count_poll(number, actor=ACTOR)
    await polls.publish_poll(number, actor=ACTOR)


def handover_events(world: World) -> list[Event]:
    events = []
    for told in content("handovers")["handovers"]:
        about = told["key"]
        events.append(Event(told["made_days_ago"], 10, about, partial(_hand_over, world, told)))
        events += [
            Event(answer["answered_days_ago"], 11, about, partial(_answer, world, told, answer))
            for answer in told.get("answers", [])
        ]
    for told in content("proposals")["proposals"]:
        if (ago := told["days_ago"].get("done")) is not None:
            events.append(Event(ago, 12, told["key"], partial(_done, world, told, ago)))
    return events


async def _hand_over(world: World, told: dict[str, Any]) -> None:
    """Made today with as much time to answer as it had then; then its own days are moved back too."""
    body = next(body for body in content("municipality")["bodies"] if body["key"] == told["body"])
    days = told["made_days_ago"] - told["answer_by_days_ago"]
    wish = Wish([world.polls[key] for key in told["polls"]], body["short"], today() + timedelta(days=days))
    number = await handovers.hand_over(wish, actor=ACTOR)
    world.handovers[told["key"]] = number
    frozen = _moved(json.loads(await HANDOVER.value(number)), timedelta(days=told["made_days_ago"]))
    written = freezing.written(frozen)
    answer_by = today() - timedelta(days=told["answer_by_days_ago"])
    await PAST_HANDOVER.rows(number, written, freezing.fingerprint(written), answer_by)


def _moved(frozen: dict[str, Any], back: timedelta) -> dict[str, Any]:
    def earlier(day: str) -> str:
        return str(date.fromisoformat(day) - back)

    for name in ("made_on", "answer_by"):
        frozen[name] = earlier(frozen[name])
    frozen["period"] = {end: min(day, frozen["made_on"]) for end, day in frozen["period"].items()}
    return frozen


async def _answer(world: World, told: dict[str, Any], answer: dict[str, Any]) -> None:
    """As with a hand-over, and for the same reason: when it was given, the next date lay ahead."""
    ahead = timedelta(days=answer["answered_days_ago"] + answer["next_date_in_days"])
    await handovers.enter_answer(
        world.handovers[told["key"]],
        told["polls"].index(answer["poll"]) + 1,
        answer=answer["answer"],
        reason=answer["reason"].strip(),
        next_date=today() + ahead,
        actor=ACTOR,
    )
    await PAST_ANSWER.rows(today() + timedelta(days=answer["next_date_in_days"]))


async def _done(world: World, told: dict[str, Any], ago: int) -> None:
    """What its poll decided has come true. The hand-over, the poll and the proposal share their key."""
    handover = next(found for found in content("handovers")["handovers"] if told["key"] in found["polls"])
    await handovers.enter_done(
        world.handovers[handover["key"]],
        handover["polls"].index(told["key"]) + 1,
        done_on=today(),
        words=told["reasons"]["done"].strip(),
        actor=ACTOR,
    )
    await PAST_DONE.rows(today() - timedelta(days=ago))
