"""Votes on paper: no more slips than were handed out, and the numbers that two people have agreed on."""

from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.checks import Check, Found, seen_twice
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.polls.rules.in_sitting import FIRST_REHEARSED

IMPOSSIBLE = Sql(
    "SELECT number FROM poll WHERE NOT ((paper_given IS NULL AND paper_returned IS NULL AND paper_invalid IS NULL) "
    "OR (paper_given > 0 AND paper_given <= electorate_size AND item IS NOT NULL AND by_hands = $1 "
    "AND paper_returned BETWEEN 0 AND paper_given AND paper_invalid BETWEEN 0 AND paper_returned "
    "AND (turnout IS NULL OR turnout >= paper_returned - paper_invalid))) ORDER BY number LIMIT 1"
)
BOTH_WAYS = Sql(
    "SELECT p.number FROM paper_voter v JOIN poll p ON p.id = v.poll WHERE p.paper_given IS NULL AND "
    "(EXISTS (SELECT 1 FROM turnout t WHERE t.poll = v.poll AND t.member = v.member) "
    "OR EXISTS (SELECT 1 FROM open_vote o WHERE o.poll = v.poll AND o.member = v.member)) "
    "ORDER BY p.number LIMIT 1"
)
TOO_MANY_GIVEN = Sql(
    "SELECT p.number FROM poll p WHERE p.secrecy = 'secret' "
    "AND (SELECT count(*) FROM paper_voter v WHERE v.poll = p.id) "
    "+ (SELECT count(*) FROM paper_seat v WHERE v.poll = p.id) > "
    "(SELECT count(*) FROM paper_slip s WHERE s.poll = p.id) ORDER BY p.number LIMIT 1"
)
# Nobody can have known whose the one or two ballots are: such a poll does not open.
WOULD_BE_KNOWN = Sql(
    "SELECT number FROM (SELECT p.number, p.electorate_size, "
    "coalesce(p.paper_given, (SELECT count(*) FROM paper_voter v WHERE v.poll = p.id)) AS slips FROM poll p "
    "WHERE p.secrecy = 'secret' AND p.practice = $1 AND p.opened_at IS NOT NULL AND p.voided_at IS NULL) f "
    "WHERE slips BETWEEN 1 AND 2 OR (slips > 0 AND electorate_size - slips BETWEEN 1 AND 2) ORDER BY number LIMIT 1"
)
ENTERED = Sql(
    "SELECT number, paper_given AS given, paper_returned AS returned, paper_invalid AS invalid FROM poll "
    "WHERE paper_given IS NOT NULL AND number < $1 ORDER BY number"
)


async def _paper_fits() -> Found:
    for statement, said in (
        (IMPOSSIBLE, N_("Abstimmung {number}: So viele Zettel aus Papier können es nicht sein.")),
        (BOTH_WAYS, N_("Abstimmung {number}: Ein Sitz hat einen Zettel und hat auch am Handy abgestimmt.")),
        (WOULD_BE_KNOWN, N_("Abstimmung {number}: So wenige auf Papier oder am Handy sind nicht geheim.")),
        (TOO_MANY_GIVEN, N_("Abstimmung {number}: Es sind mehr Zettel ausgegeben als gemacht.")),
    ):
        found = await statement.value(*((False,) if statement in (IMPOSSIBLE, WOULD_BE_KNOWN) else ()))
        if found is not None:
            return _(said).format(number=found)
    known = {act.subject: act.facts for act in await acts("enter_paper", "poll")}
    for row in await ENTERED.rows(FIRST_REHEARSED):
        facts = known.pop(row["number"], {})
        if any(facts.get(name) != row[name] for name in ("given", "returned", "invalid")):
            return _("Abstimmung {number}: Die Zettel aus Papier stehen anders im Journal.").format(**row)
    if known:
        return _("Abstimmung {number}: Die Zettel aus Papier stehen nur im Journal.").format(number=min(known))
    return None


PAPER_CHECKS = (Check(N_("Stimmzettel aus Papier"), seen_twice(_paper_fits)),)
