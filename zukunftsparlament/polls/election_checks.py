"""Whether elections fit together: who stands, on which list, and what they have said."""

from zukunftsparlament.kernel.checks import Check, Found
from zukunftsparlament.kernel.sql import Sql
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


async def _elections_fit() -> Found:
    if row := await ANSWERS.row():
        return _("Sitzung {number}, {label}: Eine Antwort auf die Wahl, die es nicht geben kann.").format(**row)
    if row := await SIDES.row():
        return _("Sitzung {number}, {label}: Diese Kandidatur steht auf einer falschen Liste.").format(**row)
    number = await BALLOTS.value(False)
    return None if number is None else _("Abstimmung {n}: Dieser Stimmzettel gehört zu keiner Wahl.").format(n=number)


ELECTION_CHECKS = (Check(N_("Wahlen"), _elections_fit),)
