"""Something was removed, and its author does not agree; a picture is reported; a name waits; two read concerns."""

from functools import partial
from typing import Any

from zukunftsparlament.concerns.keeping import become_keeper
from zukunftsparlament.demo.content_of import World, content
from zukunftsparlament.demo.story import Event
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.office.reports import carry_out
from zukunftsparlament.people.own_names import ask_for
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.actions.objections import object_to
from zukunftsparlament.proposals.actions.reporting import report_comment, report_picture
from zukunftsparlament.proposals.rules import ReportReason
from zukunftsparlament.proposals.rules.moderation import Verdict

STAFF = Sql("SELECT id FROM staff WHERE folded = $1")
NEWEST_REPORT = Sql("SELECT token FROM report ORDER BY id DESC LIMIT 1")


async def name_keepers(accounts: list[dict[str, Any]]) -> None:
    for account in accounts[:2]:
        staff = int(await STAFF.value(fold(account["name"])))
        await become_keeper(staff, account["passphrase"], actor=f"office:{account['name']}")


def removal_events(world: World) -> list[Event]:
    """What is removed has an objection waiting: by the second account, so that the first one can decide."""
    return [
        Event(told["removed_days_ago"], 6, told["proposal"], partial(_remove, world, told))
        for told in content("contributions")["contributions"]
        if told.get("state") == "removed"
    ]


async def _remove(world: World, told: dict[str, Any]) -> None:
    reporter, author = (world.people[told[who]].me.card for who in ("reported_by", "author"))
    await report_comment(world.comments[told["key"]], ReportReason.PRIVATE, "", reporter=reporter)
    name = content("people")["staff"][1]["name"]
    by = Moderator(f"office:{name}", None, int(await STAFF.value(fold(name))))
    settled = await carry_out(str(await NEWEST_REPORT.value()), Verdict.REMOVE, told["reason"].strip(), by=by)
    await object_to(str(settled.removal), told["objection"].strip(), author=author)


async def report_a_picture(world: World) -> None:
    """After the pictures are drawn."""
    told = content("contributions")["reported_picture"]
    number, reporter = world.proposals[told["proposal"]], world.people[told["reported_by"]].me.card
    await report_picture(number, ReportReason.PICTURE, told["text"], reporter=reporter)


async def wish_for_a_name(world: World) -> None:
    told = content("people")["wished_name"]
    await ask_for(world.people[told["by"]].me.card, told["name"], is_flagged=False)
