"""Whether every poll is what the journal says of it, and whether the journal knows every poll."""

from collections.abc import Mapping, Sequence
from typing import Any

from zukunftsparlament.journal.queries import Act, acts
from zukunftsparlament.kernel.checks import Check, Found, read_json
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.polls import minutes
from zukunftsparlament.polls.published import sha256
from zukunftsparlament.polls.rules.in_sitting import FIRST_REHEARSED

POLLS = Sql(
    "SELECT id, number, proposal, opened_at, counted_at, published_at, voided_at, published, "  # noqa: S608
    f"{minutes.COLUMNS} FROM poll WHERE number < {FIRST_REHEARSED} ORDER BY number"
)
ON_ROLL = Sql("SELECT member, seat FROM on_roll WHERE poll = $1")
TOLD = Sql("SELECT proposal, facts FROM proposal_step WHERE stage = $1")
PROPOSAL = Sql("SELECT id FROM proposal WHERE number = $1")

# Which time a row has when the journal knows the act, and the other way round.
TIME_OF = {
    "prepare_poll": None,
    "open_poll": "opened_at",
    "count_poll": "counted_at",
    "publish_poll": "published_at",
    "void_poll": "voided_at",
}
AFTER_PUBLISHING = (
    "accepted", "rejected", "tied", "straw_poll_counted", "not_quorate", "point_decided", "alternative_chosen",
)  # fmt: skip


async def _acts_fit() -> Found:
    before = {verb: await _by_poll(verb) for verb in TIME_OF}  # others write while we read: what comes later is later
    rows = {row["number"]: row for row in await POLLS.rows()}
    after = {verb: await _by_poll(verb) for verb in TIME_OF}
    for verb, column in TIME_OF.items():
        for number, act in before[verb].items():
            if number not in rows or (column and rows[number][column] is None):
                said = _("Abstimmung {number}: Das Journal kennt „{verb}“ (Eintrag {entry}), der Datenbestand nicht.")
                return said.format(number=number, verb=verb, entry=act.entry)
        for number, row in rows.items():
            if number not in after[verb] and (column is None or row[column] is not None):
                return _("Abstimmung {number}: „{verb}“ steht nicht im Journal.").format(number=number, verb=verb)
    return None


async def _contents_fit() -> Found:
    opened, counted, published = [await _by_poll(verb) for verb in ("open_poll", "count_poll", "publish_poll")]
    rows, removed = await POLLS.rows(), await removed_proposals()
    for row in rows:
        number = row["number"]
        why = await _why_not_opened(row, opened[number].facts, removed) if number in opened else None
        why = why or _why_not_listed(row, [known[number] for known in (counted, published) if number in known])
        if why:
            return _("Abstimmung {number}: {why}").format(number=number, why=why)
    return None


async def _why_not_opened(row: Row, known: Mapping[str, Any], removed: set[int]) -> Found:
    on_roll = {found["member"]: found["seat"] for found in await ON_ROLL.rows(row["id"])}
    for name, found in minutes.of_opening(row, on_roll).items():
        if name == "wording" and row["proposal"] in removed:
            continue  # the words of a removed proposal go from its polls too
        if name in known and known[name] != found:
            return _("„{name}“ ist anders als im Journal bei der Eröffnung.").format(name=name)
    return None


def _why_not_listed(row: Row, known: Sequence[Act]) -> Found:
    if row["published"] is None:
        return None
    listed = sha256(row["published"].encode())
    if any(act.facts.get("sha256", listed) != listed for act in known):
        return _("Die Liste ist eine andere als im Journal.")
    return None


async def _wordings_fit() -> Found:
    """What a counted poll shows is what is in its list."""
    rows, removed = await POLLS.rows(), await removed_proposals()
    for row in rows:
        if row["published"] is None or row["proposal"] in removed:
            continue
        languages = (read_json(row["published"]) or {}).get("languages") or {}
        shown = {name: row[name] for name in ("question", "yes_means", "no_means")}
        if languages.get("de") != shown | {"options": read_json(row["options"])}:
            said = _("Abstimmung {number}: Auf dem Stimmzettel steht etwas anderes als in der Liste.")
            return said.format(number=row["number"])
    return None


async def _timelines_tell() -> Found:
    """What was decided stands on the way of its proposal."""
    rows, told = await POLLS.rows(), set()
    for kind in AFTER_PUBLISHING:
        told |= {(row["proposal"], (read_json(row["facts"]) or {}).get("poll")) for row in await TOLD.rows(kind)}
    for row in rows:
        if row["proposal"] and row["published_at"] and (row["proposal"], row["number"]) not in told:
            return _("Abstimmung {number}: Ihr Ergebnis fehlt im Zeitstrahl des Vorschlags.").format(
                number=row["number"]
            )
    return None


async def _by_poll(verb: str) -> dict[int, Act]:
    """The last act of that kind for each poll."""
    return {act.subject: act for act in await acts(verb, "poll")}


async def removed_proposals() -> set[int]:
    """Row ids of proposals that the office has removed, or whose authors have taken their words along."""
    gone = [act for verb in ("remove", "take_away") for act in await acts(verb, "proposal")]
    return {int(await PROPOSAL.value(act.subject) or 0) for act in gone}


JOURNAL_CHECKS = (
    Check(N_("Abstimmungen und Journal"), _acts_fit),
    Check(N_("Abstimmungen, wie sie eröffnet wurden"), _contents_fit),
    Check(N_("Stimmzettel und Listen"), _wordings_fit),
    Check(N_("Zeitstrahlen"), _timelines_tell),
)
