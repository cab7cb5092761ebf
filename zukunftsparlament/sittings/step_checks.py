"""Whether what minutes are made of is what happened: the steps as the journal knows them, and the rows as the steps
tell them. Kinds of steps that nobody here knows are fine; sittings of older versions have told less, and are asked
less.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import timedelta

from zukunftsparlament.journal.queries import Act, all_acts
from zukunftsparlament.kernel.checks import Check, Found, read_json, seen_twice
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.sittings.trail import PLAN, WORDS, fingerprint, fingerprints

STEPS = Sql("SELECT sitting, at, actor, kind, item, facts FROM sitting_step ORDER BY sitting, id")
SITTINGS = Sql(f"SELECT id, number, opened_at, closed_at, {', '.join(PLAN)} FROM sitting ORDER BY number")  # noqa: S608
ITEMS = Sql(
    "SELECT id, sitting, mark, begun_at, ended_at, ended_as, end_reason, "  # noqa: S608
    f"{', '.join(WORDS)} FROM agenda_item ORDER BY sitting, mark"
)
ATTENDANCE = Sql(
    "SELECT sitting, seat, deputy, came_at, left_at FROM attendance WHERE seat IS NOT NULL ORDER BY sitting, seat, id"
)
AT_ONCE = timedelta(minutes=2)  # whoever comes back so soon was here all the time


async def _trails_hold() -> Found:
    """The sittings of a demo are moved into the past, and their trails are told anew then."""
    known: dict[int, list[Act]] = defaultdict(list)
    for act in await all_acts("sitting"):
        if "trail" in act.facts:
            known[act.subject] = [act] if "anew" in act.facts else [*known[act.subject], act]
    ids = {row["number"]: row["id"] for row in await SITTINGS.rows()}
    steps = _by_sitting(await STEPS.rows())
    for number, told in sorted(known.items()):
        if why := _why_not_trail(steps[ids.get(number, 0)], told):
            return _("Sitzung {number}: {why}").format(number=number, why=why)
    return None


def _why_not_trail(steps: Sequence[Row], told: Sequence[Act]) -> Found:
    """Once it is over, no step is without its entry."""
    found = fingerprints(steps)
    for act in told:
        length, last = act.facts["trail"]
        if len(found) < length or (length and found[length - 1] != last):
            said = _("Was in ihr geschehen ist, steht anders da als im Journal (Eintrag {entry}).")
            return said.format(entry=act.entry)
    length = told[-1].facts["trail"][0]
    if len(steps) > length and any(step["kind"] == "closed" for step in steps[:length]):
        return _("Nach ihrem Ende ist etwas dazugekommen, das nicht im Journal steht.")
    return None


async def _courses_fit() -> Found:
    items = _by_sitting(await ITEMS.rows())

    def why_not(sitting: Row, steps: Sequence[Row]) -> Found:
        return _why_not_plan(sitting, steps) or next(
            (
                _("Punkt {mark}: {why}").format(mark=item["mark"], why=why)
                for item in items[sitting["id"]]
                if (why := _why_not_item(item, [step for step in steps if step["item"] == item["id"]]))
            ),
            None,
        )

    return await _first(why_not)


async def _presence_fits() -> Found:
    rows = _by_sitting(await ATTENDANCE.rows())

    def why_not(sitting: Row, steps: Sequence[Row]) -> Found:
        told: dict[int, list[Row]] = defaultdict(list)
        for step in steps:
            if step["kind"] in ("came", "left"):
                told[step["facts"]["seat"]].append(step)
        by_seat: dict[int, list[Row]] = defaultdict(list)
        for row in rows[sitting["id"]]:
            by_seat[row["seat"]].append(row)
        seats = sorted(told.keys() | by_seat.keys()) if told else []  # nobody comes without a step: see the trail
        for seat in seats:
            if not _is_as_told(by_seat[seat], told[seat], sitting):
                return _("Wann Sitz {seat} da war, steht anders da, als es geschehen ist.").format(seat=seat)
        return None

    return await _first(why_not)


async def _first(why_not: Callable[[Row, Sequence[Row]], Found]) -> Found:
    """Of the sittings whose opening has written down what these checks ask for. Inside, `facts` are read."""
    steps = _by_sitting(await STEPS.rows())
    for sitting in await SITTINGS.rows():
        told = [step | {"facts": read_json(step["facts"]) or {}} for step in steps[sitting["id"]]]
        if not any(step["kind"] == "opened" and "plan" in step["facts"] for step in told):
            continue
        if why := why_not(sitting, told):
            return _("Sitzung {number}: {why}").format(number=sitting["number"], why=why)
    return None


def _why_not_plan(sitting: Row, steps: Sequence[Row]) -> Found:
    opened = next(step for step in steps if step["kind"] == "opened")
    closed = next((step["at"] for step in steps if step["kind"] == "closed"), None)
    if (opened["at"], closed) != (sitting["opened_at"], sitting["closed_at"]):
        return _("Anfang oder Ende sind andere, als es geschehen ist.")
    if fingerprint(sitting, PLAN) != opened["facts"]["plan"]:
        return _("Art, Ort, Zeit, Geschäftsordnung oder zweiter Anlauf sind andere als bei der Eröffnung.")
    return None


def _why_not_item(item: Row, steps: Sequence[Row]) -> Found:
    begun = ended = None
    for step in steps:
        match step["kind"]:
            case "item_begun":
                begun = step["at"]
            case "item_unbegun":
                begun = None
            case "item_ended":
                ended = step
            case "item_reopened":
                ended = None
    facts = ended["facts"] if ended else {}
    told = (begun, ended and ended["at"], facts.get("as", ""), facts.get("reason", ""))
    if told != tuple(item[name] for name in ("begun_at", "ended_at", "ended_as", "end_reason")):
        return _("Beginn und Ende sind andere, als es geschehen ist.")
    if "words" in facts and facts["words"] != fingerprint(item, WORDS):
        return _("Er heißt anders als an seinem Ende, oder es steht anderes dabei.")
    return None


def _is_as_told(rows: Sequence[Row], steps: Sequence[Row], sitting: Row) -> bool:
    came = {step["at"]: bool(step["facts"]["deputy"]) for step in steps if step["kind"] == "came"}
    left = [step["at"] for step in steps if step["kind"] == "left"]
    ends = {None, sitting["closed_at"], *came, *left}
    if any(came.get(row["came_at"]) is not bool(row["deputy"]) or row["left_at"] not in ends for row in rows):
        return False
    if not all(any(row["came_at"] == at or _is_inside(row, at) for row in rows) for at in came):
        return False
    gone = [at for at in left if not any(at < back <= at + AT_ONCE for back in came)]
    return not any(_is_inside(row, at) for row in rows for at in gone)


def _is_inside(row: Row, at: object) -> bool:
    return bool(row["came_at"] < at and (row["left_at"] is None or row["left_at"] > at))


def _by_sitting(rows: Sequence[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["sitting"]].append(row)
    return found


STEP_CHECKS = (
    Check(N_("Schritte der Sitzungen"), seen_twice(_trails_hold)),
    Check(N_("Was in Sitzungen geschehen ist"), seen_twice(_courses_fit)),
    Check(N_("Wer in Sitzungen da war"), seen_twice(_presence_fits)),
)
