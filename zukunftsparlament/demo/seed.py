"""Fills an empty store with the Holzwickede demo. Invented people, real actions."""

from collections.abc import Callable
from typing import Any

from zukunftsparlament.demo import around, cards, kinds, people, safety, sittings, talk, votes
from zukunftsparlament.demo.content_of import World, content
from zukunftsparlament.demo.pictures import draw_pictures, send_a_picture_in
from zukunftsparlament.demo.story import tell
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql

STAFF = Sql("SELECT count(*) FROM staff")
MEMBERS = Sql("SELECT count(*) FROM member")


async def is_empty() -> bool:
    return not await MEMBERS.value() and not await STAFF.value()


async def seed(progress: Callable[[int, int], None] = lambda done, of: None) -> dict[str, Any]:
    """Returns what `demo.json` holds. The store must be migrated and empty."""
    world = World()
    await people.make_place(world)
    staff = await people.make_staff()
    await people.make_people(world)
    await cards.make_batches(world)
    events = [
        *talk.proposal_events(world),
        *talk.contribution_events(world),
        *votes.poll_events(world),
        *kinds.kind_events(world),
        *votes.handover_events(world),
        *safety.removal_events(world),
        *around.around_events(world),
    ]
    await tell(events, last=[content("proposals")["told_last"], {kinds.ABOUT}], progress=progress)
    await sittings.hold_sittings(world)
    await draw_pictures(world)
    await safety.report_a_picture(world)
    await send_a_picture_in(world)
    await safety.wish_for_a_name(world)
    await safety.name_keepers(staff)
    base_url = settings().base_url
    return {
        "base_url": base_url,
        "cards": cards.cards_of(world, base_url),
        "staff": staff,
        "places": places(world),
    }


def places(world: World) -> dict[str, str]:
    told = content("polls")["polls"]

    def poll(key: str) -> str:
        return f"/abstimmungen/{world.polls[key]}"

    def first(**wanted: str) -> str:
        return str(next(p["key"] for p in told if all(p.get(name) == value for name, value in wanted.items())))

    running = next(p["key"] for p in told if p["secrecy"] == "secret" and "closed_days_ago" not in p)
    counted = next(p["key"] for p in told if p["secrecy"] == "secret" and "closed_days_ago" in p)
    answered, overdue = (
        next(h["key"] for h in content("handovers")["handovers"] if bool(h.get("answers")) is wanted)
        for wanted in (True, False)
    )
    return {
        "open_secret_poll": poll(running),
        "open_straw_poll": poll(first(electorate="cards")),
        "tied_poll": poll(first(outcome="tied")),
        "counted_secret_poll": poll(counted),
        "answered_handover": f"/buero/uebergaben/{world.handovers[answered]}",
        "overdue_handover": f"/buero/uebergaben/{world.handovers[overdue]}",
        "held_proposal_author": world.people[content("people")["held_author"]].card_name,
    }
