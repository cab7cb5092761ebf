"""Polls that ask for more than a yes or no, and a paper that is voted on point by point."""

from functools import partial
from typing import Any

from zukunftsparlament.demo.content_of import ACTOR, World, content
from zukunftsparlament.demo.story import Event
from zukunftsparlament.demo.votes import close, events_of, open_it, vote
from zukunftsparlament.polls.actions import prepare_series
from zukunftsparlament.polls.queries import series
from zukunftsparlament.polls.rules import Draft, Electorate, Kind, Point, Secrecy, SeriesDraft

ABOUT = "kinds"  # of all events here, in place of a proposal


def kind_events(world: World) -> list[Event]:
    events = [event for told in content("kinds")["polls"] for event in events_of(world, told, about=ABOUT)]
    for told in content("kinds")["series"]:
        events.append(Event(told["prepared_days_ago"], 6, ABOUT, partial(_prepare, world, told)))
        for place, votes in enumerate(told["votes"]):
            one = {"key": _key(told, place), "votes": votes}
            events.append(Event(told["opened_days_ago"], 7, ABOUT, partial(open_it, world, one)))
            events.append(Event(told["opened_days_ago"] - 1, 8, ABOUT, partial(vote, world, one)))
            events.append(Event(told["closed_days_ago"], 9, ABOUT, partial(close, world, one)))
    return events


def _key(told: dict[str, Any], place: int) -> str:
    return f"{told['key']}_{place}"


async def _prepare(world: World, told: dict[str, Any]) -> None:
    paper = Draft(
        question=told["title"],
        yes_means=told["yes_means"],
        no_means=told["no_means"],
        kind=Kind.YES_NO_ABSTAIN,
        secrecy=Secrecy.OPEN,
        electorate=Electorate.SEATS,
    )
    points = tuple(Point(one["text"], one.get("reason", "")) for one in told["points"])
    number = await prepare_series(SeriesDraft(paper=paper, points=points), actor=ACTOR)
    voted_on = [point.poll.number for point in (await series(number)).points if point.poll]
    for place, poll in enumerate(voted_on):
        world.polls[_key(told, place)] = poll
