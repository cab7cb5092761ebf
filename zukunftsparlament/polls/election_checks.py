"""Whether elections fit together: who stands, on which list, and what they have said."""

from collections.abc import Mapping
from typing import Any

from zukunftsparlament.kernel.checks import Check, Found, read_json, seen_twice
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _

# Nobody accepts what they have not stood for, and nobody both accepts and declines.
ANSWERS = Sql(
    "SELECT s.number, c.label FROM candidacy c JOIN election e ON e.id = c.election "
    "JOIN agenda_item i ON i.id = e.item JOIN sitting s ON s.id = i.sitting "
    "WHERE (c.accepted_at IS NOT NULL OR c.declined_at IS NOT NULL) "
    "AND (c.agreed_at IS NULL OR (c.accepted_at IS NOT NULL AND c.declined_at IS NOT NULL)) "
    "ORDER BY s.number LIMIT 1"
)
SIDES = Sql(
    "SELECT s.number, c.label FROM candidacy c JOIN election e ON e.id = c.election "
    "JOIN agenda_item i ON i.id = e.item JOIN sitting s ON s.id = i.sitting "
    "WHERE (e.shape = 'pair') <> (c.side <> '') ORDER BY s.number LIMIT 1"
)
BALLOTS = Sql(
    "SELECT p.number FROM poll p JOIN election e ON e.id = p.election LEFT JOIN candidacy c ON c.id = p.candidate "
    "WHERE p.secrecy <> 'secret' OR p.persons = $1 OR (c.id IS NOT NULL AND c.election <> e.id) "
    "ORDER BY p.number LIMIT 1"
)
ELECTIONS = Sql(
    "SELECT s.number, e.id, e.item, e.mark, e.title, e.office, e.shape, e.places, e.deputies, e.age FROM election e "
    "JOIN agenda_item i ON i.id = e.item JOIN sitting s ON s.id = i.sitting ORDER BY s.number, e.id"
)
CANDIDATES = Sql(
    "SELECT election, label, agreed_at, withdrew_at, accepted_at, declined_at FROM candidacy ORDER BY election, id"
)
STEPS = Sql("SELECT item, kind, facts FROM sitting_step WHERE kind IN ('election', 'candidate', 'elected') ORDER BY id")
# What a row says after the last step about it: whether each of the two times is set.
STANDS = {"named": (False, False), "stands": (True, False), "withdrew": (None, True), "stepped_back": (True, True)}
ANSWERED = {None: (False, False), "accepted": (True, False), "declined": (False, True), "taken_back": (False, False)}


async def _elections_fit() -> Found:
    if row := await ANSWERS.row():
        return _("Sitzung {number}, {label}: Eine Antwort auf die Wahl, die es nicht geben kann.").format(**row)
    if row := await SIDES.row():
        return _("Sitzung {number}, {label}: Diese Kandidatur steht auf einer falschen Liste.").format(**row)
    number = await BALLOTS.value(False)
    return None if number is None else _("Abstimmung {n}: Dieser Stimmzettel gehört zu keiner Wahl.").format(n=number)


async def _steps_tell_so() -> Found:
    """Who stands and what the elected have answered is what the last step about them says."""
    candidates = await CANDIDATES.rows()
    last: dict[tuple[int, int, str, str], dict[str, Any]] = {}
    for step in await STEPS.rows():
        facts = read_json(step["facts"]) or {}
        mark = facts.get("mark" if step["kind"] == "election" else "election", 0)
        last[step["item"], mark, step["kind"], facts.get("label", "")] = facts
    for row in await ELECTIONS.rows():
        planned = last.get((row["item"], row["mark"], "election", ""), {})
        if any(planned.get(name, row[name]) != row[name] for name in row if name not in ("id", "item", "mark")):
            return _("Sitzung {number}, {title}: Diese Wahl ist eine andere, als es geschehen ist.").format(**row)
        for one in candidates:
            if one["election"] == row["id"] and not _is_as_told(row, one, last):
                said = _("Sitzung {number}, {label}: Kandidatur oder Antwort sind anders, als es geschehen ist.")
                return said.format(number=row["number"], label=one["label"])
    return None


def _is_as_told(election: Row, one: Row, last: Mapping[tuple[int, int, str, str], Mapping[str, Any]]) -> bool:
    """Steps of a kind that is not known here say nothing."""
    stands, answered = [
        last.get((election["item"], election["mark"], kind, one["label"]), {}).get("as")
        for kind in ("candidate", "elected")
    ]
    told = (*STANDS.get(stands or "", (None, None)), *ANSWERED.get(answered, (None, None)))
    rows = (one[name] is not None for name in ("agreed_at", "withdrew_at", "accepted_at", "declined_at"))
    return all(said in (None, is_set) for said, is_set in zip(told, rows, strict=True))


ELECTION_CHECKS = (
    Check(N_("Wahlen"), _elections_fit),
    Check(N_("Wahlen, wie die Sitzungen sie erzählen"), seen_twice(_steps_tell_so)),
)
