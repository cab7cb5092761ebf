"""Whether votes of sittings are what they have to be: who was on the roll, how hands were counted, what was paid."""

from collections import Counter
from dataclasses import replace
from typing import Any

from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.checks import Check, Found, numbers_fit, read_json
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.rules.paying import paid

PRESENT = Sql(
    "SELECT p.number FROM poll p JOIN agenda_item i ON i.id = p.item JOIN sitting s ON s.id = i.sitting "
    "WHERE p.opened_at IS NOT NULL AND (p.present IS NULL OR p.present < p.electorate_size "
    "OR (p.by_school = $2 AND p.present <> p.electorate_size) "
    "OR (p.binding = $1 AND s.kind <> 'official') OR (s.kind = 'rehearsal') <> (p.number > 9000000)) "
    "ORDER BY p.number LIMIT 1"
)
OUTSIDE = Sql(
    "SELECT number FROM poll WHERE item IS NULL AND (present IS NOT NULL OR by_hands = $1 OR amends IS NOT NULL) "
    "ORDER BY number LIMIT 1"
)
BY_HANDS = Sql(
    "SELECT id, number, kind, options, result, counted_at FROM poll WHERE by_hands = $1 AND voided_at IS NULL "
    "ORDER BY number"
)
COUNTS = Sql("SELECT round, actor, counts FROM hand_count WHERE poll = $1 ORDER BY round, id")
AMENDED = Sql(
    "SELECT p.number FROM poll p JOIN poll a ON a.amends = p.id WHERE p.opened_at IS NOT NULL AND a.voided_at IS NULL "
    "AND (a.published_at IS NULL OR a.published_at > p.opened_at) ORDER BY p.number LIMIT 1"
)
ENTRIES = Sql(
    "SELECT f.number AS fund, e.place, e.cents, e.choice, p.number AS poll, r.place AS reverses, r.cents AS undone "
    "FROM fund_entry e JOIN fund f ON f.id = e.fund LEFT JOIN poll p ON p.id = e.poll "
    "LEFT JOIN fund_entry r ON r.id = e.reverses ORDER BY f.number, e.place"
)


async def _rooms_fit() -> Found:
    """Each vote of a sitting was for those in the room, and binds only in an official one."""
    if (number := await PRESENT.value(True, False)) is not None:
        return _("Abstimmung {number}: Sie passt nicht zu ihrer Sitzung.").format(number=number)
    if (number := await OUTSIDE.value(True)) is not None:
        return _("Abstimmung {number}: So etwas gibt es nur in einer Sitzung.").format(number=number)
    if (number := await AMENDED.value()) is not None:
        said = _("Abstimmung {number}: Sie begann, bevor klar war, ob der Antrag geändert wird.")
        return said.format(number=number)
    return None


async def _hands_fit() -> Found:
    for row in await BY_HANDS.rows(True):
        if row["counted_at"] is None:
            continue
        counts = (read_json(row["result"]) or {}).get("counts")
        rounds: dict[int, dict[str, Any]] = {}
        for one in await COUNTS.rows(row["id"]):
            rounds.setdefault(one["round"], {})[one["actor"]] = read_json(one["counts"])
        last = list(rounds[max(rounds)].values()) if rounds else []
        if len(last) != 2 or any(counted != counts for counted in last):
            return _("Abstimmung {number}: Die Hände haben nicht zwei gleich gezählt.").format(number=row["number"])
    return None


async def _funds_fit() -> Found:
    known = {(act.subject, act.facts.get("place")): act.facts for act in await acts("enter_money", "fund")}
    left: Counter[int] = Counter()
    spent: dict[int, list[tuple[str, int]]] = {}
    rows = await ENTRIES.rows()
    for row in rows:
        facts = {name: row[name] for name in ("place", "cents", "poll", "choice", "reverses")}
        if known.pop((row["fund"], row["place"]), None) != facts:
            return _("Topf {fund}, Buchung {place}: Im Journal steht es anders.").format(**row)
        left[row["fund"]] += row["cents"]
        if left[row["fund"]] < 0 or (row["reverses"] is not None and row["undone"] != -row["cents"]):
            return _("Topf {fund}, Buchung {place}: Das kann nicht stimmen.").format(**row)
        if row["poll"] is not None:
            spent.setdefault(row["poll"], []).append((row["choice"], -row["cents"]))
    if known:
        fund, place = min(known)
        return _("Topf {fund}, Buchung {place}: Sie fehlt.").format(fund=fund, place=place)
    for number, costs in spent.items():
        if await _why_not_spent(number, costs):
            return _("Abstimmung {number}: Bezahlt ist etwas anderes, als beschlossen wurde.").format(number=number)
    return None


async def _why_not_spent(number: int, costs: list[tuple[str, int]]) -> bool:
    """A vote that is void has got its money back; what it had cost once is not asked any more."""
    try:
        counted = await queries.published_poll(number)
    except (Missing, ValueError):  # a rule set that nobody can read any more, say
        return True
    if counted.poll.times.voided_at is not None:
        return False
    final = replace(counted, tie=await queries.tie_of(counted)).final
    due = paid(counted.poll.kind, final.winners, cents=counted.poll.cents or 0, terms=counted.poll.terms)
    return bool(due) and set(costs) != {(choice, cents) for choice, cents in due if cents}


SITTING_CHECKS = (
    Check(N_("Abstimmungen in Sitzungen"), _rooms_fit),
    Check(N_("Gezählte Hände"), _hands_fit),
    Check(N_("Geld des Parlaments"), _funds_fit),
    numbers_fit("fund", "fund"),
)
